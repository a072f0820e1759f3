//! Libraries that others may take on their own: what a registry asks for is there, and nothing leads out of the package.

use std::process::Command;

use crate::dependencies::{dependencies_of, ours};
use crate::no_complaints;
use crate::tree::{root, text_of};

/// All else is published by nobody.
const ALONE: [&str; 2] = ["network", "scan"];

#[test]
fn a_library_on_its_own_has_what_a_registry_asks_for() {
    let mut complaints = Vec::new();
    for package in ours() {
        let name = package["name"].as_str().unwrap();
        // Nothing said is anywhere; an empty list is nowhere.
        if package["publish"].is_null() != ALONE.contains(&name) {
            complaints.push(format!("{name}: whether it may be published is not what this list says"));
        }
        if !ALONE.contains(&name) {
            continue;
        }
        for field in ["description", "license", "readme", "repository"] {
            if package[field].as_str().is_none_or(str::is_empty) {
                complaints.push(format!("{name} has no {field}"));
            }
        }
        let repository = package["repository"].as_str().unwrap_or_default();
        if !text_of("publiccode.yml").contains(&format!("url: \"{repository}\"")) {
            complaints.push(format!("{name} has another repository than publiccode.yml"));
        }
        for dependency in dependencies_of(package).filter(|dependency| !dependency["path"].is_null()) {
            complaints.push(format!("{name} needs {}, which is in no registry", dependency["name"]));
        }
        let readme = text_of(&format!("compute/{name}/README.md"));
        for outside in ["](..", "](/", "docs/"].iter().filter(|outside| readme.contains(**outside)) {
            complaints.push(format!("the README of {name} leads out of its package: {outside}"));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn cargo_packs_a_library_on_its_own() {
    for name in ALONE {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let packed = Command::new(cargo)
            .args(["package", "--list", "--allow-dirty", "--offline", "--locked", "--package", name])
            .current_dir(root())
            .output()
            .expect("cargo runs");
        assert!(packed.status.success(), "{name}: {}", String::from_utf8_lossy(&packed.stderr));
        let list = String::from_utf8_lossy(&packed.stdout);
        for file in ["Cargo.toml", "README.md", "src/lib.rs"] {
            assert!(list.lines().any(|line| line == file), "{name} is packed without {file}");
        }
    }
}
