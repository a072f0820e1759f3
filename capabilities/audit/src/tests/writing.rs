//! Lines are written with what they tell of, one after another, and with nothing that was typed.

use ground::db::testing::{both, each};
use ground::trouble::Trouble;
use uuid::Uuid;

use super::{HERE, NEXT_DOOR, edit, edits, minute};
use crate::{Actor, Line, Outcome, record};

async fn numbers(db: &ground::db::Db, here: ground::id::Municipality) -> Vec<i64> {
    db.read("select sequence from audit_line where municipality_id = $1 order by sequence")
        .bind(here)
        .scalars()
        .await
        .unwrap()
}

#[tokio::test]
async fn each_municipality_has_a_chain_of_its_own_that_counts_from_one() {
    both(migrations::ALL, |db| async move {
        edits(&db, HERE, 0..3).await;
        edits(&db, NEXT_DOOR, 0..2).await;
        assert_eq!(numbers(&db, HERE).await, [1, 2, 3]);
        assert_eq!(numbers(&db, NEXT_DOOR).await, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn a_change_that_is_taken_back_leaves_no_line_and_no_hole() {
    both(migrations::ALL, |db| async move {
        edits(&db, HERE, 0..1).await;
        let mut tx = db.begin().await.unwrap();
        record(&mut tx, HERE, minute(1), &edit(1)).await.unwrap();
        tx.rollback().await.unwrap();
        edits(&db, HERE, 2..3).await;
        assert_eq!(numbers(&db, HERE).await, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn one_transaction_may_leave_several_lines() {
    both(migrations::ALL, |db| async move {
        let mut tx = db.begin().await.unwrap();
        for party in 0..3 {
            record(&mut tx, HERE, minute(0), &edit(party)).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(numbers(&db, HERE).await, [1, 2, 3]);
    })
    .await;
}

#[tokio::test]
async fn two_servers_that_write_at_once_make_one_chain() {
    for fresh in each(migrations::ALL).await {
        let url = fresh.url().to_owned();
        let writers = (0..4).map(|server| {
            let url = url.clone();
            tokio::spawn(async move {
                let db = ground::db::Db::open(&url, ground::db::Options::default()).await.unwrap();
                edits(&db, HERE, server * 10..server * 10 + 10).await;
                db.close().await;
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(numbers(&fresh, HERE).await, (1..=40).collect::<Vec<i64>>());
    }
}

#[tokio::test]
async fn everything_a_line_can_say_is_in_its_row() {
    both(migrations::ALL, |db| async move {
        let line = Line {
            actor: Actor::Person(Uuid::from_u128(1)),
            membership: Some(Uuid::from_u128(2)),
            action: "people.look",
            object: "person",
            object_id: Some(Uuid::from_u128(3)),
            about: Some(Uuid::from_u128(4)),
            party: Some(Uuid::from_u128(5)),
            purpose: "own-party",
            outcome: Outcome::Refused,
        };
        let mut tx = db.begin().await.unwrap();
        record(&mut tx, HERE, minute(0), &line).await.unwrap();
        tx.commit().await.unwrap();
        let ids: (Uuid, Uuid, Uuid, Uuid, Uuid) = db
            .read(
                "select person_id, membership_id, object_id, about_id, party_id from audit_line \
                 where municipality_id = $1",
            )
            .bind(HERE)
            .one()
            .await
            .unwrap();
        let [who, place, thing, whom, party] = [1, 2, 3, 4, 5].map(Uuid::from_u128);
        assert_eq!(ids, (who, place, thing, whom, party));
        let words: (String, String, String, String, String) = db
            .read("select actor, action, object, purpose, outcome from audit_line where municipality_id = $1")
            .bind(HERE)
            .one()
            .await
            .unwrap();
        let words = [words.0, words.1, words.2, words.3, words.4];
        assert_eq!(words, ["person", "people.look", "person", "own-party", "refused"]);
    })
    .await;
}

#[tokio::test]
async fn a_name_an_address_or_a_sentence_does_not_get_into_a_line() {
    both(migrations::ALL, |db| async move {
        let long = "a".repeat(65);
        for word in ["Fatma", "fatma@voorbeeld.nl", "zij belde op", "", "é", long.as_str()] {
            let lines = [
                Line { action: word, ..edit(1) },
                Line { object: word, ..edit(1) },
                Line { purpose: word, ..edit(1) },
            ];
            for line in lines {
                let mut tx = db.begin().await.unwrap();
                let refused = record(&mut tx, HERE, minute(0), &line).await;
                assert!(matches!(refused, Err(Trouble::Fault(_))), "{word}");
            }
        }
        assert!(numbers(&db, HERE).await.is_empty());
    })
    .await;
}
