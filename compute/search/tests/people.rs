//! Somebody asks, in their own words, and sees the right one first.
#![allow(clippy::unwrap_used, reason = "for tests only")]

use std::sync::Arc;

use proptest::prelude::*;
use search::{How, Index, Slot, Snapshot, Text};

const OFFERS: [Text<'static>; 6] = [
    Text {
        name: "Schuldhulpverlening",
        party: "Gemeente Oosterwaard",
        summary: "Een gesprek over uw geld, en een plan om eruit te komen.",
        does: "Met schuldeisers bellen\nEen regeling treffen",
        for_whom: "Voor wie er alleen niet uitkomt",
        call_for: "Geldzorgen",
        themes: "Schulden",
        keys: &["schulden"],
        languages: &[],
    },
    Text {
        name: "Samen brieven lezen",
        party: "Moedercentrum De Linde",
        summary: "Neem uw post mee. Wij lezen die samen.",
        does: "Uitleggen wat er in een brief staat",
        for_whom: "Voor iedereen uit De Boogerd",
        call_for: "Brieven en formulieren",
        themes: "Brieven en formulieren",
        keys: &["papieren"],
        languages: &[],
    },
    Text {
        name: "Koffie voor mantelzorgers",
        party: "Buurthuis Het Anker",
        summary: "Zorgt u voor iemand? Kom even zitten.",
        does: "Praten met anderen die zorgen",
        for_whom: "Voor mantelzorgers",
        call_for: "",
        themes: "Zorgen voor een ander",
        keys: &["mantelzorg"],
        languages: &[],
    },
    Text {
        name: "Fietsles voor vrouwen",
        party: "Wielen van de Wijk",
        summary: "Leer fietsen in het park.",
        does: "Oefenen op een leenfiets",
        for_whom: "Voor vrouwen",
        call_for: "",
        themes: "Bewegen",
        keys: &["bewegen"],
        languages: &[],
    },
    Text {
        name: "Spreekuur huur",
        party: "Huurdersvereniging",
        summary: "Hulp bij schulden aan de verhuurder.",
        does: "Meedenken bij een achterstand",
        for_whom: "Voor huurders",
        call_for: "",
        themes: "Wonen",
        keys: &["wonen"],
        languages: &[],
    },
    Text {
        name: "Wandelgroep",
        party: "Buurthuis Het Anker",
        summary: "Elke dinsdag een rondje.",
        does: "",
        for_whom: "",
        call_for: "",
        themes: "Bewegen",
        keys: &["bewegen"],
        languages: &[],
    },
];

fn index() -> (Index, Arc<Snapshot>) {
    let mut index = Index::new().unwrap();
    for (offer, slot) in OFFERS.iter().zip(0..) {
        index.put(Slot(slot), offer).unwrap();
    }
    let snapshot = index.commit().unwrap();
    (index, snapshot)
}

fn names(snapshot: &Snapshot, typed: &str) -> Vec<String> {
    let best = snapshot.find(typed).best(10);
    best.into_iter().map(|(slot, _)| snapshot.name(slot).unwrap().to_owned()).collect()
}

#[test]
fn one_thing_is_found_under_all_its_names() {
    let (_, snapshot) = index();
    for typed in [
        "schuldhulp",
        "schuldhulpverlening",
        "hulp bij schulden",
        "SCHULDEN",
        "ik heb schulden",
        "debts",
        "ديون",
        "borçlar",
        "długów",
        "борг",
    ] {
        let found = names(&snapshot, typed);
        assert_eq!(found.first().map(String::as_str), Some("Schuldhulpverlening"), "{typed}: {found:?}");
    }
    assert!(names(&snapshot, "schuldhulp").contains(&"Spreekuur huur".to_owned()));
}

#[test]
fn who_mistypes_is_understood_and_told() {
    let (_, snapshot) = index();
    let hits = snapshot.find("mantelsorg");
    assert_eq!(snapshot.name(hits.best(1)[0].0), Some("Koffie voor mantelzorgers"));
    assert!(hits.read_as.is_some_and(|read| read.starts_with("mantelzorg")));
    assert_eq!(names(&snapshot, "breiven lezen")[0], "Samen brieven lezen");
    assert_eq!(snapshot.find("brieven").read_as, None);
}

#[test]
fn a_word_that_is_not_finished_or_inside_a_long_one_is_found() {
    let (_, snapshot) = index();
    assert_eq!(names(&snapshot, "mantelz")[0], "Koffie voor mantelzorgers");
    assert_eq!(names(&snapshot, "fiets")[0], "Fietsles voor vrouwen");
    assert_eq!(names(&snapshot, "vrouwen die willen leren fietsen")[0], "Fietsles voor vrouwen");
}

#[test]
fn a_sentence_from_the_door_leads_to_who_can_help() {
    let (_, snapshot) = index();
    let found = names(&snapshot, "ik kan de huur niet betalen");
    assert!(found.iter().take(2).any(|name| name == "Spreekuur huur"), "{found:?}");
}

fn offers(offers: &[Text<'_>]) -> Arc<Snapshot> {
    let mut index = Index::new().unwrap();
    for (offer, slot) in offers.iter().zip(0..) {
        index.put(Slot(slot), offer).unwrap();
    }
    index.commit().unwrap()
}

#[test]
fn who_cannot_pay_the_rent_is_not_sent_to_who_mends_the_lift() {
    let snapshot = offers(&[
        Text {
            name: "Reparatie melden",
            summary: "Lekkage, verwarming of een kapotte lift.",
            for_whom: "Voor onze huurders",
            keys: &["wonen", "klussen"],
            ..Text::default()
        },
        Text {
            name: "Geldloket",
            summary: "Wij zetten uw schulden op een rij en treffen betalingsregelingen.",
            keys: &["schulden"],
            ..Text::default()
        },
    ]);
    assert_eq!(names(&snapshot, "ik kan de huur niet betalen")[0], "Geldloket");
    assert_eq!(names(&snapshot, "lekkage")[0], "Reparatie melden");
}

#[test]
fn who_looks_for_helpers_is_not_who_helps() {
    let snapshot = offers(&[
        Text { name: "Chauffeur worden", summary: "Een rit per maand is genoeg.", ..Text::default() },
        Text { name: "Een rit met een buur", summary: "Wij halen u op.", ..Text::default() },
    ]);
    assert_eq!(names(&snapshot, "wie kan mij naar het ziekenhuis rijden")[0], "Een rit met een buur");
    assert_eq!(names(&snapshot, "ik wil iets doen voor een ander")[0], "Chauffeur worden");
}

#[test]
fn an_offer_comes_forward_for_who_it_is_for_and_in_their_language() {
    let snapshot = offers(&[
        Text { name: "Praten bij somberheid", for_whom: "Voor ouderen", ..Text::default() },
        Text { name: "Praten bij somberheid, jong", for_whom: "Voor jongeren", ..Text::default() },
        Text { name: "Somberheid, praat erover", languages: &["nl", "tr"], ..Text::default() },
    ]);
    assert_eq!(names(&snapshot, "mijn oma is somber")[0], "Praten bij somberheid");
    assert_eq!(names(&snapshot, "een puber die somber is")[0], "Praten bij somberheid, jong");
    assert_eq!(names(&snapshot, "somber, liefst in het Turks")[0], "Somberheid, praat erover");
}

#[test]
fn what_is_not_there_says_so() {
    let (_, snapshot) = index();
    assert_eq!(snapshot.find("xyzzy").how, How::Nothing);
    assert_eq!(snapshot.find("brieven").how, How::All);
    assert_eq!(snapshot.find("brieven xyzzy").how, How::Nearest);
    assert_eq!(snapshot.find("").how, How::Nothing);
    assert!(search::asks_something("brieven") && !search::asks_something("ik wil de het"));
}

#[test]
fn a_snapshot_stays_while_the_index_goes_on() {
    let (mut index, before) = index();
    index.remove(Slot(1)).unwrap();
    index.put(Slot(3), &Text { name: "Brieven schrijven", ..Text::default() }).unwrap();
    let after = index.commit().unwrap();
    assert_eq!(names(&before, "brieven"), ["Samen brieven lezen"]);
    assert_eq!(names(&after, "brieven"), ["Brieven schrijven"]);
    assert_eq!((before.len(), after.len()), (6, 5));
    assert!(!names(&after, "fietsles").contains(&"Fietsles voor vrouwen".to_owned()));
}

#[test]
fn changed_bit_by_bit_or_made_at_once_the_answers_are_the_same() {
    let (_, at_once) = index();
    let mut index = Index::new().unwrap();
    for round in 0..4 {
        for (offer, slot) in OFFERS.iter().zip(0..) {
            let text = if round == 3 { *offer } else { OFFERS[(slot as usize + round) % 6] };
            index.put(Slot(slot), &text).unwrap();
            index.commit().unwrap();
        }
    }
    let bit_by_bit = index.commit().unwrap();
    for typed in ["schuldhulp", "brief", "fiets", "mantelsorg", "hulp", "iemand om mee te wandelen", "debt"] {
        assert_eq!(bit_by_bit.find(typed), at_once.find(typed), "{typed}");
    }
}

#[test]
fn who_is_typing_sees_what_there_is() {
    let (mut index, snapshot) = index();
    let suggested = |snapshot: &Snapshot, typed: &str| -> Vec<String> {
        snapshot.suggest(typed, 8).into_iter().map(|it| it.text).collect()
    };
    assert!(suggested(&snapshot, "hulp bij sch").contains(&"hulp bij schulden".to_owned()));
    assert!(suggested(&snapshot, "fie").contains(&"Fietsles voor vrouwen".to_owned()));
    assert_eq!(suggested(&snapshot, "samen bri"), ["Samen brieven lezen"]);
    assert!(suggested(&snapshot, "s").is_empty() && suggested(&snapshot, "").is_empty());
    assert!(suggested(&snapshot, "xyzzy").is_empty());
    index.remove(Slot(3)).unwrap();
    let after = index.commit().unwrap();
    assert!(!suggested(&after, "fie").iter().any(|text| text.contains("Fiets") || text == "fietsles"));
}

#[test]
fn bad_questions_are_words_like_others() {
    let (_, snapshot) = index();
    let long = "brief ".repeat(20_000);
    for typed in [
        long.as_str(),
        &"x".repeat(20_000),
        "brief\u{0}\u{1b}\n\r\t",
        "\u{202e}brief\u{202c}",
        "+brief -lezen \"brief\"~3^2 [a TO z] slot:0 AND (",
        "'; drop table directory_offer; -- brief",
        "brief* ?rief /brief.*/ {brief} \\",
    ] {
        assert_eq!(
            names(&snapshot, typed).first().map(String::as_str),
            (!typed.starts_with('x')).then_some("Samen brieven lezen"),
            "{}",
            &typed[..20]
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_there_is_an_answer(typed in "\\PC{0,60}|[a-z ]{0,80}|.{0,40}") {
        let (_, snapshot) = index();
        let hits = snapshot.find(&typed);
        prop_assert!(hits.places.iter().all(|(slot, score)| slot.0 < 6 && score.is_finite() && *score > 0.0));
        prop_assert_eq!(snapshot.find(&typed), hits);
    }
}
