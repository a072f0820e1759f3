//! Ties back and how long they took, on a village small enough to count by hand.

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
    let found = answers(&village(Direction::Directed)).unwrap();
    assert_eq!(found.waits(0, 1), [5, 7]);
    assert_eq!(found.unanswered(0, 1), 2, "the one at 18, and the one to 3, whose tie back has no moment");
    assert_eq!((found.median(0, 1), found.median(0, 0), found.median(1, 1)), (Some(6.0), Some(0.0), None));
    assert_eq!((found.median(1, 0), found.unanswered(1, 0)), (Some(1.0), 0));
    assert_eq!(found.median_of_all(), Some(1.0));
    assert!(answers(&village(Direction::Undirected)).is_none());
}
