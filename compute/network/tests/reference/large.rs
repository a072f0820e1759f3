//! The synthetic network of 20,000 nodes: what igraph, NetworKit, rustworkx and `sna` add up to on it.

use network::{
    By, Counting, Length, assortativity, betweenness, betweenness_weighted, brokerage, communities, cuts,
    holes,
};

use crate::networks::{read, same};

#[test]
fn what_others_add_up_to_on_twenty_thousand_nodes_is_found() {
    for network in read(&["synth_20k"]) {
        let graph = &network.graph;
        assert_eq!((graph.nodes(), graph.ties()), (20_000, 80_000));
        let found = assortativity(graph, By::Group, Counting::Ties);
        same("assortativity (igraph)", found.r, 0.579_737_762_312_042_5, 1e-12);
        let found = brokerage(graph, By::Group).whole;
        assert_eq!(found.each(), [1_738_802, 105_792, 412_246, 412_246, 0], "sna");
        let found: f64 = holes(graph, Counting::Weights).iter().flatten().map(|hole| hole.constraint).sum();
        same("constraint (igraph)", found, 4_952.115_524_150_253, 1e-10);
        assert_eq!(cuts(graph, By::Group).lost.len(), 397, "igraph's articulation points");
        let found = communities(graph, Counting::Weights, 1, 1).modularity.unwrap();
        assert!(found > 0.4800, "{found}; igraph 0.4821, NetworKit 0.4803, leiden-rs 0.4755");
    }
}

#[test]
#[ignore = "takes long: all ways between twenty thousand nodes"]
fn all_ways_between_twenty_thousand_nodes_add_up_to_what_others_found() {
    for network in read(&["synth_20k"]) {
        let found: f64 = betweenness(&network.graph).iter().sum();
        same("igraph and rustworkx", found, 678_782_752.0, 1e-12);
        let found: f64 = betweenness_weighted(&network.graph, Length::Inverse).unwrap().iter().sum();
        same("igraph by length", found, 1_018_101_351.375_793_6, 1e-12);
    }
}
