//! Structural holes beside igraph and networkx.

use network::{Counting, Graph, holes};

use crate::networks::{Network, REAL, each_same, read};

const COUNTED: [(Counting, &str); 2] = [(Counting::Ties, "unweighted"), (Counting::Weights, "weighted")];

pub(crate) fn beside_igraph(network: &Network) {
    for (counting, weighted) in COUNTED {
        let found = holes(&network.graph, counting);
        let what = format!("{} {weighted}", network.name);
        let theirs = network.r.at(&format!("igraph_constraint_{weighted}"));
        each_same(&what, found.iter().map(|found| found.map(|found| found.constraint)), theirs, 1e-12);
    }
}

/// Along directions where there are, and always without.
pub(crate) fn beside_networkx(network: &Network) {
    if network.is_directed() {
        as_networkx_has_it(network, &network.graph, "directed");
    }
    as_networkx_has_it(network, &network.undirected, "undirected");
}

fn as_networkx_has_it(network: &Network, graph: &Graph, direction: &str) {
    for (counting, weighted) in COUNTED {
        let found = holes(graph, counting);
        let theirs = |figure: &str| network.python.at(&format!("{direction}_{figure}_{weighted}_nx"));
        let (constraint, size) = (theirs("constraint"), theirs("effective_size"));
        // Of the largest network networkx was not asked.
        if constraint.is_null() && size.is_null() {
            assert_eq!(network.name, "polblogs");
            continue;
        }
        let what = format!("{} {direction} {weighted}", network.name);
        let ours = found.iter().map(|found| found.map(|found| found.constraint));
        each_same(&what, ours, constraint, 1e-12);
        let ours = found.iter().map(|found| found.map(|found| found.effective_size_networkx));
        each_same(&what, ours, size, 1e-12);
    }
}

pub(crate) fn of_synthetic(network: &Network) {
    let found = holes(&network.graph, Counting::Weights);
    let ours = found.iter().map(|found| found.map(|found| found.constraint));
    each_same(&network.name, ours, network.python.at("constraint_weighted"), 1e-12);
}

#[test]
fn constraint_is_that_of_igraph_and_both_are_that_of_networkx() {
    for network in read(&REAL) {
        beside_igraph(&network);
        beside_networkx(&network);
    }
}

#[test]
fn the_synthetic_network_has_the_constraint_of_igraph() {
    read(&["synth_2k"]).iter().for_each(of_synthetic);
}
