//! No figure of the reference goes unseen: each is compared, or stands here with the reason why not.

use std::collections::BTreeSet;

use crate::networks::{Network, REAL, read};
use crate::{betweenness, brokerage, communities, cuts, holes, mixing};

/// What is compared of a real network; the tests beside this one do it for every one of them.
const OF_REAL: [fn(&Network); 16] = [
    size,
    betweenness::by_steps,
    betweenness::by_length,
    brokerage::of_each_node,
    brokerage::of_the_whole,
    brokerage::of_the_tables,
    communities::of_the_groups,
    communities::of_leidenalg,
    cuts::what_holds_together,
    cuts::how_groups_meet,
    holes::beside_igraph,
    holes::beside_networkx,
    mixing::of_the_index,
    mixing::of_dealt_labels,
    mixing::of_assortativity,
    mixing::of_the_mixing,
];

/// What is compared of the drawn one.
const OF_DRAWN: [fn(&Network); 5] = [
    betweenness::of_synthetic,
    brokerage::of_synthetic,
    cuts::of_synthetic,
    holes::of_synthetic,
    mixing::of_synthetic,
];

/// What is not compared, by how its name begins, and why. (`summary.csv` says again what these files say.)
const NOT_COMPARED: [(&str, &str); 3] = [
    ("software/", "which versions measured it is no figure"),
    ("betweenness_exact_lcm", "the unit of its lengths, of which the library tells nobody its own"),
    ("note", "how the drawn network was measured, in words"),
];

fn size(network: &Network) {
    let (graph, theirs) = (&network.graph, &network.python);
    assert_eq!(theirs.at("n").as_u64(), Some(graph.nodes() as u64), "{}", network.name);
    assert_eq!(theirs.at("m").as_u64(), Some(graph.ties() as u64), "{}", network.name);
    assert_eq!(theirs.at("directed").as_bool(), Some(network.is_directed()), "{}", network.name);
}

/// What the reference names of a network, and what was asked of it; of R's and of Python's each apart.
fn named_and_asked(network: &Network) -> [[BTreeSet<String>; 2]; 2] {
    [&network.r, &network.python].map(|figures| [figures.names(), figures.asked()])
}

#[test]
fn the_networks_are_as_large_as_in_the_reference() {
    read(&REAL).iter().for_each(size);
}

#[test]
fn every_figure_of_the_reference_is_compared_or_named_with_the_reason_why_not() {
    let mut asked = [BTreeSet::new(), BTreeSet::new()];
    let mut named = [BTreeSet::new(), BTreeSet::new()];
    // One along directions and one without ask for all there is to ask for.
    let (real, drawn) = (read(&["emon_mtsi", "karate"]), read(&["synth_2k"]));
    OF_REAL.iter().for_each(|compare| real.iter().for_each(compare));
    OF_DRAWN.iter().for_each(|compare| drawn.iter().for_each(compare));
    for network in real.iter().chain(&drawn).chain(&read(&REAL)) {
        for (at, [there, compared]) in named_and_asked(network).into_iter().enumerate() {
            named[at].extend(there);
            asked[at].extend(compared);
        }
    }
    let left_out = |name: &str| NOT_COMPARED.iter().any(|(begin, _)| name.starts_with(begin));
    for (named, asked) in named.iter().zip(&asked) {
        let unseen: Vec<_> = named.difference(asked).filter(|name| !left_out(name)).collect();
        assert!(unseen.is_empty(), "neither compared nor left out for a reason: {unseen:?}");
        let both: Vec<_> = named.intersection(asked).filter(|name| left_out(name)).collect();
        assert!(both.is_empty(), "left out, and compared all the same: {both:?}");
    }
    for (begin, why) in NOT_COMPARED.iter().filter(|_| !real.is_empty()) {
        assert!(named.iter().flatten().any(|name| name.starts_with(begin)), "there is no {begin} ({why})");
    }
}
