//! Which municipality and which language somebody meets.

use directory::confirmation::Ageing;
use directory::municipality::{Municipality, Slug, store};
use directory::wording::Name;
use ground::db::testing::THEN;
use ground::id::Municipality as Code;

use crate::neighbourhood::{Visitor, in_oosterwaard, settings};

async fn add_zilverdam(visitor: &Visitor) {
    let town = Municipality {
        code: Code(9902),
        name: Name::parse("Zilverdam").unwrap(),
        slug: Slug::of("zilverdam").unwrap(),
        theme: "zilverdam".to_owned(),
        fiction: true,
        area_year: None,
        ageing: Ageing::default(),
        residents: None,
        version: 0,
    };
    let mut tx = visitor.db.begin().await.unwrap();
    store::save(&mut tx, &access::Permit::at_the_machine(town.code), &town, THEN).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_address_says_which_municipality_and_otherwise_the_settings_do() {
    in_oosterwaard(async |mut visitor: Visitor| {
        // One municipality needs no name in its address.
        visitor.get("/nergens").await.shows("Oosterwaard");
        add_zilverdam(&visitor).await;
        let mut visitor_of = async |host: &str, settings| {
            visitor = Visitor::new(settings, visitor.db.clone());
            visitor.host = host.to_owned();
            visitor.get("/nergens").await.body
        };
        assert!(visitor_of("zilverdam.samenspel.example", settings()).await.contains("Zilverdam"));
        assert!(visitor_of("OOSTERWAARD.localhost:8080", settings()).await.contains("Oosterwaard"));
        let set = samenspel::settings::Settings { municipality: Some(Code(9902)), ..settings() };
        assert!(visitor_of("samenspel.example", set).await.contains("Zilverdam"));
        let choose = visitor_of("samenspel.example", settings()).await;
        assert!(
            choose.contains("Kies uw gemeente") && choose.contains("http://zilverdam.localhost:8080/"),
            "{choose}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_session_of_one_municipality_is_none_in_another() {
    in_oosterwaard(async |mut visitor: Visitor| {
        add_zilverdam(&visitor).await;
        visitor = Visitor::new(settings(), visitor.db.clone());
        visitor.host = "oosterwaard.localhost:8080".to_owned();
        visitor.sign_in().await;
        visitor.get("/beheer").await.is(200);
        visitor.host = "zilverdam.localhost:8080".to_owned();
        visitor.get("/beheer").await.is(403);
    })
    .await;
}

#[tokio::test]
async fn the_language_somebody_chose_stays_and_wins() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/").await.shows("<html lang=\"nl\"");
        visitor.get_asking("/", "accept-language", "ar;q=0.4, en;q=0.9").await.shows("<html lang=\"en\"");
        let chosen = visitor.get_asking("/zoek?q=brief&taal=ar", "accept-language", "en").await;
        chosen.shows("<html lang=\"ar\" dir=\"rtl\"").shows("/zoek?q=brief&amp;taal=nl");
        visitor.get_asking("/", "accept-language", "en").await.shows("<html lang=\"ar\"");
        visitor.get("/?taal=nl").await.shows("<html lang=\"nl\"");
        // What is no language of ours changes nothing.
        visitor.get("/?taal=%3Cscript%3E").await.shows("<html lang=\"nl\"").hides("taal=<script>");
    })
    .await;
}
