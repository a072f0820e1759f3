//! A day is closed once, whoever closes it, and is to be read aloud.

use ground::db::testing::{both, folder};
use ground::moment::{Day, Moment};

use super::{HERE, NEXT_DOOR, edit, edits, minute, papers};
use crate::{Papers, Words, close, newest_root, record, root_of, verify};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

#[tokio::test]
async fn the_day_before_is_closed_and_closing_again_changes_nothing() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..3).await;
        let made = close(&db, HERE, &papers, at("2025-11-26T00:10:00Z")).await.unwrap();
        assert_eq!(made.len(), 1);
        assert_eq!((made[0].day, made[0].lines), (day("2025-11-25"), 3));
        let file = std::fs::read_to_string(papers.roots(HERE)).unwrap();
        assert!(file.ends_with(&format!(" {}\n", made[0].words())), "{file}");
        assert!(close(&db, HERE, &papers, at("2025-11-26T22:10:00Z")).await.unwrap().is_empty());
        assert_eq!(std::fs::read_to_string(papers.roots(HERE)).unwrap(), file);
        assert_eq!(newest_root(&db, HERE).await.unwrap(), Some(made[0].clone()));
        assert!(verify(&db, HERE, &papers, None).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn today_is_not_closed_and_a_municipality_without_lines_has_nothing_to_close() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..3).await;
        assert!(close(&db, HERE, &papers, minute(9)).await.unwrap().is_empty());
        assert!(close(&db, NEXT_DOOR, &papers, at("2025-11-26T00:10:00Z")).await.unwrap().is_empty());
        assert!(!papers.roots(NEXT_DOOR).exists());
        assert!(verify(&db, NEXT_DOOR, &papers, None).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn a_day_ends_at_midnight_in_the_netherlands() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        for moment in ["2025-11-25T22:59:59.999999Z", "2025-11-25T23:00:00Z"] {
            let mut tx = db.begin().await.unwrap();
            record(&mut tx, HERE, at(moment), &edit(1)).await.unwrap();
            tx.commit().await.unwrap();
        }
        let made = close(&db, HERE, &papers, at("2025-11-26T23:00:00Z")).await.unwrap();
        assert_eq!(made[0].lines, 2);
        let earlier = close(&db, HERE, &papers, at("2025-11-26T00:00:00Z")).await.unwrap();
        assert!(earlier.is_empty(), "a clock that goes back closes nothing again");
    })
    .await;
}

#[tokio::test]
async fn a_line_that_came_in_after_its_day_was_closed_counts_in_the_next_root() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..2).await;
        close(&db, HERE, &papers, at("2025-11-25T23:00:01Z")).await.unwrap();
        edits(&db, HERE, 2..3).await;
        let next = close(&db, HERE, &papers, at("2025-11-26T23:30:00Z")).await.unwrap();
        assert_eq!((next.len(), next[0].lines), (1, 3));
        assert!(verify(&db, HERE, &papers, None).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn after_a_week_without_power_each_day_is_closed_and_after_a_year_the_last_month() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..2).await;
        close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap();
        assert_eq!(close(&db, HERE, &papers, at("2025-12-03T09:00:00Z")).await.unwrap().len(), 7);
        assert_eq!(close(&db, HERE, &papers, at("2027-01-03T09:00:00Z")).await.unwrap().len(), 31);
        assert!(root_of(&db, HERE, day("2026-06-01")).await.unwrap().is_none());
        let report = verify(&db, HERE, &papers, None).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        assert_eq!((report.lines, report.roots, report.open), (2, 39, 0));
    })
    .await;
}

#[tokio::test]
async fn two_servers_that_close_the_same_day_make_one_root() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..2).await;
        let closing = (0..4).map(|_| {
            let (db, papers) = (db.clone(), papers.clone());
            tokio::spawn(async move { close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap() })
        });
        for one in closing.collect::<Vec<_>>() {
            one.await.unwrap();
        }
        let report = verify(&db, HERE, &papers, None).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        assert_eq!(report.roots, 1);
    })
    .await;
}

#[tokio::test]
async fn the_six_words_somebody_wrote_down_are_known_again() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..2).await;
        let made = close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap();
        let heard = Words::parse(&made[0].words().to_string()).unwrap();
        let report = verify(&db, HERE, &papers, Some((made[0].day, heard))).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    })
    .await;
}

#[tokio::test]
async fn a_line_of_the_file_that_a_crash_cut_short_is_written_again() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..2).await;
        close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap();
        let whole = std::fs::read(papers.roots(HERE)).unwrap();
        std::fs::write(papers.roots(HERE), &whole[..whole.len() - 40]).unwrap();
        close(&db, HERE, &papers, at("2025-11-26T10:00:00Z")).await.unwrap();
        assert!(std::fs::read(papers.roots(HERE)).unwrap() == whole);
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_in_is_a_sentence_and_the_next_round_mends_it() {
    both(migrations::ALL, |db| async move {
        let (_dir, place) = folder();
        let papers = Papers::of(&place.join("data"));
        edits(&db, HERE, 0..2).await;
        let refused = close(&db, HERE, &papers, at("2025-11-26T09:00:00Z")).await.unwrap_err();
        assert!(refused.to_string().contains("audit.key"), "{refused}");
        std::fs::create_dir(place.join("data")).unwrap();
        close(&db, HERE, &papers, at("2025-11-26T10:00:00Z")).await.unwrap();
        assert!(verify(&db, HERE, &papers, None).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn a_key_that_is_lost_or_another_one_closes_no_day_and_does_not_make_the_earlier_ones_look_forged() {
    both(migrations::ALL, |db| async move {
        let (_dir, own) = papers();
        let (_other_dir, other) = papers();
        edits(&db, HERE, 0..3).await;
        close(&db, HERE, &own, at("2025-11-26T00:10:00Z")).await.unwrap();
        let tomorrow = at("2025-11-27T00:10:00Z");
        let key = std::fs::read(own.key()).unwrap();
        std::fs::remove_file(own.key()).unwrap();
        let gone = close(&db, HERE, &own, tomorrow).await.unwrap_err().to_string();
        assert!(gone.contains("is gone") && !own.key().exists(), "{gone}");
        close(&db, NEXT_DOOR, &other, tomorrow).await.unwrap();
        crate::key::Key::at(&other.key()).unwrap();
        let wrong = close(&db, HERE, &other, tomorrow).await.unwrap_err().to_string();
        assert!(wrong.contains("is not the one"), "{wrong}");
        std::fs::copy(other.key(), own.key()).unwrap();
        std::fs::write(own.key(), key).unwrap();
        assert_eq!(close(&db, HERE, &own, tomorrow).await.unwrap().len(), 1);
        assert!(verify(&db, HERE, &own, None).await.unwrap().is_sound());
    })
    .await;
}

#[tokio::test]
async fn lines_that_went_after_they_were_closed_let_no_day_close_quietly() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        edits(&db, HERE, 0..3).await;
        close(&db, HERE, &papers, at("2025-11-26T00:10:00Z")).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        tx.sql("delete from audit_line where municipality_id = 9901 and sequence = 3")
            .execute()
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let said = close(&db, HERE, &papers, at("2025-11-27T00:10:00Z")).await.unwrap_err().to_string();
        assert!(said.contains("are gone"), "{said}");
    })
    .await;
}
