//! Brokerage beside the loop over all triples, and its test beside what it must find.

use proptest::prelude::*;

use super::triads::{KEPT, Triangles};
use super::*;
use crate::{By, Direction, Graph, Tie, Ties};

fn network(directed: bool, groups: &[u8], rows: &[(usize, usize)]) -> Graph {
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(groups.len(), direction).unwrap().in_groups(groups).unwrap();
    rows.iter().for_each(|&(from, to)| ties.add(Tie::new(from, to)).unwrap());
    ties.graph().unwrap()
}

fn by_all_triples(graph: &Graph) -> Brokerage {
    let (nodes, labels, classes) = (graph.nodes(), graph.groups().labels(), graph.groups().classes());
    let (mut by_node, mut whole, mut by_pair) =
        (vec![[0; 5]; nodes], [0; 5], vec![[0; 5]; classes * classes]);
    let tie = |from, to| graph.weight(from, to).is_some();
    for broker in 0..nodes {
        for from in 0..nodes {
            for to in (0..nodes).filter(|&to| to != from) {
                if tie(from, broker) && tie(broker, to) && !tie(from, to) {
                    let (a, b, c) = (labels[from], labels[broker], labels[to]);
                    let role = match (a == b, b == c, a == c) {
                        (true, true, _) => 0,
                        (_, _, true) => 1,
                        (true, false, _) => 2,
                        (false, true, _) => 3,
                        _ => 4,
                    };
                    by_node[broker][role] += 1;
                    whole[role] += 1;
                    by_pair[usize::from(a) * classes + usize::from(c)][role] += 1;
                }
            }
        }
    }
    let roles = |list: Vec<[u64; 5]>| list.iter().map(|each| Roles::of(each)).collect();
    Brokerage { by_node: roles(by_node), whole: Roles::of(&whole), by_pair: roles(by_pair), classes }
}

proptest! {
    #[test]
    fn every_count_is_that_of_the_loop_over_all_triples(
        directed: bool,
        groups in prop::collection::vec(0u8..4, 1..10),
        rows in prop::collection::vec((0usize..10, 0usize..10), 0..50),
    ) {
        let rows: Vec<_> = rows.into_iter().filter(|row| row.0.max(row.1) < groups.len()).collect();
        let graph = network(directed, &groups, &rows);
        let found = brokerage(&graph, By::Group);
        prop_assert_eq!(&found, &by_all_triples(&graph));
        for (node, roles) in found.by_node.iter().enumerate() {
            let cells = brokered_by(&graph, By::Group, node).unwrap();
            let mut again = [0; 5];
            for (cell, count) in cells.iter().enumerate() {
                let (from, to) = ((cell / found.classes) as u8, (cell % found.classes) as u8);
                again[role(from, groups[node], to)] += count;
            }
            prop_assert_eq!(Roles::of(&again), *roles);
        }
    }
}

/// A star: the middle is of group 1, the others of group 0.
fn star() -> Graph {
    network(false, &[1, 0, 0, 0, 0], &[(0, 1), (0, 2), (0, 3), (0, 4)])
}

#[test]
fn dealt_labels_give_the_chance_that_can_be_counted_by_hand() {
    // The one of group 1 is in the middle once in five deals; only then is there an itinerant.
    let found = brokerage_permuted(&star(), By::Group, 20_000, 3);
    assert!((found.whole[1].p_high - 0.2).abs() < 0.012, "{:?}", found.whole[1]);
    assert_eq!(found.whole[1].p_low, 1.0);
    assert!((found.by_node[0][1].p_high - 0.2).abs() < 0.012);
    assert_eq!(found.by_node[1][1], Tail { p_low: 1.0, p_high: 1.0 });
    assert!(
        (found.by_pair[0][0].p_low - 0.2).abs() < 0.012,
        "coordinators from 0 to 0: none, as once in five"
    );
    assert_eq!(brokerage_permuted(&star(), By::Group, 50, 3), brokerage_permuted(&star(), By::Group, 50, 3));
}

/// Everybody knows everybody, as on a list or at a meeting, and the first also knows an outsider of another group.
fn meeting(size: usize) -> Graph {
    let mut groups = vec![0; size];
    groups.push(1);
    let everybody = (0..size).flat_map(|one| (one + 1..size).map(move |other| (one, other)));
    let rows: Vec<_> = everybody.chain([(0, size)]).collect();
    network(false, &groups, &rows)
}

#[test]
fn a_meeting_of_a_thousand_is_counted_without_keeping_its_triangles() {
    // 166,167,000 of them. Only the first stands between the outsider and the others.
    let found = brokerage(&meeting(1_000), By::Group);
    let first = Roles { representative: 999, gatekeeper: 999, ..Roles::default() };
    assert_eq!((found.whole, found.by_node[0]), (first, first));
    assert!(found.by_node[1..].iter().all(|&roles| roles == Roles::default()));
    assert_eq!((found.by_pair[1].representative, found.by_pair[2].gatekeeper), (999, 999));
}

#[test]
fn triangles_that_are_too_many_to_keep_are_found_again_with_each_deal() {
    let graph = meeting(40);
    let [kept, again] = [9_880, 9_879].map(|most| Triangles::of(&graph).keeping(most));
    assert!(kept.is_kept() && !again.is_kept(), "there are 40 × 39 × 38 / 6");
    let dealt = |triangles| super::chances::dealt(&graph, By::Group, 30, 5, triangles);
    assert_eq!(dealt(&kept), dealt(&again));
    assert!(!Triangles::of(&meeting(300)).keeping(KEPT).is_kept());
    assert_eq!(brokerage_permuted(&meeting(300), By::Group, 2, 1).whole[0].p_high, 1.0);
}

#[test]
fn nobody_and_one_are_no_brokers() {
    let none = network(true, &[], &[]);
    assert_eq!(
        (brokerage(&none, By::Group).whole, brokerage_expected(&none, By::Group)),
        (Roles::default(), None)
    );
    assert_eq!(brokerage_permuted(&none, By::Group, 9, 1).whole[0].p_low, 1.0);
    let one = network(true, &[0], &[(0, 0)]);
    assert_eq!((brokerage(&one, By::Group).whole.total(), brokered_by(&one, By::Group, 1)), (0, None));
    let apart = brokerage_expected(&network(true, &[0, 1], &[]), By::Group).unwrap();
    assert_eq!(apart.whole.z(Roles::default()), [None; ROLES]);
}
