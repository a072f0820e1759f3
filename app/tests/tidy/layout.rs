//! Where things are and what they are called.

use std::collections::BTreeSet;

use crate::no_complaints;
use crate::tree::{FILES, of_kind, root};

/// Names that say nothing about what people can do.
const EMPTY_NAMES: [&str; 11] = [
    "util", "utils", "helper", "helpers", "service", "services", "model", "models", "common", "misc",
    "manager",
];

#[test]
fn no_file_or_folder_has_a_name_that_says_nothing() {
    let mut complaints = Vec::new();
    for file in FILES.iter() {
        for part in file.path.split('/') {
            let stem = part.split('.').next().unwrap_or_default();
            if EMPTY_NAMES.contains(&stem) {
                complaints.push(format!("{}: “{part}” says nothing about what people can do", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn a_module_with_parts_is_a_folder_with_mod_rs() {
    let folders: BTreeSet<&str> = FILES.iter().map(|file| file.folder()).collect();
    let mut complaints = Vec::new();
    for file in of_kind("rs") {
        let beside = file.path.trim_end_matches(".rs");
        if folders.iter().any(|folder| *folder == beside || folder.starts_with(&format!("{beside}/"))) {
            complaints.push(format!(
                "{} stands beside a folder of the same name; make it {beside}/mod.rs",
                file.path
            ));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn the_papers_of_the_house_are_there() {
    let wanted = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "GLOSSARY.md",
        "LICENSE",
        "publiccode.yml",
        "Makefile",
        "Cargo.lock",
        ".ci/run",
    ];
    let mut complaints: Vec<String> = wanted
        .iter()
        .filter(|name| !root().join(name).is_file())
        .map(|name| format!("{name} is missing"))
        .collect();
    for folder in std::fs::read_dir(root().join("capabilities")).unwrap().flatten() {
        for paper in ["README.md", "Cargo.toml", "ledger.toml", "src/lib.rs"] {
            if !folder.path().join(paper).is_file() {
                complaints.push(format!("{}: no {paper}", folder.path().display()));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn the_readme_of_a_capability_has_its_five_parts() {
    let mut complaints = Vec::new();
    for file in
        of_kind("md").filter(|file| file.path.starts_with("capabilities/") && file.name() == "README.md")
    {
        for part in ["Promise", "Words", "Tables", "Who may", "How long kept"] {
            if !file.text.contains(&format!("\n## {part}\n")) {
                complaints.push(format!("{}: no part “{part}”", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn migrations_are_numbered_without_gaps_and_each_file_is_listed() {
    let mut complaints = Vec::new();
    for (index, migration) in migrations::ALL.iter().enumerate() {
        let number = index + 1;
        if usize::try_from(migration.number) != Ok(number) {
            complaints.push(format!("{} has number {}, not {number}", migration.name, migration.number));
        }
        if !migration.name.starts_with(&format!("{number:04}_")) {
            complaints.push(format!("{} does not begin with {number:04}_", migration.name));
        }
    }
    let listed: BTreeSet<&str> = migrations::ALL.iter().map(|migration| migration.name).collect();
    for folder in ["migrations", "migrations/samples"] {
        let here: BTreeSet<&str> = of_kind("sql")
            .filter(|file| file.folder() == folder)
            .filter_map(|file| file.name().strip_suffix(".sql"))
            .collect();
        complaints.extend(
            here.difference(&listed).map(|name| format!("{folder}/{name}.sql belongs to no migration")),
        );
        complaints.extend(listed.difference(&here).map(|name| format!("{folder}/{name}.sql is missing")));
    }
    no_complaints(&complaints);
}
