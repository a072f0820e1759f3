//! Communities where they can be seen by eye, and what every division must keep to.

use proptest::prelude::*;

use super::*;
use crate::{Direction, Tie, Ties};

fn network(nodes: usize, rows: &[(usize, usize, u32)], direction: Direction) -> Graph {
    let mut ties = Ties::between(nodes, direction).unwrap();
    rows.iter()
        .for_each(|&(from, to, weight)| ties.add(Tie::new(from, to).weighing(f64::from(weight))).unwrap());
    ties.graph().unwrap()
}

/// Q = Σ over pairs in one part of (w_ij − k_i k_j / 2m) / 2m.
fn by_all_pairs(graph: &Graph, parts: &[u32]) -> f64 {
    let nodes = graph.nodes();
    let weight = |one, other| f64::from(graph.weight(one, other).unwrap_or(0));
    let strength: Vec<f64> = (0..nodes).map(|one| (0..nodes).map(|other| weight(one, other)).sum()).collect();
    let whole: f64 = strength.iter().sum();
    let mut sum = 0.0;
    for one in 0..nodes {
        for other in (0..nodes).filter(|&other| parts[one] == parts[other]) {
            sum += weight(one, other) - strength[one] * strength[other] / whole;
        }
    }
    sum / whole
}

/// The best of all divisions of a few nodes.
fn best_of_all(graph: &Graph) -> f64 {
    fn go_on(graph: &Graph, parts: &mut Vec<u32>, best: &mut f64) {
        if parts.len() == graph.nodes() {
            *best = best.max(by_all_pairs(graph, parts));
            return;
        }
        let most = parts.iter().max().map_or(0, |most| most + 1);
        for part in 0..=most {
            parts.push(part);
            go_on(graph, parts, best);
            parts.pop();
        }
    }
    let mut best = f64::MIN;
    go_on(graph, &mut Vec::new(), &mut best);
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn a_division_of_a_few_nodes_is_worth_what_it_says_and_each_part_holds_together(
        rows in prop::collection::vec((0usize..7, 0usize..7, 1u32..4), 1..14),
    ) {
        let graph = network(7, &rows, Direction::Undirected);
        let found = communities(&graph, Counting::Weights, 20, 3);
        let Some(modularity) = found.modularity else { return Ok(()) };
        prop_assert!((modularity - by_all_pairs(&graph, &found.of)).abs() < 1e-12);
        // A search by moves promises no best; it is never worse than one part for all, and says nothing better than there is.
        let best = best_of_all(&graph);
        prop_assert!((0.0..=best + 1e-9).contains(&modularity), "{} of {}", modularity, best);
        for part in 0..7 {
            let members: Vec<usize> = (0..7).filter(|&node| found.of[node] == part).collect();
            let Some(&first) = members.first() else { continue };
            let (mut met, mut todo) = (vec![first], vec![first]);
            while let Some(node) = todo.pop() {
                for &other in &members {
                    if graph.weight(node, other).is_some() && !met.contains(&other) {
                        met.push(other);
                        todo.push(other);
                    }
                }
            }
            prop_assert_eq!(met.len(), members.len(), "a part falls apart");
        }
    }
}

#[test]
fn two_streets_that_know_each_other_by_one_tie_are_two_communities() {
    let rows = [(0, 1, 1), (1, 2, 1), (0, 2, 1), (3, 4, 1), (4, 5, 1), (3, 5, 1), (2, 3, 1)];
    let found = communities(&network(7, &rows, Direction::Undirected), Counting::Ties, 1, 0);
    assert_eq!(found.of, [0, 0, 0, 1, 1, 1, 2]);
    assert!((found.modularity.unwrap() - 5.0 / 14.0).abs() < 1e-12);
}

#[test]
fn ties_both_ways_are_one_when_ties_are_counted() {
    let graph = network(3, &[(0, 1, 5), (1, 0, 1), (1, 2, 1)], Direction::Directed);
    assert_eq!(modularity(&graph, &[0, 0, 1], Counting::Ties), Some(0.5 - (9.0 + 1.0) / 16.0));
    assert_eq!(modularity(&graph, &[0, 0, 1], Counting::Weights), Some(12.0 / 14.0 - (169.0 + 1.0) / 196.0));
    assert_eq!(modularity(&graph, &[0, 0], Counting::Ties), None);
}

#[test]
fn the_parts_of_a_division_may_have_any_numbers() {
    let graph = network(4, &[(0, 1, 1), (1, 2, 3), (2, 3, 1)], Direction::Undirected);
    let of = |parts: [u32; 4]| modularity(&graph, &parts, Counting::Weights);
    assert_eq!(of([u32::MAX, u32::MAX, 0, 0]), of([1, 1, 0, 0]));
    assert_eq!(of([u32::MAX, 4, 7, u32::MAX - 1]), of([3, 0, 1, 2]));
    let pair = network(2, &[(0, 1, 1)], Direction::Undirected);
    assert_eq!(modularity(&pair, &[u32::MAX, 0], Counting::Ties), Some(-0.5));
}

#[test]
fn without_ties_everybody_is_alone() {
    let found = communities(&network(3, &[(1, 1, 4)], Direction::Undirected), Counting::Weights, 5, 1);
    assert_eq!((found.of, found.modularity), (vec![0, 1, 2], None));
    assert_eq!(communities(&network(0, &[], Direction::Directed), Counting::Ties, 5, 1).of, []);
}
