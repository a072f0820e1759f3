//! A test by its name, `file::function`: whether it is there and is executed, and what stands in it.

use crate::reached::is_reached;
use crate::tree::{FILES, File};

/// `file::name`: a function that is marked as a test, and that nobody told to be skipped; in a browser test the sentence.
/// A file that nothing leads to is never run, whatever stands in it.
pub(crate) fn is_test(name: &str) -> bool {
    let Some((file, function)) = file_of(name) else { return false };
    if file.path.ends_with(".mjs") {
        let begins = [format!("test('{function}'"), format!("told('{function}'")];
        return file.text.lines().any(|line| begins.iter().any(|begin| line.trim().starts_with(begin)));
    }
    let Some((before, _)) = around(file, function) else { return false };
    let marks: Vec<&&str> = before.iter().rev().take_while(|line| line.trim().starts_with("#[")).collect();
    let marked = marks.iter().any(|mark| matches!(mark.trim(), "#[test]" | "#[tokio::test]"));
    marked && !marks.iter().any(|mark| mark.trim().starts_with("#[ignore"))
}

/// What stands in a function in Rust, from its name to its end, without lines that only comment.
pub(crate) fn body_of(name: &str) -> String {
    let found = file_of(name).and_then(|(file, function)| around(file, function));
    let Some((_, from)) = found else { return String::new() };
    let first = from.first().copied().unwrap_or_default();
    let end = format!("{}}}", &first[..first.len() - first.trim_start().len()]);
    let inside = from.iter().skip(1).take_while(|line| **line != end);
    let said: Vec<&str> = inside.filter(|line| !line.trim().starts_with("//")).copied().collect();
    said.join("\n")
}

fn file_of(name: &str) -> Option<(&'static File, &str)> {
    let (path, function) = name.split_once("::")?;
    let file = FILES.iter().find(|file| file.path == path && is_reached(path))?;
    Some((file, function))
}

/// The lines before a function, and those from its name on.
fn around(file: &'static File, function: &str) -> Option<(Vec<&'static str>, Vec<&'static str>)> {
    let mut lines: Vec<&str> = file.text.lines().collect();
    let at = lines.iter().position(|line| {
        let line = line.trim();
        let line = line.strip_prefix("async ").unwrap_or(line);
        line.strip_prefix("fn ")
            .and_then(|rest| rest.strip_prefix(function))
            .is_some_and(|rest| rest.starts_with('('))
    })?;
    let from = lines.split_off(at);
    Some((lines, from))
}

#[test]
fn a_test_is_one_when_it_is_marked_and_its_file_is_executed() {
    let here = "app/tests/tidy/named.rs";
    assert!(is_test(&format!("{here}::a_test_is_one_when_it_is_marked_and_its_file_is_executed")));
    for none in ["around", "a_test_is_one", "nobody", ""] {
        assert!(!is_test(&format!("{here}::{none}")), "{none} is no test");
    }
    for none in [here, "app/tests/tidy/nobody.rs::around", "docs/security.md::around"] {
        assert!(!is_test(none), "{none} is no test");
    }
}

#[test]
fn what_stands_in_a_function_ends_where_it_ends_and_a_comment_says_nothing() {
    let said = body_of("app/tests/tidy/named.rs::file_of");
    assert!(said.contains("split_once(\"::\")") && said.contains("Some((file, function))"), "{said}");
    // Of what comes after it: split_off.
    assert!(!said.contains("split_off") && !said.contains("fn around"), "{said}");
    let own = "what_stands_in_a_function_ends_where_it_ends_and_a_comment_says_nothing";
    let said = body_of(&format!("app/tests/tidy/named.rs::{own}"));
    assert!(said.contains("let own = ") && !said.contains(concat!("Of what comes ", "after it")), "{said}");
    assert_eq!(body_of("app/tests/tidy/named.rs::nobody"), "");
}
