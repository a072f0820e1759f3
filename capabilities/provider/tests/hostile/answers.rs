//! Answers of a provider that are late, too much, elsewhere or not what the standard says.

use ground::db::testing::{THEN, both};
use migrations::ALL;
use openidconnect::url::Url;
use provider::{Issuer, Limits, Providers, Refused, ReturnTo, Way};
use serde_json::json;

use crate::server::{DESCRIPTION, Key, Reply, challenge_of};
use crate::town::{HASTY, HERE, LIMITS, SUBJECT, Town, later, settings};

/// What somebody reads who wants to go, when the provider answers like this.
async fn cannot_go(reason: Refused, path: &'static str, reply: Reply) {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        town.hostile.says(path, reply.clone());
        let server = town.second_server(patience_for(&reply));
        let refused = server.begin(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap_err();
        assert_eq!(refused, reason);
    })
    .await;
}

/// What somebody reads who comes back, when the provider answers our question about the code like this.
async fn cannot_come(reason: Refused, reply: Reply) {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let away = town.goes().await;
        town.hostile.says("/token", reply.clone());
        let server = town.second_server(patience_for(&reply));
        let came = server.arrive(HERE, &away.query(""), Some(&away.cookie), THEN).await.unwrap();
        assert_eq!(came.unwrap_err(), reason);
    })
    .await;
}

fn patience_for(reply: &Reply) -> Limits {
    if matches!(reply, Reply::Never) { HASTY } else { LIMITS }
}

fn error(status: u16, word: &str) -> Reply {
    Reply::Json(status, json!({ "error": word, "error_description": "niet voor mensen" }))
}

#[tokio::test]
async fn what_is_asked_is_a_code_with_a_challenge_and_no_more_than_who_it_is() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let away = town.goes().await;
        let asked = |name: &str| away.asked.get(name).map(String::as_str);
        assert_eq!(away.to.path(), "/auth");
        assert_eq!((asked("response_type"), asked("scope")), (Some("code"), Some("openid")));
        assert_eq!((asked("client_id"), asked("code_challenge_method")), (Some("samenspel"), Some("S256")));
        assert_eq!(asked("redirect_uri"), Some("https://oosterwaard.example/aanmelden/gemeente/terug"));
        assert_eq!(asked("acr_values"), None);
        town.hostile.gives(&Key::first().signs(&town.right(&away)));
        town.comes(&away).await.unwrap();
        let question = town.hostile.asked("/token").pop().unwrap();
        let form = Url::parse(&format!("http://x/?{}", question.body)).unwrap();
        let verifier = form.query_pairs().find(|(name, _)| name == "code_verifier").unwrap().1.into_owned();
        assert_eq!(asked("code_challenge"), Some(challenge_of(&verifier).as_str()));
        assert!(
            question.authorization.unwrap().starts_with("Basic ") && !question.body.contains("geheim%2B")
        );
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_wants_our_secret_in_the_form_gets_it_there() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        town.hostile.describes("token_endpoint_auth_methods_supported", json!(["client_secret_post"]));
        assert!(town.told(|_| {}).await.is_ok());
        let question = town.hostile.asked("/token").pop().unwrap();
        assert!(
            question.authorization.is_none() && question.body.contains("client_secret=geheim%2Bvan%2Fons")
        );
    })
    .await;
}

#[tokio::test]
async fn a_municipality_without_a_provider_says_so() {
    both(ALL, |db| async {
        let providers = Providers::new(db, [], LIMITS).unwrap();
        let refused = providers.begin(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap_err();
        assert_eq!((refused, refused.way()), (Refused::NoProvider, Way::OtherWay));
        assert!(providers.name(HERE).is_none());
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_give_no_answer() {
    both(ALL, |db| async {
        // A port that was free a moment ago, and where nobody listens.
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let gone = settings(&format!("http://127.0.0.1:{port}"));
        let providers = Providers::new(db, [gone], LIMITS).unwrap();
        let refused = providers.begin(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap_err();
        assert_eq!((refused, refused.way()), (Refused::Unreachable, Way::Later));
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_never_answers_keeps_nobody_waiting() {
    cannot_go(Refused::Unreachable, DESCRIPTION, Reply::Never).await;
    cannot_go(Refused::Unreachable, "/keys", Reply::Never).await;
    cannot_come(Refused::Unreachable, Reply::Never).await;
}

#[tokio::test]
async fn a_provider_that_says_it_cannot_now_is_believed() {
    cannot_go(Refused::Unreachable, DESCRIPTION, Reply::Raw(503, "text/html", b"straks".to_vec())).await;
}

#[tokio::test]
async fn keys_without_end_are_not_read_to_the_end() {
    cannot_go(Refused::NotUnderstood, "/keys", Reply::Endless).await;
    let many: Vec<_> = (0..5_000).map(|_| Key::first().public()).collect();
    cannot_go(Refused::NotUnderstood, "/keys", Reply::Json(200, json!({ "keys": many }))).await;
}

#[tokio::test]
async fn a_token_without_end_is_not_read_to_the_end() {
    cannot_come(Refused::NotUnderstood, Reply::Endless).await;
}

#[tokio::test]
async fn a_description_that_is_no_json_is_not_understood() {
    cannot_go(Refused::NotUnderstood, DESCRIPTION, Reply::Raw(200, "text/html", b"<p>welkom".to_vec())).await;
    cannot_go(Refused::NotUnderstood, DESCRIPTION, Reply::Raw(200, "application/json", b"{".to_vec())).await;
}

#[tokio::test]
async fn nobody_is_led_elsewhere_by_a_redirect() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let elsewhere = format!("{}/elders", town.hostile.address);
        let away = town.goes().await;
        town.hostile.says("/token", Reply::SentTo(elsewhere.clone()));
        assert_eq!(town.comes(&away).await.unwrap_err(), Refused::NotUnderstood);
        town.hostile.says(DESCRIPTION, Reply::SentTo(elsewhere));
        let other = town.second_server(LIMITS);
        let refused = other.begin(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap_err();
        assert_eq!(refused, Refused::NotUnderstood);
        assert!(town.hostile.asked("/elders").is_empty(), "the redirect was followed");
    })
    .await;
}

#[tokio::test]
async fn a_description_of_another_provider_is_refused() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        town.hostile.describes("issuer", json!("https://elders.example"));
        let refused = town.providers.begin(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap_err();
        assert_eq!(refused, Refused::NotUnderstood);
    })
    .await;
}

#[tokio::test]
async fn a_description_that_names_an_open_address_elsewhere_is_refused() {
    for endpoint in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
        both(ALL, |db| async {
            let town = Town::new(db).await;
            town.hostile.describes(endpoint, json!("http://elders.example/x"));
            let refused = town.providers.begin(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap_err();
            assert_eq!(refused, Refused::NotUnderstood, "{endpoint}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_code_that_the_provider_knows_to_be_used_is_told_so() {
    cannot_come(Refused::CodeSpent, error(400, "invalid_grant")).await;
    assert_eq!(Refused::CodeSpent.way(), Way::Again);
}

#[tokio::test]
async fn a_provider_that_does_not_know_our_secret_is_a_matter_for_the_municipality() {
    cannot_come(Refused::NotRegistered, error(401, "invalid_client")).await;
    assert_eq!(Refused::NotRegistered.way(), Way::TellMunicipality);
}

#[tokio::test]
async fn an_answer_without_a_word_for_who_it_is_is_not_understood() {
    cannot_come(
        Refused::NotUnderstood,
        Reply::Json(200, json!({ "access_token": "a", "token_type": "Bearer" })),
    )
    .await;
    cannot_come(Refused::NotUnderstood, Reply::Raw(500, "text/html", b"stuk".to_vec())).await;
}

#[tokio::test]
async fn a_key_that_is_new_is_asked_for_at_most_once_a_minute() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        town.goes().await;
        let asked = || town.hostile.asked("/keys").len();
        let word = |claims: &serde_json::Value| Key::second().signs(claims);
        // Within the minute nobody asks again, and the word does not count.
        assert_eq!(town.given(word).await.unwrap_err(), Refused::NotGenuine);
        assert_eq!(asked(), 1);
        let away = town.goes().await;
        town.hostile.gives(&word(&town.right(&away)));
        assert_eq!(town.comes_at(&away, later(60)).await.unwrap_err(), Refused::NotGenuine);
        assert_eq!(asked(), 2);
        // Then the provider shows its new key.
        let keys = json!({ "keys": [Key::first().public(), Key::second().public()] });
        town.hostile.says("/keys", Reply::Json(200, keys));
        let away = town.goes().await;
        town.hostile.gives(&word(&town.right(&away)));
        assert_eq!(town.comes_at(&away, later(120)).await.unwrap().subject, SUBJECT);
        assert_eq!(asked(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_description_counts_for_an_hour_and_a_silent_provider_is_left_alone_for_a_moment() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let begin =
            async |seconds| town.providers.begin(HERE, ReturnTo::front(), later(seconds)).await.unwrap();
        let asked = || town.hostile.asked(DESCRIPTION).len();
        for seconds in [0, 3_599] {
            assert!(begin(seconds).await.is_ok());
        }
        assert_eq!(asked(), 1);
        town.hostile.says(DESCRIPTION, Reply::Raw(503, "text/html", Vec::new()));
        for seconds in [3_600, 3_605, 3_609] {
            assert_eq!(begin(seconds).await.unwrap_err(), Refused::Unreachable);
        }
        assert_eq!(asked(), 2);
        town.hostile.describes("issuer", json!(town.hostile.address));
        assert!(begin(3_610).await.is_ok());
        // A clock that was set back is no reason to keep it.
        assert!(begin(60).await.is_ok());
        assert_eq!(asked(), 4);
    })
    .await;
}

#[test]
fn an_open_line_is_only_for_a_provider_on_this_machine() {
    for near in ["http://localhost:8080", "http://127.0.0.1:1/a", "http://[::1]:2", "https://a.example"] {
        assert!(Issuer::parse(near).is_ok(), "{near}");
    }
    for open in
        ["http://a.example", "http://localhost.a.example", "http://10.0.0.1", "ftp://localhost", "a.example"]
    {
        assert!(Issuer::parse(open).is_err(), "{open}");
    }
    for odd in ["https://a.example?x", "https://a.example#x", "https://u:w@a.example", "https://a.example "] {
        assert!(Issuer::parse(odd).is_err(), "{odd}");
    }
}
