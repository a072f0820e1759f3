//! Betweenness: over whom the shortest ways go; exact, exact by weight, or to a stated accuracy.

mod hops;
mod lengths;
mod many;
mod number;
mod sampled;
mod walker;
mod weighted;

pub use hops::betweenness;
pub use lengths::{Inexact, Length};
pub use sampled::{Accuracy, Sampled, betweenness_sampled};
pub use weighted::betweenness_weighted;

use rayon::prelude::*;

use crate::Graph;

/// Most parts the sources are dealt over, and most figures kept for all parts together.
const PARTS: usize = 64;
const KEPT: usize = 1 << 22;

/// The busiest first: they are met most, and stand together in memory when they are numbered so.
fn busiest_first(graph: &Graph) -> Vec<u32> {
    let mut order: Vec<u32> = (0..graph.nodes() as u32).collect();
    order.sort_by_key(|&node| std::cmp::Reverse(graph.neighbours(node as usize).len()));
    order
}

/// The new number of each node, when they are numbered in this order.
fn renamed(order: &[u32]) -> Vec<u32> {
    let mut renamed = vec![0; order.len()];
    (0..).zip(order).for_each(|(new, &old)| renamed[old as usize] = new);
    renamed
}

/// The figures in the order of the nodes themselves, each times `share`.
fn given_back(order: &[u32], found: &[f64], share: f64) -> Vec<f64> {
    let mut sums = vec![0.0; order.len()];
    order.iter().zip(found).for_each(|(&node, sum)| sums[node as usize] = sum * share);
    sums
}

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
