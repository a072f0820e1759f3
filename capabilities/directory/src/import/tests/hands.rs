//! What a human confirmed or changed is the human's, and who asked not to be listed stays away.

use ground::db::testing::both;
use ground::id::Id;

use super::*;
use crate::confirmation::Confirmation;
use crate::do_not_list::{Wish, store as wishes};
use crate::wording::{Line, Prose};

#[tokio::test(flavor = "multi_thread")]
async fn what_a_human_confirmed_is_never_overwritten_and_listed_as_kept() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let first = file(&[("p1", "De Brug")], &[("o1", "p1", "Brieven lezen")]);
        applied(bring(&db, &permit, &ask("Register"), &first, at(2)).await);
        let by = Confirmation { at: at(3), by: Line::parse("coördinator").unwrap() };
        let mut tx = db.begin().await.unwrap();
        let offer = offers(&db, HERE).await[0].id;
        crate::offer::store::confirm(&mut tx, &permit, offer, &by).await.unwrap();
        tx.commit().await.unwrap();
        let second = file(&[("p1", "De Nieuwe Brug")], &[("o1", "p1", "Iets heel anders")]);
        for hour in [4, 5] {
            let report = match bring(&db, &permit, &ask("Register"), &second, at(hour)).await {
                Ended::Applied(report) | Ended::Idle(report) => report,
                other => panic!("{other:?}"),
            };
            assert_eq!(report.offers.kept, 1);
            assert_eq!(reasons(&report, Fate::Kept), [("o1", "confirmed")]);
        }
        assert_eq!(offers(&db, HERE).await[0].name.as_str(), "Brieven lezen");
        assert_eq!(party(&db).await.name.as_str(), "De Nieuwe Brug");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_human_changed_later_is_kept_and_new_offers_still_come() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        applied(bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Brug")], &[]), at(2)).await);
        let mut edited = party(&db).await;
        edited.summary = Prose::parse("Zo is het echt.").unwrap();
        edited.changed_at = at(3);
        let mut tx = db.begin().await.unwrap();
        crate::party::store::save(&mut tx, &permit, &edited).await.unwrap();
        tx.commit().await.unwrap();
        let second = file(&[("p1", "De Nieuwe Brug")], &[("o1", "p1", "Brieven lezen")]);
        let report = applied(bring(&db, &permit, &ask("Register"), &second, at(4)).await);
        assert_eq!(reasons(&report, Fate::Kept), [("p1", "edited")]);
        assert_eq!(party(&db).await.summary.as_str(), "Zo is het echt.");
        assert_eq!(offers(&db, HERE).await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asked_not_to_be_listed_does_not_come_back() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let wish = Wish {
            id: Id::new(at(0)),
            name_key: name("De Brug").key(),
            postcode: String::new(),
            source_name: String::new(),
            source_key: String::new(),
            contacts: Vec::new(),
            asked_at: at(0),
        };
        let mut tx = db.begin().await.unwrap();
        wishes::remember(&mut tx, &permit, &wish).await.unwrap();
        tx.commit().await.unwrap();
        let file = file(&[("p1", "De Brug"), ("p2", "Het Anker")], &[("o1", "p1", "Brieven lezen")]);
        let report = applied(bring(&db, &permit, &ask("Register"), &file, at(2)).await);
        assert_eq!(reasons(&report, Fate::LeftOut), [("p1", "do-not-list")]);
        let names: Vec<String> =
            parties(&db, HERE).await.iter().map(|party| party.name.to_string()).collect();
        assert_eq!(names, ["Het Anker"]);
        assert!(offers(&db, HERE).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_sources_may_use_the_same_key_and_two_municipalities_never_mix() {
    both(migrations::ALL, |db| async move {
        let (here, there) = (place(&db, HERE).await, place(&db, THERE).await);
        let brug = file(&[("1", "De Brug")], &[]);
        let anker = file(&[("1", "Het Anker")], &[]);
        applied(bring(&db, &here, &ask("Register"), &brug, at(2)).await);
        let other_source = applied(bring(&db, &here, &ask("Ander register"), &anker, at(3)).await);
        assert_eq!((other_source.parties.added, other_source.parties.gone), (1, 0));
        let other_place = applied(bring(&db, &there, &ask("Register"), &anker, at(4)).await);
        assert_eq!((other_place.parties.added, other_place.parties.gone), (1, 0));
        assert_eq!((parties(&db, HERE).await.len(), parties(&db, THERE).await.len()), (2, 1));
    })
    .await;
}
