//! Who comes back: late, twice, in another browser, at another server, from another provider, or having stopped.

use std::time::Duration;

use ground::db::testing::{THEN, both};
use ground::id::Municipality;
use migrations::ALL;
use provider::{KEPT, PATIENCE, Providers, Query, Refused, StateCookie, Way, sweep};
use serde_json::json;

use crate::server::Key;
use crate::town::{Away, HERE, LIMITS, SUBJECT, Town, settings};

/// Somebody who is away, with a good word waiting.
async fn away_with_a_word(town: &Town) -> Away {
    let away = town.goes().await;
    town.hostile.gives(&Key::first().signs(&town.right(&away)));
    away
}

#[tokio::test]
async fn who_comes_back_within_ten_minutes_is_in_time_and_after_that_begins_again() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let away = away_with_a_word(&town).await;
        let just = THEN.plus(PATIENCE - Duration::from_micros(1));
        assert!(town.comes_at(&away, just).await.is_ok());
        let away = away_with_a_word(&town).await;
        let late = town.comes_at(&away, THEN.plus(PATIENCE)).await.unwrap_err();
        assert_eq!((late, late.way()), (Refused::TookTooLong, Way::Again));
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_was_set_back_makes_no_sign_in_last_longer() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let away = away_with_a_word(&town).await;
        let before = THEN.minus(Duration::from_secs(3_600));
        assert_eq!(town.comes_at(&away, before).await.unwrap_err(), Refused::TookTooLong);
        // Another server's clock may be a few seconds behind.
        let away = away_with_a_word(&town).await;
        assert!(town.comes_at(&away, THEN.minus(Duration::from_secs(5))).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_counts_once_also_when_the_first_time_failed() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let away = away_with_a_word(&town).await;
        assert!(town.comes(&away).await.is_ok());
        assert_eq!(town.comes(&away).await.unwrap_err(), Refused::UsedAlready);
        let away = town.goes().await;
        town.hostile.gives("geen.woord.hier");
        assert_eq!(town.comes(&away).await.unwrap_err(), Refused::NotUnderstood);
        assert_eq!(town.comes(&away).await.unwrap_err(), Refused::UsedAlready);
        assert_eq!(town.hostile.asked("/token").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn of_eight_that_come_back_at_two_servers_at_once_one_comes_in() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let away = away_with_a_word(&town).await;
        let other = town.second_server(LIMITS);
        let query = away.query("");
        let at = |server: &'static str| {
            let server = if server == "one" { &town.providers } else { &other };
            server.arrive(HERE, &query, Some(&away.cookie), THEN)
        };
        let came = tokio::join!(
            at("one"),
            at("two"),
            at("one"),
            at("two"),
            at("one"),
            at("two"),
            at("one"),
            at("two")
        );
        let came = [came.0, came.1, came.2, came.3, came.4, came.5, came.6, came.7];
        let came = came.map(|outcome| outcome.unwrap().map(|arrived| arrived.subject));
        assert_eq!(came.iter().filter(|outcome| outcome.as_deref() == Ok(SUBJECT)).count(), 1);
        assert_eq!(came.iter().filter(|outcome| **outcome == Err(Refused::UsedAlready)).count(), 7);
        assert_eq!(town.hostile.asked("/token").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn who_began_at_one_server_comes_in_at_the_other() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let away = away_with_a_word(&town).await;
        let other = town.second_server(LIMITS);
        let came = other.arrive(HERE, &away.query(""), Some(&away.cookie), THEN).await.unwrap();
        assert_eq!(came.unwrap().subject, SUBJECT);
    })
    .await;
}

#[tokio::test]
async fn another_browser_is_refused_and_the_own_one_still_comes_in() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let (other, away) = (town.goes().await, away_with_a_word(&town).await);
        for cookie in [None, Some(&other.cookie)] {
            let came = town.providers.arrive(HERE, &away.query(""), cookie, THEN).await.unwrap();
            assert_eq!(came.unwrap_err(), Refused::OtherBrowser);
        }
        assert!(town.hostile.asked("/token").is_empty(), "the code went to the provider");
        assert_eq!(town.comes(&away).await.unwrap().subject, SUBJECT);
    })
    .await;
}

#[tokio::test]
async fn a_code_of_somebody_else_does_not_fit_ones_own_sign_in() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let (theirs, mine) = (town.goes().await, town.goes().await);
        // Whatever the provider makes of the code: the word is about their sign-in.
        town.hostile.gives(&Key::first().signs(&town.right(&theirs)));
        assert_eq!(town.comes(&mine).await.unwrap_err(), Refused::OtherSignIn);
        assert_ne!(theirs.asked["code_challenge"], mine.asked["code_challenge"]);
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_of_another_municipality_is_not_known_here() {
    both(ALL, |db| async move {
        let town = Town::new(db.clone()).await;
        let next_door = Municipality(9902);
        let both_here = [settings(&town.hostile.address), {
            let mut other = settings(&town.hostile.address);
            other.municipality = next_door;
            other
        }];
        let providers = Providers::new(db, both_here, LIMITS).unwrap();
        let away = away_with_a_word(&town).await;
        let came = providers.arrive(next_door, &away.query(""), Some(&away.cookie), THEN).await.unwrap();
        assert_eq!(came.unwrap_err(), Refused::Unknown);
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_a_mixed_up_provider_is_refused_before_the_code_goes_anywhere() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let refused = async |more: &str| {
            let away = away_with_a_word(&town).await;
            let came =
                town.providers.arrive(HERE, &away.query(more), Some(&away.cookie), THEN).await.unwrap();
            assert_eq!(came.unwrap_err(), Refused::OtherProvider, "{more}");
        };
        refused("&iss=https%3A%2F%2Felders.example").await;
        assert!(town.hostile.asked("/token").is_empty(), "the code went to the provider");
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_promises_to_say_who_it_is_must_say_so() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        town.hostile.describes("authorization_response_iss_parameter_supported", json!(true));
        let away = away_with_a_word(&town).await;
        assert_eq!(town.comes(&away).await.unwrap_err(), Refused::OtherProvider);
        let away = away_with_a_word(&town).await;
        let query = away.query(&format!("&iss={}", town.hostile.address));
        assert!(town.providers.arrive(HERE, &query, Some(&away.cookie), THEN).await.unwrap().is_ok());
    })
    .await;
}

#[tokio::test]
async fn settings_that_changed_while_somebody_was_away_send_them_back_to_begin() {
    both(ALL, |db| async move {
        let (before, after) = (Town::new(db.clone()).await, Town::new(db).await);
        let away = before.goes().await;
        assert_eq!(after.comes(&away).await.unwrap_err(), Refused::OtherProvider);
    })
    .await;
}

#[tokio::test]
async fn who_stopped_at_the_provider_is_told_that_nothing_happened() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        for (error, reason) in [
            ("access_denied", Refused::Cancelled),
            ("temporarily_unavailable", Refused::Unreachable),
            ("interaction_required", Refused::NotFinished),
            ("unmet_authentication_requirements", Refused::TooWeak),
            ("invalid_scope", Refused::NotRegistered),
            ("een-eigen-fout", Refused::NotRegistered),
        ] {
            let away = town.goes().await;
            let text = format!("error={error}&error_description=%3Cb%3E&state={}", away.asked["state"]);
            let query = Query::parse(&text).unwrap();
            let came = town.providers.arrive(HERE, &query, Some(&away.cookie), THEN).await.unwrap();
            assert_eq!(came.unwrap_err(), reason, "{error}");
            assert_eq!(town.comes(&away).await.unwrap_err(), Refused::UsedAlready);
        }
    })
    .await;
}

#[tokio::test]
async fn a_made_up_sign_in_is_not_known_and_a_cookie_of_another_kind_is_none() {
    both(ALL, |db| async move {
        let town = Town::new(db).await;
        let away = town.goes().await;
        let query = Query::parse(&format!("code=x&state={}", "ab".repeat(32))).unwrap();
        let came = town.providers.arrive(HERE, &query, Some(&away.cookie), THEN).await.unwrap();
        assert_eq!(came.unwrap_err(), Refused::Unknown);
        for odd in ["", "x", &"AB".repeat(32), &"é".repeat(32)] {
            assert!(StateCookie::parse(odd).is_none(), "{odd}");
        }
    })
    .await;
}

#[tokio::test]
async fn after_an_hour_nothing_is_left_of_a_sign_in_in_its_own_municipality_only() {
    both(ALL, |db| async move {
        let town = Town::new(db.clone()).await;
        let away = away_with_a_word(&town).await;
        assert!(town.comes(&away).await.is_ok());
        town.goes().await;
        let an_hour_on = THEN.plus(KEPT);
        assert_eq!(sweep(&db, HERE, an_hour_on).await.unwrap(), 0);
        let after = an_hour_on.plus(Duration::from_micros(1));
        assert_eq!(sweep(&db, Municipality(9902), after).await.unwrap(), 0);
        assert_eq!(sweep(&db, HERE, after).await.unwrap(), 2);
        assert_eq!(town.comes_at(&away, after).await.unwrap_err(), Refused::Unknown);
    })
    .await;
}
