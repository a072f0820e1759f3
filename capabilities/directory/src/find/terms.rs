//! Words as people type them: Dutch stems, without accents, and where in the list they occur.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

use crate::wording::name_key;

/// Longer queries are cut: nobody types more words than this on purpose.
const MOST_WORDS: usize = 24;

/// Words that say nothing about what somebody looks for. Short on purpose: *hulp*, *zelf*, *samen* do say something.
const EMPTY_WORDS: &[&str] = &[
    "de", "het", "een", "en", "of", "in", "op", "te", "van", "voor", "met", "bij", "aan", "om", "ik", "u", "je",
    "wij", "we", "mijn", "uw", "is", "zijn", "wie", "wat", "waar", "kan", "kunt", "dat", "die", "er", "naar", "the",
    "a", "an", "and", "of", "to", "for", "with", "t", "s",
];

/// Makes stems; keeps what it made, for words come back often.
pub struct Analysis {
    stemmer: Stemmer,
    known: HashMap<String, String>,
}

impl Default for Analysis {
    fn default() -> Self {
        Self { stemmer: Stemmer::new(Algorithm::Dutch), known: HashMap::new() }
    }
}

impl Analysis {
    /// The stems of a text, in order; empty words fall away.
    pub fn stems(&mut self, text: &str, mut each: impl FnMut(&str)) {
        for word in name_key(text).split(' ').filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(word)) {
            if !self.known.contains_key(word) {
                self.known.insert(word.to_owned(), self.stemmer.stem(word).into_owned());
            }
            if let Some(stem) = self.known.get(word) {
                each(stem);
            }
        }
    }

    /// The different stems of a query, at most [`MOST_WORDS`].
    #[must_use]
    pub fn query(typed: &str) -> Vec<String> {
        let typed: String = typed.chars().take(400).collect();
        let mut stems: Vec<String> = Vec::new();
        Self::default().stems(&typed, |stem| {
            if stems.len() < MOST_WORDS && !stems.iter().any(|known| known == stem) {
                stems.push(stem.to_owned());
            }
        });
        stems
    }
}

/// Where each stem occurs and how much it says there (1 to 15), packed as `place << 4 | weight`.
#[derive(Default)]
pub(super) struct Postings {
    stems: HashMap<Box<str>, Vec<u32>>,
    places: usize,
}

impl Postings {
    pub(super) fn new(places: usize) -> Self {
        Self { stems: HashMap::new(), places }
    }

    /// `at` never goes down: the list is walked once.
    pub(super) fn add(&mut self, stem: &str, at: u32, weight: u32) {
        let packed = at << 4;
        let Some(places) = self.stems.get_mut(stem) else {
            self.stems.insert(stem.into(), vec![packed | weight.min(15)]);
            return;
        };
        match places.last_mut() {
            Some(last) if *last & !15 == packed => *last = packed | (*last & 15).max(weight.min(15)),
            _ => places.push(packed | weight.min(15)),
        }
    }

    pub(super) fn shrink(&mut self) {
        self.stems.values_mut().for_each(Vec::shrink_to_fit);
        self.stems.shrink_to_fit();
    }

    /// For every place that has at least one of the stems: how many it has, and how much they say together.
    pub(super) fn score(&self, stems: &[String]) -> HashMap<u32, (u32, f32)> {
        let mut scores: HashMap<u32, (u32, f32)> = HashMap::new();
        for places in stems.iter().filter_map(|stem| self.stems.get(stem.as_str())) {
            // Rare words say more; the usual logarithm.
            let rarity = (1.0 + self.places as f32 / places.len() as f32).ln();
            for packed in places {
                let score = scores.entry(packed >> 4).or_insert((0, 0.0));
                score.0 += 1;
                score.1 += rarity * (packed & 15) as f32;
            }
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_and_more_of_them_are_the_same_word() {
        for (one, more) in [("brief", "brieven"), ("formulier", "formulieren"), ("schuld", "schulden"), ("huis", "huizen")] {
            assert_eq!(Analysis::query(one), Analysis::query(more), "{one}");
        }
    }

    #[test]
    fn empty_words_and_doubles_fall_away() {
        assert_eq!(Analysis::query("Ik zoek de BRIEVEN, de brieven!").len(), 2);
        assert!(Analysis::query("de het een").is_empty());
        assert!(Analysis::query(&"woord ".repeat(20_000)).len() == 1);
    }
}
