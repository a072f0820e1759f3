//! Words that share a form are one class, so that a name is a short row of numbers.

use std::collections::{HashMap, HashSet};

use crate::stems::Stems;

pub(crate) struct Classes {
    /// Every form of every word, with its class.
    of_form: HashMap<String, u32>,
    words: HashMap<String, u32>,
    pub(crate) len: usize,
}

impl Classes {
    /// A word is no form of one of the `small` words: *wassen* is not *was*.
    pub(super) fn of<'w>(
        stems: &Stems,
        words: impl Iterator<Item = &'w String>,
        small: &HashSet<String>,
    ) -> Self {
        let mut first: HashMap<String, usize> = HashMap::new();
        // Each word points to a word of its class, the last of a row to itself.
        let mut parents: Vec<usize> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for word in words {
            if known.contains_key(word) {
                continue;
            }
            let mut own = parents.len();
            parents.push(own);
            known.insert(word.clone(), own);
            for form in stems.forms(word).into_iter().filter(|form| form == word || !small.contains(form)) {
                match first.get(&form) {
                    Some(other) => {
                        let (a, b) = (root(&parents, own), root(&parents, *other));
                        let (low, high) = (a.min(b), a.max(b));
                        parents[high] = low;
                        own = low;
                    }
                    None => {
                        first.insert(form, own);
                    }
                }
            }
        }
        let mut numbers: HashMap<usize, u32> = HashMap::new();
        let mut number = |at: usize| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(root(&parents, at)).or_insert(next)
        };
        let of_form = first.into_iter().map(|(form, at)| (form, number(at))).collect();
        let words = known.into_iter().map(|(word, at)| (word, number(at))).collect();
        Self { of_form, words, len: numbers.len() }
    }

    /// The class of a word, by any of its forms; the word itself decides first.
    pub(crate) fn of_forms(&self, forms: &[String]) -> Option<u32> {
        forms.iter().find_map(|form| self.of_form.get(form)).copied()
    }

    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

fn root(parents: &[usize], mut at: usize) -> usize {
    while parents[at] != at {
        at = parents[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_fall_in_one_class_and_other_words_do_not() {
        let stems = Stems::default();
        let words: Vec<String> = ["schuld", "boeken", "schulden", "boek", "huur"].map(str::to_owned).to_vec();
        let classes = Classes::of(&stems, words.iter(), &HashSet::new());
        let of = |word: &str| classes.of_forms(&stems.forms(word));
        assert_eq!(of("schuld"), of("schulden"));
        assert_eq!(of("boek"), of("boeken"));
        assert_ne!(of("schuld"), of("boek"));
        assert_eq!(classes.len, 3);
        assert_eq!(of("fiets"), None);
    }
}
