//! Components, articulation points, bridges and distances beside igraph, networkx and `sna`.

use std::collections::BTreeMap;

use network::{By, Cuts, cuts, distances, reach, strong_components};
use serde_json::Value;

use crate::networks::{Network, REAL, numbers, read, same};

fn sizes(components: &[u32]) -> Vec<f64> {
    let mut counts = BTreeMap::new();
    components.iter().for_each(|component| *counts.entry(component).or_insert(0.0) += 1.0);
    let mut sizes: Vec<f64> = counts.into_values().collect();
    sizes.sort_by(|one, other| other.total_cmp(one));
    sizes
}

/// The number of a node, from 0, of its name, from 1.
fn node(name: &Value) -> u32 {
    name.as_u64().or_else(|| name.as_str()?.parse().ok()).unwrap() as u32 - 1
}

/// Nodes in ascending order; R writes one of them without a list.
fn nodes(value: &Value) -> Vec<u32> {
    let mut nodes: Vec<u32> =
        value.as_array().map_or_else(|| vec![node(value)], |list| list.iter().map(node).collect());
    nodes.sort_unstable();
    nodes
}

/// Pairs of nodes in ascending order.
fn pairs(value: &Value) -> Vec<(u32, u32)> {
    let pair = |pair: &Value| (node(&pair[0]).min(node(&pair[1])), node(&pair[0]).max(node(&pair[1])));
    let mut pairs: Vec<_> = value.as_array().unwrap().iter().map(pair).collect();
    pairs.sort_unstable();
    pairs
}

fn points(found: &Cuts) -> Vec<u32> {
    found.lost.iter().map(|loss| loss.node).collect()
}

pub(crate) fn what_holds_together(network: &Network) {
    let (name, python, r) = (&network.name, &network.python, &network.r);
    let found = cuts(&network.graph, By::Group);
    let theirs =
        [python.at("articulation_points"), r.at("igraph_articulation_points"), r.at("cutpoints_sna_weak")];
    for theirs in theirs {
        assert_eq!(points(&found), nodes(theirs), "{name}");
    }
    assert_eq!(found.bridges, pairs(python.at("bridges")), "{name}");
    assert_eq!(found.bridges, pairs(r.at("igraph_bridges_undirected")), "{name}");
    assert_eq!(sizes(&found.component), numbers(python.at("components_weak_sizes")), "{name}");
    let strong = python.at("components_strong_sizes");
    assert_eq!(strong.is_array(), network.is_directed(), "{name}");
    if network.is_directed() {
        assert_eq!(sizes(&strong_components(&network.graph)), numbers(strong), "{name}");
    }
}

pub(crate) fn how_groups_meet(network: &Network) {
    let (name, theirs) =
        (&network.name, |figure: &str| network.python.at(&format!("cross_pairs_undirected/{figure}")));
    let found = reach(&network.graph, By::Group).across();
    same(name, found.pairs() as f64, theirs("pairs").as_f64(), 0.0);
    same(name, found.shares().unwrap()[0], theirs("direct_share").as_f64(), 1e-14);
    same(name, found.shares().unwrap()[1], theirs("one_intermediary_share").as_f64(), 1e-14);
    let counts = distances(&network.graph, By::Group).across();
    let counted = (1..).zip(&counts).filter(|(_, count)| **count > 0);
    let mut ours: BTreeMap<String, u64> =
        counted.map(|(steps, &count)| (format!("{steps}"), count)).collect();
    let apart = found.pairs() - counts.iter().sum::<u64>();
    if apart > 0 {
        ours.insert("unreachable".to_owned(), apart);
    }
    let by_distance = theirs("by_distance").as_object().unwrap().iter();
    let by_distance: BTreeMap<_, _> =
        by_distance.map(|(steps, count)| (steps.clone(), count.as_u64().unwrap())).collect();
    assert_eq!(ours, by_distance, "{name}");
}

pub(crate) fn of_synthetic(network: &Network) {
    let found = cuts(&network.graph, By::Group);
    assert_eq!(points(&found), nodes(network.python.at("articulation_points")));
    assert_eq!(found.bridges.len() as u64, network.python.at("bridges").as_u64().unwrap());
}

#[test]
fn what_holds_together_and_what_does_not_is_that_of_the_reference() {
    read(&REAL).iter().for_each(what_holds_together);
    read(&["synth_2k"]).iter().for_each(of_synthetic);
}

#[test]
fn the_groups_meet_directly_and_through_one_other_as_often_as_in_the_reference() {
    read(&REAL).iter().for_each(how_groups_meet);
}
