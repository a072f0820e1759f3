//! What people call things: groups of names that mean the same, sentences said at the door, needs in other languages.

mod alike;
mod classes;
mod dictionary;
pub(crate) mod file;
mod foreign;
mod heard;
mod help;
mod names;
mod people;
mod votes;

use std::collections::HashSet;
use std::sync::LazyLock;

use alike::Sentences;
pub(crate) use classes::Classes;
use dictionary::Dictionary;
pub(crate) use foreign::Foreign;
pub(crate) use heard::{Meant, settled};
pub(crate) use help::Guessed;
use help::Helps;
use names::Names;
pub(crate) use people::Peoples;
use votes::Votes;

use crate::compound;
use crate::stems::Stems;
use crate::text;

/// Made once, when somebody first searches.
static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(file::SYNONYMS, file::NEEDS, file::EMPTY, file::WEAK, file::COMPOUNDS));

/// How well the words of a name must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What the office or everybody calls it: all words of it.
    Name,
    /// What somebody says: most of it.
    Door,
    /// What an offer says that shows a kind of help, and what only points to it: all words of it.
    Shows,
    Hints,
    /// A sentence of somebody who asks for this kind of help: others like it ask for the same.
    Example,
}

impl Kind {
    /// Whether people ask in these words.
    const fn is_asked(self) -> bool {
        matches!(self, Self::Name | Self::Door)
    }

    const fn is_sentence(self) -> bool {
        matches!(self, Self::Door | Self::Example)
    }
}

/// The class of a word, or of one of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) class: u32,
    pub(crate) part: bool,
}

/// A word of a question: what it may be taken for, how surely, and how much it says.
#[derive(Clone, Copy)]
pub(crate) struct Said<'w> {
    pub(crate) classes: &'w [(Class, f32)],
    pub(crate) says: f32,
}

/// What one group of names means.
#[derive(Debug)]
pub(crate) struct Meaning {
    pub(crate) theme: String,
}

pub(crate) struct Lexicon {
    pub(crate) stems: Stems,
    empty: HashSet<String>,
    weak: HashSet<String>,
    parts: HashSet<String>,
    whole: HashSet<String>,
    /// Words of sentences: they are words, and nobody's name for anything.
    spoken: HashSet<String>,
    pub(crate) classes: Classes,
    pub(crate) names: Names,
    pub(crate) meanings: Vec<Meaning>,
    pub(crate) foreign: Foreign,
    pub(crate) helps: Helps,
    pub(crate) peoples: Peoples,
    pub(crate) votes: Votes,
    pub(crate) sentences: Sentences,
    pub(crate) dictionary: Dictionary,
    /// Names as they are suggested to who is typing: folded, as written, and what they mean. In order.
    called: Vec<(String, String, u32)>,
}

/// One lexicon for the whole program: the words are the same everywhere.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn read(synonyms: &str, needs: &str, empty: &str, weak: &str, compounds: &str) -> Self {
        let stems = Stems::default();
        let list = |text| file::word_list(text).map(text::folded);
        let empty: HashSet<String> = list(empty).flat_map(|word| text::list(&word)).collect();
        let weak: HashSet<String> = list(weak).flat_map(|word| text::list(&word)).collect();
        let (whole, parts): (HashSet<String>, HashSet<String>) =
            list(compounds).partition(|word| word.starts_with('!'));
        let whole = whole.into_iter().map(|word| word.trim_start_matches('!').to_owned()).collect();
        let groups = file::groups(synonyms);
        // The files are part of the program; a test reads them. Without needs there is still Dutch.
        let needs = file::needs(needs).unwrap_or_default();
        let mut said: Vec<(Kind, u32, Vec<String>)> = Vec::new();
        let mut meanings = Vec::new();
        let mut called = Vec::new();
        let content = |name: &str| content(name, &empty);
        for group in &groups {
            let meaning = number(meanings.len());
            said.extend(
                group.official.iter().chain(&group.everyday).map(|name| (Kind::Name, meaning, content(name))),
            );
            said.extend(group.door.iter().map(|name| (Kind::Door, meaning, text::list(name))));
            let names = group.everyday.iter().chain(&group.official);
            called.extend(names.map(|name| (text::list(name).join(" "), (*name).to_owned(), meaning)));
            meanings.push(Meaning { theme: group.theme.to_owned() });
        }
        let first = meanings.len();
        for need in &needs {
            let meaning = number(meanings.len());
            said.extend(need.nl.iter().map(|name| (Kind::Name, meaning, content(name))));
            meanings.push(Meaning { theme: String::new() });
        }
        let kinds = file::helps(file::HELP);
        let helps = Helps::of(&kinds, &groups, &mut meanings, &mut said, &content);
        for (key, sentence) in file::sentences(file::SENTENCES) {
            if let Some(kind) = kinds.iter().position(|help| help.key == key) {
                said.push((Kind::Example, number(kind), text::list(sentence)));
            }
        }
        called.sort_unstable();
        let words = |examples: bool| -> Vec<&String> {
            let some = said.iter().filter(|(kind, _, _)| (*kind == Kind::Example) == examples);
            some.flat_map(|(_, _, words)| words).collect()
        };
        let (names, examples) = (words(false), words(true));
        let classes = Classes::of(&stems, &names, &examples, &empty);
        let spoken: HashSet<String> = examples.into_iter().cloned().collect();
        let names = Names::of(&classes, &stems, &said, &weak, &empty, meanings.len());
        let votes = Votes::of(&names, &helps, classes.len);
        let sentences = Sentences::of(&names.names, &helps, classes.len);
        let mut dictionary = Dictionary::default();
        let entries = || {
            let entries = file::dictionary(file::DICTIONARY);
            entries.map(|(foreign, language, dutch)| (content(foreign), language, content(dutch)))
        };
        for (words, language, dutch) in entries() {
            if let [word] = words.as_slice() {
                dictionary.add(word.clone(), language, &dutch);
            }
        }
        // Of an entry of more words each leads there that has no line of its own.
        for (words, language, dutch) in entries().filter(|(words, _, _)| words.len() > 1) {
            for word in words.into_iter().filter(|word| !dictionary.has(word)).collect::<Vec<_>>() {
                dictionary.add(word, language, &dutch);
            }
        }
        let mut lexicon = Self {
            stems,
            empty,
            weak,
            parts,
            whole,
            spoken,
            classes,
            names,
            meanings,
            foreign: Foreign::default(),
            helps,
            peoples: Peoples::of(file::people(file::PEOPLE)),
            called,
            votes,
            sentences,
            dictionary,
        };
        for (language, need, said) in
            needs.iter().flat_map(|need| need.foreign().map(move |(l, said)| (l, need, said)))
        {
            if let ([word], Some(dutch)) = (lexicon.content(said).as_slice(), need.nl.first())
                && !lexicon.dictionary.has(word)
            {
                let dutch = lexicon.content(dutch);
                lexicon.dictionary.add(word.clone(), language, &dutch);
            }
        }
        lexicon.foreign = Foreign::of(&lexicon, &needs, first);
        lexicon
    }

    /// The words that say something; all of them when none does.
    pub(crate) fn content(&self, text: &str) -> Vec<String> {
        content(text, &self.empty)
    }

    pub(crate) fn is_empty(&self, word: &str) -> bool {
        self.empty.contains(word)
    }

    /// Whether this word says little by itself.
    pub(crate) fn is_weak(&self, word: &str) -> bool {
        self.weak.contains(word)
    }

    /// Whether long words are made of this one.
    pub(crate) fn is_part(&self, word: &str) -> bool {
        self.parts.contains(word) || (word.len() > 3 && self.classes.has_word(word) && !self.is_empty(word))
    }

    pub(crate) fn knows(&self, word: &str) -> bool {
        self.parts.contains(word)
            || self.whole.contains(word)
            || self.classes.has_word(word)
            || self.spoken.contains(word)
    }

    /// The parts of a long word, by the words of the files alone: the same in every index.
    pub(crate) fn split<'w>(&self, word: &'w str) -> Option<Vec<&'w str>> {
        self.split_with(word, |part| self.is_part(part))
    }

    pub(crate) fn split_with<'w>(&self, word: &'w str, known: impl Fn(&str) -> bool) -> Option<Vec<&'w str>> {
        self.split_known(word, &known)
    }

    /// Parts that are long words themselves fall apart too.
    fn split_known<'w>(&self, word: &'w str, known: &dyn Fn(&str) -> bool) -> Option<Vec<&'w str>> {
        if self.whole.contains(word) {
            return None;
        }
        let parts = compound::split(word, known)?;
        Some(
            parts
                .into_iter()
                .flat_map(|part| self.split_known(part, known).unwrap_or_else(|| vec![part]))
                .collect(),
        )
    }

    /// What people call things, as far as it begins like this (folded), with what it means.
    pub(crate) fn called(&self, start: &str) -> impl Iterator<Item = (&str, u32)> {
        let from = self.called.partition_point(|(key, _, _)| key.as_str() < start);
        let names = self.called.iter().skip(from).take_while(move |(key, _, _)| key.starts_with(start));
        names.map(|(_, name, meaning)| (name.as_str(), *meaning))
    }

    /// Dutch words of the files, for whoever mistypes one.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let own = self.parts.iter().chain(&self.whole).map(String::as_str);
        own.chain(self.classes.words().filter(|word| !self.is_empty(word)))
    }
}

fn content(text: &str, empty: &HashSet<String>) -> Vec<String> {
    let all = text::list(text);
    let said: Vec<String> = all.iter().filter(|word| !empty.contains(*word)).cloned().collect();
    if said.is_empty() { all } else { said }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_read_as_a_whole() {
        let lexicon = lexicon();
        assert!(lexicon.knows("schuldhulpverlening") && lexicon.is_part("schuld") && lexicon.is_empty("ik"));
        assert_eq!(lexicon.content("Ik heb schulden"), ["schulden"]);
        assert_eq!(lexicon.content("wie is er"), ["wie", "is", "er"]);
    }

    #[test]
    fn a_compound_the_files_do_not_have_falls_apart_in_words_they_have() {
        assert_eq!(lexicon().split("schuldhulpmaatje"), Some(vec!["schuld", "hulp", "maatje"]));
        assert_eq!(lexicon().split("vereniging"), None);
    }
}
