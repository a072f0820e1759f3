//! The E-I index of Krackhardt and Stern: of the whole, of each group, of each node.

use super::moments::{Moments, Sums};
use crate::{By, Counting, Graph};

/// What goes to other groups and what stays within, in ties or units of weight. A directed pair counts twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split {
    /// Between groups.
    pub external: u64,
    /// Within a group.
    pub internal: u64,
}

impl Split {
    /// (external − internal) / (external + internal), from −1 (all within) to 1 (all between);
    /// `None` when there is nothing to divide.
    #[must_use]
    pub fn index(self) -> Option<f64> {
        let whole = self.external + self.internal;
        let difference = self.external as i128 - self.internal as i128;
        (whole > 0).then(|| difference as f64 / whole as f64)
    }
}

/// The E-I index and what it would be if groups were dealt by chance.
#[derive(Debug, Clone, PartialEq)]
pub struct Ei {
    /// All ties, each once.
    pub whole: Split,
    /// Of each group, by its number: the ties with at least one end in it.
    pub by_group: Vec<Split>,
    /// Of each node: the ties it has, in both directions.
    pub by_node: Vec<Split>,
    /// Mean and variance of the index of the whole when the labels are dealt anew over the nodes, with as many of
    /// each; `None` without ties (of weight).
    pub by_chance: Option<Moments>,
}

/// The E-I index: D. Krackhardt & R. N. Stern (1988), *Informal networks and organizational crises*, Social
/// Psychology Quarterly 51(2), 123–140; with its moments under permutation of the labels in closed form.
///
/// Costs one pass over the ties, O(n + m). With one group everything is internal (−1, variance 0); without ties the
/// index is `None`; loops do not count.
#[must_use]
pub fn ei(graph: &Graph, by: By, counting: Counting) -> Ei {
    use crate::Direction::{Directed, Undirected};
    match (counting, graph.direction()) {
        (Counting::Ties, Undirected) => swept(graph, by, |_| 1),
        (Counting::Ties, Directed) => swept(graph, by, |end| graph.counted(end, Counting::Ties)),
        (Counting::Weights, _) => swept(graph, by, |end| graph.both(end)),
    }
}

fn swept(graph: &Graph, by: By, weigh: impl Fn(usize) -> u64) -> Ei {
    let division = graph.divided(by);
    let (labels, to) = (division.labels(), graph.to());
    let mut by_group = vec![Split::default(); division.classes()];
    let mut sums = Sums::default();
    let mut by_node = Vec::with_capacity(graph.nodes());
    for (node, &label) in labels.iter().enumerate() {
        let (mut external, mut strength, mut squares) = (0u64, 0u64, 0u128);
        for end in graph.ends(node) {
            let weight = weigh(end);
            let other = u64::from(labels[to[end] as usize] != label);
            external += weight * other;
            strength += weight;
            squares += u128::from(weight) * u128::from(weight);
        }
        let split = Split { external, internal: strength - external };
        let group = &mut by_group[usize::from(label)];
        group.external += split.external;
        group.internal += split.internal;
        sums.node(strength, squares);
        by_node.push(split);
    }
    // Within a group a tie was seen from both ends; between groups once from each side.
    by_group.iter_mut().for_each(|group| group.internal /= 2);
    let whole = Split {
        external: by_group.iter().map(|group| group.external).sum::<u64>() / 2,
        internal: by_group.iter().map(|group| group.internal).sum(),
    };
    let by_chance = sums.moments(division.sizes());
    Ei { whole, by_group, by_node, by_chance }
}
