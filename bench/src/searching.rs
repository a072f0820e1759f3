//! Search within this process at 100,000 offers, beside bare tantivy on the same texts and the same questions.

use std::time::Instant;

use search::{Index, Slot, Snapshot};

use crate::judged::peer_tantivy as bare;
use crate::judged::{self, Offer};
use crate::report::{Line, Report};
use crate::watched;

const MEDIAN_MS: f64 = 3.0;
const SLOWEST_MS: f64 = 15.0;
const TIMES_BARE: f64 = 2.0;
const SUGGESTIONS_MS: f64 = 10.0;
const BUILT_SECONDS: f64 = 20.0;
const RESIDENT_MIB: f64 = 150.0;

/// As many answers as a page shows.
const A_PAGE: usize = 20;

/// Of the figures, in milliseconds, this part is faster.
fn at(figures: &mut [f64], part: f64) -> f64 {
    figures.sort_by(f64::total_cmp);
    let last = figures.len().saturating_sub(1);
    figures.get((last as f64 * part).round() as usize).copied().unwrap_or(0.0)
}

/// # Errors
/// A sentence when the offers cannot be read or an index not be made.
pub(crate) fn measure(offers: usize, report: &mut Report) -> Result<(), String> {
    let (texts, queries) = judged::set()?;
    let before = resident();
    let began = Instant::now();
    let snapshot = build(&texts, offers).map_err(|why| why.to_string())?;
    let built = began.elapsed().as_secs_f64();
    let (mut ours, mut same, mut suggested) = (Vec::new(), Vec::new(), Vec::new());
    for query in &queries {
        let began = Instant::now();
        let hits = snapshot.find(&query.text);
        std::hint::black_box(hits.best(A_PAGE));
        ours.push(began.elapsed().as_secs_f64() * 1e3);
        let bare = snapshot.bare(&query.text);
        let began = Instant::now();
        std::hint::black_box(bare.run(A_PAGE).map_err(|why| why.to_string())?);
        same.push(began.elapsed().as_secs_f64() * 1e3);
        let typed: Vec<char> = query.text.chars().collect();
        for letters in 2..typed.len().min(12) {
            let typed: String = typed.iter().take(letters).collect();
            let began = Instant::now();
            std::hint::black_box(snapshot.suggest(&typed, 8));
            suggested.push(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    // What was needed only to build it has been given back by now.
    let more = resident() - before;
    report.goal(
        &format!("search index of {offers} offers: built, resident more"),
        &format!("≤ {BUILT_SECONDS:.0} s, ≤ {RESIDENT_MIB:.0} MiB"),
        format!("{built:.1} s, {more:.0} MiB"),
        built <= BUILT_SECONDS && more <= RESIDENT_MIB,
    );
    drop(snapshot);
    let mut bare = bare::times(&texts, offers, &queries, A_PAGE).map_err(|why| why.to_string())?;
    let (median, slow) = (at(&mut ours, 0.5), at(&mut ours, 0.99));
    let (same_median, same_slow) = (at(&mut same, 0.5), at(&mut same, 0.99));
    let (bare_median, bare_slow) = (at(&mut bare, 0.5), at(&mut bare, 0.99));
    report.add(Line {
        what: format!("search in process, {offers} offers, the judged questions: p50, p99"),
        goal: format!(
            "≤ {MEDIAN_MS:.0} ms, ≤ {SLOWEST_MS:.0} ms, ≤ {TIMES_BARE:.0} × bare for the same hits"
        ),
        found: format!("{median:.2} ms, {slow:.2} ms"),
        peer: format!(
            "bare tantivy for the same tokens in the same index {same_median:.2} ms, {same_slow:.2} ms"
        ),
        met: Some(median <= MEDIAN_MS && slow <= SLOWEST_MS && median <= TIMES_BARE * same_median),
    });
    report.figure(
        "bare tantivy with its own Dutch analysis, which finds far less: p50, p99",
        format!("{bare_median:.2} ms, {bare_slow:.2} ms"),
    );
    let (median, slow) = (at(&mut suggested, 0.5), at(&mut suggested, 0.99));
    report.goal(
        "suggestions in process, after each letter: p50, p99",
        &format!("p99 ≤ {SUGGESTIONS_MS:.0} ms"),
        format!("{median:.2} ms, {slow:.2} ms"),
        slow <= SUGGESTIONS_MS,
    );
    Ok(())
}

fn build(texts: &[Offer], offers: usize) -> Result<std::sync::Arc<Snapshot>, search::Broken> {
    let mut index = Index::new()?;
    for (offer, slot) in texts.iter().cycle().zip(0u32..).take(offers) {
        offer.put(Slot(slot), &format!("{} {}", offer.name, slot as usize / texts.len()), &mut index)?;
    }
    index.commit()
}

fn resident() -> f64 {
    watched::memory(std::process::id()).map_or(0.0, |memory| memory.now)
}

/// Only these figures, on the screen.
///
/// # Errors
/// As [`measure`].
pub(crate) fn run() -> Result<bool, String> {
    let mut report = Report::default();
    measure(100_000, &mut report)?;
    println!("{}", report.written());
    Ok(report.all_met())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_figures_is_faster() {
        let mut figures: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        assert!((at(&mut figures, 0.5) - 50.0).abs() < 1e-9 && (at(&mut figures, 0.99) - 99.0).abs() < 1e-9);
        assert!(at(&mut [], 0.5).abs() < 1e-9);
    }
}
