//! What holds for the policies as a whole; stories, failures and mutants have files of their own.

mod broken;
mod mutants;
mod mutate;
mod stories;

use std::collections::BTreeSet;

use crate::{Kind, Role, check, kinds_of, matrix, oracle, sentences};

#[test]
fn the_program_may_start_with_these_policies() {
    assert!(check().is_ok(), "{:?}", check());
}

#[test]
fn the_oracle_agrees_with_every_decision_there_is() {
    let matrix = matrix().unwrap();
    println!("{matrix}");
    assert!(matrix.agrees(), "{matrix}");
    assert_eq!(matrix.decisions, matrix.principals * matrix.actions * matrix.objects);
    assert_eq!(matrix.decisions, matrix.allowed + matrix.denied + matrix.broken);
    assert!(matrix.allowed > 1_000 && matrix.denied > 10_000, "{matrix}");
}

#[test]
fn a_reader_finds_each_policy_once_as_a_short_sentence() {
    let ids: BTreeSet<&str> = sentences().iter().map(|sentence| sentence.id.as_str()).collect();
    let texts: BTreeSet<&str> = sentences().iter().map(|sentence| sentence.text.as_str()).collect();
    assert!(ids.len() >= 20, "only {} policies were read", ids.len());
    assert_eq!((ids.len(), texts.len()), (sentences().len(), sentences().len()));
    for sentence in sentences() {
        let (id, text) = (&sentence.id, &sentence.text);
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{id} is not a plain word");
        assert!((20..=160).contains(&text.chars().count()), "{id} is too short or too long to read: {text}");
        assert!(text.starts_with(char::is_uppercase) && text.ends_with('.'), "{id} is no sentence: {text}");
    }
    assert!(sentences()[0].forbids, "what is never allowed is read first");
}

#[test]
fn somebody_who_writes_a_route_can_look_up_what_its_action_is_done_to() {
    for (action, kinds) in oracle::ACTIONS {
        let known: BTreeSet<Kind> = kinds_of(action).unwrap_or_default().iter().copied().collect();
        assert_eq!(known, kinds.iter().copied().collect(), "{action}");
    }
    assert_eq!(kinds_of("party.steal"), None);
}

#[test]
fn a_role_is_only_its_exact_word() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.word()), Some(role));
        assert_eq!(Role::parse(&role.word().to_uppercase()), None);
    }
    assert_eq!(Role::parse(""), None);
    let municipal: Vec<Role> = Role::ALL.into_iter().filter(|role| role.is_municipal()).collect();
    assert_eq!(municipal, [Role::Manager, Role::PrivacyOfficer]);
}
