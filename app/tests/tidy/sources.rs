//! What every source file must have, and what none may hold.

use crate::no_complaints;
use crate::tree::{FILES, File, of_kind, root, text_of};

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

/// Crates that deny unsafe code instead, so that files of them can be excepted.
const DENIES: [&str; 1] = ["compute/scan"];

/// The files that are excepted, and why there are no others: decision 21.
const UNSAFE: [&str; 1] = ["compute/scan/src/lanes/x86.rs"];

/// Split, so that this file does not find itself.
const WORD: &str = concat!("uns", "afe");

/// Where a word stands by itself in Rust, without what follows `//` in a line.
fn places_of<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word)
        .map(move |(at, _)| (&code[..at], &code[at + word.len()..]))
        .filter(move |(before, after)| !before.ends_with(part) && !after.starts_with(part))
}

/// What of a file is unsafe: blocks, functions, implementations, and attributes that let them be, over however many lines.
fn unsafe_in(text: &str) -> Vec<String> {
    let without = |line: &str| format!("{}\n", line.split("//").next().unwrap_or_default());
    let code: String = text.lines().map(without).collect();
    let begins = ["{", "(", "fn ", "impl", "trait ", "extern "];
    let blocks = places_of(&code, WORD)
        .filter(|(_, after)| begins.iter().any(|begin| after.trim_start().starts_with(begin)))
        .map(|(before, after)| (before, format!("{WORD} {}", after.trim_start())));
    let lint = format!("{WORD}_code");
    let attributes = places_of(&code, &lint).filter_map(|(before, _)| {
        let from = before.rfind("#[").max(before.rfind("#!["))?;
        let attribute = &before[from..];
        let levels = ["allow(", "expect(", "warn("];
        levels.iter().any(|level| attribute.contains(level)).then(|| (&before[..from], attribute.to_owned()))
    });
    let said = |(before, what): (&str, String)| {
        let first = what.lines().next().unwrap_or_default().to_owned();
        format!("{}: {first}", before.lines().count().max(1))
    };
    blocks.chain(attributes).map(said).collect()
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let mut complaints = Vec::new();
    let mut roots = 0;
    let denies = |file: &File| DENIES.iter().any(|path| file.path.starts_with(&format!("{path}/")));
    for file in
        of_kind("rs").filter(|file| file.path.ends_with("src/lib.rs") || file.path.ends_with("src/main.rs"))
    {
        roots += 1;
        let word = if denies(file) { "deny" } else { "forbid" };
        if !file.text.lines().any(|line| line.trim() == format!("#![{word}({WORD}_code)]")) {
            complaints.push(format!("{} does not forbid unsafe code", file.path));
        }
    }
    for file in of_kind("toml").filter(|file| file.name() == "Cargo.toml") {
        let word = if denies(file) { "deny" } else { "forbid" };
        let lint = format!("{WORD}_code");
        let others = file.text.lines().filter(|line| line.trim_start().starts_with(&lint));
        let others = others.filter(|line| line.trim() != format!("{lint} = \"{word}\""));
        complaints.extend(others.map(|line| format!("{}: {line}", file.path)));
    }
    assert!(roots >= 6, "only {roots} crate roots were found below {}", root().display());
    no_complaints(&complaints);
}

#[test]
fn nothing_is_unsafe_but_the_files_that_are_excepted() {
    let mut complaints = Vec::new();
    for file in of_kind("rs").filter(|file| !UNSAFE.contains(&&*file.path)) {
        complaints.extend(unsafe_in(&file.text).iter().map(|what| format!("{}:{what}", file.path)));
    }
    for path in UNSAFE {
        // What is not found in a file that has it would not be found in another.
        let found = unsafe_in(text_of(path));
        for what in [format!(": {WORD} {{"), ": #![allow(".to_owned()] {
            if !found.iter().any(|said| said.contains(&what)) {
                complaints.push(format!("{path} is excepted and has no {what:?}"));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn unsafe_code_is_found_however_it_is_written() {
    let of = |text: &str| unsafe_in(&text.replace("UNSAFE", WORD));
    for text in [
        "let x = UNSAFE { y };",
        "let x = UNSAFE\n{\n    y\n};",
        "pub UNSAFE fn x() {}",
        "UNSAFE impl Send for X {}",
        "UNSAFE impl<T> Send for X<T> {}",
        "UNSAFE extern \"C\" {}",
        "#[UNSAFE(no_mangle)]",
        "#![allow(UNSAFE_code)]",
        "#![allow(\n    UNSAFE_code,\n    reason = \"fast\"\n)]",
        "#[expect(clippy::all, UNSAFE_code)]",
        "#[cfg_attr(x, allow(UNSAFE_code))]",
        "#![warn(UNSAFE_code)]",
    ] {
        assert_eq!(of(text).len(), 1, "{text}: {:?}", of(text));
    }
    for text in [
        "#![forbid(UNSAFE_code)]",
        "#[allow(dead_code)]\nfn x() {}\n#![deny(UNSAFE_code)]",
        "// UNSAFE { y }",
        "/// An UNSAFE fn is none of ours.",
        "\"script-src 'UNSAFE-inline'\"",
        "let not_UNSAFE = 1;",
    ] {
        assert!(of(text).is_empty(), "{text}: {:?}", of(text));
    }
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
