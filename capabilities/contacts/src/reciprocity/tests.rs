//! What a number tells: none stands on one party, none is exact, and none is reckoned from the others.

use std::collections::BTreeSet;

use directory::party::Party;
use ground::id::Id;

use super::cell::{Cell, STEP};
use super::{Count, Row};
use crate::Contact;

fn id<T>(number: u64) -> Id<T> {
    Id::parse(&format!("019aa000-0000-7000-8000-{number:012x}")).unwrap()
}

/// Contacts between parties by number; `seed` makes others of them.
fn shown(pairs: &[(u64, u64)], seed: u64) -> Count {
    let mut cell = Cell::default();
    for (at, (from, to)) in (0..).zip(pairs) {
        cell.add(id::<Contact>(seed * 1_000 + at), [id::<Party>(*from), id::<Party>(*to)]);
    }
    cell.shown()
}

/// The same by counting once more without each party there is.
fn twin(pairs: &[(u64, u64)]) -> bool {
    let parties: BTreeSet<u64> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    let without = |party: u64| pairs.iter().filter(|(from, to)| *from != party && *to != party).count();
    !pairs.is_empty() && parties.into_iter().all(|party| without(party) >= 10)
}

#[test]
fn a_number_is_shown_when_ten_are_left_without_any_single_party_and_only_then() {
    let (mut seen, mut unseen) = (0, 0);
    for round in 0..3_000_u64 {
        // Few parties or many, and one of them in a good part of it.
        let (count, askers, answerers) = (round % 41, 1 + round % 7, 1 + round / 7 % 11);
        let pairs: Vec<(u64, u64)> = (0..count)
            .map(|at| {
                let drawn = (round * 7_919 + at * 104_729) % 1_009;
                let to = if drawn % 5 < round % 4 { 100 } else { 100 + drawn % answerers };
                (drawn % askers, to)
            })
            .collect();
        match shown(&pairs, round) {
            Count::Hidden => {
                assert!(!twin(&pairs), "{pairs:?}");
                unseen += 1;
            }
            Count::Shown(number) => {
                assert!(twin(&pairs), "{pairs:?}");
                assert!(
                    number >= 10 && number % STEP == 0 && number.abs_diff(count) < STEP,
                    "{number} {count}"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 300 && unseen > 300, "{seen} seen, {unseen} unseen");
}

#[test]
fn a_party_that_has_most_of_it_is_not_what_the_number_shows_on_either_side() {
    let spread: Vec<(u64, u64)> = (0..10).map(|at| (at, 100 + at)).collect();
    let with = |more: &[(u64, u64)]| [&spread[..], more].concat();
    assert_eq!(shown(&spread, 1), Count::Hidden, "without one of them it is nine");
    assert_eq!(shown(&with(&[(50, 150); 5]), 1), Count::Shown(15));
    // Twenty of its own are no help when nine of the others are left.
    assert_eq!(shown(&with(&[(9, 150); 20]), 1), Count::Hidden, "one that asks");
    assert_eq!(shown(&with(&[(50, 109); 20]), 1), Count::Hidden, "one that is asked");
    // One that became one with who asked it is taken out once, and the rest still counts.
    assert_eq!(shown(&with(&[(50, 50); 5]), 1), Count::Shown(15));
}

#[test]
fn rounding_keeps_the_mean_and_says_the_same_each_time() {
    for count in 20..25_u64 {
        let pairs: Vec<(u64, u64)> = (0..count).map(|at| (at, 100 + at)).collect();
        let mut sum = 0;
        for seed in 0..2_000 {
            assert_eq!(shown(&pairs, seed), shown(&pairs, seed));
            sum += shown(&pairs, seed).shown().unwrap();
        }
        // Two thousand draws of 0 or 5 lie within a quarter of what they should be, many times over.
        assert!((sum * 4).abs_diff(count * 2_000 * 4) < 2_000, "{count}: {sum}");
    }
}

#[test]
fn nobody_can_reckon_a_hidden_number_from_what_is_shown() {
    let of = |count: u64| shown(&(0..count).map(|at| (at, 100 + at)).collect::<Vec<_>>(), count);
    let rows: Vec<(u64, u64, Row)> = (0..40)
        .flat_map(|a| (0..40).map(move |b| (a, b)))
        .map(|(a, b)| (a, b, Row::of(of(a), of(b))))
        .collect();
    for (a, b, row) in &rows {
        // Everything that looks exactly like this: a hidden number can be any of eleven, none among them.
        let alike: Vec<&(u64, u64, Row)> = rows.iter().filter(|(_, _, other)| other == row).collect();
        for (hidden, values) in [
            (row.in_time, alike.iter().map(|(a, _, _)| *a).collect::<BTreeSet<u64>>()),
            (row.late, alike.iter().map(|(_, b, _)| *b).collect()),
        ] {
            if hidden == Count::Hidden {
                assert_eq!(values, (0..=10).collect::<BTreeSet<u64>>(), "{a} {b}");
            }
        }
        let both = row.in_time.shown().zip(row.late.shown());
        assert_eq!(row.asked.shown(), both.map(|(in_time, late)| in_time + late));
    }
}
