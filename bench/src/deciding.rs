//! A decision of permission with its entities, beside the oracle: the same rules by hand, which read no policy.

use crate::report::{Line, Report};

const DECISIONS: usize = 100_000;
const P99: f64 = 250.0;

/// # Errors
/// A sentence when the policies cannot be used.
pub(crate) fn measure(report: &mut Report) -> Result<(), String> {
    permission::check().map_err(|why| format!("The policies cannot be used: {why}"))?;
    let found = permission::speed(DECISIONS);
    report.add(Line {
        what: format!("decision with entities, {} questions: p50, p99", found.decisions),
        goal: format!("p99 ≤ {P99:.0} µs"),
        found: format!("{:.0} µs, {:.0} µs", found.p50, found.p99),
        peer: format!("by hand, no policies: {:.1} µs, {:.1} µs", found.oracle_p50, found.oracle_p99),
        met: Some(found.p99 <= P99),
    });
    Ok(())
}

/// Only this, without a map.
///
/// # Errors
/// As [`measure`].
pub(crate) fn run() -> Result<bool, String> {
    let mut report = Report::default();
    measure(&mut report)?;
    println!("{}", report.written());
    Ok(report.all_met())
}
