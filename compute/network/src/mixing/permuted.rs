//! The E-I index with labels dealt anew: all deals when they are few, else as many as asked for, 64 at a time.

use rayon::prelude::*;

use crate::chance::Chance;
use crate::{By, Counting, Graph, ei};

/// Deals in one word of 64 bits.
const LANES: usize = 64;

/// How often chance gives what was found, or more, or less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Permuted {
    /// The chance of an index as low as found, or lower.
    pub p_low: f64,
    /// The chance of an index as high as found, or higher.
    pub p_high: f64,
    /// How many deals that is from.
    pub deals: u64,
    /// Whether these were all deals there are; then the chances are exact. Else each is (1 + hits) / (1 + deals),
    /// which is never zero and never too small (Phipson & Smyth 2010).
    pub exact: bool,
}

/// The permutation test of the E-I index: labels are dealt anew over the nodes, with as many of each.
///
/// When there are at most `deals` different deals, each is tried once and the answer is exact; otherwise `deals`
/// are drawn, which follow from `seed` alone. `None` without ties (of weight). Costs O(m) for each 64 deals and
/// O(n) for each deal.
#[must_use]
pub fn ei_permuted(graph: &Graph, by: By, counting: Counting, deals: u64, seed: u64) -> Option<Permuted> {
    let found = ei(graph, by, counting).whole;
    if found.external + found.internal == 0 {
        return None;
    }
    let division = graph.divided(by);
    let all = different_deals(division.sizes(), deals);
    let exact = all.is_some();
    let deals = all.unwrap_or(deals.max(1));
    let pairs = pairs(graph, counting);
    let words = deals.div_ceil(LANES as u64);
    let lanes_of = |word: u64| (deals - word * LANES as u64).min(LANES as u64) as usize;
    let hits = |planes: &[Vec<u64>], lanes: usize| {
        let external = count_external(&pairs, planes);
        let among = external.iter().take(lanes);
        among.fold((0u64, 0u64), |(low, high), &dealt| {
            (low + u64::from(dealt <= found.external), high + u64::from(dealt >= found.external))
        })
    };
    let (low, high) = if exact {
        let mut labels = division.labels().to_vec();
        labels.sort_unstable();
        let mut sum = (0, 0);
        for word in 0..words {
            let mut planes = Planes::new(division.classes(), labels.len());
            for lane in 0..lanes_of(word) {
                planes.put(lane, &labels);
                next_deal(&mut labels);
            }
            let (low, high) = hits(&planes.0, lanes_of(word));
            sum = (sum.0 + low, sum.1 + high);
        }
        sum
    } else {
        let word = |word: u64| {
            let mut planes = Planes::new(division.classes(), division.labels().len());
            let mut labels = division.labels().to_vec();
            for lane in 0..lanes_of(word) {
                Chance::stream(seed, word * LANES as u64 + lane as u64).shuffle(&mut labels);
                planes.put(lane, &labels);
                labels.copy_from_slice(division.labels());
            }
            hits(&planes.0, lanes_of(word))
        };
        (0..words)
            .into_par_iter()
            .map(word)
            .reduce(|| (0, 0), |one, other| (one.0 + other.0, one.1 + other.1))
    };
    let more = u64::from(!exact) as f64;
    let share = |hits: u64| (hits as f64 + more) / (deals as f64 + more);
    Some(Permuted { p_low: share(low), p_high: share(high), deals, exact })
}

/// Each pair of nodes with a tie, and what it counts.
fn pairs(graph: &Graph, counting: Counting) -> Vec<(u32, u32, u64)> {
    let mut pairs = Vec::with_capacity(graph.to().len() / 2);
    for node in 0..graph.nodes() {
        for end in graph.ends(node) {
            let other = graph.to()[end];
            if other as usize > node {
                pairs.push((node as u32, other, graph.counted(end, counting)));
            }
        }
    }
    pairs
}

/// How many different deals there are, unless they are more than `most`.
fn different_deals(sizes: &[u32], most: u64) -> Option<u64> {
    let (mut ways, mut dealt) = (1u128, 0u128);
    for &size in sizes {
        // A binomial coefficient grows with its lower number up to the half, so that too many stays too many.
        let (size, mut part) = (u128::from(size), 1u128);
        dealt += size;
        for step in 0..size.min(dealt - size) {
            part = part * (dealt - step) / (step + 1);
            if part > u128::from(most) {
                return None;
            }
        }
        ways *= part;
        if ways > u128::from(most) {
            return None;
        }
    }
    u64::try_from(ways).ok()
}

/// The next order of the labels, in the order of a dictionary; the first again after the last.
fn next_deal(labels: &mut [u8]) {
    let Some(pivot) = labels.windows(2).rposition(|pair| pair[0] < pair[1]) else {
        labels.reverse();
        return;
    };
    if let Some(above) = labels.iter().rposition(|&label| label > labels[pivot]) {
        labels.swap(pivot, above);
        labels[pivot + 1..].reverse();
    }
}

/// The bits of the labels of 64 deals: for each bit of a label, a word for each node with a bit for each deal.
struct Planes(Vec<Vec<u64>>);

impl Planes {
    fn new(classes: usize, nodes: usize) -> Self {
        let bits = usize::BITS - classes.saturating_sub(1).leading_zeros();
        Self(vec![vec![0; nodes]; bits as usize])
    }

    fn put(&mut self, lane: usize, labels: &[u8]) {
        for (bit, plane) in self.0.iter_mut().enumerate() {
            for (word, &label) in plane.iter_mut().zip(labels) {
                *word |= u64::from(label >> bit & 1) << lane;
            }
        }
    }
}

/// What is external in each of 64 deals: counters that stand upright, a bit of each deal in one word.
fn count_external(pairs: &[(u32, u32, u64)], planes: &[Vec<u64>]) -> [u64; LANES] {
    let mut counters = [0u64; 64];
    for &(one, other, weight) in pairs {
        let differ = planes.iter().fold(0, |all, plane| all | (plane[one as usize] ^ plane[other as usize]));
        let mut rest = weight;
        while rest > 0 {
            let bit = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let mut carry = differ;
            for counter in &mut counters[bit..] {
                if carry == 0 {
                    break;
                }
                (*counter, carry) = (*counter ^ carry, *counter & carry);
            }
        }
    }
    std::array::from_fn(|lane| {
        counters.iter().enumerate().map(|(bit, counter)| (counter >> lane & 1) << bit).sum()
    })
}
