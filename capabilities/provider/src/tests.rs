//! The small things: paths of our own, what is set, what comes back, and that each reason has words.

use ui::Lang;
use ui::words::{Texts, loader};

use crate::{
    Acr, ClientId, Label, OwnAddress, Query, Refused, ReturnTo, Scope, Secret, StateCookie, WORDS, Way,
};

#[test]
fn each_reason_and_each_way_forward_has_a_sentence_in_each_language() {
    let texts = Texts { domain: "provider", files: WORDS };
    let keys = || Refused::ALL.map(Refused::key).into_iter().chain(Way::ALL.map(Way::key));
    for lang in Lang::ALL {
        let words = loader(&texts, lang);
        let sentences: Vec<String> = keys().map(|key| words.get(key)).collect();
        for (key, sentence) in keys().zip(&sentences) {
            assert!(words.has(key) && sentence.ends_with('.') && sentence.len() > 15, "{key}: {sentence}");
        }
        // No two reasons read the same, and another alphabet is not Dutch.
        let different: std::collections::BTreeSet<&String> = sentences.iter().collect();
        assert_eq!(different.len(), sentences.len());
        let holds = |from: char, to: char| sentences[0].chars().any(|c| (from..to).contains(&c));
        assert_eq!(lang == Lang::Ar, holds('\u{600}', '\u{700}'));
        assert_eq!(lang == Lang::Uk, holds('\u{400}', '\u{500}'));
    }
}

#[test]
fn each_reason_is_listed_once() {
    let different: std::collections::HashSet<Refused> = Refused::ALL.into_iter().collect();
    assert_eq!(different.len(), Refused::ALL.len());
}

#[test]
fn who_comes_back_goes_on_at_a_page_of_our_own_only() {
    for ours in ["/", "/vandaag", "/wie?thema=geld&bladzijde=2", "/a//b", "/%2F%2Felders"] {
        assert_eq!(ReturnTo::parse(ours).unwrap().as_str(), ours);
    }
    for other in [
        "",
        "vandaag",
        "//elders.example",
        "/\\elders.example",
        "\\/elders",
        "https://elders.example",
        "javascript:alert(1)",
        "/\t/elders",
        "/a\r\nSet-Cookie: x=y",
        "/\u{202e}",
        " /",
    ] {
        assert_eq!(ReturnTo::parse(other), None, "{other:?}");
    }
    assert_eq!(ReturnTo::parse(&format!("/{}", "a".repeat(1_000))), None);
}

#[test]
fn what_is_no_answer_of_a_provider_is_refused_at_the_door() {
    let state = "0123456789abcdef".repeat(4);
    assert!(Query::parse(&format!("code=x&state={state}&session_state=elders")).is_ok());
    for wrong in [
        String::new(),
        format!("state={state}"),
        "code=x".to_owned(),
        "code=x&state=kort".to_owned(),
        format!("code=&state={state}"),
        format!("code=x&code=y&state={state}"),
        format!("code=x&state={state}&state={state}"),
        format!("code=x&error=access_denied&state={state}"),
        format!("code=x&iss=a&iss=b&state={state}"),
        format!("code={}&state={state}", "x".repeat(20_000)),
        format!("code=x&state={}", "%FF".repeat(64)),
    ] {
        assert_eq!(Query::parse(&wrong).unwrap_err(), Refused::Incomplete, "{wrong:.80}");
    }
}

#[test]
fn a_browser_sends_the_cookie_along_when_it_comes_back_and_no_page_can_read_it() {
    let cookie = StateCookie::parse(&"0f".repeat(32)).unwrap();
    let set = cookie.set(true);
    let value = "0f".repeat(32);
    assert_eq!(set, format!("__Host-aanmelden={value}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"));
    assert!(StateCookie::forget(false).starts_with("aanmelden=; Path=/; Max-Age=0;"));
    assert_eq!(format!("{cookie:?}"), "StateCookie(…)");
}

#[test]
fn what_does_not_fit_in_the_settings_is_told_in_a_sentence() {
    for (refused, words) in [
        (Label::parse(" ").unwrap_err(), "must be a name"),
        (Label::parse(&"n".repeat(61)).unwrap_err(), "must be a name"),
        (ClientId::parse("met spatie").unwrap_err(), "without spaces"),
        (Secret::parse("\nop de tweede regel").unwrap_err(), "on its first line"),
        (Acr::parse("twee woorden").unwrap_err(), "without spaces"),
        (Scope::parse("").unwrap_err(), "without spaces"),
        (Scope::parse("offline_access").unwrap_err(), "only signs people in"),
        (OwnAddress::parse("https://a.example/pad").unwrap_err(), "without a path"),
        (OwnAddress::parse("a.example").unwrap_err(), "without a path"),
    ] {
        assert!(refused.starts_with("must ") && refused.contains(words), "{refused}");
    }
    assert_eq!(OwnAddress::parse("https://A.example/").unwrap().as_str(), "https://a.example");
    assert_eq!(Secret::parse("geheim\n").unwrap().as_str(), "geheim");
    assert_eq!(format!("{:?}", Secret::parse("geheim").unwrap()), "Secret(…)");
}
