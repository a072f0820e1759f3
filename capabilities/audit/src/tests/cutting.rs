//! Lines older than five years go at a closed day, younger ones stay, and what is left is proven as before.

use ground::db::Db;
use ground::db::testing::both;
use ground::moment::{Day, Moment};

use super::{HERE, NEXT_DOOR, does, edit, edits, faults, papers};
use crate::{Fault, Old, Papers, Words, Years, close, cut, old, recent, record, root_of, verify};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn five() -> Years {
    Years::default()
}

async fn edit_at(db: &Db, moment: &str) {
    let mut tx = db.begin().await.unwrap();
    record(&mut tx, HERE, at(moment), &edit(1)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Eight lines of 25 November 2025 and three of the day after, both days closed; a line in 2028.
async fn eleven(db: &Db, papers: &Papers) {
    edits(db, HERE, 0..8).await;
    close(db, HERE, papers, at("2025-11-26T09:00:00Z")).await.unwrap();
    edits(db, HERE, 1_440..1_443).await;
    close(db, HERE, papers, at("2025-11-27T09:00:00Z")).await.unwrap();
    edit_at(db, "2028-01-01T12:00:00Z").await;
}

/// The clock walks to this day: each of the last days is closed in the morning after. Gives ten o'clock.
async fn walk_to(db: &Db, papers: &Papers, to: &str) -> Moment {
    for ago in [3, 2, 1, 0] {
        let morning = format!("{}T09:00:00Z", day(to).plus_days(-ago));
        close(db, HERE, papers, at(&morning)).await.unwrap();
    }
    at(&format!("{to}T10:00:00Z"))
}

async fn numbers(db: &Db) -> Vec<i64> {
    let found = recent(db, HERE, crate::Page::newest(50)).await.unwrap();
    found.lines.iter().rev().map(|line| line.sequence).collect()
}

#[tokio::test]
async fn what_was_closed_five_years_ago_goes_and_what_was_closed_the_day_after_stays() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eleven(&db, &papers).await;
        edits(&db, NEXT_DOOR, 0..2).await;
        let now = walk_to(&db, &papers, "2030-11-26").await;
        let expected = Some(Old { day: day("2025-11-25"), lines: 8 });
        assert_eq!(old(&db, HERE, &papers, five(), now).await.unwrap(), expected);
        assert_eq!(numbers(&db).await, (1..=12).collect::<Vec<i64>>(), "asking deletes nothing");
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), expected);
        assert_eq!(numbers(&db).await, [9, 10, 11, 12, 13]);
        assert_eq!(faults(&db, &papers).await, []);
        let report = verify(&db, HERE, &papers, None).await.unwrap();
        assert_eq!((report.lines, report.cut), (5, Some((day("2025-11-25"), 8))));
        assert!(verify(&db, NEXT_DOOR, &papers, None).await.unwrap().is_sound());
        let told = &recent(&db, HERE, crate::Page::newest(1)).await.unwrap().lines[0];
        assert_eq!((told.action.as_str(), told.purpose.as_str(), told.at), ("audit.cut", "retention", now));
    })
    .await;
}

#[tokio::test]
async fn cutting_again_changes_nothing_and_a_day_later_the_next_day_goes() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eleven(&db, &papers).await;
        let now = walk_to(&db, &papers, "2030-11-26").await;
        cut(&db, HERE, &papers, five(), now).await.unwrap();
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), None);
        assert_eq!(old(&db, HERE, &papers, five(), now).await.unwrap(), None);
        assert_eq!(numbers(&db).await, [9, 10, 11, 12, 13]);
        let now = walk_to(&db, &papers, "2030-11-27").await;
        let expected = Some(Old { day: day("2025-11-26"), lines: 3 });
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), expected);
        assert_eq!(numbers(&db).await, [12, 13, 14]);
        assert_eq!(faults(&db, &papers).await, []);
        walk_to(&db, &papers, "2030-11-30").await;
        assert_eq!(faults(&db, &papers).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_day_before_five_years_are_over_everything_stays_and_who_keeps_longer_keeps_longer() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eleven(&db, &papers).await;
        let now = walk_to(&db, &papers, "2030-11-25").await;
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), None);
        let now = walk_to(&db, &papers, "2030-11-27").await;
        let six = Years::at_least(6).unwrap();
        assert_eq!(cut(&db, HERE, &papers, six, now).await.unwrap(), None);
        assert_eq!(numbers(&db).await.len(), 12);
    })
    .await;
}

#[tokio::test]
async fn a_line_that_a_wrong_clock_dated_far_ahead_stays_with_its_whole_day() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..1).await;
        edit_at(&db, "2029-01-01T12:00:00Z").await;
        edits(&db, HERE, 1..2).await;
        close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap();
        let now = walk_to(&db, &papers, "2030-11-27").await;
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), None);
        assert_eq!(numbers(&db).await, [1, 2, 3]);
    })
    .await;
}

#[tokio::test]
async fn when_nothing_happened_for_five_years_the_chain_goes_on_from_the_signed_root() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..8).await;
        close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap();
        let words = root_of(&db, HERE, day("2025-11-25")).await.unwrap().unwrap().words();
        let now = walk_to(&db, &papers, "2030-11-27").await;
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap().unwrap().lines, 8);
        assert_eq!(numbers(&db).await, [9]);
        walk_to(&db, &papers, "2030-12-02").await;
        assert_eq!(faults(&db, &papers).await, []);
        let heard = |words| Some((day("2025-11-25"), words));
        assert!(verify(&db, HERE, &papers, heard(words)).await.unwrap().is_sound(), "also the old paper");
        let other = verify(&db, HERE, &papers, heard(Words::of(&[0; 32]))).await.unwrap();
        assert_eq!(other.faults, [Fault::OtherWords { day: day("2025-11-25") }]);
    })
    .await;
}

async fn refuses(db: &Db, papers: &Papers, now: Moment, why: &str) {
    let before = numbers(db).await;
    for said in [
        old(db, HERE, papers, five(), now).await.unwrap_err().to_string(),
        cut(db, HERE, papers, five(), now).await.unwrap_err().to_string(),
    ] {
        assert!(said.contains(why) && said.contains("Nothing is deleted."), "{said}");
    }
    assert_eq!(numbers(db).await, before);
}

#[tokio::test]
async fn a_clock_that_leapt_or_stands_before_the_last_line_deletes_nothing() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eleven(&db, &papers).await;
        let leapt = at("2030-11-27T10:00:00Z");
        refuses(&db, &papers, leapt, "2030-11-26 was not closed on 2030-11-27").await;
        // The leap closed a month of days at once.
        close(&db, HERE, &papers, leapt).await.unwrap();
        refuses(&db, &papers, leapt, "2030-11-25 was not closed on 2030-11-26").await;
        let next = at("2030-11-28T10:00:00Z");
        close(&db, HERE, &papers, next).await.unwrap();
        refuses(&db, &papers, next, "2030-11-25 was not closed on 2030-11-26").await;
        let back = at("2027-01-01T10:00:00Z");
        refuses(&db, &papers, back, "a line was written at 2028-01-01T12:00:00Z").await;
        let walked = at("2030-11-29T10:00:00Z");
        close(&db, HERE, &papers, walked).await.unwrap();
        assert!(old(&db, HERE, &papers, five(), walked).await.unwrap().is_some(), "it walks on");
    })
    .await;
}

#[tokio::test]
async fn a_trail_that_was_tampered_with_is_kept_as_it_is() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eleven(&db, &papers).await;
        let now = walk_to(&db, &papers, "2030-11-27").await;
        does(&db, &["update audit_line set action = 'x' where municipality_id = 9901 and sequence = 2"])
            .await;
        refuses(&db, &papers, now, "not as it was written").await;
    })
    .await;
}

#[tokio::test]
async fn a_municipality_without_lines_or_closed_days_has_nothing_to_cut() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        let now = at("2030-11-27T10:00:00Z");
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), None);
        edits(&db, HERE, 0..2).await;
        assert_eq!(cut(&db, HERE, &papers, five(), now).await.unwrap(), None);
        assert_eq!(numbers(&db).await, [1, 2]);
    })
    .await;
}

async fn shortened(db: &Db, papers: &Papers) {
    eleven(db, papers).await;
    let now = walk_to(db, papers, "2030-11-26").await;
    cut(db, HERE, papers, five(), now).await.unwrap();
}

#[tokio::test]
async fn whoever_deletes_more_and_calls_it_old_age_has_no_signature_for_it() {
    let (altered, begin) = (Fault::CutAltered { day: day("2025-11-25") }, day("2025-11-26"));
    let cases = [
        ("update audit_cut set lines = 9 where municipality_id = 9901", altered.clone()),
        (
            "update audit_cut set cut_at = (select max(at) from audit_line where municipality_id = 9901 and sequence < 12) where municipality_id = 9901",
            altered.clone(),
        ),
        ("update audit_cut set signature = root where municipality_id = 9901", altered.clone()),
        (
            "update audit_cut set day = '2025-11-26', lines = 11, root = (select root from audit_root where municipality_id = 9901 and day = '2025-11-26') where municipality_id = 9901",
            Fault::CutAltered { day: begin },
        ),
        ("delete from audit_cut where municipality_id = 9901", Fault::Missing { from: 1, to: 8 }),
        (
            "delete from audit_line where municipality_id = 9901 and sequence = 9",
            Fault::Missing { from: 9, to: 9 },
        ),
        (
            "update audit_line set action = 'x' where municipality_id = 9901 and sequence = 9",
            Fault::Altered { sequence: 9 },
        ),
        (
            "insert into audit_line select municipality_id, 3, at, actor, person_id, membership_id, action, object, object_id, about_id, purpose, outcome, hash, party_id from audit_line where municipality_id = 9901 and sequence = 9",
            Fault::Added { sequence: 3 },
        ),
        (
            "update audit_line set object_id = null where municipality_id = 9901 and action = 'audit.cut'",
            Fault::CutUntold { day: day("2025-11-25") },
        ),
    ];
    for (statement, fault) in cases {
        both(migrations::ALL, |db| {
            let fault = fault.clone();
            async move {
                let (_dir, papers) = papers();
                shortened(&db, &papers).await;
                does(&db, &[statement]).await;
                let found = faults(&db, &papers).await;
                assert!(found.contains(&fault), "{statement}: {found:?}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn deleting_old_lines_leaves_a_line_that_cannot_be_left_out() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        shortened(&db, &papers).await;
        does(
            &db,
            &[
                "delete from audit_line where municipality_id = 9901 and sequence = 13",
                "update audit_head set sequence = 12, hash = (select hash from audit_line where \
                 municipality_id = 9901 and sequence = 12) where municipality_id = 9901",
            ],
        )
        .await;
        assert_eq!(faults(&db, &papers).await, [Fault::CutUntold { day: day("2025-11-25") }]);
    })
    .await;
}
