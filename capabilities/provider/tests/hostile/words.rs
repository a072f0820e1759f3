//! The provider's word for who somebody is, wrong in each way there is.

use ground::db::testing::{THEN, both};
use ground::moment::Moment;
use migrations::ALL;
use provider::{Refused, ReturnTo, Way};
use serde_json::{Value, json};

use crate::server::{Key, Reply, alg_none, signed_es256, signed_hs256};
use crate::town::{HERE, NAME, SECRET, SUBJECT, Town, acr, later, seconds};

/// Refused for this, and nobody came in.
async fn refused_when(reason: Refused, change: impl Fn(&mut Value)) {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        assert_eq!(town.told(&change).await.unwrap_err(), reason);
    })
    .await;
}

async fn refused_given(reason: Refused, word: impl Fn(&Value) -> String) {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        assert_eq!(town.given(&word).await.unwrap_err(), reason);
    })
    .await;
}

#[tokio::test]
async fn somebody_with_a_good_word_comes_in_where_they_wanted_to_go() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let arrived = town.told(|_| {}).await.unwrap();
        assert_eq!(
            (arrived.issuer.as_str(), arrived.subject.as_str()),
            (town.hostile.address.as_str(), SUBJECT)
        );
        assert_eq!((arrived.name.as_deref(), arrived.return_to.as_str()), (Some(NAME), "/vandaag?dag=1"));
    })
    .await;
}

#[tokio::test]
async fn who_is_to_show_it_once_more_is_asked_and_when_that_was_is_told() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let usual = town.goes().await;
        assert!(!usual.asked.contains_key("prompt") && !usual.asked.contains_key("max_age"));
        let begun = town.providers.begin_anew(HERE, ReturnTo::front(), THEN).await.unwrap().unwrap();
        assert!(begun.to.contains("prompt=login") && begun.to.contains("max_age=0"), "{}", begun.to);
        let asked = seconds(THEN) - 3_600;
        let arrived = town.told(|claims| claims["auth_time"] = json!(asked)).await.unwrap();
        assert_eq!(arrived.asked_at, Some(Moment::from_micros(asked * 1_000_000)));
        // What is not told is not made up.
        assert_eq!(town.told(|_| {}).await.unwrap().asked_at, None);
    })
    .await;
}

#[tokio::test]
async fn a_word_signed_with_the_curve_most_used_is_as_good() {
    both(ALL, |db| async {
        let town = Town::new(db).await;
        let away = town.goes().await;
        let (public, word) = signed_es256(&town.right(&away));
        town.hostile.says("/keys", Reply::Json(200, json!({ "keys": [public] })));
        town.hostile.gives(&word);
        assert_eq!(town.comes_at(&away, later(61)).await.unwrap().subject, SUBJECT);
    })
    .await;
}

#[tokio::test]
async fn a_word_for_another_program_is_refused() {
    refused_when(Refused::ForAnother, |claims| claims["aud"] = json!("vergunningen")).await;
}

#[tokio::test]
async fn a_word_for_us_and_another_program_is_refused() {
    refused_when(Refused::ForAnother, |claims| claims["aud"] = json!(["samenspel", "vergunningen"])).await;
}

#[tokio::test]
async fn a_word_that_another_program_asked_for_is_refused() {
    refused_when(Refused::ForAnother, |claims| claims["azp"] = json!("vergunningen")).await;
}

#[tokio::test]
async fn a_word_of_another_provider_is_refused() {
    refused_when(Refused::OtherProvider, |claims| claims["iss"] = json!("https://elders.example")).await;
}

#[tokio::test]
async fn a_word_of_another_sign_in_is_refused() {
    refused_when(Refused::OtherSignIn, |claims| claims["nonce"] = json!("van-een-ander")).await;
}

#[tokio::test]
async fn a_word_of_no_sign_in_is_refused() {
    refused_when(Refused::OtherSignIn, |claims| {
        claims.as_object_mut().unwrap().remove("nonce");
    })
    .await;
}

#[tokio::test]
async fn a_word_without_a_signature_is_refused() {
    refused_given(Refused::NotGenuine, alg_none).await;
}

#[tokio::test]
async fn a_word_signed_with_the_public_key_as_if_it_were_a_secret_is_refused() {
    let key = Key::first().public();
    let as_text = key["x"].as_str().unwrap().as_bytes().to_vec();
    refused_given(Refused::NotGenuine, |claims| signed_hs256(claims, "een", &as_text)).await;
    let whole = key.to_string().into_bytes();
    refused_given(Refused::NotGenuine, |claims| signed_hs256(claims, "een", &whole)).await;
}

#[tokio::test]
async fn a_word_signed_with_our_shared_secret_is_refused() {
    refused_given(Refused::NotGenuine, |claims| signed_hs256(claims, "een", SECRET.as_bytes())).await;
}

#[tokio::test]
async fn a_word_signed_by_somebody_else_under_the_name_of_the_key_is_refused() {
    let forged = Key { kid: "een", ..Key::second() };
    refused_given(Refused::NotGenuine, |claims| forged.signs(claims)).await;
}

#[tokio::test]
async fn a_word_that_was_changed_after_signing_is_refused() {
    refused_given(Refused::NotGenuine, |claims| {
        let mut other = claims.clone();
        other["sub"] = json!("iemand-anders");
        let (right, changed) = (Key::first().signs(claims), Key::first().signs(&other));
        let signature = right.rsplit('.').next().unwrap();
        format!("{}.{signature}", changed.rsplit_once('.').unwrap().0)
    })
    .await;
}

#[tokio::test]
async fn a_word_that_has_ended_is_refused_and_a_minute_is_forgiven() {
    refused_when(Refused::LongPast, |claims| claims["exp"] = json!(seconds(later(0)) - 61)).await;
    both(ALL, |db| async {
        let town = Town::new(db).await;
        assert!(town.told(|claims| claims["exp"] = json!(seconds(later(0)) - 59)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_word_from_two_hours_ahead_says_that_a_clock_is_wrong_and_a_minute_is_forgiven() {
    refused_when(Refused::FromTheFuture, |claims| {
        claims["iat"] = json!(seconds(later(7_200)));
        claims["exp"] = json!(seconds(later(7_500)));
    })
    .await;
    assert_eq!(Refused::FromTheFuture.way(), Way::CheckClock);
    both(ALL, |db| async {
        let town = Town::new(db).await;
        assert!(town.told(|claims| claims["iat"] = json!(seconds(later(59)))).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_word_from_two_hours_ago_says_that_a_clock_may_be_wrong_also_when_it_has_not_ended() {
    refused_when(Refused::LongPast, |claims| claims["iat"] = json!(seconds(later(0)) - 7_200)).await;
    assert_eq!(Refused::LongPast.way(), Way::CheckClock);
}

#[tokio::test]
async fn a_word_that_does_not_count_yet_is_refused() {
    refused_when(Refused::FromTheFuture, |claims| claims["nbf"] = json!(seconds(later(3_600)))).await;
}

#[tokio::test]
async fn a_word_about_nobody_is_refused() {
    refused_when(Refused::NotUnderstood, |claims| {
        claims.as_object_mut().unwrap().remove("sub");
    })
    .await;
    refused_when(Refused::Nobody, |claims| claims["sub"] = json!("")).await;
    refused_when(Refused::Nobody, |claims| claims["sub"] = json!("x".repeat(256))).await;
}

#[tokio::test]
async fn who_signed_in_without_the_second_step_is_asked_for_it() {
    both(ALL, |db| async {
        let town = Town::with(db, |provider| provider.acr = acr("twee-stappen")).await;
        let away = town.goes().await;
        assert_eq!(away.asked["acr_values"], "twee-stappen");
        assert_eq!(town.told(|_| {}).await.unwrap_err(), Refused::TooWeak);
        let weak = town.told(|claims| claims["acr"] = json!("een-stap")).await.unwrap_err();
        assert_eq!((weak, weak.way()), (Refused::TooWeak, Way::SecondStep));
        assert!(town.told(|claims| claims["acr"] = json!("twee-stappen")).await.is_ok());
    })
    .await;
}
