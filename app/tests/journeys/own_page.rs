//! The own page of whoever just came in, still has to choose, or works already: each link on it leads somewhere.

use std::collections::BTreeSet;

use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::passkeys::{selma, shows};
use crate::people::{a_code, comes_in};

/// In a browser of its own, so that a language that is chosen on the way changes nothing for who is followed.
async fn follows_every_link(somebody: &Visitor) {
    let browser = somebody.another();
    browser.cookies.borrow_mut().clone_from(&somebody.cookies.borrow());
    let page = browser.get("/ik").await;
    let links = page.is(200).body.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    let links: BTreeSet<&str> = links.collect();
    assert!(links.contains("hulp"), "{links:?}");
    for link in links {
        let status = browser.get(&format!("/{}", link.replace("&amp;", "&"))).await.status.as_u16();
        assert!(status < 400, "/{link} stands on the own page and answers {status}");
    }
}

#[tokio::test]
async fn whatever_stands_on_the_own_page_of_who_just_came_in_leads_somewhere() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        wilma.get("/ik").await.is(200).shows("href=\"/ik/wie-keek\"");
        follows_every_link(&wilma).await;
        let code = a_code(&wilma, "volunteer").await;
        let newcomer = wilma.another();
        comes_in(&newcomer, &code, "Yusuf").await;
        newcomer.get("/ik").await.is(200).shows("Maak nu een sleutel").hides("/ik/wie-keek");
        follows_every_link(&newcomer).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_has_two_places_and_has_not_chosen_yet_is_led_nowhere_that_is_not_there() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, phone) = selma(&wilma).await;
        let manager = wilma.another();
        manager.sign_in().await;
        let people = format!("{}/mensen", manager.desk_of("De Linde").await);
        let token = "b".repeat(64);
        let fields = [("token", token.as_str()), ("role", "coordinator"), ("how", "here")];
        manager.submit(&format!("{people}/uitnodigen"), &fields).await.is(200);
        let code = format!("/uitnodiging/{token}");
        selma.post(&code, &[]).await.is(303);
        selma.submit(&format!("{code}/ja"), &[]).await.is(303);
        selma.submit("/afmelden", &[]).await.is(303);
        shows(&selma, &phone, 0).await.is(200).shows("\"/ik\"");
        let page = selma.get("/ik").await;
        page.is(200).shows("Kies hieronder als wie u nu werkt").hides("/ik/wie-keek");
        follows_every_link(&selma).await;
        let place = page.after("name=\"membership\" value=\"");
        selma.submit("/ik/als", &[("membership", &place)]).await.is(303);
        selma.get("/ik").await.is(200).shows("href=\"/ik/wie-keek\"");
    })
    .await;
}
