//! The same file again, a record that goes and comes back, and records that move.

use ground::db::testing::both;

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn the_same_again_changes_no_row_and_no_version() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        draw(&db, 2024, 5.0).await;
        let file = file(&[("p1", "De Brug"), ("p2", "Het Anker")], &[("o1", "p1", "Brieven lezen")]);
        let report = applied(bring(&db, &permit, &ask("Register"), &file, at(2)).await);
        assert_eq!((report.parties.added, report.offers.added), (2, 1));
        let (before, rows) = (version(&db).await, (parties(&db, HERE).await, offers(&db, HERE).await));
        let again = bring(&db, &permit, &ask("Register"), &file, at(3)).await;
        let Ended::Idle(again) = again else { panic!("{again:?}") };
        assert_eq!((again.parties.same, again.offers.same), (2, 1));
        assert_eq!(version(&db).await, before);
        assert_eq!((parties(&db, HERE).await, offers(&db, HERE).await), rows);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_writes_nothing_and_says_what_applying_then_does() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let file = file(&[("p1", "De Brug")], &[("o1", "p1", "Brieven lezen"), ("o2", "p9", "Weeskind")]);
        let seen = look(&db, &permit, &ask("Register"), &file).await;
        assert!(parties(&db, HERE).await.is_empty());
        let done = applied(bring(&db, &permit, &ask("Register"), &file, at(2)).await);
        assert_eq!(seen, done);
        assert_eq!(reasons(&seen, Fate::Refused), [("o2", "unknown-party")]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_record_keeps_its_id_and_its_first_day() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        applied(bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Brug")], &[]), at(2)).await);
        let before = party(&db).await;
        let report = applied(
            bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Nieuwe Brug")], &[]), at(3)).await,
        );
        let after = party(&db).await;
        assert_eq!(report.parties.changed, 1);
        assert_eq!((after.id, after.created_at), (before.id, before.created_at));
        assert_eq!((after.name.as_str(), after.changed_at), ("De Nieuwe Brug", at(3)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_source_drops_is_marked_not_deleted_and_unmarked_when_it_is_back() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let whole = file(&[("p1", "De Brug"), ("p2", "Het Anker")], &[("o1", "p1", "Brieven lezen")]);
        let part = file(&[("p2", "Het Anker")], &[]);
        applied(bring(&db, &permit, &ask("Register"), &whole, at(2)).await);
        let gone = applied(bring(&db, &permit, &ask("Register"), &part, at(3)).await);
        assert_eq!((gone.parties.gone, gone.offers.gone), (1, 1));
        assert_eq!(reasons(&gone, Fate::Gone), [("o1", "dropped"), ("p1", "dropped")]);
        let dropped = |party: &Party| party.origin.as_ref().and_then(|origin| origin.dropped_at);
        let marks: Vec<_> = parties(&db, HERE).await.iter().map(dropped).collect();
        assert_eq!(marks, [Some(at(3)), None]);
        assert!(matches!(bring(&db, &permit, &ask("Register"), &part, at(4)).await, Ended::Idle(_)));
        let back = applied(bring(&db, &permit, &ask("Register"), &whole, at(5)).await);
        assert_eq!((back.back, back.parties.added, back.parties.gone), (2, 0, 0));
        assert!(parties(&db, HERE).await.iter().all(|party| dropped(party).is_none()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_refused_this_time_is_not_gone() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let whole = file(&[("p1", "De Brug")], &[("o1", "p1", "Brieven lezen")]);
        applied(bring(&db, &permit, &ask("Register"), &whole, at(2)).await);
        let nameless = file(&[("p1", "De Brug")], &[("o1", "p1", "")]);
        let seen = look(&db, &permit, &ask("Register"), &nameless).await;
        assert_eq!((seen.refused, seen.offers.gone), (1, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_areas_are_drawn_anew_every_place_gets_its_buurt_again() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        applied(bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Brug")], &[]), at(2)).await);
        let id = party(&db).await.id;
        let area = || async {
            let places = crate::place::store::of_parties(&db, HERE, &[id]).await.unwrap();
            match &places[0].whereabouts {
                crate::place::Whereabouts::Open(open) => {
                    open.area.clone().map(|(code, year)| (code.to_string(), year))
                }
                crate::place::Whereabouts::Confidential => None,
            }
        };
        assert_eq!(area().await, None);
        draw(&db, 2024, 5.0).await;
        assert_eq!(area().await, Some(("BU00010001".to_owned(), 2024)));
        draw(&db, 2025, 4.99).await;
        assert_eq!(area().await, Some(("BU00010002".to_owned(), 2025)));
        // The record itself says what it said.
        let again = bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Brug")], &[]), at(4)).await;
        assert!(matches!(again, Ended::Idle(_)), "{again:?}");
    })
    .await;
}
