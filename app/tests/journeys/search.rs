//! Search says the same on both databases, and follows what another server changes.

use ground::db::testing::{self, THEN};

use crate::neighbourhood::{Visitor, in_oosterwaard, settings};

/// As people ask: words, sentences, misspelt, official, in their own language, and what nobody does.
const ASKED: [&str; 40] = [
    "schulden",
    "brieven",
    "eenzaam",
    "taalles",
    "kleren",
    "verdriet",
    "mantelzorg",
    "mantelsorg",
    "schuldhulp",
    "hulp bij schulden",
    "schuldhulpverlening",
    "ik kan de huur niet betalen",
    "mijn moeder vergeet alles",
    "wie kan er met mijn vader wandelen",
    "mijn zoon wil niet naar school",
    "ik snap deze brief niet",
    "eten",
    "samen eten",
    "fiets maken",
    "computerhulp",
    "digid",
    "vervoer naar het ziekenhuis",
    "huishoudelijke hulp",
    "dagbesteding",
    "bijzondere bijstand",
    "wmo",
    "zwemmen",
    "vrijwilliger worden",
    "ruzie met de buren",
    "geweld thuis",
    "rouw",
    "huiswerk",
    "kapper",
    "debts",
    "letters from the council",
    "ديون",
    "yalnızlık",
    "długi",
    "самотність",
    "blorpsnurk",
];

/// What the cards of a page are called, in their order.
fn names(page: &str) -> Vec<String> {
    let cards = page.split("href=\"/aanbod/").skip(1);
    cards.filter_map(|card| card.split_once('>')?.1.split('<').next().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_first_page_is_the_same_on_both_databases() {
    let mut told: Vec<Vec<(&str, Vec<String>)>> = Vec::new();
    for fresh in testing::each(migrations::ALL).await {
        samenspel::demo::load(&fresh.db, THEN).await.unwrap();
        let visitor = Visitor::new(settings(), fresh.db.clone());
        let mut pages = Vec::new();
        for asked in ASKED {
            let page = visitor.get(&format!("/zoek?q={}", urlencoded(asked))).await;
            pages.push((asked, names(&page.is(200).body)));
        }
        assert!(pages.iter().filter(|(_, names)| names.len() > 2).count() > 30, "{pages:#?}");
        told.push(pages);
    }
    for other in told.iter().skip(1) {
        assert_eq!(other, &told[0]);
    }
}

fn urlencoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn what_is_written_at_one_server_the_next_visitor_of_another_finds() {
    in_oosterwaard(async |visitor: Visitor| {
        let elsewhere = Visitor::new(settings(), visitor.db.clone());
        let nothing = elsewhere.get("/zoek?q=kraanvogels").await;
        nothing.is(200).hides("Kraanvogels vouwen");
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let id = visitor.get(&format!("{desk}/aanbod/nieuw")).await.after("name=\"id\" value=\"");
        let typed = [("id", id.as_str()), ("name", "Kraanvogels vouwen")];
        visitor.submit(&format!("{desk}/aanbod/nieuw"), &typed).await.is(303);
        elsewhere.get("/zoek?q=kraanvogels").await.is(200).shows("Kraanvogels vouwen");
        elsewhere.get("/zoek/suggesties?q=kraanvo").await.is(200).shows("Kraanvogels vouwen");
        visitor.submit(&format!("{desk}/aanbod/{id}/weg"), &[]).await.is(303);
        elsewhere.get("/zoek?q=kraanvogels").await.is(200).hides("Kraanvogels vouwen");
        elsewhere.get("/zoek/suggesties?q=kraanvo").await.is(200).hides("Kraanvogels vouwen");
    })
    .await;
}
