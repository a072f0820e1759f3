//! What is refused, left out or odd is said, once, with a reason.

use ground::db::testing::both;

use super::*;
use crate::import::read::Unreadable;

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_comes_twice_is_taken_once_and_the_second_is_refused() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let file = file(
            &[("p1", "De Brug"), ("p1", "De Andere Brug")],
            &[("o1", "p1", "Eten"), ("o1", "p1", "Eten")],
        );
        let report = applied(bring(&db, &permit, &ask("Register"), &file, at(2)).await);
        assert_eq!((parties(&db, HERE).await.len(), offers(&db, HERE).await.len()), (1, 1));
        assert!(report.lines.iter().any(|line| line.key == "p1"), "{:?}", report.lines);
        assert!(report.lines.iter().any(|line| line.key == "o1"), "{:?}", report.lines);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_records_is_said_and_makes_nothing_gone() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        applied(bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Brug")], &[]), at(2)).await);
        let nothing = bring(&db, &permit, &ask("Register"), &file(&[], &[]), at(3)).await;
        assert!(matches!(nothing, Ended::Unreadable(Unreadable::NoRecords { .. })), "{nothing:?}");
        let empty = Input::File(Box::new(Cursor::new(Vec::new())));
        let ended = apply(&db, &permit, &ask("Register"), empty, None, at(3), &|_| ()).await.unwrap();
        assert!(matches!(ended, Ended::Unreadable(Unreadable::Empty { .. })), "{ended:?}");
        assert!(parties(&db, HERE).await[0].origin.as_ref().unwrap().dropped_at.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_cut_off_is_not_applied() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let mut bytes = file(&[("p1", "De Brug"), ("p2", "Het Anker")], &[]).to_string().into_bytes();
        bytes.truncate(bytes.len() - 40);
        let input = Input::File(Box::new(Cursor::new(bytes)));
        let ended = apply(&db, &permit, &ask("Register"), input, None, at(3), &|_| ()).await.unwrap();
        assert!(matches!(ended, Ended::Unreadable(Unreadable::CutOff { .. })), "{ended:?}");
        assert!(parties(&db, HERE).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_just_outside_every_buurt_is_marked_and_one_far_away_too() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        draw(&db, 2024, 5.0).await;
        let mut file = file(&[("p1", "De Brug"), ("p2", "Het Anker"), ("p3", "De Zon")], &[]);
        file["locations"][0]["latitude"] = json!(52.0105);
        file["locations"][1]["latitude"] = json!(52.3);
        let report = look(&db, &permit, &ask("Register"), &file).await;
        let noted = reasons(&report, Fate::Noted);
        assert!(
            noted.contains(&("place-p1", "near-area")) && noted.contains(&("place-p2", "outside-areas")),
            "{noted:?}"
        );
        assert!(!noted.iter().any(|(key, _)| *key == "place-p3"), "{noted:?}");
    })
    .await;
}
