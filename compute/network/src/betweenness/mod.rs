//! Betweenness: over whom the shortest ways go; exact, exact by weight, or to a stated accuracy.

mod hops;
mod lengths;
mod number;
mod sampled;
mod walker;
mod weighted;

pub use hops::betweenness;
pub use lengths::{Inexact, Length};
pub use sampled::{Accuracy, Sampled, betweenness_sampled};
pub use weighted::betweenness_weighted;

use rayon::prelude::*;

/// Most parts the sources are dealt over, and most figures kept for all parts together.
const PARTS: usize = 64;
const KEPT: usize = 1 << 22;

/// Adds what every source gives. The parts depend on the number of nodes alone and are added in their order, so the
/// figures are the same to the last bit on any number of threads.
fn over_all_sources<S>(
    nodes: usize,
    state: impl Fn() -> S + Sync,
    search: impl Fn(&mut S, usize, &mut [f64]) + Sync,
) -> Vec<f64> {
    let parts = (KEPT / nodes.max(1)).clamp(8, PARTS).min(nodes.max(1));
    let begin = |part: usize| part * nodes / parts;
    let found: Vec<Vec<f64>> = (0..parts)
        .into_par_iter()
        .with_max_len(1)
        .map_init(&state, |state, part| {
            let mut sums = vec![0.0; nodes];
            (begin(part)..begin(part + 1)).for_each(|source| search(state, source, &mut sums));
            sums
        })
        .collect();
    let mut sums = vec![0.0; nodes];
    for part in found {
        sums.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    sums
}

#[cfg(test)]
mod tests;
