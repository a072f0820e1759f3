//! Filters that add up, told in a small neighbourhood; and the document beside the table of questions.

use std::collections::BTreeSet;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use directory::Directory;
use directory::language::Languages;
use directory::neighbourhood::{HERE, Neighbourhood, code};
use directory::offer::opening::Opening;
use directory::party::{Serves, Sphere};
use directory::wording::Line;
use ground::db::Db;
use ground::db::testing::{THEN, both};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;
use ui::{Frame, Lang};

use super::about::{OPENAPI, PATCHES};
use super::names;
use crate::OpenData;
use crate::ids::term;

/// Another program, asking.
struct Asker(Router);

impl Asker {
    fn at(db: &Db) -> Self {
        let open = OpenData::new(Directory::new(db.clone(), || THEN), "nowhere".into(), false);
        Self(access::route::router(super::routes()).with_state(open))
    }

    async fn ask(&self, path: &str) -> (StatusCode, Value) {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        request.extensions_mut().insert(access::Here(HERE));
        request.extensions_mut().insert(Frame::new(Lang::Nl, "Oosterwaard"));
        let response = self.0.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    /// The names on the first page, sorted.
    async fn names(&self, path: &str) -> Vec<String> {
        let (status, page) = self.ask(path).await;
        assert_eq!(status, 200, "{path}: {page}");
        let contents = page["contents"].as_array().unwrap();
        assert_eq!(page["total_items"], contents.len(), "{path}");
        let name = |it: &Value| {
            it["name"].as_str().or(it["service"]["name"].as_str()).unwrap_or_default().to_owned()
        };
        let mut names: Vec<String> = contents.iter().map(name).collect();
        names.sort();
        names
    }
}

async fn settled(db: &Db) -> Asker {
    let mut quarter = Neighbourhood::new(THEN);
    let linde = quarter.party("De Linde", Sphere::Informal, |party| {
        party.serves = Serves::Areas(vec![(code("BU99010101"), 2026)]);
    });
    quarter.place(linde, 0, "Lindeplein");
    quarter.offer(linde, "Brieven lezen", &["papieren"], |offer| {
        offer.opening = Opening::parse(["mo 09:00-12:00", "we 13:00-17:00"]).unwrap();
        offer.languages = Languages::parse(["tr"]).unwrap();
        offer.for_whom = Line::parse("18+").unwrap();
    });
    quarter.offer(linde, "Samen eten", &["eten"], |offer| {
        offer.opening = Opening::parse(["mo 17:00-20:00"]).unwrap();
        offer.for_whom = Line::parse("Kinderen van 4 t/m 12 jaar").unwrap();
    });
    let team = quarter.party("Wijkteam", Sphere::Formal, |_| {});
    quarter.place(team, 3, "Sluisweg");
    quarter.offer(team, "Schulden", &["geld", "papieren"], |_| {});
    let shelter = quarter.party("Toevlucht", Sphere::Formal, |_| {});
    quarter.secret_place(shelter);
    quarter.offer(shelter, "Veilig slapen", &["veiligheid"], |_| {});
    for place in &mut quarter.places {
        if let directory::place::Whereabouts::Open(open) = &mut place.whereabouts {
            let postcode = if place.party == linde { "9927 AB" } else { "9929 ZX" };
            open.address.postcode = Line::parse(postcode).unwrap();
        }
    }
    quarter.settle(db).await;
    Asker::at(db)
}

#[tokio::test]
async fn each_question_narrows_what_the_others_left() {
    both(migrations::ALL, |db| async move {
        let asker = settled(&db).await;
        let papers = term("papieren");
        for (query, found) in [
            ("", vec!["Brieven lezen", "Samen eten", "Schulden", "Veilig slapen"]),
            ("?sphere=informal", vec!["Brieven lezen", "Samen eten"]),
            (&format!("?taxonomy_term_id={papers}"), vec!["Brieven lezen", "Schulden"]),
            (&format!("?taxonomy_term_id={papers}&sphere=formal"), vec!["Schulden"]),
            (&format!("?taxonomy_term_id={papers}&sphere=formal&search=raket"), vec![]),
            ("?search=brief", vec!["Brieven lezen", "Schulden"]),
            ("?search=brief&sphere=informal", vec!["Brieven lezen"]),
            ("?language=tr", vec!["Brieven lezen"]),
            ("?day=MO", vec!["Brieven lezen", "Samen eten"]),
            ("?day=MO&start_time=13:00", vec!["Samen eten"]),
            ("?day=WE&start_time=13:00&end_time=17:00", vec!["Brieven lezen"]),
            ("?day=WE&end_time=16:59", vec![]),
            ("?minimum_age=18", vec!["Brieven lezen"]),
            ("?maximum_age=12", vec!["Samen eten"]),
            ("?minimum_age=18&maximum_age=12", vec![]),
            ("?area=BU99010101", vec!["Brieven lezen", "Samen eten", "Schulden", "Veilig slapen"]),
            ("?area=BU99010202", vec!["Schulden", "Veilig slapen"]),
            ("?area=BU00000000", vec![]),
            ("?postcode=9927AB&proximity=200", vec!["Brieven lezen", "Samen eten"]),
            ("?postcode=9927AB&proximity=5000", vec!["Brieven lezen", "Samen eten", "Schulden"]),
            ("?postcode=9929&proximity=200", vec!["Schulden"]),
            ("?postcode=1234&proximity=200", vec![]),
            ("?postcode=9927AB", vec!["Brieven lezen", "Samen eten", "Schulden", "Veilig slapen"]),
            ("?postcode=9929ZX", vec!["Schulden", "Veilig slapen"]),
            ("?modified_after=2100-01-01", vec![]),
            ("?modified_after=2000-01-01T00:00:00Z&sphere=informal&day=MO&search=eten", vec!["Samen eten"]),
        ] {
            assert_eq!(asker.names(&format!("/hsds/services{query}")).await, found, "{query}");
        }
        let near = asker.names("/hsds/service_at_locations?postcode=9929ZX&proximity=100").await;
        assert_eq!(near, ["Schulden"]);
        assert_eq!(asker.names("/hsds/organizations?search=linde").await, ["De Linde"]);
    })
    .await;
}

#[tokio::test]
async fn a_postcode_of_who_hides_is_nowhere_and_one_that_was_brought_in_lies_where_it_lies() {
    both(migrations::ALL, |db| async move {
        let mut quarter = Neighbourhood::new(THEN);
        let team = quarter.party("Wijkteam", Sphere::Formal, |_| {});
        quarter.place(team, 3, "Sluisweg");
        quarter.offer(team, "Schulden", &["geld"], |_| {});
        let hides = quarter.party("Opvang", Sphere::Formal, |party| party.put_away_at = Some(THEN));
        quarter.place(hides, 3, "Kanariestraat");
        for place in quarter.places.iter_mut().filter(|place| place.party == hides) {
            if let directory::place::Whereabouts::Open(open) = &mut place.whereabouts {
                open.address.postcode = Line::parse("9930 AA").unwrap();
            }
        }
        quarter.settle(&db).await;
        let asked = ["/hsds/services?postcode=9930AA&proximity=500", "/hsds/services?postcode=9930"];
        for path in asked {
            assert_eq!(Asker::at(&db).names(path).await, Vec::<String>::new(), "{path}");
        }
        quarter.postcode("9930", 3);
        quarter.settle(&db).await;
        for path in asked {
            assert_eq!(Asker::at(&db).names(path).await, ["Schulden"], "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn pages_follow_on_each_other_and_the_one_behind_the_last_is_not_there() {
    both(migrations::ALL, |db| async move {
        let asker = settled(&db).await;
        let mut seen = BTreeSet::new();
        for page in 1..=2 {
            let (status, told) = asker.ask(&format!("/hsds/services?per_page=2&page={page}")).await;
            assert_eq!((status, &told["total_pages"], &told["size"]), (StatusCode::OK, &2.into(), &2.into()));
            assert_eq!((told["first_page"] == (page == 1), told["last_page"] == (page == 2)), (true, true));
            seen.extend(told["contents"].as_array().unwrap().iter().map(|it| it["id"].to_string()));
        }
        assert_eq!(seen.len(), 4);
        assert_eq!(asker.ask("/hsds/services?per_page=2&page=3").await.0, 404);
        assert_eq!(asker.ask("/hsds/services?search=raket").await.1["empty"], true);
        let (_, minimal) = asker.ask("/hsds/services?minimal=true").await;
        assert_eq!(minimal["contents"][0].as_object().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_secret_place_is_there_without_anything_of_where_it_is() {
    both(migrations::ALL, |db| async move {
        let asker = settled(&db).await;
        let (_, page) = asker.ask("/hsds/service_at_locations?search=slapen&full=true").await;
        let location = &page["contents"][0]["location"];
        assert_eq!(location["confidential"], true);
        for absent in ["latitude", "longitude", "addresses", "area_code", "name", "accessibility"] {
            assert!(location.get(absent).is_none(), "{absent}");
        }
    })
    .await;
}

#[test]
fn the_document_knows_the_questions_that_the_reader_knows() {
    let document: Value = serde_json::from_str(OPENAPI).unwrap();
    for (path, known) in [
        ("/services", names::OFFERS),
        ("/service_at_locations", names::OFFERS),
        ("/organizations", names::PARTIES),
        ("/organizations/{id}", names::ONE_PARTY),
        ("/taxonomies", names::TAXONOMIES),
        ("/taxonomy_terms", names::TERMS),
    ] {
        let parameters = document["paths"][path]["get"]["parameters"].as_array().unwrap();
        let told: Vec<&str> = parameters
            .iter()
            .filter_map(|it| it["$ref"].as_str()?.strip_prefix("#/components/parameters/"))
            .collect();
        assert_eq!(told, known, "{path}");
    }
    for merged in ["/services/{id}", "/organizations/{id}", "/service_at_locations/{id}"] {
        let told = &document["paths"][merged]["get"]["responses"]["308"]["$ref"];
        assert_eq!(told, "#/components/responses/Moved", "{merged}");
    }
    for path in document["paths"].as_object().unwrap().keys() {
        let ours = format!("/hsds{}", path.trim_end_matches('/'));
        assert!(super::routes().iter().any(|entry| entry.route.path == ours), "{path}");
    }
}

/// That the patches fit the schemas, and the answers both, is shown where those lie: `app/tests/journeys/dutch_profile.rs`.
#[test]
fn each_patch_of_the_dutch_profile_says_what_its_fields_mean() {
    for (name, patch) in PATCHES {
        let patch: Value = serde_json::from_str(patch).unwrap();
        let fields = patch["properties"].as_object().unwrap();
        let told = |field: &Value| {
            field.is_null()
                || field["description"].as_str().is_some_and(|it| it.ends_with(['.', '?']))
                || field.get("$ref").is_some()
        };
        assert!(!fields.is_empty() && fields.values().all(told), "{name}");
    }
}
