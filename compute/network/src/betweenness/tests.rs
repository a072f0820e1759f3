//! Betweenness beside counting the shortest ways of every pair, on one thread and on several.

use proptest::prelude::*;

use super::*;
use crate::chance::Chance;
use crate::{Direction, Graph, Tie, Ties};

fn network(directed: bool, nodes: usize, rows: &[(usize, usize, u32)]) -> Graph {
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(nodes, direction).unwrap();
    rows.iter()
        .for_each(|&(from, to, weight)| ties.add(Tie::new(from, to).weighing(f64::from(weight))).unwrap());
    ties.graph().unwrap()
}

/// Distances by trying every node between, then ways by walking in order of distance, then the sum of the definition.
#[allow(clippy::needless_range_loop, reason = "numbers of nodes, as in the book")]
fn by_all_pairs(graph: &Graph, length: impl Fn(u32) -> Option<u64>) -> Vec<f64> {
    let nodes = graph.nodes();
    let far = u64::MAX / 4;
    let tie = |from: usize, to: usize| graph.weight(from, to).and_then(&length);
    let mut distance = vec![vec![far; nodes]; nodes];
    let mut ways = vec![vec![0.0; nodes]; nodes];
    for from in 0..nodes {
        distance[from][from] = 0;
        (0..nodes).filter(|&to| to != from).for_each(|to| distance[from][to] = tie(from, to).unwrap_or(far));
    }
    for over in 0..nodes {
        for from in 0..nodes {
            for to in 0..nodes {
                distance[from][to] = distance[from][to].min(distance[from][over] + distance[over][to]);
            }
        }
    }
    for from in 0..nodes {
        let mut order: Vec<usize> = (0..nodes).filter(|&to| distance[from][to] < far).collect();
        order.sort_by_key(|&to| distance[from][to]);
        ways[from][from] = 1.0;
        for &to in order.iter().skip(1) {
            let last = |&over: &usize| {
                tie(over, to).is_some_and(|tie| distance[from][over] + tie == distance[from][to])
            };
            ways[from][to] = (0..nodes).filter(last).map(|over| ways[from][over]).sum();
        }
    }
    let mut sums = vec![0.0; nodes];
    for (over, sum) in sums.iter_mut().enumerate() {
        for from in (0..nodes).filter(|&from| from != over) {
            for to in (0..nodes).filter(|&to| to != over && to != from && distance[from][to] < far) {
                if distance[from][over] + distance[over][to] == distance[from][to] {
                    *sum += ways[from][over] * ways[over][to] / ways[from][to];
                }
            }
        }
        *sum /= if graph.direction() == Direction::Directed { 1.0 } else { 2.0 };
    }
    sums
}

fn near(found: &[f64], expected: &[f64]) -> Result<(), TestCaseError> {
    for (node, (found, expected)) in found.iter().zip(expected).enumerate() {
        prop_assert!((found - expected).abs() < 1e-9, "node {}: {} but {}", node, found, expected);
    }
    Ok(())
}

fn any_network(
    weights: impl Strategy<Value = u32>,
) -> impl Strategy<Value = (bool, usize, Vec<(usize, usize, u32)>)> {
    let rows = prop::collection::vec((0usize..30, 0usize..30, weights), 0..90);
    (any::<bool>(), 1usize..30, rows).prop_map(|(directed, nodes, rows)| {
        (
            directed,
            nodes,
            rows.into_iter().map(|(from, to, weight)| (from % nodes, to % nodes, weight)).collect(),
        )
    })
}

proptest! {
    #[test]
    fn by_steps_it_is_the_sum_of_the_definition((directed, nodes, rows) in any_network(0u32..3)) {
        let graph = network(directed, nodes, &rows);
        near(&betweenness(&graph), &by_all_pairs(&graph, |_| Some(1)))?;
    }

    #[test]
    fn by_length_it_is_the_sum_of_the_definition((directed, nodes, rows) in any_network(0u32..7)) {
        let graph = network(directed, nodes, &rows);
        let long = |weight: u32| if weight > 0 { Some(69_300 / u64::from(weight)) } else { None };
        // Sums of up to ninety weights of 6 may have another unit; those below 12 divide 69,300 but for 7, 8 and 9.
        let fits = (0..nodes).all(|from| (0..nodes).all(|to| graph.weight(from, to).is_none_or(|weight| weight == 0 || 69_300 % weight == 0)));
        if fits {
            near(&betweenness_weighted(&graph, Length::Inverse).unwrap(), &by_all_pairs(&graph, long))?;
        }
    }

    #[test]
    fn lengths_far_apart_are_measured_as_well(
        (directed, nodes, rows) in any_network(prop::sample::select(vec![1u32, 2, 3, 9_000, 9_001])),
    ) {
        let graph = network(directed, nodes, &rows);
        near(&betweenness_weighted(&graph, Length::Weight).unwrap(), &by_all_pairs(&graph, |weight| Some(u64::from(weight))))?;
    }
}

fn drawn(nodes: usize, ties: usize, directed: bool) -> Graph {
    let mut chance = Chance::stream(8, nodes as u64);
    let mut end = || chance.below(nodes as u32) as usize;
    let rows: Vec<_> = (0..ties).map(|at| (end(), end() * end() / nodes, at as u32 % 9 + 1)).collect();
    network(directed, nodes, &rows)
}

#[test]
fn the_figures_are_the_same_to_the_last_bit_on_any_number_of_threads() {
    for directed in [false, true] {
        let graph = drawn(700, 2_500, directed);
        let all = || {
            let accuracy = Accuracy::new(0.03, 0.1).unwrap();
            let weighted = betweenness_weighted(&graph, Length::Inverse).unwrap();
            (
                betweenness(&graph),
                weighted,
                betweenness_sampled(&graph, accuracy, 4),
                betweenness_sampled(&graph, accuracy.for_top(5), 4),
            )
        };
        let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(all);
        assert_eq!(on(1), on(3));
    }
}

#[test]
fn an_estimate_is_within_what_it_promises_and_the_highest_are_the_highest() {
    for directed in [false, true] {
        let graph = drawn(700, 2_500, directed);
        let pairs = 700.0 * 699.0 / if directed { 1.0 } else { 2.0 };
        let exact: Vec<f64> = betweenness(&graph).into_iter().map(|sum| sum / pairs).collect();
        let accuracy = Accuracy::new(0.02, 0.05).unwrap();
        let found = betweenness_sampled(&graph, accuracy, 11);
        assert_eq!(found.epsilon, Some(0.02));
        for (node, (share, exact)) in found.share.iter().zip(&exact).enumerate() {
            assert!((share - exact).abs() <= 0.02, "{share} {exact}");
            let (low, high) = found.bounds(node).unwrap();
            assert!(low <= *exact && *exact <= high);
        }
        let top = betweenness_sampled(&graph, Accuracy::new(0.001, 0.05).unwrap().for_top(3), 11);
        let mut order: Vec<u32> = (0..700).collect();
        order.sort_by(|&one, &other| exact[other as usize].total_cmp(&exact[one as usize]));
        assert!(top.separated && top.top.iter().all(|node| order[..3].contains(node)));
        assert!(top.epsilon.is_none(), "it stopped before all were within 0.001");
        assert_eq!((found.bounds(700), found.top.len()), (None, 0));
    }
}

#[test]
fn more_nodes_than_small_numbers_hold_are_searched_too() {
    // A chain: over node k go all pairs of those before and those after it.
    let rows: Vec<_> = (0..70_000).filter(|at| at % 1_000 != 999).map(|at| (at, at + 1, 1)).collect();
    let found = betweenness(&network(false, 70_001, &rows));
    assert_eq!((found[0], found[1], found[500], found[1_010]), (0.0, 998.0, 500.0 * 499.0, 10.0 * 989.0));
}

#[test]
fn what_cannot_be_measured_exactly_says_so() {
    let zero = network(true, 3, &[(0, 1, 1), (1, 2, 0)]);
    assert_eq!(betweenness_weighted(&zero, Length::Weight), Err(Inexact::NoLength { from: 1, to: 2 }));
    assert_eq!(
        betweenness_weighted(&zero, Length::Inverse),
        Ok(vec![0.0; 3]),
        "nobody goes along a tie of no weight"
    );
    let primes = [4_294_967_291, 4_294_967_279, 4_294_967_231];
    let rows: Vec<_> = primes.iter().enumerate().map(|(at, &prime)| (at, at + 1, prime)).collect();
    assert_eq!(betweenness_weighted(&network(false, 4, &rows), Length::Inverse), Err(Inexact::TooFine));
    assert_eq!(betweenness_weighted(&network(false, 4, &rows), Length::Weight), Ok(vec![0.0, 2.0, 2.0, 0.0]));
}

#[test]
fn nobody_and_one_have_answers() {
    let accuracy = Accuracy::new(0.1, 0.1).unwrap();
    for nodes in 0..2 {
        let graph = network(false, nodes, &[]);
        assert_eq!(betweenness(&graph), vec![0.0; nodes]);
        assert_eq!(betweenness_weighted(&graph, Length::Inverse), Ok(vec![0.0; nodes]));
        let found = betweenness_sampled(&graph, accuracy.for_top(3), 1);
        assert_eq!((found.share, found.epsilon, found.drawn), (vec![0.0; nodes], Some(0.0), 0));
    }
    assert_eq!((Accuracy::new(0.0, 0.1), Accuracy::new(0.1, f64::NAN)), (None, None));
    let apart = betweenness_sampled(&network(true, 5, &[]), accuracy, 1);
    assert_eq!(apart.share, vec![0.0; 5]);
}
