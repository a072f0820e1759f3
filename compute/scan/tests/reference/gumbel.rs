//! The smooth tail beside SaTScan's: the same formula, and from replicates of our own as near as two samples come.

use std::f64::consts::PI;

use scan::{Cluster, Findings, Tail};
use serde_json::Value;

const EULER: f64 = 0.577_215_664_901_532_9;

/// What SaTScan prints of a cluster (`gbl_pvalue`) beside ours. `null` is how its replicates were distributed.
///
/// * From the mean and the spread of *its* replicates our formula gives what it printed, to the last figure.
/// * From *our* replicates the height of the cluster, −ln(−ln(1 − p)), lies within three standard errors. That height is
///   π/√6 times t, and t how far the score lies from the mean, in spreads; with `n` replicates of a Gumbel distribution
///   (skewness 1.14, kurtosis 5.4) the variance of t is (1 + 1.14 t + 1.1 t²) / n, and both were drawn.
pub(crate) fn beside(what: &str, findings: &Findings, ours: &Cluster, theirs: &Value, null: &Value) {
    let Some(printed) = theirs["gbl_pvalue"].as_f64() else {
        assert_eq!(findings.tail, Tail::LowRates, "{what}: SaTScan gives no tail");
        return;
    };
    let of = |name: &str| null[name].as_f64().unwrap();
    let (count, mean, spread) = (of("n"), of("mean"), of("sd"));
    // It divides by the number of replicates, and what lies here was divided by one less.
    let scale = spread * ((count - 1.0) / count).sqrt() * 6f64.sqrt() / PI;
    let again = Tail::Gumbel { place: mean - EULER * scale, scale }.p(ours.llr).unwrap();
    let (low, high) = rounded(printed);
    assert!((low..=high).contains(&again), "{what}: of their replicates {again}, and they print {printed}");
    let Some(found) = ours.gumbel else {
        assert!(matches!(findings.tail, Tail::Ties { .. }), "{what}: no tail, but {:?}", findings.tail);
        return;
    };
    let far = (ours.llr - mean) / spread;
    let both = 1.0 / count + 1.0 / findings.maxima.len() as f64;
    let error = PI / 6f64.sqrt() * ((1.0 + 1.14 * far + 1.1 * far * far) * both).sqrt();
    let least = height(high) - 3.0 * error;
    let most = height(low) + 3.0 * error;
    assert!((least..=most).contains(&height(found)), "{what}: tail {found}, and they print {printed}");
}

/// What is printed with two figures lies between these. Theirs is 1 minus something, which has steps of 1.1e-16.
fn rounded(printed: f64) -> (f64, f64) {
    let figure = 10f64.powf((printed * 1.000_1).log10().floor() - 1.0).min(0.01);
    let half = figure * 0.500_1 + 1.2e-16;
    ((printed - half).max(0.0), (printed + half).min(1.0))
}

fn height(p: f64) -> f64 {
    -(-(-p).ln_1p()).ln()
}

#[test]
fn a_printed_figure_is_as_wide_as_its_last_digit() {
    let close = |one: (f64, f64), other: (f64, f64)| {
        (one.0 - other.0).abs() < 1e-3 * other.0 && (one.1 - other.1).abs() < 1e-3 * other.1
    };
    assert!(close(rounded(0.013), (0.0125, 0.0135)) && close(rounded(0.001), (0.000_95, 0.001_05)));
    assert!(close(rounded(0.99), (0.985, 0.995)) && close(rounded(1.0), (0.995, 1.0)));
    assert_eq!(rounded(1.1e-16).0, 0.0);
    assert!((height(1.0 - (-1f64).exp())).abs() < 1e-12 && height(0.0) == f64::INFINITY);
}
