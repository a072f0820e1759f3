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
    /// A word is no form of one of the `small` words: *wassen* is not *was*. `others` join the class of a form they share,
    /// and bring no classes together.
    pub(super) fn of<'w>(
        stems: &Stems,
        words: &[&'w String],
        others: &[&'w String],
        small: &HashSet<String>,
    ) -> Self {
        let mut first: HashMap<String, usize> = HashMap::new();
        // Each word points to a word of its class, the last of a row to itself.
        let mut parents: Vec<usize> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let forms = |word: &String| {
            let forms = stems.forms(word).into_iter();
            forms.filter(|form| form == word || !small.contains(form)).collect::<Vec<String>>()
        };
        for word in words {
            if known.contains_key(*word) {
                continue;
            }
            let mut own = parents.len();
            parents.push(own);
            known.insert((*word).clone(), own);
            for form in forms(word) {
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
        for word in others.iter().filter(|word| !known.contains_key(**word)) {
            let forms = forms(word);
            if forms.iter().any(|form| first.contains_key(form)) {
                continue;
            }
            let own = parents.len();
            parents.push(own);
            first.extend(forms.into_iter().map(|form| (form, own)));
        }
        // In the order in which they came, so that every process counts them alike.
        let mut numbers: Vec<u32> = Vec::with_capacity(parents.len());
        let mut len = 0;
        for (at, parent) in parents.iter().enumerate() {
            let own = *parent == at;
            numbers.push(if own { len } else { 0 });
            len += u32::from(own);
        }
        let number = |at: usize| numbers[root(&parents, at)];
        let of_form = first.into_iter().map(|(form, at)| (form, number(at))).collect();
        let words = known.into_iter().map(|(word, at)| (word, number(at))).collect();
        Self { of_form, words, len: len as usize }
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
        let all: Vec<&String> = words.iter().collect();
        let classes = Classes::of(&stems, &all, &[], &HashSet::new());
        let of = |word: &str| classes.of_forms(&stems.forms(word));
        assert_eq!(of("schuld"), of("schulden"));
        assert_eq!(of("boek"), of("boeken"));
        assert_ne!(of("schuld"), of("boek"));
        assert_eq!(classes.len, 3);
        assert_eq!(of("fiets"), None);
    }

    #[test]
    fn another_word_joins_a_class_and_brings_no_two_together() {
        let stems = Stems::default();
        let [own, other, both] = ["boek", "boeking", "boekingen"].map(str::to_owned);
        let alone = Classes::of(&stems, &[&own, &other], &[], &HashSet::new());
        let joined = Classes::of(&stems, &[&own, &other], &[&both], &HashSet::new());
        let of = |classes: &Classes, word: &str| classes.of_forms(&stems.forms(word));
        assert_eq!(alone.len, joined.len);
        assert_eq!(of(&joined, "boekingen"), of(&joined, "boeking"));
        assert_eq!(
            of(&alone, "boek") == of(&alone, "boeking"),
            of(&joined, "boek") == of(&joined, "boeking")
        );
        assert!(!joined.has_word("boekingen"), "it is nobody's name for anything");
    }
}
