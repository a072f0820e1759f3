//! Ties back and how long they took: on a village small enough to count by hand, and beside asking every pair of rows.

use proptest::prelude::*;

use crate::{By, Direction, Tie, Ties, answers, reciprocity};

/// Formal 0 and 1, informal 2 and 3.
fn village(direction: Direction) -> Ties {
    let mut ties = Ties::between(4, direction).unwrap().in_groups(&[0, 0, 1, 1]).unwrap();
    for (from, to, moment) in
        [(0, 2, 10), (2, 0, 17), (0, 2, 12), (0, 3, 5), (1, 0, 1), (0, 1, 1), (3, 3, 4), (0, 2, 18)]
    {
        ties.add(Tie::new(from, to).at(moment)).unwrap();
    }
    ties.add(Tie::new(3, 0)).unwrap();
    ties
}

#[test]
fn the_share_of_ties_with_a_tie_back_is_told_between_groups() {
    let found = reciprocity(&village(Direction::Directed).graph().unwrap(), By::Group).unwrap();
    assert_eq!(found.ties, [2, 2, 2, 0]);
    assert_eq!(found.returned, [2, 2, 2, 0]);
    assert_eq!(
        (found.whole(), found.between(1, 1), found.between(1, 0), found.between(9, 0)),
        (Some(1.0), None, Some(1.0), None)
    );
    let within = village(Direction::Directed).graph_within(0..6).unwrap();
    let found = reciprocity(&within, By::Group).unwrap();
    assert_eq!((found.between(0, 1), found.between(0, 0)), (Some(1.0), Some(1.0)));
    assert!(reciprocity(&village(Direction::Undirected).graph().unwrap(), By::Group).is_none());
}

#[test]
fn an_answer_is_the_first_tie_back_and_who_got_none_is_counted() {
    let found = answers(&village(Direction::Directed), By::Group, ..).unwrap();
    assert_eq!(found.waits(0, 1), [5, 7]);
    assert_eq!(found.unanswered(0, 1), 2, "the one at 18, and the one to 3, whose tie back has no moment");
    assert_eq!((found.median(0, 1), found.median(0, 0), found.median(1, 1)), (Some(6.0), Some(0.0), None));
    assert_eq!((found.median(1, 0), found.unanswered(1, 0)), (Some(1.0), 0));
    assert_eq!(found.median_of_all(), Some(1.0));
    assert!(answers(&village(Direction::Undirected), By::Group, ..).is_none());
}

/// From, to and perhaps when.
type Row = (usize, usize, Option<i64>);

/// Rows between nine nodes in groups 0, 1 and 3.
fn any_ties() -> impl Strategy<Value = (Vec<u8>, Vec<Row>)> {
    let groups = prop::collection::vec(prop::sample::select(vec![0u8, 1, 3]), 9);
    let row = (0usize..9, 0usize..9, prop::option::of(-5i64..6));
    (groups, prop::collection::vec(row, 0..60))
}

fn directed(groups: &[u8], rows: &[Row]) -> Ties {
    let mut ties = Ties::between(9, Direction::Directed).unwrap().in_groups(groups).unwrap();
    rows.iter().for_each(|&(from, to, moment)| ties.add(Tie { moment, ..Tie::new(from, to) }).unwrap());
    ties
}

proptest! {
    #[test]
    fn a_tie_comes_back_when_some_row_goes_the_other_way((groups, rows) in any_ties()) {
        let found = reciprocity(&directed(&groups, &rows).graph().unwrap(), By::Group).unwrap();
        let there = |from: usize, to: usize| rows.iter().any(|row| (row.0, row.1) == (from, to));
        let pairs = || (0..9).flat_map(|from| (0..9).map(move |to| (from, to)));
        for (one, other) in (0..4).flat_map(|one| (0..4).map(move |other| (one, other))) {
            let ties: Vec<_> = pairs()
                .filter(|&(from, to)| from != to && there(from, to) && (groups[from], groups[to]) == (one, other))
                .collect();
            let returned = ties.iter().filter(|&&(from, to)| there(to, from)).count();
            let share = (!ties.is_empty()).then(|| returned as f64 / ties.len() as f64);
            prop_assert_eq!(found.between(one, other), share);
            if usize::from(one.max(other)) < found.classes {
                let cell = usize::from(one) * found.classes + usize::from(other);
                prop_assert_eq!((found.ties[cell], found.returned[cell]), (ties.len() as u64, returned as u64));
            }
        }
        let all: Vec<_> = pairs().filter(|&(from, to)| from != to && there(from, to)).collect();
        let returned = all.iter().filter(|&&(from, to)| there(to, from)).count();
        prop_assert_eq!(found.whole(), (!all.is_empty()).then(|| returned as f64 / all.len() as f64));
    }

    #[test]
    fn a_window_has_the_waits_of_its_own_rows((roles, rows) in any_ties(), begin in -5i64..6, long in 0i64..8) {
        let window = begin..begin + long;
        let within: Vec<Row> =
            rows.iter().copied().filter(|row| row.2.is_some_and(|moment| window.contains(&moment))).collect();
        let by_role = directed(&[0; 9], &rows).in_roles(&roles).unwrap();
        let by_group = directed(&roles, &within);
        prop_assert_eq!(answers(&by_role, By::Role, window), answers(&by_group, By::Group, ..));
    }

    #[test]
    fn a_wait_is_the_least_over_all_rows_that_go_the_other_way((groups, rows) in any_ties()) {
        let found = answers(&directed(&groups, &rows), By::Group, ..).unwrap();
        let wait = |&(from, to, moment): &Row| {
            let back = rows.iter().filter(|row| (row.0, row.1) == (to, from));
            back.filter_map(|row| u64::try_from(row.2? - moment?).ok()).min()
        };
        let mut whole = Vec::new();
        for (one, other) in (0..4).flat_map(|one| (0..4).map(move |other| (one, other))) {
            let asked = rows.iter().filter(|row| {
                row.0 != row.1 && row.2.is_some() && (groups[row.0], groups[row.1]) == (one, other)
            });
            let all: Vec<Option<u64>> = asked.map(wait).collect();
            let mut waits: Vec<u64> = all.iter().copied().flatten().collect();
            waits.sort_unstable();
            prop_assert_eq!(found.waits(one, other), &waits[..]);
            prop_assert_eq!(found.unanswered(one, other), (all.len() - waits.len()) as u64);
            prop_assert_eq!(found.median(one, other), middle(&waits));
            whole.extend(waits);
        }
        whole.sort_unstable();
        prop_assert_eq!(found.median_of_all(), middle(&whole));
    }
}

/// As many lie below it as above.
fn middle(waits: &[u64]) -> Option<f64> {
    let (first, last) = (waits.get(waits.len().checked_sub(1)? / 2)?, waits.get(waits.len() / 2)?);
    Some((first + last) as f64 / 2.0)
}
