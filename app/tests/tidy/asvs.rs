//! The map of ASVS 5.0 is whole, and each test it leans on is there and is executed.

use std::collections::{BTreeMap, BTreeSet};

use crate::named::is_test;
use crate::no_complaints;
use crate::tree::{root, text_of};

const MAP: &str = "docs/asvs.toml";

/// The numbers of the requirements; their words are not ours to keep here.
const NUMBERS: &str = include_str!("asvs-5.0.txt");

/// The list they were taken from is a reference beside the project, not a part of it.
const LIST: &str = "../shared/reference/asvs-5.0.csv";

/// Browsers do not call each other here: no chapter on that.
const NOT_OURS: &str = "V17.";

fn map() -> BTreeMap<String, toml::Table> {
    let table: toml::Table = text_of(MAP).parse().unwrap_or_else(|error| panic!("{MAP}: {error}"));
    let line = |(id, line): (String, toml::Value)| match line {
        toml::Value::Table(line) => (id, line),
        _ => panic!("{MAP}: {id} is no table"),
    };
    table.into_iter().map(line).collect()
}

#[test]
fn each_requirement_has_a_test_that_is_there_or_a_reason() {
    let map = map();
    let (mut complaints, mut counts) =
        (Vec::new(), BTreeMap::from([("test", 0), ("not", 0), ("not_yet", 0)]));
    let mut waiting = Vec::new();
    for (id, line) in &map {
        let said = |key: &str| line.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        if said("means").len() < 10 || !said("means").ends_with('.') {
            complaints.push(format!("{id} is not said in a sentence of our own"));
        }
        let kinds: Vec<&str> = line.keys().map(String::as_str).filter(|key| *key != "means").collect();
        let [kind] = kinds.as_slice() else {
            complaints.push(format!("{id} has {kinds:?}; one of test, not, not_yet"));
            continue;
        };
        let Some(count) = counts.get_mut(kind) else {
            complaints.push(format!("{id}: {kind} is none of test, not, not_yet"));
            continue;
        };
        *count += 1;
        if *kind == "not_yet" {
            waiting.push(format!("{id}: {}", said(kind)));
        }
        if *kind != "test" && said(kind).len() < 10 {
            complaints.push(format!("{id} gives no real reason"));
        }
        let tests = line.get("test").map(|tests| tests.as_array().cloned().unwrap_or_default());
        if tests.as_ref().is_some_and(Vec::is_empty) {
            complaints.push(format!("{id} names no test"));
        }
        let names = tests.iter().flatten().filter_map(toml::Value::as_str);
        complaints.extend(names.filter(|name| !is_test(name)).map(|name| format!("{id}: {name} is no test")));
    }
    println!("ASVS 5.0, levels 1 and 2: {counts:?}; not yet:\n  {}", waiting.join("\n  "));
    no_complaints(&complaints);
}

#[test]
fn every_requirement_of_the_first_two_levels_has_a_line() {
    let (wanted, map) = (numbers(), map());
    assert!(wanted.len() > 200, "only {} numbers of requirements were read", wanted.len());
    let mut complaints: Vec<String> =
        wanted.iter().filter(|id| !map.contains_key(**id)).map(|id| format!("{id} has no line")).collect();
    let strange = map.keys().filter(|id| !wanted.contains(id.as_str()));
    complaints.extend(strange.map(|id| format!("{id} is no requirement")));
    no_complaints(&complaints);
}

fn numbers() -> BTreeSet<&'static str> {
    NUMBERS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

#[test]
fn the_numbers_are_those_of_the_list_where_the_list_is_at_hand() {
    let Ok(list) = std::fs::read_to_string(root().join(LIST)) else {
        println!("{LIST} is not there, so the numbers were not held to it");
        return;
    };
    let listed: BTreeSet<String> = list.lines().skip(1).filter_map(wanted).collect();
    let numbers: BTreeSet<String> = numbers().into_iter().map(str::to_owned).collect();
    assert_eq!(numbers, listed, "left are the numbers here, right is {LIST}");
}

/// The number of a requirement of level 1 or 2: the fifth cell, and the last. Only the sixth holds commas or quotes.
fn wanted(line: &str) -> Option<String> {
    let (level, mut cells) = (line.rsplit(',').next()?, line.split(','));
    let id = cells.find(|cell| cell.starts_with('V') && cell.matches('.').count() == 2)?;
    (matches!(level, "1" | "2") && !id.starts_with(NOT_OURS)).then(|| id.to_owned())
}
