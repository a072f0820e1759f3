//! Words of other languages with the Dutch words for them, so that a question is read in Dutch word by word.

use std::collections::HashMap;

use super::foreign::{SAME_START, alike, bare};

/// How surely a word is known that has another ending or an article.
const OTHER_ENDING: f32 = 0.85;
const ARTICLE: f32 = 0.95;

#[derive(Default)]
pub(crate) struct Dictionary {
    words: HashMap<String, Entry>,
}

struct Entry {
    dutch: Vec<String>,
    language: &'static str,
}

impl Dictionary {
    pub(super) fn add(&mut self, foreign: String, language: &'static str, dutch: &[String]) {
        let entry = self.words.entry(foreign).or_insert_with(|| Entry { dutch: Vec::new(), language });
        for word in dutch {
            if !entry.dutch.contains(word) {
                entry.dutch.push(word.clone());
            }
        }
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The Dutch words for it, how surely, and the language it is in.
    pub(crate) fn look_up(&self, word: &str) -> Option<(&[String], f32, &'static str)> {
        if let Some(entry) = self.words.get(word) {
            return Some((&entry.dutch, 1.0, entry.language));
        }
        let start = |known: &str| word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
        let near = self.words.iter().filter_map(|(known, entry)| {
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
        best.map(|(_, _, entry, surely)| (entry.dutch.as_slice(), surely, entry.language))
    }
}
