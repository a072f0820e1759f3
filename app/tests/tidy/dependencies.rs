//! Dependencies point one way: the table in ARCHITECTURE.md is the order, and Cargo must agree with it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

use crate::no_complaints;
use crate::tree::{root, text_of};

/// What `cargo metadata` says, everything below included.
pub(crate) static METADATA: LazyLock<Value> = LazyLock::new(|| {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Only what this machine builds: libraries of other platforms were never fetched.
    let version = Command::new(&cargo).arg("-vV").output().expect("cargo runs").stdout;
    let version = String::from_utf8(version).expect("a text");
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host");
    let told = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", host])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(told.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&told.stderr));
    serde_json::from_slice(&told.stdout).expect("cargo metadata is JSON")
});

/// The packages of this workspace.
pub(crate) fn ours() -> impl Iterator<Item = &'static Value> {
    let members: BTreeSet<&str> =
        METADATA["workspace_members"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let packages = METADATA["packages"].as_array().unwrap();
    packages.iter().filter(move |package| members.contains(package["id"].as_str().unwrap_or_default()))
}

pub(crate) fn dependencies_of(package: &'static Value) -> impl Iterator<Item = &'static Value> {
    package["dependencies"].as_array().unwrap().iter()
}

/// `crate → crates it calls`, in the order of the table.
fn table() -> Vec<(String, BTreeSet<String>)> {
    let text = text_of("ARCHITECTURE.md");
    let after =
        text.split("<!-- dependencies -->").nth(1).expect("ARCHITECTURE.md marks its table of dependencies");
    after
        .lines()
        .skip_while(|line| !line.starts_with("|---"))
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let names =
                |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
            let name = names(cells[0]).into_iter().next().expect("a crate in each row");
            (name, names(cells[2]))
        })
        .collect()
}

#[test]
fn the_table_of_dependencies_is_what_cargo_knows() {
    let names: BTreeSet<&str> = ours().filter_map(|package| package["name"].as_str()).collect();
    let known: BTreeMap<String, BTreeSet<String>> = ours()
        .map(|package| {
            let calls = dependencies_of(package)
                .filter(|dependency| dependency["kind"].is_null())
                .filter_map(|dependency| dependency["name"].as_str())
                .filter(|name| names.contains(name))
                .map(str::to_owned)
                .collect();
            (package["name"].as_str().unwrap().to_owned(), calls)
        })
        .collect();
    let written: BTreeMap<String, BTreeSet<String>> = table().into_iter().collect();
    assert_eq!(written, known, "left is ARCHITECTURE.md, right is Cargo");
}

#[test]
fn every_crate_calls_only_crates_further_down() {
    let mut complaints = Vec::new();
    let rows = table();
    for (index, (name, calls)) in rows.iter().enumerate() {
        for called in calls {
            if !rows.iter().skip(index + 1).any(|(below, _)| below == called) {
                complaints.push(format!("{name} calls {called}, which does not stand below it"));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn ground_and_ui_know_no_capability() {
    let mut complaints = Vec::new();
    for package in ours().filter(|package| matches!(package["name"].as_str(), Some("ground" | "ui"))) {
        for dependency in dependencies_of(package).filter(|dependency| !dependency["path"].is_null()) {
            complaints.push(format!("{} depends on {}", package["name"], dependency["name"]));
        }
    }
    no_complaints(&complaints);
}
