//! Betweenness to a stated accuracy, from as many shortest ways as that needs.

use rayon::prelude::*;

use super::walker::Walker;
use crate::chance::Chance;
use crate::{By, Graph, cuts};

/// How near, how surely, and for whom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accuracy {
    epsilon: f64,
    delta: f64,
    top: Option<usize>,
}

impl Accuracy {
    /// The smallest ε there is. What it needs grows with 1/ε²: here up to some hundred thousand million draws, which
    /// take days. Who must know finer than that has it sooner, and exactly, from [`super::betweenness`].
    pub const FINEST: f64 = 1e-5;

    /// All estimates are within `epsilon` of the truth, but for a chance of `delta`; `None` unless both are between
    /// 0 and 1, and when `epsilon` is below [`Accuracy::FINEST`].
    #[must_use]
    pub fn new(epsilon: f64, delta: f64) -> Option<Self> {
        let fits = (Self::FINEST..1.0).contains(&epsilon) && delta > 0.0 && delta < 1.0;
        fits.then_some(Self { epsilon, delta, top: None })
    }

    /// Stops earlier when it is sure (but for `delta`) which `count` nodes are highest.
    #[must_use]
    pub fn for_top(self, count: usize) -> Self {
        Self { top: Some(count), ..self }
    }
}

/// Estimates and how sure they are. All figures are shares of ordered pairs of nodes: exact betweenness divided by
/// n (n − 1) when directed, by half of it when not.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// Of each node.
    pub share: Vec<f64>,
    /// From how many drawn pairs.
    pub drawn: u64,
    /// All estimates are within this, but for a chance of δ. `None` when it stopped earlier because the highest were
    /// sure; then each has its own bounds (see [`Sampled::bounds`]).
    pub epsilon: Option<f64>,
    /// The nodes that were asked for, highest first (as high: lowest node first); all but for ε if not `separated`.
    pub top: Vec<u32>,
    /// Whether, but for a chance of δ, these are the highest and no others.
    pub separated: bool,
    bound: Bound,
}

impl Sampled {
    /// Between what the truth for a node is, but for a chance of δ for all nodes together; `None` for a node that is
    /// not there.
    #[must_use]
    pub fn bounds(&self, node: usize) -> Option<(f64, f64)> {
        let share = *self.share.get(node)?;
        let (below, above) = self.bound.around(share, self.drawn);
        let most = self.epsilon.unwrap_or(1.0);
        Some(((share - below.min(most)).max(0.0), (share + above.min(most)).min(1.0)))
    }
}

/// The adaptive bound of KADABRA, the same for each node.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bound {
    /// More draws than this are never needed.
    most: f64,
    /// ln (1 / chance of one side of one node).
    log: f64,
}

impl Bound {
    /// How far below and above an estimate the truth may be.
    fn around(self, share: f64, drawn: u64) -> (f64, f64) {
        let drawn = drawn as f64;
        let ratio = self.most / drawn;
        let root = |shift: f64| (shift * shift + 2.0 * share * self.most / self.log).sqrt();
        let side = |shift: f64, sign: f64| self.log / drawn * (sign * shift + root(shift));
        (side(ratio - 1.0 / 3.0, -1.0).max(0.0), side(ratio + 1.0 / 3.0, 1.0))
    }
}

/// Draws between two looks at whether it is enough.
const BETWEEN_LOOKS: u64 = 1024;

/// Betweenness by adaptive sampling: M. Borassi & E. Natale (2019), *KADABRA is an ADaptive Algorithm for Betweenness
/// via Random Approximation*, ACM JEA 24. Pairs of nodes are drawn, and for each one of its shortest ways, searched
/// from both ends. Half of δ goes to the most draws that are ever needed (M. Riondato & E. M. Kornaropoulos 2016, with
/// c = 0.5), half, evenly over all nodes and both sides, to stopping earlier.
///
/// The draws follow from `seed` and their number alone: the same on any number of threads. With fewer than two nodes
/// there is nothing to draw and all shares are 0, surely.
#[must_use]
pub fn betweenness_sampled(graph: &Graph, accuracy: Accuracy, seed: u64) -> Sampled {
    let nodes = graph.nodes();
    let found = cuts(graph, By::Group);
    let Accuracy { epsilon, delta, top } = accuracy;
    let across = f64::from(across(graph, &found.component, &found.sizes)).max(4.0);
    let most = 0.5 / (epsilon * epsilon) * ((across - 2.0).log2().floor() + 1.0 + (2.0 / delta).ln());
    let bound = Bound { most: most.ceil(), log: (4.0 * nodes.max(1) as f64 / delta).ln() };
    let (out, back) = (graph.arcs_out(), graph.arcs_in());
    let threads = rayon::current_num_threads().max(1);
    let mut walkers: Vec<(Walker, Vec<u32>)> =
        (0..threads).map(|_| (Walker::new(nodes), Vec::new())).collect();
    let mut counts = vec![0u64; nodes];
    let mut drawn = 0;
    let (epsilon, highest, separated) = loop {
        if nodes < 2 {
            break (Some(0.0), (0..nodes.min(top.unwrap_or(0)) as u32).collect(), true);
        }
        walkers.par_iter_mut().enumerate().for_each(|(thread, (walker, between))| {
            between.clear();
            for draw in (drawn..drawn + BETWEEN_LOOKS).skip(thread).step_by(threads) {
                let mut chance = Chance::stream(seed, draw);
                let from = chance.below(nodes as u32);
                let to = chance.below(nodes as u32 - 1);
                let to = to + u32::from(to >= from);
                if found.component[from as usize] == found.component[to as usize] {
                    walker.walk([&out, &back], [from, to], &mut chance, between);
                }
            }
        });
        drawn += BETWEEN_LOOKS;
        walkers.iter().flat_map(|(_, between)| between).for_each(|&node| counts[node as usize] += 1);
        let share = |count: u64| count as f64 / drawn as f64;
        let (highest, separated) = highest(&counts, top, |count| bound.around(share(count), drawn), drawn);
        // Both sides grow with the estimate, so the highest is the least sure.
        let (below, above) = bound.around(share(counts.iter().copied().max().unwrap_or(0)), drawn);
        if below.max(above) <= epsilon || drawn as f64 >= bound.most {
            break (Some(epsilon), highest, separated);
        }
        if separated && top.is_some() {
            break (None, highest, separated);
        }
    };
    let share =
        counts.iter().map(|&count| if drawn > 0 { count as f64 / drawn as f64 } else { 0.0 }).collect();
    Sampled { share, drawn, epsilon, top: highest, separated, bound }
}

/// The highest, and whether the lowest of them is surely higher than the highest of the others.
fn highest(
    counts: &[u64],
    top: Option<usize>,
    around: impl Fn(u64) -> (f64, f64),
    drawn: u64,
) -> (Vec<u32>, bool) {
    let Some(top) = top.map(|top| top.min(counts.len())).filter(|&top| top > 0) else {
        return (Vec::new(), true);
    };
    let mut nodes: Vec<u32> = (0..counts.len() as u32).collect();
    let key = |&node: &u32| (std::cmp::Reverse(counts[node as usize]), node);
    let share = |node: u32| counts[node as usize] as f64 / drawn as f64;
    let next = if top < nodes.len() { Some(*nodes.select_nth_unstable_by_key(top, key).1) } else { None };
    nodes.truncate(top);
    nodes.sort_unstable_by_key(key);
    let last = nodes[top - 1];
    let separated = next.is_none_or(|next| {
        let (below, above) = (around(counts[last as usize]).0, around(counts[next as usize]).1);
        share(last) - below >= share(next) + above
    });
    (nodes, separated)
}

/// Not less than the number of nodes on any shortest way: twice the steps from one node of each component, or, along
/// directions, all of the largest component.
fn across(graph: &Graph, component: &[u32], sizes: &[u32]) -> u32 {
    if graph.is_directed() {
        return sizes.iter().copied().max().unwrap_or(0);
    }
    let mut busiest: Vec<Option<u32>> = vec![None; sizes.len()];
    let ties = |node: u32| graph.neighbours(node as usize).len();
    for (node, &component) in (0..).zip(component) {
        let best = &mut busiest[component as usize];
        if best.is_none_or(|best| ties(node) > ties(best)) {
            *best = Some(node);
        }
    }
    let mut met = vec![false; graph.nodes()];
    let mut most = 0;
    for first in busiest.into_iter().flatten() {
        let (mut level, mut steps) = (vec![first], 0);
        met[first as usize] = true;
        loop {
            let mut next = Vec::new();
            for &node in &level {
                for &other in graph.neighbours(node as usize) {
                    if !std::mem::replace(&mut met[other as usize], true) {
                        next.push(other);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            steps += 1;
            level = next;
        }
        most = most.max(2 * steps + 1);
    }
    most
}
