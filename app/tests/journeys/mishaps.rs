//! What goes wrong in the house goes wrong in words: a disk that takes nothing more, a handler that falls over.

use axum::Router;
use axum::routing::get;
use ground::db::testing::{self, THEN};
use ground::db::{Db, Options};
use samenspel::serve::House;

use crate::neighbourhood::{KEY, Visitor, in_oosterwaard, settings, then};

#[tokio::test]
async fn when_nothing_can_be_written_reading_goes_on_and_saving_says_so() {
    for fresh in testing::each(migrations::ALL).await {
        samenspel::demo::load(&fresh.db, THEN).await.unwrap();
        let before = Visitor::new(settings(), fresh.db.clone());
        before.sign_in().await;
        let desk = before.desk_of("De Linde").await;
        let page = before.get(&desk).await;
        let seen = page.after("name=\"seen\" value=\"");
        let reading = Db::open(fresh.url(), Options::reading()).await.unwrap();
        let visitor = Visitor::new(settings(), reading);
        *visitor.cookies.borrow_mut() = before.cookies.borrow().clone();
        let party = desk.replace("/beheer", "");
        for path in ["/", "/zoek?q=linde", "/kaart", "/buurten", "/hulp", &party, "/beheer", &desk] {
            visitor.get(path).await.is(200);
        }
        visitor.get(&party).await.shows("De Linde");
        let typed =
            [("sphere", "informal"), ("name", "Half werk"), ("serves", "everywhere"), ("seen", &seen)];
        for (path, fields) in [
            (desk.clone(), &typed[..]),
            (format!("{desk}/plek"), &[("capacity", "waiting")]),
            (format!("{desk}/klopt"), &[("by", "de windvaan")]),
            (format!("{desk}/weg"), &[("how", "never")]),
        ] {
            let no = visitor.submit(&path, fields).await;
            no.is(503).shows("U kunt nu alleen lezen").shows("Zoeken en lezen kan gewoon").hides("tel:");
            assert_eq!(no.header("cache-control"), "no-store");
        }
        let stranger = Visitor::new(settings(), visitor.db.clone());
        stranger.post("/beheer/aanmelden", &[("token", KEY), ("next", "/beheer")]).await.is(503);
        let after = before.get(&desk).await;
        after.is(200).hides("Half werk").hides("de windvaan");
        assert_eq!(after.after("name=\"seen\" value=\""), seen);
        before.get("/beheer/niet-vermelden").await.hides("moedercentrum");
    }
}

#[tokio::test]
async fn a_handler_that_falls_over_answers_with_a_reference_and_the_house_goes_on() {
    in_oosterwaard(async |usual: Visitor| {
        let house = House::new(settings(), usual.db.clone(), then).unwrap();
        let falls = Router::new().route("/valt-om", get(falls_over));
        let visitor = Visitor::before(house.router_with(falls), usual.db.clone());
        for _ in 0..3 {
            let fault = visitor.get("/valt-om").await;
            fault.is(500).shows("<html lang=\"nl\"").hides("geheime inhoud");
            assert_eq!(fault.header("cache-control"), "no-store");
            let reference = fault.body.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| {
                word.len() == 8 && word.bytes().all(|byte| b"23456789BCDFGHJKMPQRTVWX".contains(&byte))
            });
            assert!(reference.is_some(), "no reference in {}", fault.body);
            visitor.get("/wie").await.is(200);
        }
    })
    .await;
}

async fn falls_over() -> &'static str {
    panic!("geheime inhoud");
}
