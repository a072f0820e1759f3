//! What somebody may type who asks to be on the map, and what becomes of it.

use super::*;
use crate::party::Serves;

const NOW: Moment = Moment::fixed(1_764_079_200_000_000);

fn typed(changed: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in [
        ("name", "Breiclub Zwaluw"),
        ("sphere", "informal"),
        ("summary", "Wij breien samen op donderdag."),
        ("reach", "breiclub@oosterwaard.voorbeeld"),
    ] {
        let other = changed.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        fields.push(name, other.unwrap_or(value));
    }
    fields
}

fn faults(changed: &[(&str, &str)]) -> Faults {
    read(&typed(changed), NOW).unwrap_err()
}

#[test]
fn a_candidate_becomes_the_party_it_would_have_been_at_the_desk() {
    let party = read(&typed(&[]), NOW).unwrap().party(NOW).unwrap();
    assert_eq!((party.name.as_str(), party.sphere), ("Breiclub Zwaluw", Sphere::Informal));
    assert_eq!(party.summary.as_str(), "Wij breien samen op donderdag.");
    assert_eq!(
        (party.role.email.as_str(), party.role.phone.as_str()),
        ("breiclub@oosterwaard.voorbeeld", "")
    );
    assert_eq!((party.serves, party.confirmed), (Serves::Areas(Vec::new()), None));
    let called = read(&typed(&[("reach", "088 000 01 77")]), NOW).unwrap().party(NOW).unwrap();
    assert_eq!((called.role.email.as_str(), called.role.phone.as_str()), ("", "088 000 01 77"));
}

#[test]
fn each_field_says_itself_what_does_not_fit() {
    let long = "x".repeat(401);
    let tells = |text: &str| Fault::Tells(text.to_owned());
    for (field, value, fault) in [
        ("name", " ", Fault::Unfit(Unfit::Empty)),
        ("sphere", "", Fault::NoChoice),
        ("summary", "", Fault::Unfit(Unfit::Empty)),
        ("summary", long.as_str(), Fault::Unfit(Unfit::TooLong { got: 401, max: 400 })),
        ("summary", "Bel mevrouw op 06-12 34 56 78.", tells("06-12 34 56 78")),
        ("reach", "", Fault::Unfit(Unfit::Empty)),
        ("reach", "bij de bakker", Fault::NoReach),
        ("reach", "Dorpsstraat 12, 06-12345678", Fault::NoReach),
        ("reach", "a@b.nl of c@d.nl", Fault::NoReach),
    ] {
        assert_eq!(faults(&[(field, value)]), [(field, fault)], "{field}: {value}");
    }
}

#[test]
fn the_same_words_are_the_same_and_others_are_not() {
    let same = |changed: &[(&str, &str)]| read(&typed(changed), NOW).unwrap().same();
    assert_eq!(same(&[]), same(&[("name", "  Breiclub   Zwaluw ")]));
    for changed in
        [("name", "Breiclub"), ("sphere", "formal"), ("summary", "Iets anders."), ("reach", "14020")]
    {
        assert_ne!(same(&[]), same(&[changed]), "{changed:?}");
    }
}
