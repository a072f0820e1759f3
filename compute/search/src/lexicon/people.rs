//! People an offer is for and a question is about: women, young people, who speaks Turkish.

use std::collections::HashMap;

use super::file::People;
use crate::text;

/// A line about languages says which code is spoken.
const LANGUAGE: &str = "language";

/// Who is the one is not the other.
const EITHER: [&str; 2] = ["age", "gender"];

#[derive(Default)]
pub(crate) struct Peoples {
    words: HashMap<String, Vec<usize>>,
    all: Vec<(String, String)>,
}

impl Peoples {
    pub(super) fn of<'t>(people: impl Iterator<Item = People<'t>>) -> Self {
        let mut peoples = Self::default();
        for (one, at) in people.zip(0..) {
            peoples.all.push((one.about.to_owned(), one.key.to_owned()));
            for word in one.words {
                peoples.words.entry(text::folded(word)).or_default().push(at);
            }
        }
        peoples
    }

    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Who is named in a text, each once.
    pub(crate) fn named(&self, text: &str) -> Named<'_> {
        let mut at: Vec<usize> = Vec::new();
        text::words(text, |word| at.extend(self.words.get(word).into_iter().flatten()));
        at.sort_unstable();
        at.dedup();
        Named { peoples: self, at }
    }
}

pub(crate) struct Named<'p> {
    peoples: &'p Peoples,
    at: Vec<usize>,
}

impl<'p> Named<'p> {
    fn all(&self) -> impl Iterator<Item = (&'p str, &'p str)> {
        let known = |at: &usize| self.peoples.all.get(*at);
        self.at.iter().filter_map(known).map(|(about, key)| (about.as_str(), key.as_str()))
    }

    /// The codes of languages.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &'p str> {
        self.all().filter(|(about, _)| *about == LANGUAGE).map(|(_, key)| key)
    }

    /// Everybody else.
    pub(crate) fn people(&self) -> impl Iterator<Item = &'p str> {
        self.all().filter(|(about, _)| *about != LANGUAGE).map(|(_, key)| key)
    }

    /// Who somebody who is none of these may be, of what the same is said about: the old where the young are named.
    pub(crate) fn others(&self) -> impl Iterator<Item = &'p str> {
        let others = self.peoples.all.iter().enumerate().filter(|(at, (about, _))| {
            EITHER.contains(&about.as_str())
                && !self.at.contains(at)
                && self.all().any(|(named, _)| named == about)
        });
        others.map(|(_, (_, key))| key.as_str())
    }
}
