//! Within a day that is still open the marks are the witness: what was there at the last of them cannot go unseen.

use ground::db::testing::{both, sqlite};
use ground::db::{Db, Options};
use ground::moment::Moment;

use super::{HERE, NEXT_DOOR, does, edits, faults, minute, papers};
use crate::{Fault, Key, Papers, close, make_roots_anew, mark, verify};

fn text(papers: &Papers) -> String {
    std::fs::read_to_string(papers.marks(HERE)).unwrap()
}

fn write(papers: &Papers, text: &str) {
    std::fs::write(papers.marks(HERE), text).unwrap();
}

/// Eight lines of today, marked after the fifth and after the eighth.
async fn eight(db: &Db, papers: &Papers) {
    edits(db, HERE, 0..5).await;
    assert!(mark(db, HERE, papers, minute(5)).await.unwrap());
    edits(db, HERE, 5..8).await;
    assert!(mark(db, HERE, papers, minute(8)).await.unwrap());
    assert_eq!(faults(db, papers).await, []);
}

/// The last lines go, and the head is set back to fit: the chain is sound in itself.
async fn back_to_six(db: &Db) {
    does(
        db,
        &[
            "delete from audit_line where municipality_id = 9901 and sequence > 6",
            "update audit_head set sequence = 6, hash = (select hash from audit_line where \
             municipality_id = 9901 and sequence = 6) where municipality_id = 9901",
        ],
    )
    .await;
}

#[tokio::test]
async fn lines_of_today_that_are_cut_off_with_the_head_set_back_are_seen_and_so_is_what_goes_on_from_there() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eight(&db, &papers).await;
        back_to_six(&db).await;
        let short = Fault::BehindMark { at: minute(8), lines: 8, last: 6 };
        assert_eq!(faults(&db, &papers).await, [short]);
        // As many lines as before, and more: others.
        edits(&db, HERE, 20..24).await;
        let other = Fault::OtherThanMark { at: minute(8), sequence: 8 };
        assert_eq!(faults(&db, &papers).await, std::slice::from_ref(&other));
        // The next marks, and the closing of the day, mend nothing.
        mark(&db, HERE, &papers, minute(24)).await.unwrap();
        assert_eq!(faults(&db, &papers).await, std::slice::from_ref(&other));
        close(&db, HERE, &papers, Moment::parse("2025-11-26T09:00:00Z").unwrap()).await.unwrap();
        assert_eq!(faults(&db, &papers).await, [other]);
    })
    .await;
}

#[tokio::test]
async fn the_file_of_this_morning_put_back_in_place_of_that_of_now_is_seen() {
    let fresh = sqlite(migrations::ALL).await;
    let (_dir, papers) = papers();
    edits(&fresh.db, HERE, 0..5).await;
    mark(&fresh.db, HERE, &papers, minute(5)).await.unwrap();
    fresh.db.close().await;
    let file = fresh.file().unwrap();
    let morning = std::fs::read(file).unwrap();
    let db = Db::open(fresh.url(), Options::default()).await.unwrap();
    edits(&db, HERE, 5..8).await;
    mark(&db, HERE, &papers, minute(8)).await.unwrap();
    assert_eq!(faults(&db, &papers).await, []);
    db.close().await;
    std::fs::write(file, morning).unwrap();
    for beside in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{beside}", file.display()));
    }
    let db = Db::open(fresh.url(), Options::default()).await.unwrap();
    assert_eq!(faults(&db, &papers).await, [Fault::BehindMark { at: minute(8), lines: 8, last: 5 }]);
    db.close().await;
}

#[tokio::test]
async fn what_came_after_the_last_mark_has_no_witness_yet_and_the_report_says_how_much_that_is() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..6).await;
        assert_eq!(verify(&db, HERE, &papers, None).await.unwrap().marked, None);
        mark(&db, HERE, &papers, minute(6)).await.unwrap();
        edits(&db, HERE, 6..8).await;
        assert_eq!(verify(&db, HERE, &papers, None).await.unwrap().marked, Some((minute(6), 2)));
        back_to_six(&db).await;
        assert_eq!(faults(&db, &papers).await, []);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_written_down_twice_and_nothing_before_there_is_a_line() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        assert!(!mark(&db, HERE, &papers, minute(0)).await.unwrap());
        assert!(!papers.marks(HERE).exists());
        edits(&db, HERE, 0..2).await;
        edits(&db, NEXT_DOOR, 0..1).await;
        assert!(mark(&db, HERE, &papers, minute(2)).await.unwrap());
        let one = text(&papers);
        assert!(!mark(&db, HERE, &papers, minute(3)).await.unwrap());
        assert_eq!(text(&papers), one);
        assert!(!papers.marks(NEXT_DOOR).exists());
        // A crash in the middle of writing: half a line was never a mark.
        write(&papers, &one[..one.len() - 20]);
        assert_eq!(faults(&db, &papers).await, []);
        assert!(mark(&db, HERE, &papers, minute(2)).await.unwrap());
        assert_eq!(text(&papers), one);
    })
    .await;
}

#[tokio::test]
async fn a_mark_that_was_changed_or_is_somebody_elses_is_told_from_ours() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        let (_other_dir, other) = super::papers();
        eight(&db, &papers).await;
        let whole = text(&papers);
        let forged = Fault::MarkForged { at: minute(8) };
        // With fewer lines, so that it would fit a chain that was cut off.
        write(&papers, &whole.replace(" 8 ", " 6 "));
        assert_eq!(faults(&db, &papers).await, std::slice::from_ref(&forged));
        Key::at(&other.key()).unwrap();
        mark(&db, HERE, &other, minute(8)).await.unwrap();
        write(&papers, &format!("{}{}", whole.lines().next().unwrap().to_owned() + "\n", text(&other)));
        assert_eq!(faults(&db, &papers).await, [forged]);
        write(&papers, &whole.replace("GM9901 ", "GM9902 "));
        let file = papers.marks(HERE).display().to_string();
        let unreadable = [1, 2].map(|line| Fault::MarkUnreadable { file: file.clone(), line });
        assert_eq!(faults(&db, &papers).await, unreadable);
    })
    .await;
}

#[tokio::test]
async fn a_mark_of_a_closed_day_that_says_something_else_is_told_and_one_that_agrees_costs_nothing() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eight(&db, &papers).await;
        close(&db, HERE, &papers, Moment::parse("2025-11-26T09:00:00Z").unwrap()).await.unwrap();
        assert_eq!(faults(&db, &papers).await, []);
        let whole = text(&papers);
        write(&papers, &whole.replace(" 8 ", " 7 "));
        assert_eq!(faults(&db, &papers).await, [Fault::MarkForged { at: minute(8) }]);
    })
    .await;
}

#[tokio::test]
async fn after_a_backup_was_put_back_on_purpose_the_marks_go_aside_with_the_roots() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        eight(&db, &papers).await;
        back_to_six(&db).await;
        let whole = text(&papers);
        make_roots_anew(&db, HERE, &papers, minute(30)).await.unwrap();
        assert!(!papers.marks(HERE).exists());
        let aside =
            papers.marks(HERE).with_file_name(format!("GM9901.marks.until-{}.txt", minute(30).micros()));
        assert_eq!(std::fs::read_to_string(aside).unwrap(), whole);
        assert_eq!(faults(&db, &papers).await, []);
        assert!(mark(&db, HERE, &papers, minute(31)).await.unwrap());
        assert_eq!(faults(&db, &papers).await, []);
    })
    .await;
}

#[tokio::test]
async fn another_key_than_the_days_were_signed_with_marks_nothing() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..2).await;
        close(&db, HERE, &papers, Moment::parse("2025-11-26T09:00:00Z").unwrap()).await.unwrap();
        std::fs::remove_file(papers.key()).unwrap();
        let gone = mark(&db, HERE, &papers, minute(3)).await.unwrap_err().to_string();
        assert!(gone.contains("is gone") && !papers.key().exists(), "{gone}");
        Key::at(&papers.key()).unwrap();
        let wrong = mark(&db, HERE, &papers, minute(3)).await.unwrap_err().to_string();
        assert!(wrong.contains("is not the one"), "{wrong}");
    })
    .await;
}
