//! Which test files are executed: those a crate leads to by its `mod` lines, or the browser's run by its imports.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::tree::FILES;

/// What `make browser-tests` starts.
const RUN: &str = "app/tests/browser/run.mjs";

/// Whether something that is run leads to this file.
pub(crate) fn is_reached(path: &str) -> bool {
    if path.ends_with(".mjs") { IMPORTED.contains(path) } else { is_compiled(path) }
}

/// The run and all it imports, directly or through another.
static IMPORTED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let (mut found, mut waiting) = (BTreeSet::from([RUN.to_owned()]), vec![RUN.to_owned()]);
    while let Some(path) = waiting.pop() {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for line in lines_of(&path) {
            let Some(name) = import(line) else { continue };
            let to = joined(folder, name);
            if found.insert(to.clone()) {
                waiting.push(to);
            }
        }
    }
    found
});

fn lines_of(path: &str) -> impl Iterator<Item = &'static str> + use<> {
    let file = FILES.iter().find(|file| file.path == path);
    file.map_or("", |file| file.text.as_str()).lines()
}

/// `import { a } from './b.mjs';`: the file beside it, not a package.
fn import(line: &str) -> Option<&str> {
    let line = line.strip_prefix("import ")?;
    let name = line.split('\'').nth(1)?;
    name.starts_with('.').then_some(name)
}

fn joined(folder: &str, name: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether Cargo compiles it: an entry, or a module that an entry names, directly or through another.
fn is_compiled(path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/') else { return false };
    if !path.ends_with(".rs") || lines_of(path).next().is_none() {
        return false;
    }
    if is_entry(folder, name) {
        return true;
    }
    let named = match name {
        "mod.rs" => folder.rsplit_once('/'),
        _ => Some((folder, name.trim_end_matches(".rs"))),
    };
    let Some((home, module)) = named else { return false };
    let parents = ["mod.rs", "lib.rs", "main.rs"].map(|parent| format!("{home}/{parent}"));
    parents
        .iter()
        .filter(|parent| *parent != path)
        .any(|parent| declares(parent, module) && is_compiled(parent))
}

/// The library, the program, or a test of its own: `tests/one.rs`, `tests/one/main.rs`.
fn is_entry(folder: &str, name: &str) -> bool {
    let is_crate = |folder: &str| FILES.iter().any(|file| file.path == format!("{folder}/Cargo.toml"));
    let of_crate = |folder: &str, below: &str| folder.strip_suffix(below).is_some_and(is_crate);
    let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
    matches!(name, "lib.rs" | "main.rs") && of_crate(folder, "/src")
        || of_crate(folder, "/tests")
        || name == "main.rs" && of_crate(above, "/tests")
}

fn declares(parent: &str, module: &str) -> bool {
    let named = format!("mod {module};");
    lines_of(parent).any(|line| {
        line.trim().strip_suffix(&named).is_some_and(|before| before.is_empty() || before.starts_with("pub"))
    })
}

#[test]
fn a_test_file_is_executed_when_a_crate_or_the_browsers_run_leads_to_it() {
    for path in [
        "app/tests/ledger.rs",
        "app/tests/journeys/people.rs",
        "app/tests/tidy/main.rs",
        "capabilities/people/src/lib.rs",
        "capabilities/people/src/session/tests.rs",
        "capabilities/audit/src/tests/tampering.rs",
        "ground/src/db/tests/mod.rs",
        RUN,
        "app/tests/browser/passkeys.mjs",
        // Through another, in another folder.
        "app/tests/browser/crawl/tests.mjs",
        "app/tests/browser/crawl/walk.mjs",
    ] {
        assert!(is_reached(path), "{path} is executed");
    }
    for path in [
        "app/tests/journeys/nobody.rs",
        "app/tests/browser/nobody.mjs",
        // A file that is there, and that Cargo or the run does not come to.
        "capabilities/provider/tests/oidc/provider.mjs",
        "compute/network/benches/measured/lines.rs",
        "docs/security.md",
    ] {
        assert!(!is_reached(path), "{path} is not executed");
    }
}

#[test]
fn an_import_is_followed_from_the_folder_it_stands_in() {
    assert_eq!(import("import { a, b as c } from '../d/e.mjs';"), Some("../d/e.mjs"));
    assert_eq!(import("import { join } from 'node:path';"), None);
    assert_eq!(import("// import { a } from './b.mjs';"), None);
    assert_eq!(joined("app/tests/browser/crawl", "../pages.mjs"), "app/tests/browser/pages.mjs");
    assert_eq!(joined("app/tests", "./a.mjs"), "app/tests/a.mjs");
}
