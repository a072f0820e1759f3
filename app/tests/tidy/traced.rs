//! Where the matrix shows no line of a form, a journey does: a test that is executed, and that names what the line says was done.

use crate::named::{body_of, is_test};
use crate::no_complaints;
use crate::shown::{ELSEWHERE, NOTHING_HERE, Shown};

const JOURNEYS: &str = "app/tests/journeys/";

fn complaint(shown: &Shown) -> Option<String> {
    let Shown { method, path, why, action, shown_by } = shown;
    let wrong = if why.len() <= 20 {
        "gives no real reason".to_owned()
    } else if !shown_by.starts_with(JOURNEYS) || !is_test(shown_by) {
        format!("{shown_by} is no journey")
    } else {
        let action = (*action)?;
        if body_of(shown_by).contains(&format!("\"{action}\"")) {
            return None;
        }
        format!("{shown_by} does not look for a line of {action}")
    };
    Some(format!("{method} {path}: {wrong}"))
}

#[test]
fn each_form_whose_line_the_matrix_does_not_show_has_a_journey_that_looks_for_it() {
    let complaints: Vec<String> = NOTHING_HERE.iter().chain(&ELSEWHERE).filter_map(complaint).collect();
    no_complaints(&complaints);
}

#[test]
fn a_journey_that_is_not_there_and_one_that_looks_for_another_line_are_told_of() {
    let shown = |shown_by, action| Shown {
        method: "POST",
        path: "/ik/sleutel/weg",
        why: "nobody has a key that could be taken away",
        action: Some(action),
        shown_by,
    };
    let journey =
        "app/tests/journeys/passkeys.rs::a_key_that_is_taken_away_opens_nothing_and_ends_every_other_session";
    let (good, action) = (shown(journey, "passkey.remove"), "passkey.remove");
    assert_eq!(complaint(&good), None);
    assert_eq!(complaint(&Shown { action: None, ..good }), None);
    let told = |shown| complaint(&shown).unwrap_or_default();
    assert!(told(Shown { why: "no key", ..shown(journey, action) }).ends_with("gives no real reason"));
    for wrong in [
        "app/tests/journeys/passkeys.rs::a_key_that_is_taken_away",
        "app/tests/journeys/nobody.rs::selma",
        "app/tests/journeys/passkeys.rs",
        // A helper, and a test that is no journey.
        "app/tests/journeys/passkeys.rs::selma",
        "app/tests/tidy/named.rs::a_test_is_one_when_it_is_marked_and_its_file_is_executed",
    ] {
        let said = format!("POST /ik/sleutel/weg: {wrong} is no journey");
        assert_eq!(told(shown(wrong, action)), said);
    }
    for other in ["passkey.add", "passkey", "key.remove"] {
        let said = format!("POST /ik/sleutel/weg: {journey} does not look for a line of {other}");
        assert_eq!(told(shown(journey, other)), said);
    }
}
