//! How near the groups are, beside a search from every node by itself.

use proptest::prelude::*;

use super::*;
use crate::{Direction, Tie, Ties};

proptest! {
    #[test]
    fn every_pair_is_counted_at_its_distance(
        directed: bool,
        groups in prop::collection::vec(0u8..3, 1..90),
        rows in prop::collection::vec((0usize..90, 0usize..90), 0..110),
    ) {
        let (nodes, classes) = (groups.len(), usize::from(*groups.iter().max().unwrap()) + 1);
        let direction = if directed { Direction::Directed } else { Direction::Undirected };
        let mut ties = Ties::between(nodes, direction).unwrap().in_groups(&groups).unwrap();
        for (from, to) in rows.into_iter().filter(|row| row.0.max(row.1) < nodes) {
            ties.add(Tie::new(from, to)).unwrap();
        }
        let graph = ties.graph().unwrap();
        let mut expected = vec![vec![0u64; nodes + 1]; classes * classes];
        for from in 0..nodes {
            let (mut steps, mut queue) = (vec![usize::MAX; nodes], std::collections::VecDeque::from([from]));
            steps[from] = 0;
            while let Some(node) = queue.pop_front() {
                for &other in graph.neighbours(node) {
                    if steps[other as usize] == usize::MAX {
                        steps[other as usize] = steps[node] + 1;
                        queue.push_back(other as usize);
                    }
                }
            }
            for to in from + 1..nodes {
                let (a, b) = (usize::from(groups[from]), usize::from(groups[to]));
                expected[a.min(b) * classes + a.max(b)][steps[to].min(nodes)] += 1;
            }
        }
        let (near, all) = (reach(&graph, By::Group), distances(&graph, By::Group));
        for one in 0..classes as u8 {
            for other in one..classes as u8 {
                let expected = &expected[usize::from(one) * classes + usize::from(other)];
                let found = near.between(other, one);
                prop_assert_eq!(found.direct, expected.get(1).copied().unwrap_or(0));
                prop_assert_eq!(found.pairs(), expected.iter().sum::<u64>());
                if nodes > 2 {
                    prop_assert_eq!((found.through_one, found.apart), (expected[2], expected[nodes]));
                }
                for (at, count) in all.between(one, other).into_iter().enumerate() {
                    prop_assert_eq!(count, expected[at + 1]);
                }
                let counted: u64 = all.between(one, other).iter().sum();
                prop_assert_eq!(counted, found.pairs() - found.apart);
            }
        }
    }
}

#[test]
fn no_pairs_have_no_shares() {
    let graph = Ties::between(1, Direction::Undirected).unwrap().graph().unwrap();
    assert_eq!(
        (reach(&graph, By::Group).across().shares(), distances(&graph, By::Group).across()),
        (None, vec![])
    );
    assert_eq!(reach(&graph, By::Group).between(0, 7), Steps::default());
    let none = Ties::between(0, Direction::Undirected).unwrap().graph().unwrap();
    assert_eq!(reach(&none, By::Group).across().pairs(), 0);
}
