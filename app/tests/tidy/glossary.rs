//! The words of GLOSSARY.md are the words of the code.

use crate::no_complaints;
use crate::tree::{FILES, text_of};

#[test]
fn the_words_of_the_glossary_are_in_the_code() {
    let now = text_of("GLOSSARY.md").split("\n## ").find(|part| part.starts_with("In the code now"));
    let rows =
        now.expect("GLOSSARY.md has a part “In the code now”").lines().filter(|line| line.starts_with("| "));
    let mut complaints = Vec::new();
    let mut words = 0;
    for row in rows.filter(|row| row.contains('`')) {
        let code = row.trim_matches('|').split('|').nth(1).unwrap_or_default();
        for word in code.split('`').skip(1).step_by(2) {
            words += 1;
            let in_code = |file: &&crate::tree::File| {
                (file.is("rs") || file.is("sql"))
                    && !file.path.starts_with("app/tests/")
                    && has_word(&file.text, word)
            };
            if !FILES.iter().any(|file| in_code(&file)) {
                complaints.push(format!("“{word}” is in the glossary and nowhere in the code"));
            }
        }
    }
    assert!(words >= 15, "only {words} words were read");
    no_complaints(&complaints);
}

fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}
