//! What every source file must have, and what none may hold.

use crate::no_complaints;
use crate::tree::{FILES, File, of_kind, root};

/// Beyond this a file is two stories.
const MOST_LINES: usize = 400;

/// Files that may be longer, up to how long, and why.
const LONGER: &[(&str, usize, &str)] = &[];

/// Split, so that this list does not find itself.
const UNFINISHED: [&str; 4] =
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("db", "g!("), concat!("todo", "!(")];

const ELSEWHERE: [(&str, &str); 9] = [
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("/tmp/", "plan"), "a path of one machine"),
    (concat!("registry.", "npmjs.org"), "the host of a registry"),
    (concat!("static.", "crates.io"), "the host of a registry"),
    (concat!("index.", "crates.io"), "the host of a registry"),
    (concat!("deb.", "debian.org"), "the host of a registry"),
    (concat!("pypi", ".org"), "the host of a registry"),
];

fn is_source(file: &File) -> bool {
    ["rs", "css", "js", "mjs", "sql"].iter().any(|ending| file.is(ending))
}

#[test]
fn every_rust_file_opens_with_one_line_that_says_what_it_is() {
    let mut complaints = Vec::new();
    for file in of_kind("rs") {
        let first = file.text.lines().next().unwrap_or_default();
        let said = first.strip_prefix("//! ").unwrap_or_default().trim();
        if said.len() < 10 || !said.ends_with(['.', '!', '?', ':', ')']) {
            complaints.push(format!("{} opens with {first:?}, not with a sentence after //!", file.path));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut complaints = Vec::new();
    for file in FILES.iter().filter(|file| is_source(file)) {
        let exception = LONGER.iter().find(|(path, _, _)| *path == file.path);
        let most = exception.map_or(MOST_LINES, |(_, most, _)| *most);
        let lines = file.text.lines().count();
        if lines > most {
            complaints.push(format!("{} has {lines} lines; {most} is the most", file.path));
        }
    }
    for (path, _, reason) in LONGER {
        assert!(!reason.is_empty(), "{path} is longer without a reason");
        if !FILES.iter().any(|file| file.path == *path && file.text.lines().count() > MOST_LINES) {
            complaints.push(format!("{path} no longer needs to be an exception"));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn nothing_unfinished_lands() {
    let mut complaints = Vec::new();
    for file in FILES.iter().filter(|file| is_source(file) || file.is("toml") || file.is("ftl")) {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(word) = UNFINISHED.iter().find(|word| line.contains(**word)) {
                complaints.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn nothing_names_one_machine_or_where_packages_come_from() {
    let mut complaints = Vec::new();
    for file in FILES.iter().filter(|file| !file.is_lock()) {
        for (number, line) in file.text.lines().enumerate() {
            for (text, what) in ELSEWHERE {
                if line.contains(text) {
                    complaints.push(format!("{}:{}: {text} is {what}", file.path, number + 1));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let mut complaints = Vec::new();
    let mut roots = 0;
    for file in
        of_kind("rs").filter(|file| file.path.ends_with("src/lib.rs") || file.path.ends_with("src/main.rs"))
    {
        roots += 1;
        // One crate denies it instead, so that one file of it can be excepted, and only that one: decision 21.
        let word = if file.path == "compute/scan/src/lib.rs" { "deny" } else { "forbid" };
        if !file.text.lines().any(|line| line.trim() == format!("#![{word}(unsafe_code)]")) {
            complaints.push(format!("{} does not forbid unsafe code", file.path));
        }
    }
    for file in of_kind("rs")
        .filter(|file| file.text.lines().any(|line| line.trim().starts_with("#![allow(unsafe_code")))
    {
        if file.path != "compute/scan/src/lanes/x86.rs" {
            complaints.push(format!("{} allows unsafe code", file.path));
        }
    }
    assert!(roots >= 6, "only {roots} crate roots were found below {}", root().display());
    no_complaints(&complaints);
}

#[test]
fn pages_carry_no_script_or_style_of_their_own() {
    let mut complaints = Vec::new();
    for file in
        of_kind("rs").filter(|file| !file.path.contains("/tests") && !file.path.starts_with("app/tests/"))
    {
        // Up to its own tests: those may hold what must be refused.
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.trim();
            let inline = [" style=", " onclick=", " onchange=", " onsubmit=", "PreEscaped(format!"];
            if let Some(found) = inline.iter().find(|found| line.contains(**found) && !line.starts_with("//"))
            {
                complaints.push(format!("{}:{}: {}", file.path, number + 1, found.trim()));
            }
        }
    }
    no_complaints(&complaints);
}
