//! Words as people type them: Dutch stems, without accents.

use std::borrow::Cow;
use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

use super::postings::{Postings, packed};
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
struct Analysis {
    stemmers: [Stemmer; 2],
}

impl Default for Analysis {
    fn default() -> Self {
        Self { stemmers: [Algorithm::Dutch, Algorithm::DutchPorter].map(Stemmer::new) }
    }
}

impl Analysis {
    /// None for an empty word.
    fn forms(&self, word: &str) -> Vec<String> {
        let mut forms = Vec::new();
        if EMPTY_WORDS.contains(&word) {
            return forms;
        }
        forms.push(word.to_owned());
        for stemmer in &self.stemmers {
            let stem = stemmer.stem(word).into_owned();
            if !forms.contains(&stem) {
                forms.push(stem);
            }
        }
        forms
    }
}

/// The words of a text, as [`name_key`] has them. Most texts are plain letters and need no looking up of accents.
fn words(text: &str, mut each: impl FnMut(&str)) {
    let plain = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(name_key(text)) };
    let mut small = String::new();
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            small.clear();
            small.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            each(&small);
        } else {
            each(word);
        }
    }
}

/// The different words of a query, at most [`MOST_WORDS`], each as its forms.
pub(super) fn query(typed: &str) -> Vec<Vec<String>> {
    let analysis = Analysis::default();
    let mut found: Vec<Vec<String>> = Vec::new();
    words(cut(typed), |word| {
        // What is cut away needs no stem either.
        if found.len() >= MOST_WORDS || found.iter().flatten().any(|form| form == word) {
            return;
        }
        let forms = analysis.forms(word);
        let known = found.iter().flatten().any(|known| forms.contains(known));
        if !forms.is_empty() && !known {
            found.push(forms);
        }
    });
    found
}

/// No more of a query than anybody types, cut between words.
fn cut(typed: &str) -> &str {
    let Some((end, _)) = typed.char_indices().nth(MOST_CHARACTERS) else { return typed };
    let start = typed.get(..end).unwrap_or(typed);
    start.rfind(char::is_whitespace).and_then(|space| start.get(..space)).unwrap_or(start)
}

/// Reads the texts of a list: a form of a word becomes a number, so that a text is a short row of numbers.
#[derive(Default)]
pub(super) struct Reader {
    analysis: Analysis,
    /// Each word with the numbers of its forms.
    known: HashMap<Box<str>, Box<[u32]>>,
    forms: HashMap<Box<str>, u32>,
}

impl Reader {
    /// Appends every form in the text, with how much it says there.
    pub(super) fn read(&mut self, text: &str, weight: u32, into: &mut Vec<u32>) {
        words(text, |word| {
            if let Some(forms) = self.known.get(word) {
                into.extend(forms.iter().map(|form| packed(*form, weight)));
                return;
            }
            let forms: Box<[u32]> = self.analysis.forms(word).iter().map(|form| self.number(form)).collect();
            into.extend(forms.iter().map(|form| packed(*form, weight)));
            self.known.insert(word.into(), forms);
        });
    }

    fn number(&mut self, form: &str) -> u32 {
        if let Some(number) = self.forms.get(form) {
            return *number;
        }
        let number = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        self.forms.insert(form.into(), number);
        number
    }

    /// Places for the forms that were read.
    pub(super) fn into_postings(self, places: usize) -> Postings {
        Postings::new(self.forms, places)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_word_and_more_of_them_are_the_same_word() {
        for (one, more) in
            [("brief", "brieven"), ("formulier", "formulieren"), ("schuld", "schulden"), ("huis", "huizen")]
        {
            let forms = |word| query(word).concat();
            assert!(forms(one).iter().any(|form| forms(more).contains(form)), "{one}");
        }
    }

    #[test]
    fn empty_words_and_doubles_fall_away() {
        assert_eq!(query("Ik zoek de BRIEVEN, de brieven!").len(), 2);
        assert!(query("de het een").is_empty());
        assert_eq!(query(&"woord ".repeat(20_000)).len(), 1);
        assert_eq!(query(&"x".repeat(20_000)).len(), 1);
    }

    proptest! {
        #[test]
        fn the_words_of_a_text_are_those_of_its_key(text in ".{0,60}|[ -~]{0,60}") {
            let mut found = Vec::new();
            words(&text, |word| found.push(word.to_owned()));
            let key = name_key(&text);
            let expected: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
