//! Brokerage beside R's `sna`: counts to the last, expectations and z as it has them.

use network::{By, ROLES, Roles, brokerage, brokerage_expected, brokerage_permuted};

use crate::networks::{Network, REAL, each_same, numbers, read, same};

const BOTH: [(By, &str); 2] = [(By::Group, "group2"), (By::Role, "group")];

/// The columns of `sna`, in its order, which is ours.
const COLUMNS: [&str; ROLES] = ["w_I", "w_O", "b_IO", "b_OI", "b_O", "t"];

fn all_of(roles: Roles) -> [f64; ROLES] {
    let [a, b, c, d, e] = roles.each();
    [a, b, c, d, e, roles.total()].map(|count| count as f64)
}

pub(crate) fn of_each_node(network: &Network) {
    for (by, column) in BOTH {
        let found = brokerage(&network.graph, by);
        let expected = brokerage_expected(&network.graph, by).unwrap();
        let z = expected.z_by_node(&network.graph, by, &found);
        let what = |figure: &str| format!("brokerage_{column}/{figure}");
        let rows = |figure: &str| {
            let rows = network.r.at(&what(figure)).as_array().unwrap();
            assert_eq!(rows.len(), network.graph.nodes(), "{} {}", network.name, what(figure));
            rows
        };
        let (raw, means, deviations, scores) = (rows("raw"), rows("expected"), rows("sd"), rows("z"));
        assert_eq!((found.by_node.len(), z.len()), (raw.len(), raw.len()));
        for (node, &roles) in found.by_node.iter().enumerate() {
            let class = &expected.by_class[usize::from(network.graph.divided(by).labels()[node])];
            let what = format!("{} {column} node {node}, role", network.name);
            each_same(&what, all_of(roles), &raw[node], 0.0);
            each_same(&what, class.mean, &means[node], 1e-9);
            each_same(&what, class.deviation.map(Option::unwrap_or_default), &deviations[node], 1e-9);
            each_same(&what, z[node], &scores[node], 1e-8);
        }
    }
}

pub(crate) fn of_the_whole(network: &Network) {
    for (by, column) in BOTH {
        let found = brokerage(&network.graph, by);
        let expected = brokerage_expected(&network.graph, by).unwrap().whole;
        let theirs = |figure: &str| network.r.at(&format!("brokerage_{column}/{figure}"));
        let what = format!("{} {column} whole, role", network.name);
        each_same(&what, all_of(found.whole), theirs("global_raw"), 0.0);
        each_same(&what, expected.mean, theirs("global_expected"), 1e-9);
        each_same(&what, expected.deviation.map(Option::unwrap_or_default), theirs("global_sd"), 1e-9);
        each_same(&what, expected.z(found.whole), theirs("global_z"), 1e-8);
        let pairs = found
            .by_pair
            .iter()
            .fold([0; 5], |sum, pair| std::array::from_fn(|role| sum[role] + pair.each()[role]));
        assert_eq!(pairs, found.whole.each(), "{what}: the pairs of groups add up");
        assert_eq!(theirs("roles").as_array().unwrap(), &COLUMNS, "{what}");
        let names = if by == By::Group { &network.groups } else { &network.roles };
        let sizes = names.iter().zip(network.graph.divided(by).sizes());
        let mut ours: Vec<_> = sizes.map(|(name, &size)| (name.clone(), f64::from(size))).collect();
        let classes = theirs("classes").as_array().unwrap().iter();
        let mut sizes: Vec<_> = classes
            .map(|name| name.as_str().unwrap().to_owned())
            .zip(numbers(theirs("class_sizes")))
            .collect();
        ours.sort_by(|one, other| one.0.cmp(&other.0));
        sizes.sort_by(|one, other| one.0.cmp(&other.0));
        assert_eq!(ours, sizes, "{what}");
    }
}

/// The tables beside the reference: of each node its group, what it brokers and the z of that.
pub(crate) fn of_the_tables(network: &Network) {
    for (by, column) in BOTH {
        let found = brokerage(&network.graph, by);
        let z = brokerage_expected(&network.graph, by).unwrap().z_by_node(&network.graph, by, &found);
        let names = if by == By::Group { &network.groups } else { &network.roles };
        let file = network.folder.join(format!("brokerage_{column}.csv"));
        let mut table = csv::Reader::from_path(file).unwrap();
        let head: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
        let scores = COLUMNS.map(|role| format!("z_{role}"));
        let columns = ["id", "cl"].into_iter().chain(COLUMNS).chain(scores.iter().map(String::as_str));
        assert_eq!(head, columns.collect::<Vec<_>>());
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), network.graph.nodes(), "{}", network.name);
        for (node, row) in rows.iter().enumerate() {
            let what = format!("{} table {column} node {node}", network.name);
            let label = network.graph.divided(by).labels()[node];
            assert_eq!(
                (&row[0], &row[1]),
                ((node + 1).to_string().as_str(), names[usize::from(label)].as_str())
            );
            for (role, count) in all_of(found.by_node[node]).into_iter().enumerate() {
                same(&what, count, row[2 + role].parse::<f64>().unwrap(), 0.0);
                // NA where there is no deviation.
                same(&what, z[node][role], row[2 + ROLES + role].parse::<f64>().ok(), 1e-8);
            }
        }
    }
}

pub(crate) fn of_synthetic(network: &Network) {
    let found = brokerage(&network.graph, By::Group).whole;
    each_same(&network.name, all_of(found), network.python.at("brokerage_global_sna"), 0.0);
}

#[test]
fn every_count_expectation_and_z_is_that_of_sna() {
    for network in read(&REAL) {
        of_each_node(&network);
        of_the_whole(&network);
        of_the_tables(&network);
    }
}

#[test]
fn the_synthetic_network_has_the_counts_of_sna() {
    read(&["synth_2k"]).iter().for_each(of_synthetic);
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
