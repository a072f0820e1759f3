//! A shelter's address was once on the map and is secret now: behind no door of the house is anything of it left.

use access::Who;
use axum::http::Method;

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, settings};

/// As they were typed at the desk (the number with a letter that is in no id); what a stranger types is written in another way, so that an echo is told apart.
const SECRETS: [&str; 5] = ["Kanariestraat", "7713K", "9927 ZZ", "52.62137", "5.33871"];

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
        let open = [
            ("place_name", "Kanariestraat"),
            ("street", "Kanariestraat"),
            ("house_number", "7713K"),
            ("postcode", "9927 ZZ"),
            ("town", "Kanariedorp"),
            ("point", "52.62137, 5.33871"),
        ];
        visitor.save(&place, &open).await.is(303);
        let stranger = Visitor::new(settings(), visitor.db.clone());
        let party = desk.replace("/beheer", "");
        let doors = doors(&stranger, &party).await;
        // Everything that is kept in memory is made once while it is no secret.
        stranger.get(&party).await.shows("Kanariestraat");
        for door in &doors {
            stranger.get(door).await;
        }
        let mut secret = open.to_vec();
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
