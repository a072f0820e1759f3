//! Betweenness beside igraph, networkx and `sna`, and with exact ties beside whole numbers in Python.

use network::{Accuracy, Direction, Length, betweenness, betweenness_sampled, betweenness_weighted};

use crate::networks::{Network, REAL, each_same, numbers, read, same};

/// Where networkx takes ways that are as long for longer ones, by rounding (the reference's own README).
const ROUNDED: [&str; 3] = ["dhhs", "karate", "ukfaculty"];

pub(crate) fn by_steps(network: &Network) {
    let found = betweenness(&network.graph);
    let theirs = [
        network.r.at("betweenness_unweighted"),
        network.r.at("igraph_betweenness_unweighted"),
        network.python.at("betweenness_nx_unweighted"),
    ];
    for theirs in theirs {
        each_same(&network.name, found.iter().copied(), theirs, 1e-9);
    }
}

pub(crate) fn by_length(network: &Network) {
    let found = betweenness_weighted(&network.graph, Length::Inverse).unwrap();
    let name = &network.name;
    each_same(name, found.iter().copied(), network.r.at("igraph_betweenness_dist_inv_weight"), 1e-9);
    let exact = network.python.at("betweenness_exact_dist_inv_weight");
    // Of the two largest no exact ties were counted; all their ties weigh as much.
    if exact.is_null() {
        assert!(["lhds", "polblogs"].contains(&name.as_str()), "{name}");
    } else {
        each_same(name, found.iter().copied(), exact, 1e-9);
    }
    let networkx = network.python.at("betweenness_nx_dist_inv_weight");
    if ROUNDED.contains(&name.as_str()) {
        let theirs = numbers(networkx);
        assert_eq!(found.len(), theirs.len(), "{name}");
        let off = found.iter().zip(theirs).filter(|(found, theirs)| (*found - theirs).abs() > 0.01);
        assert!(off.count() > 0, "{name}: networkx is right here after all");
    } else {
        each_same(name, found, networkx, 1e-9);
    }
}

pub(crate) fn of_synthetic(network: &Network) {
    let what = &network.name;
    assert_eq!(network.graph.direction(), Direction::Undirected);
    let exact = betweenness(&network.graph);
    each_same(what, exact.iter().copied(), network.python.at("betweenness_unweighted"), 1e-9);
    let by_length = betweenness_weighted(&network.graph, Length::Inverse).unwrap();
    each_same(what, by_length, network.python.at("betweenness_exact_dist_inv_weight"), 1e-9);
}

#[test]
fn by_steps_it_is_that_of_three_programs() {
    read(&REAL).iter().for_each(by_steps);
}

#[test]
fn by_length_ways_that_are_as_long_are_as_long() {
    read(&REAL).iter().for_each(by_length);
}

#[test]
fn the_synthetic_network_is_that_of_the_reference_by_steps_by_length_and_by_drawing() {
    for network in read(&["synth_2k"]) {
        of_synthetic(&network);
        let exact = betweenness(&network.graph);
        let drawn = betweenness_sampled(&network.graph, Accuracy::new(0.005, 0.05).unwrap(), 1);
        let pairs = 2_000.0 * 1_999.0 / 2.0;
        assert_eq!(drawn.share.len(), exact.len());
        for (&share, exact) in drawn.share.iter().zip(exact) {
            same(&network.name, share, exact / pairs, 0.005);
        }
    }
}
