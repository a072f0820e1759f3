//! Everything somebody with the database in hands could do to the trail, and that it is seen.

use ground::db::Db;
use ground::db::testing::both;
use ground::moment::{Day, Moment};
use uuid::Uuid;

use super::{HERE, NEXT_DOOR, does, edits, faults, papers};
use crate::{Fault, Papers, Root, Words, close, verify};

const CLOSING: &str = "2025-11-26T09:00:00Z";

/// Ten lines, of which the first eight are in a closed day.
async fn trail(db: &Db, papers: &Papers) -> Root {
    edits(db, HERE, 0..8).await;
    let made = close(db, HERE, papers, Moment::parse(CLOSING).unwrap()).await.unwrap();
    edits(db, HERE, 8..10).await;
    assert_eq!(faults(db, papers).await, []);
    made[0].clone()
}

fn yesterday() -> Day {
    Day::parse("2025-11-25").unwrap()
}

#[tokio::test]
async fn a_line_that_was_edited_is_named_whatever_was_edited() {
    let edits = [
        "update audit_line set at = (select at from audit_line where municipality_id = 9901 and sequence = 1) where municipality_id = 9901 and sequence = 4",
        "update audit_line set actor = 'machine' where municipality_id = 9901 and sequence = 4",
        "update audit_line set membership_id = object_id where municipality_id = 9901 and sequence = 4",
        "update audit_line set action = 'party.remove' where municipality_id = 9901 and sequence = 4",
        "update audit_line set object = 'offer' where municipality_id = 9901 and sequence = 4",
        "update audit_line set object_id = null where municipality_id = 9901 and sequence = 4",
        "update audit_line set about_id = object_id where municipality_id = 9901 and sequence = 4",
        "update audit_line set party_id = object_id where municipality_id = 9901 and sequence = 4",
        "update audit_line set purpose = 'own-party' where municipality_id = 9901 and sequence = 4",
        "update audit_line set outcome = 'refused' where municipality_id = 9901 and sequence = 4",
    ];
    for edit in edits {
        both(migrations::ALL, |db| async move {
            let (_dir, papers) = papers();
            trail(&db, &papers).await;
            does(&db, &[edit]).await;
            assert_eq!(faults(&db, &papers).await, [Fault::Altered { sequence: 4 }], "{edit}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_line_that_is_taken_from_its_party_or_given_to_another_is_seen() {
    let edits = [
        "update audit_line set party_id = null where municipality_id = 9901 and sequence = 2",
        "update audit_line set party_id = object_id where municipality_id = 9901 and sequence = 2",
    ];
    for edit in edits {
        both(migrations::ALL, |db| async move {
            let (_dir, papers) = papers();
            super::edits(&db, HERE, 0..1).await;
            let mut tx = db.begin().await.unwrap();
            let of_a_party = crate::Line { party: Some(Uuid::from_u128(7)), ..super::edit(1) };
            crate::record(&mut tx, HERE, super::minute(1), &of_a_party).await.unwrap();
            tx.commit().await.unwrap();
            super::edits(&db, HERE, 2..3).await;
            assert_eq!(faults(&db, &papers).await, []);
            does(&db, &[edit]).await;
            assert_eq!(faults(&db, &papers).await, [Fault::Altered { sequence: 2 }], "{edit}");
        })
        .await;
    }
}

#[tokio::test]
async fn lines_that_were_deleted_leave_a_hole() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        does(&db, &["delete from audit_line where municipality_id = 9901 and sequence in (3, 4)"]).await;
        assert_eq!(faults(&db, &papers).await, [Fault::Missing { from: 3, to: 4 }]);
        does(&db, &["delete from audit_line where municipality_id = 9901 and sequence = 1"]).await;
        assert_eq!(
            faults(&db, &papers).await,
            [Fault::Missing { from: 1, to: 1 }, Fault::Missing { from: 3, to: 4 }]
        );
    })
    .await;
}

#[tokio::test]
async fn a_deleted_line_whose_followers_moved_up_is_seen() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        does(
            &db,
            &[
                "delete from audit_line where municipality_id = 9901 and sequence = 9",
                "update audit_line set sequence = 9 where municipality_id = 9901 and sequence = 10",
            ],
        )
        .await;
        assert_eq!(
            faults(&db, &papers).await,
            [Fault::Altered { sequence: 9 }, Fault::CutOff { written: 10, last: 9 }]
        );
    })
    .await;
}

#[tokio::test]
async fn a_line_that_was_put_in_is_seen_at_the_end_at_the_beginning_and_in_between() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        does(
            &db,
            &["insert into audit_line select municipality_id, 11, at, actor, person_id, membership_id, action, \
              object, object_id, about_id, purpose, outcome, hash, party_id from audit_line \
              where municipality_id = 9901 and sequence = 10"],
        )
        .await;
        let end = [Fault::Altered { sequence: 11 }, Fault::PutBehind { written: 10, last: 11 }];
        assert_eq!(faults(&db, &papers).await, end);
        does(
            &db,
            &[
                "delete from audit_line where municipality_id = 9901 and sequence = 11",
                "insert into audit_line select municipality_id, 0, at, actor, person_id, membership_id, action, \
                 object, object_id, about_id, purpose, outcome, hash, party_id from audit_line \
                 where municipality_id = 9901 and sequence = 10",
            ],
        )
        .await;
        assert_eq!(faults(&db, &papers).await[0], Fault::Added { sequence: 0 });
        does(
            &db,
            &[
                "delete from audit_line where municipality_id = 9901 and sequence = 0",
                // Room between 8 and 9, and a line like the last one in it.
                "update audit_line set sequence = 11 where municipality_id = 9901 and sequence = 10",
                "update audit_line set sequence = 10 where municipality_id = 9901 and sequence = 9",
                "insert into audit_line select municipality_id, 9, at, actor, person_id, membership_id, action, \
                 object, object_id, about_id, purpose, outcome, hash, party_id from audit_line \
                 where municipality_id = 9901 and sequence = 11",
                "update audit_head set sequence = 11 where municipality_id = 9901",
            ],
        )
        .await;
        assert_eq!(faults(&db, &papers).await[0], Fault::Altered { sequence: 9 });
    })
    .await;
}

#[tokio::test]
async fn two_lines_that_changed_places_are_seen_with_and_without_their_hashes() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        does(
            &db,
            &[
                "update audit_line set sequence = 99 where municipality_id = 9901 and sequence = 4",
                "update audit_line set sequence = 4 where municipality_id = 9901 and sequence = 5",
                "update audit_line set sequence = 5 where municipality_id = 9901 and sequence = 99",
            ],
        )
        .await;
        let seen = [4, 5, 6].map(|sequence| Fault::Altered { sequence });
        assert_eq!(faults(&db, &papers).await, seen);
    })
    .await;
}

#[tokio::test]
async fn the_last_lines_cannot_be_cut_off_unseen() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        does(&db, &["delete from audit_line where municipality_id = 9901 and sequence > 9"]).await;
        assert_eq!(faults(&db, &papers).await, [Fault::CutOff { written: 10, last: 9 }]);
        // Also when the end is made to fit: not further than the last closed day.
        does(
            &db,
            &[
                "delete from audit_line where municipality_id = 9901 and sequence > 6",
                "update audit_head set sequence = 6, hash = (select hash from audit_line where \
                 municipality_id = 9901 and sequence = 6) where municipality_id = 9901",
            ],
        )
        .await;
        assert_eq!(faults(&db, &papers).await, [Fault::Short { day: yesterday(), lines: 8, last: 6 }]);
        does(&db, &["delete from audit_head where municipality_id = 9901"]).await;
        assert!(faults(&db, &papers).await.contains(&Fault::PutBehind { written: 0, last: 6 }));
    })
    .await;
}

#[tokio::test]
async fn a_chain_written_anew_from_some_line_on_is_sound_in_itself_and_still_seen() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        back_to_five(&db).await;
        edits(&db, HERE, 15..20).await;
        assert_eq!(faults(&db, &papers).await, [Fault::Forked { day: yesterday(), sequence: 8 }]);
    })
    .await;
}

async fn back_to_five(db: &Db) {
    does(
        db,
        &[
            "delete from audit_line where municipality_id = 9901 and sequence > 5",
            "update audit_head set sequence = 5, hash = (select hash from audit_line where \
             municipality_id = 9901 and sequence = 5) where municipality_id = 9901",
        ],
    )
    .await;
}

#[tokio::test]
async fn two_lines_with_the_same_number_cannot_both_be_written() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        // Another program took the end of the chain as it was before.
        does(&db, &["update audit_head set sequence = 9 where municipality_id = 9901"]).await;
        let mut tx = db.begin().await.unwrap();
        let refused = crate::record(&mut tx, HERE, super::minute(11), &super::edit(11)).await;
        assert!(refused.is_err());
        drop(tx);
        assert_eq!(faults(&db, &papers).await, [Fault::PutBehind { written: 9, last: 10 }]);
    })
    .await;
}

#[tokio::test]
async fn a_database_set_back_to_an_earlier_backup_is_seen_by_the_file_beside_it() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        back_to_five(&db).await;
        does(&db, &["delete from audit_root where municipality_id = 9901"]).await;
        assert_eq!(faults(&db, &papers).await, [Fault::SetBack { day: yesterday() }]);
        // It goes on from there, and the day is closed once more: with other lines.
        edits(&db, HERE, 15..20).await;
        close(&db, HERE, &papers, Moment::parse(CLOSING).unwrap()).await.unwrap();
        assert_eq!(faults(&db, &papers).await, [Fault::OtherThanFile { day: yesterday() }]);
    })
    .await;
}

#[tokio::test]
async fn a_database_set_back_together_with_its_file_is_seen_by_six_words_on_paper() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        let heard = trail(&db, &papers).await.words();
        back_to_five(&db).await;
        does(&db, &["delete from audit_root where municipality_id = 9901"]).await;
        std::fs::remove_file(papers.roots(HERE)).unwrap();
        assert_eq!(faults(&db, &papers).await, [], "nothing in the house itself knows");
        let report = verify(&db, HERE, &papers, Some((yesterday(), heard))).await.unwrap();
        assert_eq!(report.faults, [Fault::NoSuchDay { day: yesterday() }]);
        edits(&db, HERE, 15..20).await;
        close(&db, HERE, &papers, Moment::parse(CLOSING).unwrap()).await.unwrap();
        let report = verify(&db, HERE, &papers, Some((yesterday(), heard))).await.unwrap();
        assert_eq!(report.faults, [Fault::OtherWords { day: yesterday() }]);
    })
    .await;
}

#[tokio::test]
async fn a_root_that_was_changed_does_not_fit_or_is_not_signed() {
    let (changed, unsigned) = (Fault::RootAltered { day: yesterday() }, Fault::Unsigned { day: yesterday() });
    let cases = [
        ("update audit_root set lines = 7 where municipality_id = 9901", changed.clone()),
        ("update audit_root set root = last_hash where municipality_id = 9901", changed.clone()),
        ("update audit_root set last_hash = root where municipality_id = 9901", changed.clone()),
        (
            "update audit_root set day = '2025-11-24' where municipality_id = 9901",
            Fault::RootAltered { day: yesterday().plus_days(-1) },
        ),
        ("update audit_root set previous_root = root where municipality_id = 9901", changed),
        ("update audit_root set signature = root where municipality_id = 9901", unsigned),
    ];
    for (statement, fault) in cases {
        both(migrations::ALL, |db| {
            let fault = fault.clone();
            async move {
                let (_dir, papers) = papers();
                trail(&db, &papers).await;
                does(&db, &[statement]).await;
                assert!(faults(&db, &papers).await.contains(&fault), "{statement}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_closed_day_that_was_taken_out_breaks_the_row_of_days() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        close(&db, HERE, &papers, Moment::parse("2025-11-28T09:00:00Z").unwrap()).await.unwrap();
        does(&db, &["delete from audit_root where municipality_id = 9901 and day = '2025-11-26'"]).await;
        let day = Day::parse("2025-11-26").unwrap();
        let expected = [Fault::RootMissing { before: day.plus_days(1) }, Fault::SetBack { day }];
        assert_eq!(faults(&db, &papers).await, expected);
    })
    .await;
}

#[tokio::test]
async fn a_trail_signed_with_another_key_is_not_ours() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        std::fs::remove_file(papers.key()).unwrap();
        crate::Key::at(&papers.key()).unwrap();
        let (file, day) = (papers.roots(HERE).display().to_string(), yesterday());
        let expected = [Fault::OtherKey { day }, Fault::FileOtherKey { file, line: 1, day }];
        assert_eq!(faults(&db, &papers).await, expected);
        // Without any key each root is still held to the one it names.
        std::fs::remove_file(papers.key()).unwrap();
        assert_eq!(faults(&db, &papers).await, []);
    })
    .await;
}

#[tokio::test]
async fn words_that_nobody_read_aloud_are_not_believed() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        let report = verify(&db, HERE, &papers, Some((yesterday(), Words::of(&[0; 32])))).await.unwrap();
        assert_eq!(report.faults, [Fault::OtherWords { day: yesterday() }]);
    })
    .await;
}

#[tokio::test]
async fn a_line_of_another_municipality_does_not_pass_for_ours() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, NEXT_DOOR, 0..3).await;
        does(
            &db,
            &[
                "update audit_line set municipality_id = 9901 where municipality_id = 9902",
                "update audit_head set municipality_id = 9901 where municipality_id = 9902",
            ],
        )
        .await;
        assert_eq!(faults(&db, &papers).await, [1, 2, 3].map(|sequence| Fault::Altered { sequence }));
    })
    .await;
}

#[tokio::test]
async fn a_bar_put_into_the_words_of_a_line_is_seen_also_when_it_moves_a_word_to_the_next_field() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        trail(&db, &papers).await;
        does(
            &db,
            &["update audit_line set action = 'party.change|party', object = 'social-map', purpose = 'done', \
               outcome = 'done' where municipality_id = 9901 and sequence = 4"],
        )
        .await;
        assert_eq!(faults(&db, &papers).await, [Fault::Altered { sequence: 4 }]);
    })
    .await;
}

#[tokio::test]
async fn of_a_thousand_changed_lines_twenty_are_named_and_the_others_counted() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..30).await;
        does(&db, &["update audit_line set action = 'x' where municipality_id = 9901"]).await;
        let report = verify(&db, HERE, &papers, None).await.unwrap();
        assert_eq!((report.faults.len(), report.more, report.lines), (20, 10, 30));
    })
    .await;
}
