//! What concerns safety is a line in the log: each way in, whether it opened or not, and what the rules stopped; never of whom.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};

use crate::canary::LOG;
use crate::elsewhere::{HERS, Town};
use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::passkeys::{DOOR, shows};
use crate::people::{a_code, comes_in};
use crate::recovery::{Group, asks, group, listed, says};

/// Each of these stands in the log, as it is written there.
#[track_caller]
fn logged(lines: &[&str]) {
    let log = LOG.text();
    for line in lines {
        assert!(log.contains(line), "the log does not say: {line}");
    }
}

#[tokio::test]
async fn each_way_in_is_a_line_whether_it_opened_or_not() {
    LazyLock::force(&LOG);
    in_oosterwaard(async |visitor: Visitor| {
        // Wilma and Ferdi come in by one click, Selma by an invitation, and she makes a key.
        let Group { wilma, ferdi, selma, phone } = group(visitor).await;
        wilma.another().post("/aanmelden/demo", &[("key", "niemand")]).await.is(404);
        let code = a_code(&wilma, "guide").await;
        comes_in(&wilma.another(), &code, "Yusuf").await;
        wilma.another().post(&format!("{code}/ja"), &[("name", "Yusuf")]).await.is(410);
        wilma.another().get(&format!("/uitnodiging/{}", "0".repeat(64))).await.is(404);
        // A key that is hers, an answer to no question, and a key that nobody knows here.
        shows(&selma, &phone, 0).await.is(200);
        wilma.another().post(&format!("{DOOR}/klaar"), &[("antwoord", "{}")]).await.is(422);
        // Two colleagues let somebody in as Selma; without them nobody comes in.
        let new = wilma.another();
        let code = asks(&new).await;
        new.post("/terug/verder", &[]).await.is(409);
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, "", &code).await.is(303);
        new.post("/terug/verder", &[]).await.is(303);
        shows(&wilma.another(), &phone, 0).await.is(422);
        new.submit("/afmelden", &[]).await.is(303);
        // The key of the installation.
        let keeper = wilma.another();
        keeper.post("/beheer/aanmelden", &[("token", "geraden"), ("next", "/beheer")]).await.is(422);
        keeper.sign_in_as_operator().await;
    })
    .await;
    logged(&[
        ": signed in way=\"one-click\"",
        "not signed in way=\"one-click\" why=\"nobody\"",
        ": signed in way=\"invitation\"",
        "not signed in way=\"invitation\" why=\"taken\"",
        "not signed in way=\"invitation\" why=\"unknown\"",
        ": signed in way=\"passkey\"",
        "not signed in way=\"passkey\" why=\"over\"",
        "not signed in way=\"passkey\" why=\"unknown\"",
        "not signed in way=\"recovery\" why=\"asked\"",
        ": signed in way=\"recovery\"",
        "signed out",
        "not signed in way=\"operator\" why=\"wrong\"",
        ": signed in way=\"operator\"",
    ]);
}

#[tokio::test]
async fn an_account_that_opened_and_one_that_did_not_are_lines() {
    LazyLock::force(&LOG);
    Town::tell(async |town: Town| {
        let stranger = town.visitor.another();
        town.signs_in(&stranger, HERS).await.is(403);
        let away = town.goes(&stranger).await;
        town.comes(&stranger, &format!("error=access_denied&state={}", away.state)).await.is(422);
        town.connected().await;
        town.signs_in(&stranger, HERS).await.is(303);
    })
    .await;
    logged(&[
        "not signed in way=\"account\" why=\"unknown\"",
        "not signed in way=\"account\" why=\"provider-cancelled\"",
        ": signed in way=\"account\"",
    ]);
}

#[tokio::test]
async fn what_tries_to_get_around_the_rules_is_a_line() {
    LazyLock::force(&LOG);
    in_oosterwaard(async |manager: Visitor| {
        manager.sign_in().await;
        let desk = manager.desk_of("De Linde").await;
        let form = |kind: &'static str, from: &str| {
            let request = manager.request(Method::POST, "/partij/aanmelden").header(ORIGIN, from);
            request.header(CONTENT_TYPE, kind).body(Body::from("name=Breiclub")).unwrap()
        };
        let here = format!("http://{}", manager.host);
        manager.send(form("application/x-www-form-urlencoded", "http://kwaad.voorbeeld")).await.is(403);
        manager.send(form("text/plain", &here)).await.is(400);
        // Without the key and the proof that its page draws.
        manager.post(&format!("{desk}/plek"), &[("capacity", "few")]).await.is(403);
        let stranger = manager.another();
        for link in ["/antwoord/{}/klopt", "/mail/{}"] {
            stranger.get(&link.replace("{}", &"0".repeat(64))).await.is(404);
        }
        // What a guide may not.
        let guide = manager.another();
        guide.comes_in_as("guide").await;
        guide.get("/controle").await.is(404);
        // Guessing the key of the installation.
        let guesses = async || stranger.post("/beheer/aanmelden", &[("token", "geraden")]).await.status;
        for _ in 0..10 {
            assert_eq!(guesses().await, 422);
        }
        assert_eq!(guesses().await, 429);
    })
    .await;
    logged(&[
        "stopped what=\"foreign-form\"",
        "stopped what=\"unreadable-form\"",
        "stopped what=\"unproved-form\"",
        "stopped what=\"keyless-form\"",
        "stopped what=\"unknown-link\"",
        "stopped what=\"too-often\"",
        "denied action=\"trail.read\"",
    ]);
}
