//! Words of other languages with the Dutch words for them, so that a question is read in Dutch word by word.

use std::collections::HashMap;

use super::foreign::{alike, bare, start};

/// How surely a word is known that has another ending or an article.
const OTHER_ENDING: f32 = 0.85;
const ARTICLE: f32 = 0.95;

/// So many letters have the shortest words that are known with an ending, and so many an ending at most.
const SHORT: usize = 3;
const ENDING: usize = 3;

/// A letter that only this language has, of those whose words stand here.
const LETTERS: [(&str, &str); 2] = [("tr", "ğışçöüİ"), ("pl", "łąężźćśńó")];

#[derive(Default)]
pub(crate) struct Dictionary {
    entries: Vec<Entry>,
    words: HashMap<String, Vec<usize>>,
    /// By the letters two forms of one word have in common at least, and by the word without its article.
    starts: HashMap<String, Vec<usize>>,
    bare: HashMap<String, Vec<usize>>,
}

struct Entry {
    word: String,
    dutch: Vec<String>,
    language: &'static str,
}

impl Dictionary {
    pub(super) fn add(&mut self, foreign: String, language: &'static str, dutch: &[String]) {
        let known = self.exactly(&foreign, language);
        let at = known.unwrap_or_else(|| {
            let at = self.entries.len();
            self.words.entry(foreign.clone()).or_default().push(at);
            self.starts.entry(start(&foreign)).or_default().push(at);
            self.bare.entry(bare(&foreign).to_owned()).or_default().push(at);
            self.entries.push(Entry { word: foreign, dutch: Vec::new(), language });
            at
        });
        let Some(entry) = self.entries.get_mut(at) else { return };
        for word in dutch {
            if !entry.dutch.contains(word) {
                entry.dutch.push(word.clone());
            }
        }
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    fn exactly(&self, word: &str, language: &str) -> Option<usize> {
        let of = |at: &usize| self.entries.get(*at).is_some_and(|entry| entry.language == language);
        self.words.get(word)?.iter().copied().find(of)
    }

    /// What stands under a key of one of the tables, in one language.
    fn under<'d>(
        &'d self,
        table: &'d HashMap<String, Vec<usize>>,
        key: &str,
        language: &str,
    ) -> impl Iterator<Item = &'d Entry> {
        let entries = table.get(key).into_iter().flatten().filter_map(|at| self.entries.get(*at));
        entries.filter(move |entry| entry.language == language)
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
            let known = self.words.get(word).into_iter().flatten();
            for entry in known.filter_map(|at| self.entries.get(*at)) {
                more(entry.language, 2);
            }
        }
        // Of equals the first.
        let best = votes.into_iter().rev().max_by_key(|(votes, _)| *votes)?;
        (best.0 > in_dutch).then_some(best.1)
    }

    /// The Dutch words for a word of a language, and how surely.
    pub(crate) fn look_up(&self, word: &str, language: &str) -> Option<(&[String], f32)> {
        if let Some(entry) = self.exactly(word, language).and_then(|at| self.entries.get(at)) {
            return Some((&entry.dutch, 1.0));
        }
        if !word.is_ascii() {
            let known = self.exactly(bare(word), language).and_then(|at| self.entries.get(at));
            if let Some(entry) = known.or_else(|| self.under(&self.bare, bare(word), language).next()) {
                return Some((&entry.dutch, ARTICLE));
            }
        }
        let same = |known: &str| word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
        let start = start(word);
        let near = self.under(&self.starts, &start, language);
        // The most letters in common; of equals the shortest, then in the order of letters.
        let best = near.filter(|entry| alike(word, &entry.word)).min_by_key(|entry| {
            (std::cmp::Reverse(same(&entry.word)), entry.word.len(), entry.word.as_str())
        });
        let best = best.or_else(|| self.short(word, language));
        best.map(|entry| (entry.dutch.as_slice(), OTHER_ENDING))
    }

    /// A short word with an ending; in English too many words only begin like a short one.
    fn short(&self, word: &str, language: &str) -> Option<&Entry> {
        let (end, _) = word.char_indices().nth(SHORT)?;
        let (short, ending) = word.split_at_checked(end)?;
        let known = language != "en" && ending.chars().count() <= ENDING;
        known.then(|| self.exactly(short, language)).flatten().and_then(|at| self.entries.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;

    fn dutch(word: &str, language: &str) -> Vec<String> {
        let folded = crate::text::list(word);
        let found = folded.iter().filter_map(|word| lexicon().dictionary.look_up(word, language));
        found.flat_map(|(dutch, _)| dutch.to_vec()).collect()
    }

    #[test]
    fn a_word_is_read_in_dutch_with_its_endings_and_its_article_and_in_its_own_language_only() {
        for (word, language) in [
            ("letters", "en"),
            ("mektuplarım", "tr"),
            ("listami", "pl"),
            ("листами", "uk"),
            ("الرسائل", "ar"),
            ("لرسائل", "ar"),
        ] {
            assert!(dutch(word, language).contains(&"brieven".to_owned()), "{word}");
        }
        assert_eq!(dutch("letters", "pl"), Vec::<String>::new());
        assert_eq!(dutch("xyzzy", "en"), Vec::<String>::new());
    }

    #[test]
    fn the_language_of_a_question_is_known_by_its_letters_or_its_words() {
        let of = |typed: &str| {
            let words = crate::text::list(typed);
            lexicon().dictionary.language_of(typed, &words, |word| lexicon().knows(word))
        };
        for (typed, language) in [
            ("my father is ill", "en"),
            ("عندي ديون", "ar"),
            ("borcum var", "tr"),
            ("mam długi", "pl"),
            ("у мене борги", "uk"),
        ] {
            assert_eq!(of(typed), Some(language), "{typed}");
        }
        for typed in ["ik heb schulden", "schuldhulp", "", "xyzzy"] {
            assert_eq!(of(typed), None, "{typed}");
        }
    }
}
