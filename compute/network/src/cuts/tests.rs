//! What falls apart, beside taking out each node and each tie and looking again.

use proptest::prelude::*;

use crate::{By, Direction, Graph, Tie, Ties, cuts, strong_components};

fn network(directed: bool, groups: &[u8], rows: &[(usize, usize)]) -> Graph {
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(groups.len(), direction).unwrap().in_groups(groups).unwrap();
    rows.iter().for_each(|&(from, to)| ties.add(Tie::new(from, to)).unwrap());
    ties.graph().unwrap()
}

/// All nodes that are reached from `from` without `out`, ascending; by `goes` one may go.
fn reached(nodes: usize, from: usize, out: Option<usize>, goes: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut seen = vec![false; nodes];
    let mut todo = vec![from];
    seen[from] = true;
    while let Some(node) = todo.pop() {
        for other in (0..nodes).filter(|&other| goes(node, other) && Some(other) != out) {
            if !std::mem::replace(&mut seen[other], true) {
                todo.push(other);
            }
        }
    }
    (0..nodes).filter(|&node| seen[node]).collect()
}

proptest! {
    #[test]
    fn what_is_lost_is_what_is_lost_when_the_node_is_taken_out(
        directed: bool,
        groups in prop::collection::vec(0u8..3, 1..11),
        rows in prop::collection::vec((0usize..11, 0usize..11), 0..16),
    ) {
        let nodes = groups.len();
        let rows: Vec<_> = rows.into_iter().filter(|row| row.0.max(row.1) < nodes).collect();
        let graph = network(directed, &groups, &rows);
        let found = cuts(&graph, By::Group);
        let near = |one: usize, other: usize| graph.neighbours(one).contains(&(other as u32));
        for node in 0..nodes {
            let own = reached(nodes, node, None, &near);
            let component = found.component[node];
            prop_assert!((0..nodes).all(|other| (found.component[other] == component) == own.contains(&other)));
            prop_assert_eq!(found.sizes[component as usize] as usize, own.len());
            let mut pieces: Vec<Vec<usize>> = Vec::new();
            for &other in own.iter().filter(|&&other| other != node) {
                if !pieces.iter().any(|piece| piece.contains(&other)) {
                    pieces.push(reached(nodes, other, Some(node), &near));
                }
            }
            let most = pieces.iter().map(Vec::len).max().unwrap_or_default();
            let kept = pieces.iter().position(|piece| piece.len() == most);
            let mut cut_off = vec![0; graph.groups().classes()];
            for (at, piece) in pieces.iter().enumerate() {
                if Some(at) != kept {
                    piece.iter().for_each(|&lost| cut_off[usize::from(groups[lost])] += 1);
                }
            }
            match found.lost_without(node) {
                None => prop_assert!(pieces.len() < 2),
                Some(loss) => {
                    prop_assert_eq!(loss.pieces as usize, pieces.len());
                    prop_assert_eq!(&loss.cut_off, &cut_off, "without {}", node);
                }
            }
            for other in node + 1..nodes {
                let without = |a, b| near(a, b) && (a.min(b), a.max(b)) != (node, other);
                let bridge = near(node, other) && !reached(nodes, node, None, &without).contains(&other);
                prop_assert_eq!(found.bridges.contains(&(node as u32, other as u32)), bridge);
            }
        }
        let strong = strong_components(&graph);
        let goes = |from: usize, to: usize| graph.weight(from, to).is_some();
        for one in 0..nodes {
            for other in 0..nodes {
                let both = reached(nodes, one, None, &goes).contains(&other)
                    && reached(nodes, other, None, &goes).contains(&one);
                prop_assert_eq!(strong[one] == strong[other], both);
            }
        }
    }
}

#[test]
fn when_the_coordinator_between_two_streets_leaves_the_smaller_street_is_cut_off() {
    // Formal 0–2 know each other; 3 is informal and knows 2; 4 and 5 are informal and know only 3 and each other.
    let graph =
        network(false, &[0, 0, 0, 1, 1, 1], &[(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)]);
    let found = cuts(&graph, By::Group);
    assert_eq!(found.bridges, [(2, 3)]);
    assert_eq!(found.lost_without(2).unwrap().cut_off, [2, 0], "of 0–1 and 3–5 the larger stays");
    assert_eq!(found.lost_without(3).unwrap().cut_off, [0, 2]);
    assert_eq!((found.lost_without(0), found.lost.len()), (None, 2));
}

#[test]
fn a_chain_of_a_hundred_thousand_is_walked_without_recursion() {
    let rows: Vec<_> = (0..100_000).map(|at| (at, at + 1)).collect();
    let found = cuts(&network(false, &vec![0; 100_001], &rows), By::Group);
    assert_eq!((found.bridges.len(), found.lost.len()), (100_000, 99_999));
    assert_eq!(
        (found.lost_without(10).unwrap().cut_off[0], found.lost_without(50_000).unwrap().cut_off[0]),
        (10, 50_000)
    );
}
