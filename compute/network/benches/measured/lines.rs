//! What is measured, on networks of which sizes, and how its cost should grow.

use network::{
    Accuracy, By, Counting, Graph, Length, betweenness, betweenness_sampled, betweenness_weighted, brokerage,
    brokerage_permuted, communities, cuts, distances, ei, ei_permuted, holes, layout, reach,
};

use super::machine::{Cost, cost_of};

pub(crate) struct Line {
    pub(crate) name: &'static str,
    /// What the cost should grow with, for n nodes and m ties.
    pub(crate) order: &'static str,
    /// The nodes of each network; four times as many ties.
    pub(crate) sizes: [usize; 4],
    run: fn(&Graph),
}

pub(crate) const LARGE: [usize; 4] = [2_000, 20_000, 100_000, 200_000];
const MIDDLE: [usize; 4] = [1_000, 2_000, 8_000, 20_000];

pub(crate) const LINES: [Line; 14] = [
    line("E-I with moments", "n + m", LARGE, |graph| hold(ei(graph, By::Group, Counting::Ties))),
    line("E-I, 999 deals", "n + m per deal", LARGE, |graph| {
        hold(ei_permuted(graph, By::Group, Counting::Ties, 999, 1));
    }),
    line("brokerage, all nodes and roles", "m^1.5 at most", MIDDLE, |graph| {
        hold(brokerage(graph, By::Group))
    }),
    line("brokerage, 999 deals", "n + m per deal", MIDDLE, |graph| {
        hold(brokerage_permuted(graph, By::Group, 999, 1));
    }),
    line("constraint and effective size", "Σ degrees at ties", LARGE, |graph| {
        hold(holes(graph, Counting::Weights));
    }),
    line("what is cut off, all nodes", "n + m", LARGE, |graph| hold(cuts(graph, By::Group))),
    line("direct, through one, further", "Σ degrees at ties", LARGE, |graph| hold(reach(graph, By::Group))),
    line("all distances by group", "n·m / 64", MIDDLE, |graph| hold(distances(graph, By::Group))),
    line("betweenness, exact", "n·m", MIDDLE, |graph| hold(betweenness(graph))),
    line("betweenness by length, exact", "n·m", MIDDLE, |graph| {
        hold(betweenness_weighted(graph, Length::Inverse));
    }),
    line("betweenness, ε 0.01, δ 0.1", "draws · √n or so", LARGE, |graph| {
        hold(Accuracy::new(0.01, 0.1).map(|accuracy| betweenness_sampled(graph, accuracy, 1)));
    }),
    line("who are the ten of most betweenness, ε 0.005", "draws · √n or so", LARGE, |graph| {
        let accuracy = Accuracy::new(0.005, 0.1);
        hold(accuracy.map(|accuracy| betweenness_sampled(graph, accuracy.for_top(10), 1)));
    }),
    line("communities, one start", "m per pass", LARGE, |graph| {
        hold(communities(graph, Counting::Weights, 1, 1));
    }),
    line("layout", "n + m per round", MIDDLE, |graph| {
        let keys: Vec<u64> = (0..graph.nodes() as u64).collect();
        hold(layout(graph, &keys, &vec![None; graph.nodes()]));
    }),
];

const fn line(name: &'static str, order: &'static str, sizes: [usize; 4], run: fn(&Graph)) -> Line {
    Line { name, order, sizes, run }
}

impl Line {
    /// The middle of five times; of what is long the first.
    pub(crate) fn measured(&self, graph: &Graph) -> Cost {
        let first = cost_of(1, || (self.run)(graph));
        if first.wall > 5.0 {
            return first;
        }
        // The scheduler counts in steps of some milliseconds: short work is done as often as makes a fifth of a second.
        let again = (0.2 / first.wall.max(1e-6)).clamp(1.0, 10_000.0) as u32;
        let mut costs: Vec<Cost> = (0..5).map(|_| cost_of(again, || (self.run)(graph))).collect();
        costs.sort_by(|one, other| one.processor.total_cmp(&other.processor));
        costs.swap_remove(2)
    }
}

pub(crate) fn hold<T>(found: T) {
    std::hint::black_box(found);
}
