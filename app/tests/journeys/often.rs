//! Who sends or searches too fast waits a little; who reads never does.

use std::net::IpAddr;

use access::Address;
use axum::body::Body;
use axum::http::Method;
use samenspel::settings::{Settings, read};

use crate::neighbourhood::{Answer, Visitor, settings, with};
use crate::people::own_party;

pub(crate) fn limited(limits: &[(&str, &str)]) -> Settings {
    let variables = limits.iter().map(|(key, value)| (format!("SAMENSPEL_{key}"), (*value).to_owned()));
    Settings { limits: read(None, variables).unwrap().limits, ..settings() }
}

async fn from(visitor: &Visitor, address: &str, path: &str) -> Answer {
    let address: IpAddr = address.parse().unwrap();
    let request = visitor.request(Method::GET, path).extension(Address(address));
    visitor.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn who_sends_too_many_forms_waits_and_reads_so_in_their_own_language() {
    with(limited(&[("LIMIT_FORMS_ACCOUNT", "3")]), async |visitor: Visitor| {
        visitor.sign_in().await;
        let gone = "/beheer/niet-vermelden/0193/weg";
        for _ in 0..3 {
            visitor.submit(gone, &[]).await.is(404);
        }
        let no = visitor.submit(gone, &[]).await;
        no.is(429).shows("Even wachten").shows("Wacht een minuut");
        assert_eq!((no.header("retry-after"), no.header("cache-control")), ("20", "no-store"));
        visitor.get("/beheer?taal=en").await.is(200);
        visitor.submit(gone, &[]).await.is(429).shows("One moment, please");
        // Reading goes on, and so does everybody else.
        visitor.get("/wie").await.is(200);
        let other = Visitor::new(limited(&[]), visitor.db.clone());
        other.sign_in().await;
        other.submit(gone, &[]).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn who_comes_in_twice_has_no_more_turns_than_who_comes_in_once() {
    with(limited(&[("LIMIT_FORMS_ACCOUNT", "3")]), async |visitor: Visitor| {
        visitor.comes_in_as("guide").await;
        let phone = visitor.another();
        phone.comes_in_as("guide").await;
        let gone = "/vraag/01930000-0000-7000-8000-00000000dead/verder";
        visitor.submit(gone, &[]).await.is(404);
        visitor.submit(gone, &[]).await.is(404);
        phone.submit(gone, &[]).await.is(404);
        phone.submit(gone, &[]).await.is(429);
        visitor.submit(gone, &[]).await.is(429);
        let other = visitor.another();
        other.comes_in_as("professional").await;
        other.submit(gone, &[]).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn all_forms_together_have_a_ceiling_and_signing_in_has_its_own() {
    with(limited(&[("LIMIT_FORMS_ALL", "2")]), async |visitor: Visitor| {
        visitor.post("/beheer/aanmelden", &[("token", "een-verkeerde-sleutel")]).await.is(422);
        assert_ne!(visitor.post("/antwoord/0193/klopt", &[]).await.status, 429);
        let no = visitor.post("/antwoord/0193/klopt", &[]).await;
        assert_eq!(no.is(429).header("retry-after"), "30");
    })
    .await;
    // However much the settings allow, guessing the key ends soon, and says when it may go on.
    with(limited(&[("LIMIT_FORMS_ALL", "10000000")]), async |visitor: Visitor| {
        for _ in 0..10 {
            visitor.post("/beheer/aanmelden", &[("token", "een-verkeerde-sleutel")]).await.is(422);
        }
        let no = visitor.post("/beheer/aanmelden", &[("token", "een-verkeerde-sleutel")]).await;
        assert_eq!(no.is(429).header("retry-after"), "90");
    })
    .await;
}

#[tokio::test]
async fn who_searches_too_fast_waits_and_reading_goes_on() {
    with(limited(&[("LIMIT_SEARCHES_ADDRESS", "2")]), async |visitor: Visitor| {
        let (mine, next_door) = ("203.0.113.9", "203.0.113.10");
        for _ in 0..2 {
            from(&visitor, mine, "/zoek?q=brief").await.is(200);
        }
        let no = from(&visitor, mine, "/zoek?q=brief").await;
        no.is(429).shows("Even wachten");
        assert_eq!(no.header("retry-after"), "30");
        from(&visitor, mine, "/zoek/suggesties?q=brief").await.is(429);
        let program = from(&visitor, mine, "/hsds/services?search=brief").await;
        program.is(429).shows("\"status\":429").hides("<html");
        assert_eq!(program.header("content-type"), "application/json");
        assert_eq!(program.header("access-control-allow-origin"), "*");
        for path in ["/", "/wie", "/kaart", "/hsds/services", "/hulp"] {
            from(&visitor, mine, path).await.is(200);
        }
        from(&visitor, next_door, "/zoek?q=brief").await.is(200);
    })
    .await;
}

#[tokio::test]
async fn who_looks_at_people_again_and_again_waits_for_each_look_is_kept_for_years() {
    with(limited(&[("LIMIT_SEARCHES_ACCOUNT", "3")]), async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        for path in [people.as_str(), "/ik/wie-keek", "/ik/wie-keek"] {
            wilma.get(path).await.is(200);
        }
        for path in [people.as_str(), "/ik/wie-keek", "/beheer/terug"] {
            wilma.get(path).await.is(429).shows("Even wachten");
        }
        // Pages that leave nothing go on, and so do the others.
        wilma.get("/ik").await.is(200);
        let ferdi = wilma.another();
        ferdi.comes_in_as("volunteer").await;
        ferdi.get(&people).await.is(200);
    })
    .await;
}
