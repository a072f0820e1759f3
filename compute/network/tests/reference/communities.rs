//! Modularity beside the reference, and Leiden by the quality of what it finds.

use network::{By, Counting, communities, modularity};

use crate::networks::{Network, REAL, numbers, read, same};

const COUNTED: [(Counting, &str); 2] = [(Counting::Ties, "unweighted"), (Counting::Weights, "weighted")];

pub(crate) fn of_the_groups(network: &Network) {
    for (by, column) in [(By::Group, "group2"), (By::Role, "group")] {
        let parts: Vec<u32> =
            network.graph.divided(by).labels().iter().map(|&label| u32::from(label)).collect();
        for (counting, weighted) in COUNTED {
            let key = format!("modularity_of_groups_undirected_{weighted}_{column}");
            let expected = network.python.at(&key).as_f64().unwrap();
            let what = format!("{} {weighted} {column}", network.name);
            same(&what, modularity(&network.graph, &parts, counting), expected, 1e-12);
        }
    }
}

/// What leidenalg found is worth what it says.
pub(crate) fn of_leidenalg(network: &Network) {
    for (counting, weighted) in COUNTED {
        let best = network.python.at(&format!("leiden_best_modularity_{weighted}_undirected"));
        let theirs = numbers(network.python.at(&format!("leiden_best_membership_{weighted}")));
        let theirs: Vec<u32> = theirs.into_iter().map(|part| part as u32).collect();
        let what = format!("{} {weighted}", network.name);
        same(&what, modularity(&network.graph, &theirs, counting), best.as_f64().unwrap(), 1e-12);
    }
}

#[test]
fn the_modularity_of_the_groups_is_that_of_the_reference() {
    read(&REAL).iter().for_each(of_the_groups);
}

#[test]
fn twenty_starts_find_what_a_hundred_starts_of_leidenalg_found() {
    for network in read(&REAL) {
        of_leidenalg(&network);
        for (counting, weighted) in COUNTED {
            let best = network.python.at(&format!("leiden_best_modularity_{weighted}_undirected"));
            let best = best.as_f64().unwrap();
            let found = communities(&network.graph, counting, 20, 1);
            let modularity = found.modularity.unwrap();
            assert!(
                modularity > best - 0.002 * best,
                "{} {weighted}: {modularity}, theirs {best}",
                network.name
            );
            same(&network.name, modularity, network::modularity(&network.graph, &found.of, counting), 1e-12);
        }
    }
}

#[test]
fn at_karate_the_known_optimum_is_found() {
    for network in read(&["karate"]) {
        let found = communities(&network.graph, Counting::Ties, 20, 1);
        same("karate", found.modularity, 0.419_789_612_097_304_37, 1e-12);
    }
}

#[test]
fn the_synthetic_network_is_divided_as_well_as_igraph_does() {
    for network in read(&["synth_2k"]) {
        let found = communities(&network.graph, Counting::Weights, 4, 1).modularity.unwrap();
        assert!(found > 0.4740, "{found}; igraph 0.4751, NetworKit 0.4728, leiden-rs 0.4667");
    }
}
