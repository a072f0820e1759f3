//! The text files of words, read line by line; they are compiled in, and a test reads every line of them.

use serde::Deserialize;

pub(crate) const SYNONYMS: &str = include_str!("../../words/synonyms.txt");
pub(crate) const NEEDS: &str = include_str!("../../words/needs.toml");
pub(crate) const EMPTY: &str = include_str!("../../words/empty.txt");
pub(crate) const WEAK: &str = include_str!("../../words/weak.txt");
pub(crate) const COMPOUNDS: &str = include_str!("../../words/compounds.txt");
pub(crate) const HELP: &str = include_str!("../../words/help.txt");
pub(crate) const SENTENCES: &str = include_str!("../../words/sentences.txt");
pub(crate) const DICTIONARY: &str = include_str!("../../words/dictionary.txt");
pub(crate) const PEOPLE: &str = include_str!("../../words/people.txt");

/// Words that mean the same: `official, official = everyday, everyday ; said at the door, said at the door`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Group<'t> {
    pub(crate) theme: &'t str,
    pub(crate) official: Vec<&'t str>,
    pub(crate) everyday: Vec<&'t str>,
    pub(crate) door: Vec<&'t str>,
}

/// What is typed in other languages, and the Dutch words for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Need {
    pub(crate) nl: Vec<String>,
    pub(crate) en: Vec<String>,
    pub(crate) ar: Vec<String>,
    pub(crate) tr: Vec<String>,
    pub(crate) pl: Vec<String>,
    pub(crate) uk: Vec<String>,
}

impl Need {
    /// What is typed, with the code of its language.
    pub(crate) fn foreign(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let languages =
            [("en", &self.en), ("ar", &self.ar), ("tr", &self.tr), ("pl", &self.pl), ("uk", &self.uk)];
        languages.into_iter().flat_map(|(language, said)| said.iter().map(move |said| (language, said)))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Needs {
    need: Vec<Need>,
}

/// The lines that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line that is no group is left out; the test of the files names it.
pub(crate) fn groups(text: &str) -> Vec<Group<'_>> {
    let mut theme = "";
    let mut groups = Vec::new();
    for line in lines(text) {
        if let Some(key) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            theme = key.trim();
        } else if let Some(group) = group(theme, line) {
            groups.push(group);
        }
    }
    groups
}

fn group<'t>(theme: &'t str, line: &'t str) -> Option<Group<'t>> {
    let (official, rest) = line.split_once('=')?;
    let (everyday, door) = rest.split_once(';').unwrap_or((rest, ""));
    let group = Group { theme, official: names(official), everyday: names(everyday), door: names(door) };
    (!group.official.is_empty() && !group.everyday.is_empty()).then_some(group)
}

fn names(part: &str) -> Vec<&str> {
    part.split(',').map(str::trim).filter(|name| !name.is_empty()).collect()
}

pub(crate) fn needs(text: &str) -> Result<Vec<Need>, toml::de::Error> {
    toml::from_str::<Needs>(text).map(|needs| needs.need)
}

/// A kind of help: who asks for it, which words of an offer show it, and what else helps whoever asks for it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Help<'t> {
    pub(crate) key: &'t str,
    /// Names, each of a group of synonyms or of its own.
    pub(crate) asked: Vec<&'t str>,
    pub(crate) door: Vec<&'t str>,
    pub(crate) shows: Vec<&'t str>,
    pub(crate) hints: Vec<&'t str>,
    pub(crate) themes: Vec<(&'t str, f32)>,
    pub(crate) also: Vec<(&'t str, f32)>,
    /// How much less of anything else whoever gives this help gives.
    pub(crate) instead: f32,
}

/// Lines that belong to no kind of help or cannot be read are left out; the test of the files names them.
pub(crate) fn helps(text: &str) -> Vec<Help<'_>> {
    let mut helps: Vec<Help<'_>> = Vec::new();
    for line in lines(text) {
        if let Some(key) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            helps.push(Help { key: key.trim(), ..Help::default() });
        } else if let Some(help) = helps.last_mut() {
            help.read(line);
        }
    }
    helps
}

impl<'t> Help<'t> {
    /// Whether the line could be read.
    fn read(&mut self, line: &'t str) -> bool {
        let Some((field, rest)) = line.split_once(':') else { return false };
        match field.trim() {
            "asked" => {
                let (asked, door) = rest.split_once(';').unwrap_or((rest, ""));
                self.asked.extend(names(asked));
                self.door.extend(names(door));
            }
            "shows" => self.shows.extend(names(rest)),
            "hints" => self.hints.extend(names(rest)),
            "themes" => self.themes.extend(names(rest).into_iter().filter_map(weighed)),
            "also" => self.also.extend(names(rest).into_iter().filter_map(weighed)),
            "instead" => match rest.trim().parse() {
                Ok(instead) => self.instead = instead,
                Err(_) => return false,
            },
            _ => return false,
        }
        true
    }
}

/// Each sentence with the kind of help it asks for.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut kind = "";
    lines(text).filter_map(move |line| match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(key) => {
            kind = key.trim();
            None
        }
        None => Some((kind, line)),
    })
}

/// A name with how much it counts: `geld 0.4`.
fn weighed(name: &str) -> Option<(&str, f32)> {
    let (name, counts) = name.rsplit_once(' ')?;
    Some((name.trim(), counts.parse().ok()?))
}

/// People an offer may be for: a key, what it says something about, and their words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct People<'t> {
    pub(crate) key: &'t str,
    pub(crate) about: &'t str,
    pub(crate) words: Vec<&'t str>,
}

/// A line that is none is left out; the test of the files names it.
pub(crate) fn people(text: &str) -> impl Iterator<Item = People<'_>> {
    lines(text).filter_map(people_of)
}

fn people_of(line: &str) -> Option<People<'_>> {
    let (who, words) = line.split_once('=')?;
    let (about, key) = who.trim().split_once(' ')?;
    Some(People { key: key.trim(), about, words: words.split_whitespace().collect() })
}

/// The languages of a line of the dictionary, in their order.
const LANGUAGES: [&str; 5] = ["en", "ar", "tr", "pl", "uk"];

/// Each word of another language with its language and the Dutch for it: `dutch = en, en | ar | tr | pl | uk`.
pub(crate) fn dictionary(text: &str) -> impl Iterator<Item = (&str, &'static str, &str)> {
    lines(text).filter_map(|line| line.split_once('=')).flat_map(|(dutch, foreign)| {
        let each = LANGUAGES.into_iter().zip(foreign.split('|'));
        each.flat_map(move |(language, said)| {
            names(said).into_iter().map(move |word| (word, language, dutch))
        })
    })
}

/// All words of a list, whatever stands between them.
pub(crate) fn word_list(text: &str) -> impl Iterator<Item = &str> {
    lines(text).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_synonyms_is_a_group_below_a_theme() {
        for line in lines(SYNONYMS).filter(|line| !line.starts_with('[')) {
            assert!(group("theme", line).is_some(), "{line}");
        }
        for group in groups(SYNONYMS) {
            assert!(!group.theme.is_empty(), "{group:?}");
        }
    }

    #[test]
    fn every_need_is_said_in_six_languages() {
        for need in needs(NEEDS).unwrap() {
            for said in [&need.nl, &need.en, &need.ar, &need.tr, &need.pl, &need.uk] {
                assert!(!said.is_empty(), "{:?}", need.nl);
            }
        }
    }

    #[test]
    fn every_line_of_the_dictionary_is_said_in_five_languages() {
        for line in lines(DICTIONARY) {
            let foreign = line.split_once('=').unwrap_or_default().1;
            assert_eq!(foreign.split('|').count(), LANGUAGES.len(), "{line}");
            assert!(foreign.split('|').all(|said| !names(said).is_empty()), "{line}");
        }
    }

    #[test]
    fn every_line_of_help_and_people_says_something() {
        let mut help = Help::default();
        for line in lines(HELP).filter(|line| !line.starts_with('[')) {
            assert!(help.read(line), "{line}");
            if line.starts_with("themes") || line.starts_with("also") {
                let named = names(line.split_once(':').unwrap().1);
                assert!(named.into_iter().all(|name| weighed(name).is_some()), "{line}");
            }
        }
        let helps = helps(HELP);
        for help in &helps {
            assert!(helps.iter().filter(|other| other.key == help.key).count() == 1, "{}", help.key);
            for (key, _) in &help.also {
                assert!(helps.iter().any(|other| other.key == *key), "{}: {key}", help.key);
            }
        }
        for line in lines(PEOPLE) {
            assert!(people_of(line).is_some_and(|people| !people.words.is_empty()), "{line}");
        }
    }

    #[test]
    fn every_sentence_stands_once_below_a_kind_of_help_that_is_known() {
        let helps = helps(HELP);
        let mut known: Vec<&str> = Vec::new();
        for (kind, sentence) in sentences(SENTENCES) {
            assert!(helps.iter().any(|help| help.key == kind), "{kind}: {sentence}");
            assert!(sentence.split_whitespace().count() > 2, "{kind}: {sentence}");
            known.push(sentence);
        }
        let all = known.len();
        known.sort_unstable();
        known.dedup();
        assert_eq!((all, all > 3_000), (known.len(), true), "no sentence stands twice, and there are many");
    }

    #[test]
    fn a_line_has_official_names_everyday_words_and_sentences() {
        let group = group("schulden", "schuldhulp, sanering = schuld ; ik heb schulden, help").unwrap();
        assert_eq!(group.official, ["schuldhulp", "sanering"]);
        assert_eq!(group.everyday, ["schuld"]);
        assert_eq!(group.door, ["ik heb schulden", "help"]);
        assert!(super::group("", "no equals sign").is_none() && super::group("", "= x").is_none());
    }
}
