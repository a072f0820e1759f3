//! What becomes a network and what is refused, with its row.

use proptest::prelude::*;

use super::*;

fn list(direction: Direction, rows: &[(usize, usize, f64)]) -> Result<Graph, Refused> {
    let mut ties = Ties::between(4, direction)?;
    for &(from, to, weight) in rows {
        ties.add(Tie::new(from, to).weighing(weight))?;
    }
    ties.graph()
}

#[test]
fn a_row_that_cannot_be_is_refused_by_its_number_and_leaves_the_list_whole() {
    let mut ties = Ties::between(2, Direction::Directed).unwrap();
    ties.add(Tie::new(0, 1)).unwrap();
    let refused = |tie| ties.clone().add(tie).unwrap_err();
    assert_eq!(refused(Tie::new(0, 2)), Refused::UnknownNode { row: 1, node: 2, nodes: 2 });
    assert_eq!(
        refused(Tie::new(usize::MAX, 0)).to_string(),
        format!("row 1: there is no node {}; there are 2, numbered from 0", usize::MAX)
    );
    assert_eq!(refused(Tie::new(0, 1).weighing(f64::NAN)), Refused::NotANumber { row: 1 });
    assert_eq!(refused(Tie::new(0, 1).weighing(f64::INFINITY)), Refused::NotANumber { row: 1 });
    assert_eq!(refused(Tie::new(0, 1).weighing(-0.5)), Refused::Negative { row: 1, weight: -0.5 });
    assert_eq!(
        refused(Tie::new(0, 1).weighing(0.5)),
        Refused::BetweenUnits { row: 1, weight: 0.5, parts: 1 }
    );
    assert!(matches!(refused(Tie::new(0, 1).weighing(1e-300)), Refused::BetweenUnits { .. }), "not nothing");
    assert_eq!(refused(Tie::new(0, 1).weighing(5e9)), Refused::TooHeavy { row: 1 });
    assert_eq!(ties.clone().at_most(1).add(Tie::new(1, 0)), Err(Refused::TooManyTies { row: 1, most: 1 }));
    assert_eq!(
        ties.clone().in_groups(&[0]).unwrap_err(),
        Refused::LabelsDoNotFit { given: 1, nodes: 2, row: 1 }
    );
    assert_eq!(ties.clone().in_parts_of(0).unwrap_err(), Refused::NoParts);
    assert!(matches!(Ties::between(1 << 31, Direction::Directed), Err(Refused::TooManyNodes { .. })));
    let bad = ties.add(Tie::new(0, 9));
    assert!(bad.is_err());
    ties.add(Tie::new(1, 0)).unwrap();
    assert_eq!((ties.rows(), ties.graph().unwrap().ties()), (2, 2));
}

#[test]
fn ties_that_together_weigh_too_much_are_refused_by_the_row_that_made_it_so() {
    let heavy = [(0, 1, 4e9), (2, 3, 1.0), (0, 1, 2e8), (1, 0, 1e8)];
    assert_eq!(list(Direction::Undirected, &heavy), Err(Refused::TooHeavy { row: 3 }));
    assert!(list(Direction::Directed, &heavy).is_ok(), "back is another tie");
}

#[test]
fn loops_and_repeated_ties_are_counted_and_folded() {
    let rows = [(0, 1, 2.0), (1, 0, 3.0), (0, 1, 4.0), (2, 2, 9.0), (3, 0, 0.0)];
    let graph = list(Direction::Undirected, &rows).unwrap();
    assert_eq!((graph.ties(), graph.loops(), graph.repeated()), (2, 1, 2));
    assert_eq!(
        (graph.weight(0, 1), graph.weight(1, 0), graph.weight(0, 3), graph.weight(0, 2)),
        (Some(9), Some(9), Some(0), None)
    );
    let graph = list(Direction::Directed, &rows).unwrap();
    assert_eq!((graph.ties(), graph.loops(), graph.repeated()), (3, 1, 1));
    assert_eq!(
        (graph.weight(0, 1), graph.weight(1, 0), graph.weight(0, 3), graph.weight(3, 0)),
        (Some(6), Some(3), None, Some(0))
    );
    assert_eq!(
        (graph.neighbours(0), graph.neighbours(2), graph.neighbours(77)),
        (&[1, 3][..], &[][..], &[][..])
    );
}

#[test]
fn a_window_of_time_has_its_own_ties_and_those_that_always_stand() {
    let mut ties = Ties::between(3, Direction::Undirected).unwrap();
    ties.add(Tie::new(0, 1)).unwrap();
    ties.add(Tie::new(1, 2).at(10)).unwrap();
    ties.add(Tie::new(0, 2).at(20)).unwrap();
    let within = |window| ties.graph_within(window).unwrap().ties();
    assert_eq!((within(0..10), within(10..20), within(10..21), within(5..5)), (1, 2, 3, 1));
    assert_eq!(ties.graph().unwrap().ties(), 3);
}

#[test]
fn a_weight_in_hundredths_is_kept_as_a_whole_number() {
    let mut ties = Ties::between(2, Direction::Undirected).unwrap().in_parts_of(100).unwrap();
    ties.add(Tie::new(0, 1).weighing(0.1)).unwrap();
    ties.add(Tie::new(0, 1).weighing(0.29)).unwrap();
    assert_eq!(ties.graph().unwrap().weight(0, 1), Some(39));
    assert!(matches!(ties.in_parts_of(10), Err(Refused::BetweenUnits { row: 1, .. })));
}

#[test]
fn a_fraction_is_refused_however_heavy_the_tie_and_what_decimals_lose_is_not() {
    let refused = |parts: u32, weight: f64| {
        let mut ties = Ties::between(2, Direction::Undirected).unwrap().in_parts_of(parts).unwrap();
        ties.add(Tie::new(0, 1).weighing(weight)).is_err()
    };
    assert!(refused(1, 300_000_000.25) && refused(1, 4_294_967_294.99) && refused(100, 3_000_000.005));
    assert!(!refused(1, 4_294_967_295.0));
    for hundredths in (0..100_000_u32).chain(u32::MAX - 100_000..=u32::MAX) {
        assert!(!refused(100, f64::from(hundredths) / 100.0), "{hundredths} hundredths");
    }
    assert!(!refused(100, 0.29) && !refused(10, 0.1 + 0.2));
}

#[test]
fn no_nodes_are_a_network_too() {
    let graph = Ties::between(0, Direction::Directed).unwrap().graph().unwrap();
    assert_eq!((graph.nodes(), graph.ties(), graph.groups().classes()), (0, 0, 0));
}

proptest! {
    #[test]
    fn every_tie_is_found_again_and_no_other(
        rows in prop::collection::vec((0usize..9, 0usize..9, 0u32..5), 0..60), directed: bool,
    ) {
        let direction = if directed { Direction::Directed } else { Direction::Undirected };
        let mut ties = Ties::between(9, direction).unwrap();
        for &(from, to, weight) in &rows {
            ties.add(Tie::new(from, to).weighing(f64::from(weight))).unwrap();
        }
        let graph = ties.graph().unwrap();
        for from in 0..9 {
            for to in 0..9 {
                let same = |row: &&(usize, usize, u32)| (row.0, row.1) == (from, to) || (!directed && (row.1, row.0) == (from, to));
                let between: Vec<_> = rows.iter().filter(same).collect();
                let sum = between.iter().map(|row| row.2).sum();
                let expected = (from != to && !between.is_empty()).then_some(sum);
                prop_assert_eq!(graph.weight(from, to), expected);
            }
        }
    }
}
