//! The words that were read, in order: for what begins or ends like a word, and for what somebody meant to type.

use std::collections::HashSet;

use crate::near::{Typed, forgiven};

/// Grows and never shrinks: whoever uses a word of it looks whether it still leads somewhere.
#[derive(Default)]
pub(crate) struct Vocabulary {
    words: Box<[Box<str>]>,
    /// The same words from back to front.
    backwards: Box<[Box<str>]>,
}

impl Vocabulary {
    pub(crate) fn of(words: &HashSet<Box<str>>) -> Self {
        let mut forwards: Box<[Box<str>]> = words.iter().cloned().collect();
        forwards.sort_unstable();
        let mut backwards: Box<[Box<str>]> = words.iter().map(|word| reversed(word).into()).collect();
        backwards.sort_unstable();
        Self { words: forwards, backwards }
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| (**known).cmp(word)).is_ok()
    }

    pub(crate) fn starting_with(&self, start: &str) -> impl Iterator<Item = &str> {
        starting(&self.words, start).map(|word| &**word)
    }

    pub(crate) fn ending_in(&self, end: &str) -> impl Iterator<Item = String> {
        let end = reversed(end);
        starting(&self.backwards, &end).map(|word| reversed(word))
    }

    /// The words nearest to one that was mistyped, at most `most`, with how many errors they are away; words of this
    /// index before `others`.
    pub(crate) fn near<'v>(
        &'v self,
        word: &str,
        others: impl Iterator<Item = &'v str>,
        most: usize,
    ) -> Vec<(usize, &'v str)> {
        if forgiven(word.chars().count()) == 0 {
            return Vec::new();
        }
        let typed = Typed::new(word);
        let own = self.words.iter().map(|word| (false, &**word));
        let others = others.map(|word| (true, word));
        let first = word.chars().next();
        let mut near: Vec<(usize, bool, bool, &str)> = own
            .chain(others)
            .filter_map(|(other, known)| {
                Some((typed.errors(known)?, known.chars().next() != first, other, known))
            })
            .collect();
        near.sort_unstable();
        let least = near.first().map_or(0, |(errors, ..)| *errors);
        let mut nearest: Vec<(usize, &str)> = Vec::new();
        for (errors, _, _, known) in near.into_iter().filter(|(errors, ..)| *errors == least) {
            if nearest.len() < most && nearest.iter().all(|(_, other)| *other != known) {
                nearest.push((errors, known));
            }
        }
        nearest
    }
}

fn reversed(word: &str) -> String {
    word.chars().rev().collect()
}

fn starting<'v>(words: &'v [Box<str>], start: &str) -> impl Iterator<Item = &'v Box<str>> + use<'v> {
    let from = words.partition_point(|word| **word < *start);
    let start = start.to_owned();
    words.iter().skip(from).take_while(move |word| word.starts_with(&*start))
}
