//! How the worlds meet: directly, through one other, further, or not at all.

mod histogram;

pub use histogram::{Distances, distances};

use rayon::prelude::*;

use crate::{By, Graph};

/// How many pairs of nodes are how near. A pair counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Steps {
    /// They have a tie.
    pub direct: u64,
    /// They have no tie, but somebody has one with both.
    pub through_one: u64,
    /// There is a way between them, through two others or more.
    pub further: u64,
    /// There is no way between them.
    pub apart: u64,
}

impl Steps {
    /// All pairs.
    #[must_use]
    pub fn pairs(self) -> u64 {
        self.direct + self.through_one + self.further + self.apart
    }

    /// The shares of the four, in that order; `None` without pairs.
    #[must_use]
    pub fn shares(self) -> Option<[f64; 4]> {
        let (all, each) = (self.pairs(), [self.direct, self.through_one, self.further, self.apart]);
        (all > 0).then(|| each.map(|part| part as f64 / all as f64))
    }

    fn plus(self, other: Self) -> Self {
        Self {
            direct: self.direct + other.direct,
            through_one: self.through_one + other.through_one,
            further: self.further + other.further,
            apart: self.apart + other.apart,
        }
    }
}

/// How near the nodes of each group are to those of each other, directions left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// From group to group, row by row, the lower group first: `cells[lower * classes + higher]`.
    cells: Vec<Steps>,
    classes: usize,
}

impl Reach {
    /// Between two groups, or within one when they are the same; all zero for a group that is not there.
    #[must_use]
    pub fn between(&self, one: u8, other: u8) -> Steps {
        let (low, high) = (usize::from(one.min(other)), usize::from(one.max(other)));
        if high < self.classes { self.cells[low * self.classes + high] } else { Steps::default() }
    }

    /// All pairs of nodes of different groups.
    #[must_use]
    pub fn across(&self) -> Steps {
        let cells = self.cells.iter().enumerate();
        cells
            .filter(|(at, _)| at / self.classes != at % self.classes)
            .fold(Steps::default(), |sum, (_, &cell)| sum.plus(cell))
    }
}

/// How the groups meet. Directions and weights do not matter.
///
/// Direct is read from the ties, through one other by looking two steps around each node, no way from the components,
/// and the rest is further: O(Σ over ties of the degrees at their ends), without measuring distances.
#[must_use]
pub fn reach(graph: &Graph, by: By) -> Reach {
    let division = graph.divided(by);
    let (labels, classes, nodes) = (division.labels(), division.classes(), graph.nodes());
    let size = classes * classes;
    let counted: Vec<Vec<[u64; 2]>> = (0..nodes.div_ceil(TOGETHER))
        .into_par_iter()
        .map_init(
            || vec![u32::MAX; nodes],
            |stamped, part| {
                let mut cells = vec![[0u64; 2]; size];
                for node in part * TOGETHER..nodes.min((part + 1) * TOGETHER) {
                    two_steps(graph, labels, classes, node, stamped, &mut cells);
                }
                cells
            },
        )
        .collect();
    let mut near = vec![[0u64; 2]; size];
    for part in counted {
        near.iter_mut().zip(part).for_each(|(sum, part)| *sum = [sum[0] + part[0], sum[1] + part[1]]);
    }
    let connected = connected(graph, labels, classes);
    let sizes = division.sizes();
    let mut cells = vec![Steps::default(); size];
    for low in 0..classes {
        for high in low..classes {
            let at = low * classes + high;
            let (a, b) = (u64::from(sizes[low]), u64::from(sizes[high]));
            let pairs = if low == high { a * a.saturating_sub(1) / 2 } else { a * b };
            let [direct, through_one] = near[at];
            let further = connected[at] - direct - through_one;
            cells[at] = Steps { direct, through_one, further, apart: pairs - connected[at] };
        }
    }
    Reach { cells, classes }
}

/// How many nodes one thread takes at a time.
const TOGETHER: usize = 1024;

/// Counts the higher nodes that are one and two steps from `node`.
fn two_steps(
    graph: &Graph,
    labels: &[u8],
    classes: usize,
    node: usize,
    stamped: &mut [u32],
    cells: &mut [[u64; 2]],
) {
    let stamp = node as u32;
    let own = usize::from(labels[node]);
    let mut count = |other: u32, step: usize| {
        if other > stamp {
            let class = usize::from(labels[other as usize]);
            cells[own.min(class) * classes + own.max(class)][step] += 1;
        }
    };
    stamped[node] = stamp;
    for &near in graph.neighbours(node) {
        stamped[near as usize] = stamp;
        count(near, 0);
    }
    for &near in graph.neighbours(node) {
        for &other in graph.neighbours(near as usize) {
            if std::mem::replace(&mut stamped[other as usize], stamp) != stamp {
                count(other, 1);
            }
        }
    }
}

/// How many pairs of nodes there is some way between.
fn connected(graph: &Graph, labels: &[u8], classes: usize) -> Vec<u64> {
    let found = crate::cuts(graph, By::Group);
    let mut nodes: Vec<(u32, u8)> = found.component.iter().copied().zip(labels.iter().copied()).collect();
    nodes.sort_unstable();
    let mut pairs = vec![0; classes * classes];
    for component in nodes.chunk_by(|one, other| one.0 == other.0) {
        let counts: Vec<(usize, u64)> = component
            .chunk_by(|one, other| one.1 == other.1)
            .map(|class| (usize::from(class[0].1), class.len() as u64))
            .collect();
        for (at, &(low, a)) in counts.iter().enumerate() {
            pairs[low * classes + low] += a * (a - 1) / 2;
            counts[at + 1..].iter().for_each(|&(high, b)| pairs[low * classes + high] += a * b);
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
