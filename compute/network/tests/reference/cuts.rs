//! Components, articulation points, bridges and distances beside igraph, networkx and `sna`.

use std::collections::BTreeMap;

use network::{By, cuts, distances, reach, strong_components};
use serde_json::Value;

use crate::networks::{REAL, numbers, read, same};

fn sizes(components: &[u32]) -> Vec<f64> {
    let mut counts = BTreeMap::new();
    components.iter().for_each(|component| *counts.entry(component).or_insert(0.0) += 1.0);
    let mut sizes: Vec<f64> = counts.into_values().collect();
    sizes.sort_by(|one, other| other.total_cmp(one));
    sizes
}

/// Pairs of names of nodes, from 1, as pairs of numbers from 0.
fn pairs(value: &Value) -> Vec<(u32, u32)> {
    let name = |name: &Value| name.as_u64().or_else(|| name.as_str()?.parse().ok()).unwrap() as u32 - 1;
    let pair = |pair: &Value| (name(&pair[0]).min(name(&pair[1])), name(&pair[0]).max(name(&pair[1])));
    let mut pairs: Vec<_> = value.as_array().unwrap().iter().map(pair).collect();
    pairs.sort_unstable();
    pairs
}

#[test]
fn what_holds_together_and_what_does_not_is_that_of_the_reference() {
    for network in read(&REAL) {
        let found = cuts(&network.graph, By::Group);
        let points: Vec<f64> = found.lost.iter().map(|loss| f64::from(loss.node + 1)).collect();
        let mut expected = numbers(&network.python["articulation_points"]);
        expected.sort_by(f64::total_cmp);
        assert_eq!(points, expected, "{}", network.name);
        assert_eq!(found.bridges, pairs(&network.python["bridges"]), "{}", network.name);
        assert_eq!(found.bridges, pairs(&network.r["igraph_bridges_undirected"]), "{}", network.name);
        assert_eq!(
            sizes(&found.component),
            numbers(&network.python["components_weak_sizes"]),
            "{}",
            network.name
        );
        if let strong @ Value::Array(_) = &network.python["components_strong_sizes"] {
            assert_eq!(sizes(&strong_components(&network.graph)), numbers(strong), "{}", network.name);
        }
    }
    for network in read(&["synth_2k"]) {
        let found = cuts(&network.graph, By::Group);
        let mut expected = numbers(&network.python["articulation_points"]);
        expected.sort_by(f64::total_cmp);
        assert_eq!(found.lost.iter().map(|loss| f64::from(loss.node + 1)).collect::<Vec<_>>(), expected);
        assert_eq!(found.bridges.len() as u64, network.python["bridges"].as_u64().unwrap());
    }
}

#[test]
fn the_groups_meet_directly_and_through_one_other_as_often_as_in_the_reference() {
    for network in read(&REAL) {
        let expected = &network.python["cross_pairs_undirected"];
        let found = reach(&network.graph, By::Group).across();
        same(&network.name, found.pairs() as f64, expected["pairs"].as_f64(), 0.0);
        same(&network.name, found.shares().unwrap()[0], expected["direct_share"].as_f64(), 1e-14);
        same(&network.name, found.shares().unwrap()[1], expected["one_intermediary_share"].as_f64(), 1e-14);
        let counts = distances(&network.graph, By::Group).across();
        let by_distance = |steps: usize| expected["by_distance"][steps.to_string()].as_u64().unwrap_or(0);
        for (at, count) in counts.iter().enumerate() {
            assert_eq!(*count, by_distance(at + 1), "{} at {}", network.name, at + 1);
        }
        assert_eq!(by_distance(counts.len() + 1), 0, "{}", network.name);
    }
}
