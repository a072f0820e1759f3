//! Sentences as people write them: those that may stay, and those that tell who it is about.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test should fail loudly")]

use nameless::{Kind, found};

const YEAR: i16 = 2026;

fn kinds(text: &str) -> Vec<Kind> {
    found(text, YEAR).into_iter().map(|one| one.kind).collect()
}

#[test]
fn what_neighbours_ask_each_other_may_stay() {
    let harmless = include_str!("harmless.txt");
    let lines: Vec<&str> = harmless.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.len() >= 100);
    let wrong: Vec<String> = lines
        .iter()
        .filter(|line| !kinds(line).is_empty())
        .map(|line| format!("{line}: {:?}", found(line, YEAR)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_tells_who_it_is_about_is_found_where_it_stands() {
    let telling = include_str!("telling.txt");
    let mut count = 0;
    for line in telling.lines().filter(|line| !line.is_empty()) {
        let (kind, rest) = line.split_once(": ").unwrap();
        let (before, rest) = rest.split_once('⟦').unwrap();
        let (inside, after) = rest.split_once('⟧').unwrap();
        let text = format!("{before}{inside}{after}");
        let told = found(&text, YEAR);
        assert_eq!(told.len(), 1, "{line}: {told:?}");
        assert_eq!(format!("{:?}", told[0].kind), kind, "{line}");
        assert_eq!(&text[told[0].at.clone()], inside, "{line}");
        count += 1;
    }
    assert!(count >= 75);
}

#[test]
fn a_row_of_ones_that_the_eye_reads_as_a_number_is_found_whatever_hides_in_it() {
    for hidden in [
        "1\u{200b}2\u{200b}3456782",
        "\u{202e}123456782\u{202c}",
        "1\u{ad}23456782",
        "１２３４５６７８２",
        "١٢٣٤٥٦٧٨٢",
        "۱۲۳۴۵۶۷۸۲",
    ] {
        assert_eq!(kinds(hidden), [Kind::Bsn], "{hidden:?}");
    }
}

#[test]
fn two_things_in_one_text_are_both_found_in_order() {
    let told = found("bel 06-12345678 of mail zij@voorbeeld.nl, bsn 123456782", YEAR);
    assert_eq!(told.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::Phone, Kind::Email, Kind::Bsn]);
}

#[test]
fn a_date_in_this_year_or_later_is_an_appointment() {
    assert!(kinds("Kunt u op 3-12-2026 of 04/01/2027?").is_empty());
    assert_eq!(kinds("geboren 3-12-2025"), [Kind::BirthDate]);
    assert!(found("op 3-12-2025 om tien uur", 2025).is_empty());
}

#[test]
fn a_newborn_has_a_date_of_birth_in_this_year_and_whoever_is_invited_because_of_it_has_an_appointment() {
    assert_eq!(kinds("geboren 3-12-2026"), [Kind::BirthDate]);
    assert_eq!(found("op 3-12-2025 geboren", 2025).len(), 1);
    for appointment in [
        "De baby is geboren, kunt u op 3-12-2026 langskomen?",
        "Er is een baby geboren. Kraamvisite op 3-12-2026.",
        "Kan het op 3-12-2026? Geboren Hoornaars zijn welkom.",
        "Het is 21° op 3-12-2026",
    ] {
        assert!(kinds(appointment).is_empty(), "{appointment}");
    }
}

#[test]
fn a_row_of_dates_is_read_in_proportion_to_its_length() {
    // Each looks for a word beside it, and none looks through all of the others.
    assert_eq!(found(&"3-3-2026 ".repeat(20_000), YEAR), []);
}
