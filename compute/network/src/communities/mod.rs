//! Who belongs together by their ties: modularity, and the Leiden algorithm that looks for the most of it.

mod leiden;
mod level;

use rayon::prelude::*;

use crate::chance::Chance;
use crate::{Counting, Graph};
use level::Level;

/// So many rounds that gain nothing end a start.
const IN_VAIN: u32 = 2;

/// A division of the nodes by their ties.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// The community of each node; communities are numbered by their lowest node.
    pub of: Vec<u32>,
    /// Its modularity; `None` without ties (of weight), where each node is by itself.
    pub modularity: Option<f64>,
}

/// The modularity of a division (M. E. J. Newman & M. Girvan 2004, eq. 5, at resolution 1): the share of ties within
/// its parts less what there would be by chance. Directions are left aside; counting ties, two that go both ways are
/// one.
///
/// Parts may have any numbers. `None` when the division is not of as many nodes, or when there are no ties (of
/// weight). Costs O(n + m), and O(n log n) when a number is not below n.
#[must_use]
pub fn modularity(graph: &Graph, parts: &[u32], counting: Counting) -> Option<f64> {
    if parts.len() != graph.nodes() {
        return None;
    }
    let level = Level::of(graph, counting);
    if parts.iter().all(|&part| (part as usize) < parts.len()) {
        level.modularity(parts)
    } else {
        level.modularity(&without_gaps(parts))
    }
}

/// The same division, its parts numbered from 0 in the order of the numbers they had.
fn without_gaps(parts: &[u32]) -> Vec<u32> {
    let mut known = parts.to_vec();
    known.sort_unstable();
    known.dedup();
    parts.iter().map(|&part| known.partition_point(|&other| other < part) as u32).collect()
}

/// Communities by the Leiden algorithm: V. A. Traag, L. Waltman & N. J. van Eck (2019), *From Louvain to Leiden*,
/// Scientific Reports 9, 5233; for modularity, repeated until two rounds gain nothing. Of `starts` (at least one; the
/// first from everybody alone, the others from somewhere else) the best is kept, of as good ones the first.
///
/// Follows from `seed` alone. Each start costs some passes over the ties, about O(m) each. The best division is not
/// certain to be found; how near it comes stands in the README.
#[must_use]
pub fn communities(graph: &Graph, counting: Counting, starts: u32, seed: u64) -> Communities {
    let level = Level::of(graph, counting);
    let alone: Vec<u32> = (0..graph.nodes() as u32).collect();
    if level.modularity(&alone).is_none() {
        return Communities { of: alone, modularity: None };
    }
    let found: Vec<(Vec<u32>, Option<f64>)> = (0..starts.max(1))
        .into_par_iter()
        .map(|start| {
            let mut chance = Chance::stream(seed, u64::from(start));
            let begin = if start == 0 { alone.clone() } else { leiden::scattered(&level, &mut chance) };
            let mut best = leiden::improved(&level, begin, &mut chance);
            let (mut most, mut vain) = (level.modularity(&best), 0);
            while vain < IN_VAIN {
                let next = leiden::improved(&level, best.clone(), &mut chance);
                let modularity = level.modularity(&next);
                if modularity > most {
                    (best, most, vain) = (next, modularity, 0);
                } else {
                    vain += 1;
                }
            }
            (best, most)
        })
        .collect();
    let mut kept = (alone, None);
    for (of, modularity) in found {
        if modularity > kept.1 {
            kept = (of, modularity);
        }
    }
    Communities { of: by_lowest(&kept.0), modularity: kept.1 }
}

/// The same division, its parts numbered in the order of their lowest node.
fn by_lowest(parts: &[u32]) -> Vec<u32> {
    let mut numbers = vec![u32::MAX; parts.len()];
    let mut next = 0;
    let number = |&part: &u32| {
        let number = &mut numbers[part as usize];
        if *number == u32::MAX {
            *number = next;
            next += 1;
        }
        *number
    };
    parts.iter().map(number).collect()
}

#[cfg(test)]
mod tests;
