//! Brokerage beside R's `sna`: counts to the last, expectations and z as it has them.

use network::{By, ROLES, Roles, brokerage, brokerage_expected, brokerage_permuted};
use serde_json::Value;

use crate::networks::{REAL, numbers, read, same};

fn all_of(roles: Roles) -> [u64; ROLES] {
    let [a, b, c, d, e] = roles.each();
    [a, b, c, d, e, roles.total()]
}

#[test]
fn every_count_expectation_and_z_is_that_of_sna() {
    for network in read(&REAL) {
        for (by, key) in [(By::Group, "brokerage_group2"), (By::Role, "brokerage_group")] {
            let (reference, name) = (&network.r[key], &network.name);
            let found = brokerage(&network.graph, by);
            let expected = brokerage_expected(&network.graph, by).unwrap();
            let z = expected.z_by_node(&network.graph, by, &found);
            let rows =
                |what: &str| reference[what].as_array().unwrap().iter().map(numbers).collect::<Vec<_>>();
            let (raw, means, deviations, scores) = (rows("raw"), rows("expected"), rows("sd"), rows("z"));
            assert_eq!(raw.len(), found.by_node.len());
            for (node, &roles) in found.by_node.iter().enumerate() {
                let class = &expected.by_class[usize::from(network.graph.divided(by).labels()[node])];
                for role in 0..ROLES {
                    let what = format!("{name} {key} node {node} role {role}");
                    assert_eq!(all_of(roles)[role] as f64, raw[node][role], "{what}");
                    same(&what, class.mean[role], means[node][role], 1e-9);
                    same(&what, class.deviation[role].unwrap_or(0.0), deviations[node][role], 1e-9);
                    same(&what, z[node][role], scores[node][role], 1e-8);
                }
            }
            let whole = |what: &str| match &reference[what] {
                Value::Null => panic!("{name}: no {what}"),
                value => numbers(value),
            };
            for role in 0..ROLES {
                let what = format!("{name} {key} whole role {role}");
                assert_eq!(all_of(found.whole)[role] as f64, whole("global_raw")[role], "{what}");
                same(&what, expected.whole.mean[role], whole("global_expected")[role], 1e-9);
                same(&what, expected.whole.deviation[role].unwrap_or(0.0), whole("global_sd")[role], 1e-9);
                same(&what, expected.whole.z(found.whole)[role], whole("global_z")[role], 1e-8);
            }
            let pairs = found
                .by_pair
                .iter()
                .fold([0; 5], |sum, pair| std::array::from_fn(|role| sum[role] + pair.each()[role]));
            assert_eq!(pairs, found.whole.each(), "{name}: the pairs of groups add up");
        }
    }
}

#[test]
fn the_synthetic_network_has_the_counts_of_sna() {
    for network in read(&["synth_2k"]) {
        let found = brokerage(&network.graph, By::Group).whole;
        assert_eq!(
            all_of(found).map(|count| count as f64).to_vec(),
            numbers(&network.python["brokerage_global_sna"])
        );
    }
}

#[test]
fn at_karate_both_leaders_coordinate_more_than_chance_and_few_go_between() {
    for network in read(&["karate"]) {
        let found = brokerage_permuted(&network.graph, By::Group, 2_000, 9);
        let [coordinator, itinerant, representative, gatekeeper, _] = found.whole;
        assert!(coordinator.p_high < 0.001 && itinerant.p_low < 0.001);
        assert!(representative.p_low < 0.01 && representative == gatekeeper);
        assert!(found.by_node[0][0].p_high < 0.01 && found.by_node[33][0].p_high < 0.01);
    }
}
