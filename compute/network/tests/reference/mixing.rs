//! E-I and assortativity, beside networkx, igraph and the closed form in numpy.

use network::{By, Counting, assortativity, ei, ei_permuted};
use serde_json::Value;

use crate::networks::{Network, REAL, each_same, read, same};

const BOTH: [(By, &str); 2] = [(By::Group, "group2"), (By::Role, "group")];
const COUNTED: [(Counting, &str); 2] = [(Counting::Ties, "unweighted"), (Counting::Weights, "weighted")];

/// Each division, counted either way: with the names of both as the reference has them.
fn each_way(each: impl Fn(By, Counting, &str)) {
    for (by, column) in BOTH {
        for (counting, weighted) in COUNTED {
            each(by, counting, &format!("{weighted}_{column}"));
        }
    }
}

fn names(network: &Network, by: By) -> &[String] {
    if by == By::Group { &network.groups } else { &network.roles }
}

pub(crate) fn of_the_index(network: &Network) {
    each_way(|by, counting, way| {
        let what = format!("{} {way}", network.name);
        let theirs = |figure: &str| network.python.at(&format!("ei_{way}/{figure}"));
        let number = |figure: &str| theirs(figure).as_f64().unwrap();
        let found = ei(&network.graph, by, counting);
        same(&what, found.whole.external as f64, number("external"), 0.0);
        same(&what, found.whole.internal as f64, number("internal"), 0.0);
        let index = found.whole.index().unwrap();
        same(&what, index, number("ei"), 1e-14);
        let by_chance = found.by_chance.unwrap();
        let deviation = by_chance.variance.sqrt();
        same(&what, by_chance.mean, number("perm_mean_exact"), 1e-12);
        same(&what, deviation, number("perm_sd_exact"), 1e-9);
        same(&what, by_chance.z(index), number("z_exact"), 1e-7);
        // Four standard errors of what so many deals gave.
        let deals = number("perm_n");
        same(&what, by_chance.mean, number("perm_mean_mc"), 4.0 * deviation / deals.sqrt() + 1e-9);
        same(&what, deviation, number("perm_sd_mc"), 4.0 * deviation / (2.0 * deals).sqrt() + 1e-9);
        let (names, groups) = (names(network, by), theirs("per_group"));
        assert_eq!((names.len(), groups.as_object().unwrap().len()), (found.by_group.len(), names.len()));
        for (name, split) in names.iter().zip(&found.by_group) {
            same(&what, split.external as f64, groups[name]["external"].as_f64(), 0.0);
            same(&what, split.internal as f64, groups[name]["internal"].as_f64(), 0.0);
            same(&what, split.index(), groups[name]["ei"].as_f64(), 1e-14);
        }
        each_same(&what, found.by_node.iter().map(|split| split.index()), theirs("per_node"), 1e-14);
    });
}

pub(crate) fn of_dealt_labels(network: &Network) {
    each_way(|by, counting, way| {
        let theirs = |figure: &str| network.python.at(&format!("ei_{way}/{figure}")).as_f64().unwrap();
        let found = ei_permuted(&network.graph, by, counting, 20_000, 5).unwrap();
        let deals = theirs("perm_n");
        for (found, expected) in [(found.p_low, theirs("p_low_mc")), (found.p_high, theirs("p_high_mc"))] {
            // Four standard errors of the difference of so many deals and twenty thousand.
            let apart = expected * (1.0 - expected) * (1.0 / deals + 1.0 / 20_000.0);
            same(&format!("{} {way}", network.name), found, expected, 4.0 * apart.sqrt() + 1e-4);
        }
    });
}

pub(crate) fn of_assortativity(network: &Network) {
    each_way(|by, counting, way| {
        let found = assortativity(&network.graph, by, counting);
        let theirs = network.python.at(&format!("assortativity_{way}")).as_f64().unwrap();
        same(&network.name, found.r, theirs, 1e-12);
        assert!(found.error.is_none_or(|error| error > 0.0 && error < 0.5), "{}", network.name);
    });
    for (by, column) in BOTH {
        let found = assortativity(&network.graph, by, Counting::Ties).r;
        let theirs = [
            network.r.at(&format!("igraph_assortativity_nominal_{column}")),
            network.python.at(&format!("assortativity_nx_unweighted_{column}")),
        ];
        for theirs in theirs {
            same(&network.name, found, theirs.as_f64().unwrap(), 1e-12);
        }
    }
}

/// Which share of all there is goes from each group to each other.
pub(crate) fn of_the_mixing(network: &Network) {
    each_way(|by, counting, way| {
        let what = format!("{} {way}", network.name);
        let found = assortativity(&network.graph, by, counting);
        let whole: u64 = found.mixing.iter().sum();
        let column = if by == By::Group { "classes_group2" } else { "classes_group" };
        // Their groups are in the order of their names, ours in that of the nodes.
        let theirs = network.python.at(column).as_array().unwrap();
        assert_eq!((theirs.len(), names(network, by).len()), (found.classes, found.classes), "{what}");
        let place = |name: &Value| {
            names(network, by).iter().position(|known| name.as_str() == Some(known.as_str())).unwrap()
        };
        let places: Vec<usize> = theirs.iter().map(place).collect();
        let rows = network.python.at(&format!("mixing_fraction_{way}")).as_array().unwrap();
        assert_eq!(rows.len(), found.classes, "{what}");
        for (from, row) in places.iter().zip(rows) {
            let cell = |to: &usize| found.mixing[from * found.classes + to] as f64 / whole as f64;
            each_same(&what, places.iter().map(cell), row, 1e-14);
        }
    });
}

pub(crate) fn of_synthetic(network: &Network) {
    let found = assortativity(&network.graph, By::Group, Counting::Ties);
    same(&network.name, found.r, network.python.at("assortativity").as_f64().unwrap(), 1e-12);
}

#[test]
fn the_index_of_all_groups_and_nodes_with_its_moments_is_that_of_the_reference() {
    read(&REAL).iter().for_each(of_the_index);
}

#[test]
fn dealt_labels_give_the_chances_of_the_reference() {
    read(&REAL).iter().for_each(of_dealt_labels);
}

#[test]
fn assortativity_is_that_of_igraph_and_networkx() {
    read(&REAL).iter().for_each(of_assortativity);
}

#[test]
fn what_goes_from_group_to_group_is_that_of_the_reference() {
    read(&REAL).iter().for_each(of_the_mixing);
}

#[test]
fn the_synthetic_network_has_the_assortativity_it_was_given() {
    read(&["synth_2k"]).iter().for_each(of_synthetic);
}
