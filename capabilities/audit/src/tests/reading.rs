//! Who asks the trail something gets the newest lines first, page by page, and nobody else's.

use ground::db::Db;
use ground::db::testing::both;
use ground::id::Municipality;
use uuid::Uuid;

use super::{HERE, NEXT_DOOR, edit, edits, minute};
use crate::{Actor, Found, Line, Outcome, Page, about, by, last_by, of_object, of_party, recent, record};

const FATMA: Uuid = Uuid::from_u128(0xf);
const JAN: Uuid = Uuid::from_u128(0x1);
const ALL: Page = Page::newest(100);

fn look(who: Uuid, at_whom: Uuid) -> Line<'static> {
    Line {
        actor: Actor::Person(who),
        membership: Some(Uuid::from_u128(7)),
        action: "people.look",
        object: "person",
        object_id: Some(at_whom),
        about: Some(at_whom),
        party: None,
        purpose: "own-party",
        outcome: Outcome::Done,
    }
}

async fn write(db: &Db, municipality: Municipality, lines: &[Line<'_>]) {
    for (number, line) in (0..).zip(lines) {
        let mut tx = db.begin().await.unwrap();
        record(&mut tx, municipality, minute(number), line).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn numbers(found: &Found) -> Vec<i64> {
    found.lines.iter().map(|line| line.sequence).collect()
}

#[tokio::test]
async fn fatma_sees_who_looked_at_her_and_not_who_looked_at_jan() {
    both(migrations::ALL, |db| async move {
        let refused = Line { outcome: Outcome::Refused, ..look(JAN, FATMA) };
        write(&db, HERE, &[look(JAN, FATMA), look(FATMA, JAN), edit(3), refused]).await;
        write(&db, NEXT_DOOR, &[look(JAN, FATMA)]).await;
        let hers = about(&db, HERE, FATMA, ALL).await.unwrap();
        assert_eq!(numbers(&hers), [4, 1]);
        let newest = &hers.lines[0];
        assert_eq!((newest.actor, newest.outcome), (Actor::Person(JAN), Outcome::Refused));
        assert_eq!((newest.membership, newest.about), (Some(Uuid::from_u128(7)), Some(FATMA)));
        assert_eq!((newest.action.as_str(), newest.object.as_str()), ("people.look", "person"));
        assert_eq!((newest.object_id, newest.purpose.as_str()), (Some(FATMA), "own-party"));
        assert_eq!(newest.at, minute(3));
        assert_eq!(numbers(&about(&db, NEXT_DOOR, FATMA, ALL).await.unwrap()), [1]);
        assert_eq!(numbers(&about(&db, HERE, Uuid::from_u128(9), ALL).await.unwrap()), [0i64; 0]);
    })
    .await;
}

#[tokio::test]
async fn somebody_sees_what_they_did_themselves_also_when_it_was_about_others() {
    both(migrations::ALL, |db| async move {
        write(&db, HERE, &[look(JAN, FATMA), look(FATMA, JAN), edit(3), look(JAN, JAN)]).await;
        write(&db, NEXT_DOOR, &[look(JAN, FATMA), look(JAN, FATMA)]).await;
        assert_eq!(numbers(&by(&db, HERE, JAN, ALL).await.unwrap()), [4, 1]);
        assert_eq!(numbers(&by(&db, NEXT_DOOR, JAN, ALL).await.unwrap()), [2, 1]);
        assert_eq!(numbers(&by(&db, NEXT_DOOR, FATMA, ALL).await.unwrap()), [0i64; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_happened_to_a_party_is_told_and_not_what_happened_to_an_offer_of_the_same_number() {
    both(migrations::ALL, |db| async move {
        let offer = Line { object: "offer", ..edit(3) };
        write(&db, HERE, &[edit(3), edit(4), offer, edit(3)]).await;
        write(&db, NEXT_DOOR, &[edit(3)]).await;
        let three = Uuid::from_u128(3);
        let party = of_object(&db, HERE, "party", three, ALL).await.unwrap();
        assert_eq!(numbers(&party), [4, 1]);
        assert_eq!(party.lines[0].actor, Actor::Operator);
        assert_eq!(numbers(&of_object(&db, HERE, "offer", three, ALL).await.unwrap()), [3]);
        assert_eq!(numbers(&of_object(&db, NEXT_DOOR, "offer", three, ALL).await.unwrap()), [0i64; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_happened_to_whatever_hung_on_a_party_is_told_and_not_what_happened_next_door() {
    both(migrations::ALL, |db| async move {
        let of = |thing, party| Line { object: "offer", party: Some(Uuid::from_u128(party)), ..edit(thing) };
        write(&db, HERE, &[of(3, 7), of(3, 8), edit(7), of(4, 7)]).await;
        write(&db, NEXT_DOOR, &[of(3, 7)]).await;
        let seven = Uuid::from_u128(7);
        let found = of_party(&db, HERE, seven, ALL).await.unwrap();
        assert_eq!(numbers(&found), [4, 1]);
        assert_eq!((found.lines[0].party, found.lines[0].object_id), (Some(seven), Some(Uuid::from_u128(4))));
        assert_eq!(numbers(&of_party(&db, HERE, Uuid::from_u128(9), ALL).await.unwrap()), [0i64; 0]);
    })
    .await;
}

#[tokio::test]
async fn when_somebody_last_did_a_thing_is_told_of_that_person_and_that_thing() {
    both(migrations::ALL, |db| async move {
        write(&db, HERE, &[look(JAN, FATMA), look(JAN, FATMA), look(FATMA, JAN), edit(3)]).await;
        write(&db, NEXT_DOOR, &[edit(1), edit(2), edit(3), look(JAN, FATMA)]).await;
        for (who, action, when) in [
            (JAN, "people.look", Some(minute(1))),
            (FATMA, "people.look", Some(minute(2))),
            (JAN, "party.change", None),
        ] {
            assert_eq!(last_by(&db, HERE, who, action).await.unwrap(), when, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_pages_through_everything_meets_each_line_once_newest_first_also_while_lines_are_added() {
    both(migrations::ALL, |db| async move {
        edits(&db, HERE, 0..7).await;
        edits(&db, NEXT_DOOR, 0..2).await;
        let first = recent(&db, HERE, Page::newest(3)).await.unwrap();
        assert_eq!((numbers(&first), first.earlier), (vec![7, 6, 5], Some(5)));
        edits(&db, HERE, 7..9).await;
        let second = recent(&db, HERE, Page::newest(3).before(5)).await.unwrap();
        assert_eq!((numbers(&second), second.earlier), (vec![4, 3, 2], Some(2)));
        let third = recent(&db, HERE, Page::newest(3).before(2)).await.unwrap();
        assert_eq!((numbers(&third), third.earlier), (vec![1], None));
    })
    .await;
}

#[tokio::test]
async fn a_page_that_is_just_full_has_no_next_one_and_a_page_of_nothing_shows_one_line() {
    both(migrations::ALL, |db| async move {
        edits(&db, HERE, 0..3).await;
        assert_eq!(recent(&db, HERE, Page::newest(3)).await.unwrap().earlier, None);
        let none = recent(&db, HERE, Page::newest(0)).await.unwrap();
        assert_eq!((numbers(&none), none.earlier), (vec![3], Some(3)));
        assert!(recent(&db, HERE, ALL.before(1)).await.unwrap().lines.is_empty());
        assert!(recent(&db, HERE, ALL.before(i64::MIN)).await.unwrap().lines.is_empty());
    })
    .await;
}
