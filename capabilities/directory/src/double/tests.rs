//! Who looks like one, who does not, and how long it takes among many.

use std::collections::HashSet;

use ground::id::Id;
use ground::moment::Moment;

use super::*;
use crate::wording::name_key;

const THEN: Moment = Moment::fixed(1_764_079_200_000_000);

fn traits(at: u64, name: &str) -> Traits {
    Traits {
        id: Id::new(THEN.plus(std::time::Duration::from_millis(at))),
        name_key: name_key(name),
        phone: Phone::default(),
        email: Email::default(),
        website: Website::default(),
        doors: Vec::new(),
    }
}

fn signs(one: Traits, other: Traits) -> Vec<Sign> {
    let pairs = suspects(&[one, other], &HashSet::new());
    pairs.into_iter().next().map(|pair| pair.signs).unwrap_or_default()
}

fn names(one: &str, other: &str) -> Vec<Sign> {
    signs(traits(1, one), traits(2, other))
}

#[test]
fn names_are_compared_without_the_kind_of_body_and_with_a_slip_of_the_finger() {
    assert_eq!(names("De Linde", "de  LINDE"), [Sign::Name]);
    assert_eq!(names("Stichting De Linde", "Linde"), [Sign::LikeName]);
    assert_eq!(names("Buurthuis Het Anker", "Het Anker, buurthuis"), [Sign::LikeName]);
    assert_eq!(names("Moedercentrum", "Moedercentum"), [Sign::LikeName]);
    for (one, other) in [("Wijkteam Noord", "Wijkteam Oost"), ("Linde", "Lijden"), ("Taal 1", "Taal 2")] {
        assert!(names(one, other).is_empty(), "{one} {other}");
    }
}

#[test]
fn a_number_is_the_same_however_it_is_written_and_a_door_alone_says_nothing() {
    let with = |at, phone: &str, website: &str, door: &str| Traits {
        phone: Phone::parse(phone).unwrap(),
        website: Website::parse(website).unwrap(),
        doors: vec![door.to_owned()],
        ..traits(at, &format!("naam {at} met niets gemeen {at}"))
    };
    let (one, other) = (
        with(1, "088 000 01 23", "https://www.linde.nl/", "9927ab4"),
        with(2, "+31 88 0000123", "http://linde.nl", "9927ab4"),
    );
    assert_eq!(signs(one, other), [Sign::Phone, Sign::Website, Sign::Door]);
    assert!(signs(with(1, "", "", "9927ab4"), with(2, "", "", "9927ab4")).is_empty());
}

#[test]
fn what_a_crowd_shares_tells_nobody_apart_and_what_somebody_said_stays_said() {
    let crowd: Vec<Traits> = (0..7)
        .map(|at| Traits {
            phone: Phone::parse("14 0229").unwrap(),
            ..traits(at, &format!("ploeg{at}{at}{at} x{at}"))
        })
        .collect();
    assert!(suspects(&crowd, &HashSet::new()).is_empty());
    let both = [traits(1, "De Linde"), traits(2, "De Linde")];
    let said = HashSet::from([ordered(both[1].id, both[0].id)]);
    assert_eq!(suspects(&both, &said), []);
}

#[test]
fn a_slip_is_counted_as_the_naive_way_counts_it() {
    fn naive(one: &[char], other: &[char]) -> usize {
        match (one, other) {
            ([], rest) | (rest, []) => rest.len(),
            ([a, one @ ..], [b, other @ ..]) if a == b => naive(one, other),
            ([_, less @ ..], [_, fewer @ ..]) => {
                1 + naive(less, other).min(naive(one, fewer)).min(naive(less, fewer))
            }
        }
    }
    for (one, other) in
        [("linde", "lnde"), ("anker", "ankers"), ("", "ab"), ("kat", "kam"), ("abcd", "badc"), ("é", "e")]
    {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(slips(one, other), naive(&chars(one), &chars(other)).min(3), "{one} {other}");
    }
}
