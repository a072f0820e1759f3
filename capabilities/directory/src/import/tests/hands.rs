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

/// A file in which the party has two places, two ways to people and two offers.
fn whole(summary: &str) -> Value {
    let mut file = file(&[("p1", "De Brug")], &[("o1", "p1", "Brieven lezen"), ("o2", "p1", "Koffie")]);
    file["organizations"][0]["description"] = json!(summary);
    let places = file["locations"].as_array_mut().unwrap();
    places.push(json!({ "id": "tweede", "organization_id": "p1", "name": "Tweede plek" }));
    file["contacts"] = json!([
        { "id": "c1", "organization_id": "p1", "title": "Gastvrouw", "email": "gast@brug.voorbeeld" },
        { "id": "c2", "organization_id": "p1", "title": "Beheer", "email": "beheer@brug.voorbeeld" }
    ]);
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_a_human_took_off_stays_away_and_the_preview_says_so() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        applied(bring(&db, &permit, &ask("Register"), &whole("Zo was het."), at(2)).await);
        let all = offers(&db, HERE).await;
        let coffee = all.iter().find(|offer| offer.name.as_str() == "Koffie").unwrap();
        let mut tx = db.begin().await.unwrap();
        crate::offer::store::remove(&mut tx, &permit, &[coffee.id]).await.unwrap();
        crate::double::store::keep_away(&mut tx, &permit, coffee, at(3)).await.unwrap();
        tx.commit().await.unwrap();
        for (hour, summary) in [(4, "Zo was het."), (5, "Zo is het nu.")] {
            let seen = look(&db, &permit, &ask("Register"), &whole(summary)).await;
            assert_eq!(reasons(&seen, Fate::Kept), [("o2", "removed")]);
            bring(&db, &permit, &ask("Register"), &whole(summary), at(hour)).await;
            let names: Vec<String> =
                offers(&db, HERE).await.iter().map(|offer| offer.name.to_string()).collect();
            assert_eq!(names, ["Brieven lezen"]);
        }
        // What follows its old address finds nothing, and not its party.
        assert_eq!(crate::double::store::offer_now(&db, HERE, coffee.id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_and_a_person_that_a_human_took_away_do_not_come_back() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        applied(bring(&db, &permit, &ask("Register"), &whole("Zo was het."), at(2)).await);
        let party = party(&db).await.id;
        let place = crate::place::store::of_parties(&db, HERE, &[party]).await.unwrap()[0].id;
        let contact = crate::contact::store::of_parties(&db, HERE, &[party]).await.unwrap()[0].id;
        let mut tx = db.begin().await.unwrap();
        crate::place::store::remove(&mut tx, &permit, &[place]).await.unwrap();
        crate::contact::store::remove(&mut tx, &permit, &[contact]).await.unwrap();
        crate::desk::taken_from(&mut tx, &permit, party, at(3)).await.unwrap();
        tx.commit().await.unwrap();
        for (hour, summary) in [(4, "Zo was het."), (5, "Zo is het nu.")] {
            bring(&db, &permit, &ask("Register"), &whole(summary), at(hour)).await;
            let places = crate::place::store::of_parties(&db, HERE, &[party]).await.unwrap();
            let contacts = crate::contact::store::of_parties(&db, HERE, &[party]).await.unwrap();
            assert_eq!((places.len(), contacts.len()), (1, 1), "{summary}");
        }
        let seen = look(&db, &permit, &ask("Register"), &whole("Zo is het nu.")).await;
        assert_eq!(reasons(&seen, Fate::Kept), [("p1", "edited")]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_no_longer_says_that_a_place_is_secret_waits_for_a_human_and_is_not_gone() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let mut shelter = file(&[("p1", "De Brug")], &[("o1", "p1", "Opvang")]);
        shelter["locations"][0]["confidential"] = json!("WAAR");
        applied(bring(&db, &permit, &ask("Register"), &shelter, at(2)).await);
        let open = file(&[("p1", "De Brug")], &[("o1", "p1", "Opvang")]);
        let seen = look(&db, &permit, &ask("Register"), &open).await;
        assert_eq!(reasons(&seen, Fate::LeftOut), [("p1", "like-secret")]);
        assert_eq!(reasons(&seen, Fate::Gone), []);
        bring(&db, &permit, &ask("Register"), &open, at(3)).await;
        let places = crate::place::store::of_parties(&db, HERE, &[party(&db).await.id]).await.unwrap();
        assert!(places.iter().all(|place| place.whereabouts == crate::place::Whereabouts::Confidential));
        assert_eq!((places.len(), offers(&db, HERE).await.len()), (1, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_place_of_a_party_with_a_secret_one_waits_for_a_human_when_its_address_is_another() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let whole = |street: &str, owner: &str, summary: &str| {
            let mut file = file(&[("p1", "De Brug"), ("p2", "Roeiclub")], &[("o1", "p1", "Opvang")]);
            file["organizations"][0]["description"] = json!(summary);
            let open = |id: &str, owner: &str, street: &str| {
                json!({ "id": id, "organization_id": owner, "longitude": 5.005, "latitude": 52.005,
                    "addresses": [{ "id": format!("a-{id}"), "address_1": street }] })
            };
            let mut secret = open("shelter", "p1", "Schuilstraat 7");
            secret["confidential"] = json!("WAAR");
            file["locations"] =
                json!([secret, open("office", "p1", street), open("pier", owner, "Steiger 7")]);
            file
        };
        let first = whole("Lindeplein 1", "p2", "Zo was het.");
        applied(bring(&db, &permit, &ask("Register"), &first, at(2)).await);
        // What stands may be told again, with something else that changed.
        let told = look(&db, &permit, &ask("Register"), &whole("Lindeplein 1", "p2", "Zo is het nu.")).await;
        assert_eq!(reasons(&told, Fate::LeftOut), []);
        assert_eq!(told.parties.changed, 1);
        // The street of the shelter under the key of the office, and a place that was another's.
        for wrong in
            [whole("Schuilstraat 7", "p2", "Zo was het."), whole("Lindeplein 1", "p1", "Zo was het.")]
        {
            let seen = look(&db, &permit, &ask("Register"), &wrong).await;
            assert_eq!(reasons(&seen, Fate::LeftOut), [("p1", "like-secret")]);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_place_has_no_key_and_the_same_file_still_knows_it() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let secret = |key: &str, summary: &str| {
            let mut file = file(&[("p1", "De Brug")], &[("o1", "p1", "Opvang")]);
            file["organizations"][0]["description"] = json!(summary);
            file["locations"][0]["id"] = json!(key);
            file["locations"][0]["confidential"] = json!("WAAR");
            file["services"][0]["location_id"] = json!(key);
            file
        };
        applied(bring(&db, &permit, &ask("Register"), &secret("Straat 7", "A"), at(2)).await);
        let party = party(&db).await.id;
        let places = || async { crate::place::store::of_parties(&db, HERE, &[party]).await.unwrap() };
        let first = places().await;
        assert_eq!(first[0].source_key.as_deref(), Some("confidential"));
        // Another key of what is secret is no change; another summary is, and the place stays the same one.
        for (hour, key, summary) in [(3, "Straat 7", "A"), (4, "Straat 9", "B"), (5, "Straat 9", "C")] {
            let ended = bring(&db, &permit, &ask("Register"), &secret(key, summary), at(hour)).await;
            assert_eq!(matches!(ended, Ended::Idle(_)), hour == 3, "{ended:?}");
            assert_eq!(places().await, first);
            assert_eq!(offers(&db, HERE).await[0].places, [first[0].id]);
        }
    })
    .await;
}
