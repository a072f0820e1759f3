//! Brokerage with labels dealt anew: what chance gives, without assuming how ties come about.

use rayon::prelude::*;

use super::count::Figures;
use super::triads::{KEPT, Triangles};
use crate::chance::Chance;
use crate::{By, Graph};

/// How often chance gives as little or as much as was found: (1 + hits) / (1 + deals), never zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tail {
    /// As little, or less.
    pub p_low: f64,
    /// As much, or more.
    pub p_high: f64,
}

/// What chance gives, in the order of [`super::Brokerage`] and [`super::Roles::each`].
#[derive(Debug, Clone, PartialEq)]
pub struct BrokerageByChance {
    /// Of each node, for each role.
    pub by_node: Vec<[Tail; 5]>,
    /// Of all nodes together, for each role.
    pub whole: [Tail; 5],
    /// From class to class, row by row, for each role.
    pub by_pair: Vec<[Tail; 5]>,
    /// How many deals that is from.
    pub deals: u32,
}

/// The permutation test of brokerage: ties stay, labels are dealt anew `deals` times (at least once) over the nodes,
/// with as many of each. This is the test to draw conclusions from: it holds for directed and undirected networks,
/// whereas the z-scores of R's `sna` are √2 too large on undirected ones (see [`super::brokerage_expected`]).
///
/// The total of a node does not depend on labels, so it has no such chance. Follows from `seed` alone, whatever the
/// number of threads. Costs O(n + m + closed paths) for each deal. Up to 4,194,304 triangles are found once and kept,
/// in 64 MB (half as much again while the list grows); more of them, as among 300 who all know each other, are found
/// anew in each deal, O(m^1.5). Beside that it keeps 80 bytes for each node and each pair of classes, in each part of
/// the deals that is counted beside the others.
#[must_use]
pub fn brokerage_permuted(graph: &Graph, by: By, deals: u32, seed: u64) -> BrokerageByChance {
    dealt(graph, by, deals, seed, &Triangles::of(graph).keeping(KEPT))
}

pub(super) fn dealt(
    graph: &Graph,
    by: By,
    deals: u32,
    seed: u64,
    triangles: &Triangles,
) -> BrokerageByChance {
    let division = graph.divided(by);
    let (nodes, classes, deals) = (graph.nodes(), division.classes(), deals.max(1));
    let mut found = Figures::new(nodes, classes);
    found.count(graph, division.labels(), triangles);
    let nothing = || vec![[0u32; 2]; found.values.len()];
    let start = || (Figures::new(nodes, classes), Vec::new(), nothing());
    let deal = |(mut dealt, mut labels, mut hits): (Figures, Vec<u8>, Vec<[u32; 2]>), number: u32| {
        labels.clear();
        labels.extend_from_slice(division.labels());
        Chance::stream(seed, u64::from(number)).shuffle(&mut labels);
        dealt.count(graph, &labels, triangles);
        for ((hits, dealt), found) in hits.iter_mut().zip(&dealt.values).zip(&found.values) {
            hits[0] += u32::from(dealt <= found);
            hits[1] += u32::from(dealt >= found);
        }
        (dealt, labels, hits)
    };
    let added = |mut one: Vec<[u32; 2]>, other: Vec<[u32; 2]>| {
        one.iter_mut().zip(other).for_each(|(one, other)| *one = [one[0] + other[0], one[1] + other[1]]);
        one
    };
    let counted =
        (0..deals).into_par_iter().fold(start, deal).map(|(_, _, hits)| hits).reduce(nothing, added);
    let share = |hits: u32| (f64::from(hits) + 1.0) / (f64::from(deals) + 1.0);
    let tail = |hits: &[u32; 2]| Tail { p_low: share(hits[0]), p_high: share(hits[1]) };
    let mut each = counted.chunks_exact(5).map(|five| [0, 1, 2, 3, 4].map(|role| tail(&five[role])));
    let by_node = each.by_ref().take(nodes).collect();
    let whole = each.next().unwrap_or([Tail { p_low: 1.0, p_high: 1.0 }; 5]);
    BrokerageByChance { by_node, whole, by_pair: each.collect(), deals }
}
