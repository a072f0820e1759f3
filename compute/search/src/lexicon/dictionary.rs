//! Words of other languages with the Dutch words for them, so that a question is read in Dutch word by word.

use std::collections::HashMap;

use super::foreign::{SAME_START, alike, bare};

/// How surely a word is known that has another ending or an article.
const OTHER_ENDING: f32 = 0.85;
const ARTICLE: f32 = 0.95;

/// A letter that only this language has, of those whose words stand here.
const LETTERS: [(&str, &str); 2] = [("tr", "ğışçöüİ"), ("pl", "łąężźćśńó")];

#[derive(Default)]
pub(crate) struct Dictionary {
    words: HashMap<String, Vec<Entry>>,
}

struct Entry {
    dutch: Vec<String>,
    language: &'static str,
}

impl Dictionary {
    pub(super) fn add(&mut self, foreign: String, language: &'static str, dutch: &[String]) {
        let entries = self.words.entry(foreign).or_default();
        let at = match entries.iter().position(|entry| entry.language == language) {
            Some(at) => at,
            None => {
                entries.push(Entry { dutch: Vec::new(), language });
                entries.len() - 1
            }
        };
        let Some(entry) = entries.get_mut(at) else { return };
        for word in dutch {
            if !entry.dutch.contains(word) {
                entry.dutch.push(word.clone());
            }
        }
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The language a question is in, if not Dutch: by its letters, or else by most of its words.
    pub(crate) fn language_of(
        &self,
        typed: &str,
        words: &[String],
        dutch: impl Fn(&str) -> bool,
    ) -> Option<&'static str> {
        let any = |low: char, high: char| typed.chars().any(|c| (low..=high).contains(&c));
        if any('\u{600}', '\u{6ff}') {
            return Some("ar");
        }
        if any('\u{400}', '\u{4ff}') {
            return Some("uk");
        }
        let mut votes: Vec<(i32, &'static str)> = Vec::new();
        let mut more = |language: &'static str, vote: i32| match votes
            .iter_mut()
            .find(|(_, known)| *known == language)
        {
            Some((votes, _)) => *votes += vote,
            None => votes.push((vote, language)),
        };
        for (language, letters) in LETTERS {
            more(language, if typed.chars().any(|c| letters.contains(c)) { 1 } else { 0 });
        }
        let mut in_dutch = 0;
        for word in words {
            if dutch(word) {
                in_dutch += 2;
            }
            for entry in self.words.get(word).into_iter().flatten() {
                more(entry.language, 2);
            }
        }
        // Of equals the first.
        let best = votes.into_iter().rev().max_by_key(|(votes, _)| *votes)?;
        (best.0 > in_dutch).then_some(best.1)
    }

    /// The Dutch words for a word of a language, and how surely.
    pub(crate) fn look_up(&self, word: &str, language: &str) -> Option<(&[String], f32)> {
        let of = |entries: &'_ [Entry]| entries.iter().position(|entry| entry.language == language);
        if let Some(entries) = self.words.get(word)
            && let Some(entry) = of(entries).and_then(|at| entries.get(at))
        {
            return Some((&entry.dutch, 1.0));
        }
        let start = |known: &str| word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
        let near = self.words.iter().filter_map(|(known, entries)| {
            let entry = of(entries).and_then(|at| entries.get(at))?;
            if !word.is_ascii() && bare(word) == bare(known) {
                return Some((usize::MAX, known, entry, ARTICLE));
            }
            let same = start(known);
            (same >= SAME_START && alike(word, known)).then_some((same, known, entry, OTHER_ENDING))
        });
        // The most letters in common; of equals the shortest, then in the order of letters.
        let best = near.max_by(|one, other| {
            (one.0, other.1.len(), other.1.as_str()).cmp(&(other.0, one.1.len(), one.1.as_str()))
        });
        best.map(|(_, _, entry, surely)| (entry.dutch.as_slice(), surely))
    }
}
