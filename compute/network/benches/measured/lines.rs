//! What is measured, on networks of which sizes, and how its cost should grow.

use network::{
    Accuracy, By, Counting, Graph, Length, Sampled, Ties, answers, assortativity, betweenness,
    betweenness_sampled, betweenness_weighted, brokerage, brokerage_permuted, communities, cuts, distances,
    ei, ei_permuted, holes, layout, reach, reciprocity, strong_components,
};

use super::drawn;
use super::machine::{Cost, cost_of};

pub(crate) struct Line {
    pub(crate) name: &'static str,
    /// What the cost should grow with, for n nodes and m ties.
    pub(crate) order: &'static str,
    /// How much that is.
    amount: fn(&Graph) -> f64,
    /// The nodes of each network; four times as many ties.
    pub(crate) sizes: [usize; 4],
    run: Run,
}

/// What is done, and on which kind of network.
enum Run {
    Undirected(fn(&Graph)),
    Directed(fn(&Graph)),
    /// On the list of ties, which have moments.
    Dated(fn(&Ties)),
}

/// What one size took.
pub(crate) struct Measured {
    pub(crate) nodes: usize,
    pub(crate) cost: Cost,
    amount: f64,
}

impl Measured {
    /// Nanoseconds of the processor for one of what the cost should grow with: from size to size about the same, when it
    /// grows as it should.
    pub(crate) fn each(&self) -> f64 {
        self.cost.processor / self.amount * 1e9
    }
}

pub(crate) const LARGE: [usize; 4] = [2_000, 20_000, 100_000, 200_000];
const MIDDLE: [usize; 4] = [1_000, 2_000, 8_000, 20_000];

pub(crate) const LINES: [Line; 18] = [
    line("E-I with moments", "n + m", nodes_and_ties, LARGE, |graph| {
        hold(ei(graph, By::Group, Counting::Ties));
    }),
    line(
        "E-I, 999 deals",
        "n + m / 64 per deal",
        |graph| dealt(n(graph) + m(graph) / 64.0),
        LARGE,
        |graph| {
            hold(ei_permuted(graph, By::Group, Counting::Ties, 999, 1));
        },
    ),
    line("assortativity with its error", "m", m, LARGE, |graph| {
        hold(assortativity(graph, By::Group, Counting::Ties));
    }),
    directed("reciprocity between groups", "m", m, |graph| hold(reciprocity(graph, By::Group))),
    Line {
        name: "answers and how long they took",
        order: "m log m",
        amount: |graph| m(graph) * m(graph).log2(),
        sizes: LARGE,
        run: Run::Dated(|ties| hold(answers(ties, By::Group, ..))),
    },
    line(
        "brokerage, all nodes and roles",
        "m^1.5 at most",
        |graph| m(graph).powf(1.5),
        MIDDLE,
        |graph| {
            hold(brokerage(graph, By::Group));
        },
    ),
    line(
        "brokerage, 999 deals",
        "n + m per deal",
        |graph| dealt(nodes_and_ties(graph)),
        MIDDLE,
        |graph| {
            hold(brokerage_permuted(graph, By::Group, 999, 1));
        },
    ),
    line("constraint and effective size", "Σ degrees at ties", degrees_at_ties, LARGE, |graph| {
        hold(holes(graph, Counting::Weights));
    }),
    line("what is cut off, all nodes", "n + m", nodes_and_ties, LARGE, |graph| hold(cuts(graph, By::Group))),
    directed("strong components", "n + m", nodes_and_ties, |graph| hold(strong_components(graph))),
    line("direct, through one, further", "Σ degrees at ties", degrees_at_ties, LARGE, |graph| {
        hold(reach(graph, By::Group));
    }),
    line(
        "all distances by group",
        "n·m / 64",
        |graph| n(graph) * m(graph) / 64.0,
        MIDDLE,
        |graph| {
            hold(distances(graph, By::Group));
        },
    ),
    line(
        "betweenness, exact",
        "n·m",
        |graph| n(graph) * m(graph),
        MIDDLE,
        |graph| {
            hold(betweenness(graph));
        },
    ),
    line(
        "betweenness by length, exact",
        "n·m",
        |graph| n(graph) * m(graph),
        MIDDLE,
        |graph| {
            hold(betweenness_weighted(graph, Length::Inverse));
        },
    ),
    line(
        "betweenness, ε 0.01, δ 0.1",
        "draws · √n or so",
        |graph| drawn_ways(graph, 0.01, None),
        LARGE,
        |graph| hold(sampled(graph, 0.01, None)),
    ),
    line(
        "who are the ten of most betweenness, ε 0.005",
        "draws · √n or so",
        |graph| drawn_ways(graph, 0.005, Some(10)),
        LARGE,
        |graph| hold(sampled(graph, 0.005, Some(10))),
    ),
    line("communities, one start", "m per pass", m, LARGE, |graph| {
        hold(communities(graph, Counting::Weights, 1, 1));
    }),
    line(
        "layout",
        "m + n log n per round of 200",
        |graph| 200.0 * (m(graph) + n(graph) * n(graph).log2()),
        MIDDLE,
        |graph| {
            let keys: Vec<u64> = (0..graph.nodes() as u64).collect();
            hold(layout(graph, &keys, &vec![None; graph.nodes()]));
        },
    ),
];

const fn line(
    name: &'static str,
    order: &'static str,
    amount: fn(&Graph) -> f64,
    sizes: [usize; 4],
    run: fn(&Graph),
) -> Line {
    Line { name, order, amount, sizes, run: Run::Undirected(run) }
}

const fn directed(
    name: &'static str,
    order: &'static str,
    amount: fn(&Graph) -> f64,
    run: fn(&Graph),
) -> Line {
    Line { name, order, amount, sizes: LARGE, run: Run::Directed(run) }
}

fn n(graph: &Graph) -> f64 {
    graph.nodes() as f64
}

fn m(graph: &Graph) -> f64 {
    graph.ties() as f64
}

fn nodes_and_ties(graph: &Graph) -> f64 {
    n(graph) + m(graph)
}

/// At each tie the degrees of both its ends: each node has its degree as often as it has ties.
fn degrees_at_ties(graph: &Graph) -> f64 {
    (0..graph.nodes()).map(|node| (graph.neighbours(node).len() as f64).powi(2)).sum()
}

/// All 999 deals of so much each.
fn dealt(each: f64) -> f64 {
    999.0 * each
}

fn sampled(graph: &Graph, epsilon: f64, top: Option<usize>) -> Option<Sampled> {
    let accuracy = Accuracy::new(epsilon, 0.1)?;
    Some(betweenness_sampled(graph, top.map_or(accuracy, |count| accuracy.for_top(count)), 1))
}

fn drawn_ways(graph: &Graph, epsilon: f64, top: Option<usize>) -> f64 {
    sampled(graph, epsilon, top).map_or(0.0, |found| found.drawn as f64) * n(graph).sqrt()
}

impl Line {
    /// The middle of five times; of what is long the first.
    pub(crate) fn measured(&self, nodes: usize) -> Measured {
        match self.run {
            Run::Undirected(run) => {
                let graph = drawn::graph(nodes);
                self.timed(&graph, || run(&graph))
            }
            Run::Directed(run) => {
                let graph = drawn::directed(&drawn::dated(nodes));
                self.timed(&graph, || run(&graph))
            }
            Run::Dated(run) => {
                let ties = drawn::dated(nodes);
                self.timed(&drawn::directed(&ties), || run(&ties))
            }
        }
    }

    fn timed(&self, graph: &Graph, work: impl Fn()) -> Measured {
        let measured = |cost| Measured { nodes: graph.nodes(), cost, amount: (self.amount)(graph) };
        let first = cost_of(1, &work);
        if first.wall > 5.0 {
            return measured(first);
        }
        // The scheduler counts in steps of some milliseconds: short work is done as often as makes a fifth of a second.
        let again = (0.2 / first.wall.max(1e-6)).clamp(1.0, 10_000.0) as u32;
        let mut costs: Vec<Cost> = (0..5).map(|_| cost_of(again, &work)).collect();
        costs.sort_by(|one, other| one.processor.total_cmp(&other.processor));
        measured(costs.swap_remove(2))
    }
}

pub(crate) fn hold<T>(found: T) {
    std::hint::black_box(found);
}
