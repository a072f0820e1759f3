//! All distances between all nodes, counted by group: 64 searches at a time, a bit for each.

use rayon::prelude::*;

use crate::{By, Graph};

/// How many pairs of nodes are how many ties apart, directions left aside. A pair counts once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distances {
    /// By distance, from 1 tie on; in each, from group to group, the lower first: `[lower * classes + higher]`.
    cells: Vec<Vec<u64>>,
    classes: usize,
}

impl Distances {
    /// How many pairs of two groups (or within one) are 1, 2, 3 … ties apart. Who has no way between them is not in it.
    #[must_use]
    pub fn between(&self, one: u8, other: u8) -> Vec<u64> {
        let (low, high) = (usize::from(one.min(other)), usize::from(one.max(other)));
        let at = (high < self.classes).then_some(low * self.classes + high);
        self.cells.iter().map(|cells| at.map_or(0, |at| cells[at])).collect()
    }

    /// How many pairs of different groups are 1, 2, 3 … ties apart.
    #[must_use]
    pub fn across(&self) -> Vec<u64> {
        let different = |at: &usize| at / self.classes != at % self.classes;
        let sum = |cells: &Vec<u64>| (0..cells.len()).filter(different).map(|at| cells[at]).sum();
        self.cells.iter().map(sum).collect()
    }
}

/// Searches in one word of 64 bits.
const LANES: usize = 64;

/// The distances between all pairs of nodes by breadth-first search from 64 nodes at a time (M. Then et al. 2014, *The
/// more the merrier*, PVLDB 8(4)). Costs O(n · m · longest distance / 64); for more than some 50,000 nodes ask
/// [`super::reach`], which looks no further than two steps.
#[must_use]
pub fn distances(graph: &Graph, by: By) -> Distances {
    let division = graph.divided(by);
    let classes = division.classes();
    let words = graph.nodes().div_ceil(LANES);
    let search = |word: usize| from_word(graph, division.labels(), classes, word * LANES);
    let added = |mut one: Vec<Vec<u64>>, mut other: Vec<Vec<u64>>| {
        if one.len() < other.len() {
            std::mem::swap(&mut one, &mut other);
        }
        for (one, other) in one.iter_mut().zip(other) {
            one.iter_mut().zip(other).for_each(|(one, other)| *one += other);
        }
        one
    };
    // Whole numbers: the order in which threads are added does not matter.
    let mut cells = (0..words).into_par_iter().map(search).reduce(Vec::new, added);
    // Each pair was found from both ends.
    cells.iter_mut().flatten().for_each(|count| *count /= 2);
    Distances { cells, classes }
}

fn from_word(graph: &Graph, labels: &[u8], classes: usize, first: usize) -> Vec<Vec<u64>> {
    let nodes = graph.nodes();
    let (mut seen, mut now, mut next) = (vec![0u64; nodes], vec![0u64; nodes], vec![0u64; nodes]);
    let mut lanes = vec![0u64; classes];
    for node in first..nodes.min(first + LANES) {
        let lane = 1 << (node - first);
        (seen[node], now[node]) = (lane, lane);
        lanes[usize::from(labels[node])] |= lane;
    }
    let present: Vec<(usize, u64)> = lanes.into_iter().enumerate().filter(|(_, lanes)| *lanes != 0).collect();
    let mut cells = Vec::new();
    loop {
        for node in (0..nodes).filter(|&node| now[node] != 0) {
            graph.neighbours(node).iter().for_each(|&other| next[other as usize] |= now[node]);
        }
        let (mut level, mut any) = (vec![0; classes * classes], false);
        for node in 0..nodes {
            let new = next[node] & !seen[node];
            seen[node] |= new;
            (now[node], next[node]) = (new, 0);
            if new != 0 {
                any = true;
                let class = usize::from(labels[node]);
                for &(from, lanes) in &present {
                    level[from.min(class) * classes + from.max(class)] +=
                        u64::from((new & lanes).count_ones());
                }
            }
        }
        if !any {
            return cells;
        }
        cells.push(level);
    }
}
