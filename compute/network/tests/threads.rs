//! Every measure that is dealt over threads gives the same bits on one, two and five of them.
#![allow(clippy::unwrap_used, reason = "a test should fail loudly")]

use network::{
    Accuracy, By, Counting, Direction, Graph, Length, Tie, Ties, betweenness, betweenness_sampled,
    betweenness_weighted, brokerage_permuted, communities, distances, ei_permuted, holes, layout, reach,
};

/// Three groups, some nodes busier than others, whole weights.
fn drawn(nodes: usize, ties: usize, direction: Direction) -> Graph {
    let mut state = 7u64;
    let mut below = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    let groups: Vec<u8> = (0..nodes).map(|_| below(3) as u8).collect();
    let mut list = Ties::between(nodes, direction).unwrap().in_groups(&groups).unwrap();
    for _ in 0..ties {
        let busy = below(nodes) * below(nodes) / nodes;
        list.add(Tie::new(below(nodes), busy).weighing((below(9) + 1) as f64)).unwrap();
    }
    list.graph().unwrap()
}

/// All figures in words that keep every bit.
fn all_figures(graph: &Graph) -> Vec<String> {
    let accuracy = Accuracy::new(0.02, 0.1).unwrap();
    let keys: Vec<u64> = (0..graph.nodes() as u64).collect();
    let mut figures = Vec::new();
    let mut keep = |figure: &dyn std::fmt::Debug| figures.push(format!("{figure:?}"));
    keep(&betweenness(graph));
    keep(&betweenness_weighted(graph, Length::Weight));
    keep(&betweenness_sampled(graph, accuracy, 3));
    keep(&betweenness_sampled(graph, accuracy.for_top(4), 3));
    keep(&ei_permuted(graph, By::Group, Counting::Weights, 300, 3));
    keep(&brokerage_permuted(graph, By::Group, 60, 3));
    keep(&holes(graph, Counting::Weights));
    keep(&communities(graph, Counting::Weights, 5, 3));
    keep(&reach(graph, By::Group));
    keep(&distances(graph, By::Group));
    keep(&layout(graph, &keys, &vec![None; graph.nodes()]));
    figures
}

#[test]
fn the_bits_do_not_depend_on_how_many_help() {
    for direction in [Direction::Directed, Direction::Undirected] {
        let graph = drawn(1_100, 3_000, direction);
        let on = |threads| {
            rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap()
                .install(|| all_figures(&graph))
        };
        let alone = on(1);
        for threads in [2, 5] {
            for (at, (alone, together)) in alone.iter().zip(on(threads)).enumerate() {
                assert!(*alone == together, "figure {at} on {threads} threads");
            }
        }
    }
}
