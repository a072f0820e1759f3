//! Which contacts count in the numbers of a district, and which in none.

use std::time::Duration;

use directory::area::AreaCode;
use directory::neighbourhood::HERE;
use directory::party::{Party, Sphere};
use ground::db::testing::THEN;
use ground::id::Id;
use ground::moment::{Day, Moment};
use ground::trouble::Trouble;

use super::{NEIGHBOURHOOD, Town, machine, towns};
use crate::{Contact, Count, Kind, Quarter, Reciprocity, Row, reciprocity, record, term_passed};

const DISTRICT: &str = "WK990101";

fn july() -> Moment {
    Day::new(2025, 7, 1).unwrap().begins()
}

async fn summer(town: &Town, area: &str) -> Reciprocity {
    let area = AreaCode::parse(area).unwrap();
    reciprocity(&town.db, HERE, &area, Quarter::of(july().day()), THEN).await.unwrap()
}

/// One of many: no party has more than a fifth of them.
fn among(many: &[Id<Party>; 10], at: usize, contact: Contact) -> Contact {
    let mut one = contact;
    (one.from.party, one.to.party) = (many[at % 5], many[5 + at % 5]);
    one
}

fn many() -> [Id<Party>; 10] {
    [0; 10].map(|_| Id::new(THEN))
}

fn row(in_time: u64, late: u64) -> Row {
    Row::of(Count::Shown(in_time), Count::Shown(late))
}

#[tokio::test]
async fn a_settled_quarter_counts_both_ways_and_only_between_the_worlds_and_in_that_district() {
    towns(async |town: Town| {
        let many = many();
        let mut all = Vec::new();
        for at in 0..35 {
            let hour = Duration::from_secs(3600 * u64::try_from(at).unwrap());
            let asked = among(&many, at, town.asked(july().plus(hour)));
            all.extend([asked.clone(), town.answered(&asked, at < 20)]);
            let mut back = among(&many, at, town.asked(july()));
            (back.from.sphere, back.to.sphere) = (Sphere::Formal, Sphere::Informal);
            // Of five it is not known: they run, or were taken back within their term.
            all.push(Contact { in_time: Some(at < 15).filter(|_| at < 30), kind: Kind::Handover, ..back });
            let mut others = [
                town.asked(july()),
                Contact { area: AreaCode::parse("WK990102").ok(), ..town.asked(july()) },
                Contact { area: None, ..town.asked(july()) },
                town.asked(Day::new(2025, 6, 30).unwrap().begins()),
                town.asked(Day::new(2025, 10, 1).unwrap().begins()),
            ];
            others[0].from.sphere = Sphere::Formal;
            all.extend(others.map(|other| Contact { in_time: Some(true), ..among(&many, at, other) }));
        }
        town.write(&all).await;
        for area in [DISTRICT, NEIGHBOURHOOD] {
            let found = summer(&town, area).await;
            assert_eq!(found, Reciprocity { to_formal: row(20, 15), to_informal: row(15, 15) });
        }
        let area = AreaCode::parse(DISTRICT).unwrap();
        let runs = reciprocity(&town.db, HERE, &area, Quarter::of(july().day()).after(), THEN).await;
        assert!(matches!(runs, Err(Trouble::NotYet(_))), "the quarter runs");
    })
    .await;
}

#[tokio::test]
async fn where_one_party_does_most_there_is_no_number_on_whichever_side_it_stands() {
    towns(async |town: Town| {
        let many = many();
        let most = |asks: bool, others: usize, in_time: bool| {
            let one = |at: usize| Contact { in_time: Some(in_time), ..among(&many, at, town.asked(july())) };
            let mut all: Vec<Contact> = (0..20 + others).map(one).collect();
            for (at, contact) in all.iter_mut().enumerate() {
                match (asks, at < 20) {
                    (true, true) => contact.from.party = town.informal,
                    (false, true) => contact.to.party = town.formal,
                    (_, false) => {}
                }
            }
            all
        };
        // Nine are left without the one that asks, and ten of what was late.
        town.write(&[most(true, 9, true), most(true, 10, false)].concat()).await;
        assert_eq!(summer(&town, DISTRICT).await.to_formal, Row::of(Count::Hidden, Count::Shown(30)));
        let mut asked: Vec<Contact> = [most(false, 9, true), most(false, 10, false)].concat();
        for contact in &mut asked {
            (contact.from.sphere, contact.to.sphere) = (Sphere::Formal, Sphere::Informal);
        }
        town.write(&asked).await;
        assert_eq!(summer(&town, DISTRICT).await.to_informal, Row::of(Count::Hidden, Count::Shown(30)));
    })
    .await;
}

#[tokio::test]
async fn a_term_that_passes_is_late_for_ever_and_what_is_taken_back_before_it_is_nothing() {
    towns(async |town: Town| {
        let many = many();
        let passed = july().plus(Duration::from_secs(6 * 24 * 3600));
        let asked: Vec<Contact> = (0..45).map(|at| among(&many, at, town.asked(july()))).collect();
        town.write(&asked).await;
        town.within(async |tx| {
            for contact in &asked[..20] {
                term_passed(tx, &machine(), contact.id, passed).await.unwrap();
                term_passed(tx, &machine(), contact.id, passed).await.unwrap();
            }
            // An answer that comes after it, and one that the clock meets too late to say anything of.
            for contact in &asked[..40] {
                let answered_at = Some(passed);
                let answer = Contact { answered_at, in_time: Some(true), ..contact.clone() };
                record(tx, &machine(), &answer).await.unwrap();
                term_passed(tx, &machine(), contact.id, passed).await.unwrap();
            }
        })
        .await;
        assert_eq!(summer(&town, DISTRICT).await.to_formal, row(20, 20), "five were taken back");
    })
    .await;
}

#[tokio::test]
async fn a_number_that_is_shown_stays_as_it_is_whatever_is_still_said_about_it() {
    towns(async |town: Town| {
        let many = many();
        let asked: Vec<Contact> = (0..30).map(|at| among(&many, at, town.asked(july()))).collect();
        let answers: Vec<Contact> = asked[..20].iter().map(|asked| town.answered(asked, true)).collect();
        town.write(&[&asked[..], &answers[..]].concat()).await;
        let before = summer(&town, DISTRICT).await;
        assert_eq!(before.to_formal, Row::of(Count::Shown(20), Count::Hidden));
        town.within(async |tx| {
            for contact in &asked {
                // Later than the last day on which anything of that quarter is counted.
                let answer = Contact { answered_at: Some(THEN), in_time: Some(false), ..contact.clone() };
                term_passed(tx, &machine(), contact.id, THEN).await.unwrap();
                record(tx, &machine(), &answer).await.unwrap();
                term_passed(tx, &machine(), contact.id, THEN).await.unwrap();
            }
        })
        .await;
        assert_eq!(summer(&town, DISTRICT).await, before);
        assert_eq!(town.stands(&asked[29]).await.answered_at, Some(THEN), "what is told to the two is told");
    })
    .await;
}
