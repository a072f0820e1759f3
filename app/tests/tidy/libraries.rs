//! Every library has a line with its licence and its reason; what comes along with it has a licence we may pass on.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::dependencies::{METADATA, dependencies_of, ours};
use crate::no_complaints;
use crate::tree::{FILES, text_of};

const LIST: &str = "docs/decisions/0002-libraries.md";

/// Licences that may be passed on inside one EUPL-1.2 binary.
const PASSABLE: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

struct Reason {
    licence: String,
    why: String,
}

fn reasons() -> BTreeMap<String, Reason> {
    let rows = text_of(LIST).lines().filter(|line| line.starts_with("| `"));
    let read = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [name, licence, why] = cells.as_slice() else { panic!("{LIST}: three cells, not: {line}") };
        (name.trim_matches('`').to_owned(), Reason { licence: (*licence).to_owned(), why: (*why).to_owned() })
    };
    rows.map(read).collect()
}

/// What the crates of this workspace and the packages for font and browser ask for by name.
fn asked_for() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for package in ours() {
        let outside = dependencies_of(package).filter(|dependency| dependency["path"].is_null());
        found.extend(outside.filter_map(|dependency| dependency["name"].as_str()).map(str::to_owned));
    }
    for file in FILES.iter().filter(|file| file.name() == "package.json") {
        let json: Value =
            serde_json::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        for kind in ["dependencies", "devDependencies"] {
            found.extend(json[kind].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        }
    }
    found
}

#[test]
fn every_library_stands_in_the_list_with_its_reason() {
    let (reasons, asked) = (reasons(), asked_for());
    let mut complaints = Vec::new();
    for name in &asked {
        match reasons.get(name) {
            None => complaints.push(format!("{name} has no line in {LIST}")),
            Some(reason) if reason.why.len() < 15 => {
                complaints.push(format!("{name} has no real reason in {LIST}"))
            }
            Some(_) => {}
        }
    }
    for name in reasons.keys().filter(|name| !asked.contains(*name)) {
        complaints.push(format!("{name} stands in {LIST} and nothing asks for it"));
    }
    no_complaints(&complaints);
}

#[test]
fn the_licence_in_the_list_is_the_one_the_library_has() {
    let mut has: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in METADATA["packages"].as_array().unwrap() {
        let (Some(name), Some(licence)) = (package["name"].as_str(), package["license"].as_str()) else {
            continue;
        };
        has.entry(name).or_default().insert(licence.replace('/', " OR "));
    }
    let mut complaints = Vec::new();
    for (name, reason) in reasons() {
        // Two versions may come along; one of them is the one we ask for. Packages of npm are not in this list.
        if has.get(name.as_str()).is_some_and(|licences| !licences.contains(&reason.licence)) {
            complaints.push(format!("{name} is {:?}; the list says {}", has[name.as_str()], reason.licence));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn everything_that_comes_along_may_be_passed_on() {
    let own: BTreeSet<&str> = ours().filter_map(|package| package["name"].as_str()).collect();
    let mut complaints = Vec::new();
    for package in METADATA["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !own.contains(name) && !may_be_passed_on(licence) {
            complaints.push(format!("{name} is {licence:?}"));
        }
    }
    no_complaints(&complaints);
}

/// `A OR B` needs one of them, `A AND B` both; an exception (`WITH`) only allows more.
fn may_be_passed_on(licence: &str) -> bool {
    let plain = licence.replace(['(', ')'], " ").replace('/', " OR ");
    let one = |name: &str| PASSABLE.contains(&name.split(" WITH ").next().unwrap_or_default().trim());
    plain.split(" AND ").all(|part| part.split(" OR ").any(one))
}
