//! A shelter's address was once on the map and is secret now: behind no door of the house is anything of it left.

use access::{Permit, Who};
use axum::http::Method;
use directory::import::{self, Ask, Ended, Input, about::About};
use directory::neighbourhood::HERE;
use directory::wording::Name;
use ground::db::testing::THEN;
use serde_json::Value;

use crate::canary;
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, settings};

/// As they were typed at the desk (the number with a letter that is in no id); what a stranger types is written in another way, so that an echo is told apart.
const SECRETS: [&str; 6] = ["Kanariestraat", "Kanariedorp", "7713K", "9927 ZZ", "52.62137", "5.33871"];

/// What people ask who look for such a place.
const QUESTIONS: [&str; 9] = [
    "",
    "?q=kanariestraat",
    "?q=9927zz",
    "?q=kanariedorp",
    "?q=linde",
    "?buurt=WK990101",
    "?bij=9927zz",
    "?text=kanariestraat",
    "?postcode=9927zz&proximity=500",
];

/// What the place was while anybody could read it.
const OPEN: [(&str, &str); 6] = [
    ("place_name", "Kanariestraat"),
    ("street", "Kanariestraat"),
    ("house_number", "7713K"),
    ("postcode", "9927 ZZ"),
    ("town", "Kanariedorp"),
    ("point", "52.62137, 5.33871"),
];

/// Whose answers count, order or measure; each tells another story while the place is open.
const COUNTED: [&str; 6] = [
    "/wie?bij=9927zz",
    "/wie?bij=kanariedorp",
    "/wie?bij=kanariestraat",
    "/zoek?q=linde&bij=kanariedorp",
    "/hsds/services?postcode=9927zz&proximity=500",
    "/hsds/service_at_locations?postcode=9927zz&proximity=500",
];

/// Words that lead to no place, whether it is open or not: what is found by them is what was found before it was there.
const WORDED: [&str; 5] = [
    "/zoek?q=kanariedorp",
    "/zoek?q=kanariestraat",
    "/zoek/suggesties?q=kanarie",
    "/hsds/services?search=kanariedorp",
    "/hsds/organizations?search=kanariestraat",
];

fn quiet(answer: &Answer, path: &str) {
    assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
    for secret in SECRETS {
        assert!(!answer.body.contains(secret), "{path} ({}) shows {secret}", answer.status);
        let told = answer.headers.values().any(|value| value.to_str().is_ok_and(|it| it.contains(secret)));
        assert!(!told, "{path} says {secret} in a header");
    }
}

#[tokio::test]
async fn the_address_of_a_shelter_is_behind_no_door() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let place =
            format!("{desk}/locatie/{}", visitor.get(&desk).await.after(&format!("href=\"{desk}/locatie/")));
        visitor.save(&place, &OPEN).await.is(303);
        let stranger = Visitor::new(settings(), visitor.db.clone());
        let party = desk.replace("/beheer", "");
        let doors = doors(&stranger, &party).await;
        // Everything that is kept in memory is made once while it is no secret.
        stranger.get(&party).await.shows("Kanariestraat");
        for door in &doors {
            stranger.get(door).await;
        }
        let mut secret = OPEN.to_vec();
        secret.push(("confidential", "ja"));
        visitor.save(&place, &secret).await.is(303);
        for door in &doors {
            for question in QUESTIONS {
                let path = format!("{door}{question}");
                quiet(&stranger.get(&path).await, &path);
            }
        }
    })
    .await;
}

/// What an answer tells: a page all it shows, a list how many there are and which, but not when a row was changed.
fn told(answer: &Answer) -> String {
    answer.is(200);
    let Ok(list) = serde_json::from_str::<Value>(&answer.body) else { return answer.body.clone() };
    let ids = list["contents"].as_array().unwrap().iter().map(|record| record["id"].to_string());
    format!("{}: {}", list["total_items"], ids.collect::<Vec<_>>().join(" "))
}

async fn all_told(visitor: &Visitor, paths: &[&'static str]) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for path in paths {
        all.push((*path, told(&visitor.get(path).await)));
    }
    all
}

/// The desk of De Linde, and the form of its place.
async fn place_of_de_linde(visitor: &Visitor) -> (String, String) {
    let desk = visitor.desk_of("De Linde").await;
    let place = visitor.get(&desk).await.after(&format!("href=\"{desk}/locatie/"));
    let place = format!("{desk}/locatie/{place}");
    (desk, place)
}

#[tokio::test]
async fn no_count_order_or_distance_tells_where_a_shelter_was_from_where_nobody_ever_was() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let (_, place) = place_of_de_linde(&visitor).await;
        let stranger = Visitor::new(settings(), visitor.db.clone());
        visitor.save(&place, &[("confidential", "ja")]).await.is(303);
        let never = (all_told(&stranger, &COUNTED).await, all_told(&stranger, &WORDED).await);

        visitor.save(&place, &OPEN).await.is(303);
        for (before, open) in never.0.iter().zip(all_told(&stranger, &COUNTED).await) {
            assert_ne!(*before, open, "the question would not notice it");
        }

        let mut secret = OPEN.to_vec();
        secret.push(("confidential", "ja"));
        visitor.save(&place, &secret).await.is(303);
        let hidden = (all_told(&stranger, &COUNTED).await, all_told(&stranger, &WORDED).await);
        assert_eq!(hidden, never);
        // A postcode that nobody ever had says the same, but for what was asked.
        for path in ["/wie?bij=9927zz", "/hsds/services?postcode=9927zz&proximity=500"] {
            let other =
                told(&stranger.get(&path.replace("9927zz", "9927zy")).await).replace("9927zy", "9927zz");
            assert_eq!(told(&stranger.get(path).await), other, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_order_or_distance_tells_where_somebody_is_who_was_put_away() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let (desk, place) = place_of_de_linde(&visitor).await;
        let stranger = Visitor::new(settings(), visitor.db.clone());
        let ageing =
            |what: &str| format!("{}/{what}", desk.replace("/beheer/partij/", "/beheer/veroudering/"));
        visitor.save(&place, &[("confidential", "ja")]).await.is(303);
        visitor.submit(&ageing("verberg"), &[]).await.is(303);
        let never = all_told(&stranger, &COUNTED).await;

        visitor.submit(&ageing("toon"), &[]).await.is(303);
        visitor.save(&place, &OPEN).await.is(303);
        for (before, open) in never.iter().zip(all_told(&stranger, &COUNTED).await) {
            assert_ne!(*before, open, "the question would not notice it");
        }

        visitor.submit(&ageing("verberg"), &[]).await.is(303);
        assert_eq!(all_told(&stranger, &COUNTED).await, never);
    })
    .await;
}

/// Every address that anybody may ask for, with the ids of this party filled in.
async fn doors(visitor: &Visitor, party: &str) -> Vec<String> {
    let page = visitor.get(party).await;
    let id = party.trim_start_matches("/partij/");
    let offer = page.after("href=\"/aanbod/");
    let whole = visitor.get(&format!("/hsds/services/{offer}")).await;
    let (at_place, term) =
        (whole.after("service_at_locations\":[{\"id\":\""), whole.after("taxonomy_term_id\":\""));
    let doors = samenspel::serve::all_routes()
        .into_iter()
        .filter(|route| route.who == Who::Anyone && route.method == Method::GET);
    doors
        .map(|route| {
            let filled = match route.path {
                "/partij/{id}" => route.path.replace("{id}", id),
                "/aanbod/{id}" | "/hsds/services/{id}" => route.path.replace("{id}", &offer),
                "/hsds/organizations/{id}" => route.path.replace("{id}", id),
                "/hsds/service_at_locations/{id}" => route.path.replace("{id}", &at_place),
                "/hsds/taxonomies/{id}" | "/hsds/taxonomy_terms/{id}" => route.path.replace("{id}", &term),
                path => path
                    .replace("{code}", "BU99010101")
                    .replace("{contact}", id)
                    .replace("{token}", "kanarie")
                    .replace("{name}", "location.json")
                    .replace("{*rest}", "kanarie"),
            };
            assert!(!filled.contains('{'), "{filled} is a new door: say here what to knock with");
            filled
        })
        .collect()
}

/// Imports a list of one shelter with the mapping that comes along.
async fn brings(visitor: &Visitor, secret: &str) {
    let name = |text: &str| Name::parse(text).unwrap();
    let ask = Ask {
        about: About { source: name("Opvanglijst"), licence: name("CC0 1.0"), web: None, dated: None },
        file: "lijst.csv".to_owned(),
        sphere: Some("formal".to_owned()),
        mapping: Some("voorbeeld".to_owned()),
    };
    let text = format!(
        "Nummer;Organisatie;Soort;Straat;Nr;Postcode;Activiteit;Vertrouwelijk\n\
         1;Het Nest;beroeps;Kanariestraat;7713K;9927 ZZ;Opvang;{secret}\n"
    );
    let input = Input::File(Box::new(std::io::Cursor::new(text.into_bytes())));
    let permit = Permit::at_the_machine(HERE);
    let now = THEN.plus(std::time::Duration::from_secs(3600));
    let ended = import::apply(&visitor.db, &permit, &ask, input, None, now, &|_| ()).await.unwrap();
    assert!(matches!(ended, Ended::Applied(_)), "{ended:?}");
}

/// Nothing of it is kept, and no report shows it.
async fn is_forgotten(visitor: &Visitor) {
    assert_eq!(canary::kept(&visitor.db, &["Kanariestraat".to_owned()]).await, Vec::<String>::new());
    let id = visitor.get("/beheer/import").await.after("href=\"/beheer/import/0");
    for page in ["", "/regels.csv"] {
        let path = format!("/beheer/import/0{id}{page}");
        let report = visitor.get(&path).await;
        quiet(report.is(200), &path);
    }
}

#[tokio::test]
async fn a_shelter_that_a_list_calls_secret_in_dutch_has_no_address_anywhere() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        brings(&visitor, "WAAR").await;
        is_forgotten(&visitor).await;
        let stranger = Visitor::new(settings(), visitor.db.clone());
        let party = visitor.desk_of("Het Nest").await.replace("/beheer", "");
        stranger.get(&party).await.is(200);
        for door in ["/wie", "/zoek", "/hsds/services", "/hsds/locations", party.as_str()] {
            for question in QUESTIONS {
                let path = format!("{door}{question}");
                quiet(&stranger.get(&path).await, &path);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_place_that_is_made_secret_after_an_import_leaves_nothing_of_its_key() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        brings(&visitor, "").await;
        assert_ne!(canary::kept(&visitor.db, &["Kanariestraat".to_owned()]).await, Vec::<String>::new());
        let desk = visitor.desk_of("Het Nest").await;
        let place =
            format!("{desk}/locatie/{}", visitor.get(&desk).await.after(&format!("href=\"{desk}/locatie/")));
        visitor.save(&place, &[("confidential", "ja")]).await.is(303);
        is_forgotten(&visitor).await;
    })
    .await;
}
