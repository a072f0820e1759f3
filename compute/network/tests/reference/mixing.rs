//! E-I and assortativity, beside networkx, igraph and the closed form in numpy.

use network::{By, Counting, assortativity, ei, ei_permuted};

use crate::networks::{REAL, numbers, read, same};

const BOTH: [(By, &str); 2] = [(By::Group, "group2"), (By::Role, "group")];
const COUNTED: [(Counting, &str); 2] = [(Counting::Ties, "unweighted"), (Counting::Weights, "weighted")];

#[test]
fn the_index_of_all_groups_and_nodes_with_its_moments_is_that_of_the_reference() {
    for network in read(&REAL) {
        for (by, column) in BOTH {
            for (counting, weighted) in COUNTED {
                let what = format!("{} {weighted} {column}", network.name);
                let expected = &network.python[format!("ei_{weighted}_{column}")];
                let found = ei(&network.graph, by, counting);
                assert_eq!(found.whole.external as f64, expected["external"].as_f64().unwrap(), "{what}");
                assert_eq!(found.whole.internal as f64, expected["internal"].as_f64().unwrap(), "{what}");
                let index = found.whole.index().unwrap();
                same(&what, index, expected["ei"].as_f64(), 1e-14);
                let by_chance = found.by_chance.unwrap();
                same(&what, by_chance.mean, expected["perm_mean_exact"].as_f64(), 1e-12);
                same(&what, by_chance.variance.sqrt(), expected["perm_sd_exact"].as_f64(), 1e-9);
                same(&what, by_chance.z(index), expected["z_exact"].as_f64(), 1e-7);
                let names = if by == By::Group { &network.groups } else { &network.roles };
                for (name, split) in names.iter().zip(&found.by_group) {
                    let group = &expected["per_group"][name];
                    same(&what, split.external as f64, group["external"].as_f64(), 0.0);
                    same(&what, split.internal as f64, group["internal"].as_f64(), 0.0);
                    same(&what, split.index(), group["ei"].as_f64(), 1e-14);
                }
                for (split, expected) in found.by_node.iter().zip(numbers(&expected["per_node"])) {
                    same(&what, split.index(), expected, 1e-14);
                }
            }
        }
    }
}

#[test]
fn dealt_labels_give_the_chances_of_the_reference() {
    for network in read(&REAL).iter().filter(|network| network.graph.nodes() < 1000) {
        for (counting, weighted) in COUNTED {
            let expected = &network.python[format!("ei_{weighted}_group2")];
            let found = ei_permuted(&network.graph, By::Group, counting, 20_000, 5).unwrap();
            for (found, expected) in
                [(found.p_low, &expected["p_low_mc"]), (found.p_high, &expected["p_high_mc"])]
            {
                let expected = expected.as_f64().unwrap();
                // Four standard errors of the difference of two times twenty thousand deals.
                let most = 4.0 * (2.0 * expected * (1.0 - expected) / 20_000.0).sqrt() + 1e-4;
                same(&format!("{} {weighted}", network.name), found, expected, most);
            }
        }
    }
}

#[test]
fn assortativity_is_that_of_igraph_and_networkx() {
    for network in read(&REAL) {
        for (by, column) in BOTH {
            let found = assortativity(&network.graph, by, Counting::Ties);
            same(
                &network.name,
                found.r,
                network.r[format!("igraph_assortativity_nominal_{column}")].as_f64(),
                1e-12,
            );
            for (counting, weighted) in COUNTED {
                let found = assortativity(&network.graph, by, counting);
                let expected = network.python[format!("assortativity_{weighted}_{column}")].as_f64();
                same(&network.name, found.r, expected, 1e-12);
                assert!(found.error.is_none_or(|error| error > 0.0 && error < 0.5), "{}", network.name);
            }
        }
    }
}

#[test]
fn the_synthetic_network_has_the_assortativity_it_was_given() {
    for network in read(&["synth_2k"]) {
        let found = assortativity(&network.graph, By::Group, Counting::Ties);
        same(&network.name, found.r, network.python["assortativity"].as_f64(), 1e-12);
    }
}
