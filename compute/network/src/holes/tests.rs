//! Structural holes beside Burt's sums as they stand in the book.

use proptest::prelude::*;

use crate::{Counting, Direction, Graph, Tie, Ties, holes};

fn network(directed: bool, rows: &[(usize, usize, u32)]) -> Graph {
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(8, direction).unwrap();
    rows.iter()
        .for_each(|&(from, to, weight)| ties.add(Tie::new(from, to).weighing(f64::from(weight))).unwrap());
    ties.graph().unwrap()
}

proptest! {
    #[test]
    fn each_figure_is_that_of_the_sums_in_the_book(
        directed: bool, weighted: bool,
        rows in prop::collection::vec((0usize..8, 0usize..8, 0u32..5), 0..40),
    ) {
        let graph = network(directed, &rows);
        let counting = if weighted { Counting::Weights } else { Counting::Ties };
        let arc = |from, to| graph.weight(from, to).map_or(0.0, |weight| if weighted { f64::from(weight) } else { 1.0 });
        let a = |i, j| if directed { arc(i, j) + arc(j, i) } else { arc(i, j) };
        let near = |i: usize, j: usize| graph.weight(i, j).is_some() || graph.weight(j, i).is_some();
        let whole = |i| (0..8).map(|j| a(i, j)).sum::<f64>();
        let share = |i, j| if whole(i) > 0.0 { a(i, j) / whole(i) } else { 0.0 };
        let beside = |j, q| {
            let most = (0..8).map(|k| a(j, k)).fold(0.0, f64::max);
            if most > 0.0 { a(j, q) / most } else { 0.0 }
        };
        for (i, found) in holes(&graph, counting).into_iter().enumerate() {
            let contacts: Vec<usize> = (0..8).filter(|&j| near(i, j)).collect();
            let Some(found) = found else {
                prop_assert!(whole(i) == 0.0);
                continue;
            };
            let from = |j| {
                let through: f64 = (0..8).filter(|&q| q != i && q != j).map(|q| share(i, q) * share(q, j)).sum();
                (share(i, j) + through).powi(2)
            };
            let redundant = |j| (0..8).filter(|&q| q != i && q != j).map(|q| share(i, q) * beside(j, q)).sum::<f64>();
            let constraint: f64 = contacts.iter().map(|&j| from(j)).sum();
            let size: f64 = contacts.iter().map(|&j| 1.0 - redundant(j)).sum();
            let theirs = |j: usize| (0..8).filter(|&q| q != i && q != j).map(|q| share(i, q) * beside(q, j)).sum::<f64>();
            let networkx: f64 = contacts.iter().map(|&j| 1.0 - theirs(j)).sum();
            prop_assert!((found.effective_size_networkx - networkx).abs() < 1e-12);
            let n = contacts.len() as f64;
            let ratio = |j: usize| from(j) / (constraint / n);
            let spread: f64 = contacts.iter().map(|&j| if ratio(j) > 0.0 { ratio(j) * ratio(j).ln() } else { 0.0 }).sum();
            prop_assert_eq!(found.contacts as usize, contacts.len());
            prop_assert!((found.constraint - constraint).abs() < 1e-12);
            prop_assert!((found.effective_size - size).abs() < 1e-12);
            prop_assert_eq!(found.hierarchy.is_some(), contacts.len() > 1);
            if let Some(hierarchy) = found.hierarchy {
                prop_assert!((hierarchy - spread / (n * n.ln())).abs() < 1e-12 && (-1e-12..=1.0 + 1e-12).contains(&hierarchy));
            }
        }
    }
}

#[test]
fn in_a_star_the_middle_is_free_and_the_others_are_not() {
    let found = holes(&network(false, &[(0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1)]), Counting::Ties);
    let middle = found[0].unwrap();
    assert_eq!(
        (middle.constraint, middle.effective_size, middle.efficiency(), middle.hierarchy),
        (0.25, 4.0, 1.0, Some(0.0))
    );
    assert_eq!(found[1].unwrap().constraint, 1.0);
    assert_eq!((found[1].unwrap().hierarchy, found[7]), (None, None));
    assert_eq!(holes(&network(false, &[(0, 1, 0)]), Counting::Weights)[0], None, "ties that weigh nothing");
}
