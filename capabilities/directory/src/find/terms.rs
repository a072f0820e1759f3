//! Words as people type them: Dutch stems, without accents, and where in the list they occur.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

use crate::wording::name_key;

/// Longer queries are cut: nobody types more words than this on purpose.
const MOST_WORDS: usize = 24;

/// And no more characters.
const MOST_CHARACTERS: usize = 400;

/// Words that say nothing about what somebody looks for. Short on purpose: *hulp*, *zelf*, *samen* do say something.
const EMPTY_WORDS: &[&str] = &[
    "de", "het", "een", "en", "of", "in", "op", "te", "van", "voor", "met", "bij", "aan", "om", "ik", "u",
    "je", "wij", "we", "mijn", "uw", "is", "zijn", "wie", "wat", "waar", "kan", "kunt", "dat", "die", "er",
    "naar", "the", "a", "an", "and", "of", "to", "for", "with", "t", "s",
];

/// The forms under which a word can be found: itself and two stems. Either stemmer misses everyday plurals
/// (*schuld, schulden* the one, *boek, boeken* the other); together with the word itself they join most.
pub struct Analysis {
    stemmers: [Stemmer; 2],
    known: HashMap<String, Vec<String>>,
}

impl Default for Analysis {
    fn default() -> Self {
        Self { stemmers: [Algorithm::Dutch, Algorithm::DutchPorter].map(Stemmer::new), known: HashMap::new() }
    }
}

impl Analysis {
    /// The words of a text in order, each as its forms; empty words fall away.
    pub fn words(&mut self, text: &str, mut each: impl FnMut(&[String])) {
        for word in name_key(text).split(' ').filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(word)) {
            if !self.known.contains_key(word) {
                let forms = self.forms(word);
                self.known.insert(word.to_owned(), forms);
            }
            if let Some(forms) = self.known.get(word) {
                each(forms);
            }
        }
    }

    fn forms(&self, word: &str) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        for stemmer in &self.stemmers {
            let stem = stemmer.stem(word).into_owned();
            if !forms.contains(&stem) {
                forms.push(stem);
            }
        }
        forms
    }

    /// The different words of a query, at most [`MOST_WORDS`], each as its forms.
    #[must_use]
    pub fn query(typed: &str) -> Vec<Vec<String>> {
        let mut words: Vec<Vec<String>> = Vec::new();
        Self::default().words(cut(typed), |forms| {
            let known = words.iter().flatten().any(|known| forms.contains(known));
            if words.len() < MOST_WORDS && !known {
                words.push(forms.to_vec());
            }
        });
        words
    }
}

/// No more of a query than anybody types, cut between words.
fn cut(typed: &str) -> &str {
    let Some((end, _)) = typed.char_indices().nth(MOST_CHARACTERS) else { return typed };
    let start = typed.get(..end).unwrap_or(typed);
    start.rfind(char::is_whitespace).and_then(|space| start.get(..space)).unwrap_or(start)
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

    /// For every place that has at least one of the words, in any form: how many it has, and how much they say together.
    pub(super) fn score(&self, words: &[Vec<String>]) -> HashMap<u32, (u32, f32)> {
        let mut scores: HashMap<u32, (u32, f32)> = HashMap::new();
        for forms in words {
            let mut best: HashMap<u32, u32> = HashMap::new();
            for packed in forms.iter().filter_map(|form| self.stems.get(form.as_str())).flatten() {
                let weight = best.entry(packed >> 4).or_insert(0);
                *weight = (*weight).max(packed & 15);
            }
            // Rare words say more; the usual logarithm.
            let rarity = (1.0 + self.places as f32 / best.len().max(1) as f32).ln();
            for (at, weight) in best {
                let score = scores.entry(at).or_insert((0, 0.0));
                score.0 += 1;
                score.1 += rarity * weight as f32;
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
        for (one, more) in
            [("brief", "brieven"), ("formulier", "formulieren"), ("schuld", "schulden"), ("huis", "huizen")]
        {
            let forms = |word| Analysis::query(word).concat();
            assert!(forms(one).iter().any(|form| forms(more).contains(form)), "{one}");
        }
    }

    #[test]
    fn empty_words_and_doubles_fall_away() {
        assert_eq!(Analysis::query("Ik zoek de BRIEVEN, de brieven!").len(), 2);
        assert!(Analysis::query("de het een").is_empty());
        assert_eq!(Analysis::query(&"woord ".repeat(20_000)).len(), 1);
        assert_eq!(Analysis::query(&"x".repeat(20_000)).len(), 1);
    }
}
