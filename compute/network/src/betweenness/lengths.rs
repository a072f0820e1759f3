//! Lengths of ties as whole numbers, so that two ways that are as long are as long.

use std::ops::Add;

use super::renamed;
use crate::Graph;
use crate::graph::Arcs;

/// How long a tie is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// 1 / weight: a strong tie is short. One that weighs nothing cannot be gone along.
    Inverse,
    /// Its weight.
    Weight,
}

/// Why ways cannot be measured exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Inexact {
    /// The weights are so different that a way is too long a number in the unit they have in common.
    #[error("the weights have no common unit in which the longest way fits in 126 bits")]
    TooFine,
    /// A tie has length zero, and then there is no end to shortest ways.
    #[error("the tie from node {from} to node {to} has length zero")]
    NoLength {
        /// From.
        from: u32,
        /// To.
        to: u32,
    },
}

/// The lengths of rows of ties, and the shortest and longest of all.
pub(super) struct Lengths {
    /// By the weight of a tie: its length.
    unit: Unit,
    pub(super) least: u128,
    pub(super) most: u128,
}

#[derive(Clone, Copy)]
enum Unit {
    /// A whole number divided by the weight.
    Over(u128),
    /// The weight divided by a whole number.
    By(u128),
}

fn common(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { common(other, one % other) }
}

impl Lengths {
    pub(super) fn of(graph: &Graph, arcs: &Arcs<'_>, length: Length) -> Result<Self, Inexact> {
        let mut weights: Vec<u32> = arcs.weight.to_vec();
        weights.sort_unstable();
        weights.dedup();
        if length == Length::Weight && weights.first() == Some(&0) {
            return Err(zero(graph, arcs));
        }
        let weights = || weights.iter().filter(|&&weight| weight > 0).map(|&weight| u128::from(weight));
        let (Some(least), Some(most)) = (weights().min(), weights().max()) else {
            return Ok(Self { unit: Unit::By(1), least: 1, most: 1 });
        };
        let found = match length {
            Length::Weight => {
                let unit = weights().fold(0, common);
                Self { unit: Unit::By(unit), least: least / unit, most: most / unit }
            }
            Length::Inverse => {
                let multiple = |so_far: u128, weight| (so_far / common(so_far, weight)).checked_mul(weight);
                let over = weights().try_fold(1, multiple).ok_or(Inexact::TooFine)?;
                Self { unit: Unit::Over(over), least: over / most, most: over / least }
            }
        };
        let longest = found.most.checked_mul(graph.nodes() as u128);
        longest.filter(|&longest| longest < 1 << 126).map(|_| found).ok_or(Inexact::TooFine)
    }

    /// No way is longer than this.
    pub(super) fn longest(&self, nodes: usize) -> u128 {
        self.most * nodes as u128
    }

    /// The length of a tie of this weight; `None` when it cannot be gone along.
    pub(super) fn of_weight(&self, weight: u32) -> Option<u128> {
        match (self.unit, weight) {
            (_, 0) => None,
            (Unit::Over(over), weight) => Some(over / u128::from(weight)),
            (Unit::By(unit), weight) => Some(u128::from(weight) / unit),
        }
    }
}

fn zero(graph: &Graph, arcs: &Arcs<'_>) -> Inexact {
    let zero = |from: &usize| arcs.of(*from).find(|&at| arcs.weight[at] == 0);
    let found = (0..graph.nodes()).find_map(|from| zero(&from).map(|at| (from as u32, arcs.to[at])));
    let (from, to) = found.unwrap_or_default();
    Inexact::NoLength { from, to }
}

/// A distance, in as many bits as the longest way needs.
pub(super) trait Distance: Copy + Ord + Add<Output = Self> + Send + Sync + 'static {
    /// Nobody came here yet; a length can still be added to it.
    const FAR: Self;
    /// Of a number that fits.
    fn of(distance: u128) -> Self;
    /// In which bucket of 2 to the power of `shift` it lies.
    fn bucket(self, shift: u32) -> usize;
}

macro_rules! distance {
    ($($kind:ty),*) => {$(
        impl Distance for $kind {
            const FAR: Self = <$kind>::MAX / 2;
            #[inline(always)]
            fn of(distance: u128) -> Self {
                distance as Self
            }
            #[inline(always)]
            fn bucket(self, shift: u32) -> usize {
                (self >> shift) as usize
            }
        }
    )*};
}

distance!(u32, u64, u128);

/// Rows of neighbours with the length of the tie beside each.
pub(super) struct Rows<D> {
    start: Vec<u32>,
    ties: Vec<(u32, D)>,
}

impl<D: Distance> Rows<D> {
    /// The rows in this order, their nodes numbered by it.
    pub(super) fn of(arcs: &Arcs<'_>, lengths: &Lengths, order: &[u32]) -> Self {
        let renamed = renamed(order);
        let (mut start, mut ties) = (vec![0], Vec::with_capacity(arcs.to.len()));
        for &node in order {
            let long = |at: usize| {
                let length = lengths.of_weight(arcs.weight[at])?;
                Some((renamed[arcs.to[at] as usize], D::of(length)))
            };
            let begin = ties.len();
            ties.extend(arcs.of(node as usize).filter_map(long));
            ties[begin..].sort_unstable_by_key(|tie: &(u32, D)| tie.0);
            start.push(ties.len() as u32);
        }
        Self { start, ties }
    }

    #[inline(always)]
    pub(super) fn of_node(&self, node: usize) -> &[(u32, D)] {
        &self.ties[self.start[node] as usize..self.start[node + 1] as usize]
    }

    pub(super) fn count(&self) -> usize {
        self.ties.len()
    }
}
