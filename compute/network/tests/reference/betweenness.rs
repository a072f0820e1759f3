//! Betweenness beside igraph, networkx and `sna`, and with exact ties beside whole numbers in Python.

use network::{Accuracy, Direction, Length, betweenness, betweenness_sampled, betweenness_weighted};

use crate::networks::{REAL, numbers, read, same};

#[test]
fn by_steps_it_is_that_of_three_programs() {
    for network in read(&REAL) {
        let found = betweenness(&network.graph);
        let theirs = [
            &network.r["betweenness_unweighted"],
            &network.r["igraph_betweenness_unweighted"],
            &network.python["betweenness_nx_unweighted"],
        ];
        for theirs in theirs {
            let theirs = numbers(theirs);
            assert_eq!(found.len(), theirs.len());
            for (node, (&found, theirs)) in found.iter().zip(theirs).enumerate() {
                same(&format!("{} node {node}", network.name), found, theirs, 1e-9);
            }
        }
    }
}

#[test]
fn by_length_ways_that_are_as_long_are_as_long() {
    let mut compared = 0;
    for network in read(&REAL).into_iter().chain(read(&["synth_2k"])) {
        let found = betweenness_weighted(&network.graph, Length::Inverse).unwrap();
        let exact = &network.python["betweenness_exact_dist_inv_weight"];
        if exact.is_null() {
            continue;
        }
        compared += 1;
        for (node, (&found, exact)) in found.iter().zip(numbers(exact)).enumerate() {
            same(&format!("{} node {node}", network.name), found, exact, 1e-9);
        }
    }
    assert!(compared == 0 || compared >= 15, "{compared}");
}

#[test]
fn the_synthetic_network_is_that_of_the_reference_by_steps_and_by_drawing() {
    for network in read(&["synth_2k"]) {
        let exact = betweenness(&network.graph);
        for (&found, expected) in exact.iter().zip(numbers(&network.python["betweenness_unweighted"])) {
            same(&network.name, found, expected, 1e-9);
        }
        assert_eq!(network.graph.direction(), Direction::Undirected);
        let drawn = betweenness_sampled(&network.graph, Accuracy::new(0.005, 0.05).unwrap(), 1);
        let pairs = 2_000.0 * 1_999.0 / 2.0;
        for (share, exact) in drawn.share.iter().zip(&exact) {
            assert!((share - exact / pairs).abs() <= 0.005);
        }
    }
}
