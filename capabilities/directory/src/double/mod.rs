//! One party that is listed twice: found by what two have in common, looked at by a human, made one without losing an id.

mod merge;
pub(crate) mod pages;
pub mod store;
#[cfg(test)]
mod tests;
mod view;

use std::collections::{BTreeMap, HashMap, HashSet};

use ground::id::Id;

use crate::party::{Email, Party, Phone, Website};

pub use merge::merge;

/// What is compared of a party.
#[derive(Clone, Debug)]
pub struct Traits {
    pub id: Id<Party>,
    pub name_key: String,
    pub phone: Phone,
    pub email: Email,
    pub website: Website,
    /// Postcode and number of its open places, written alike.
    pub doors: Vec<String>,
}

/// What two have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    Name,
    LikeName,
    Phone,
    Email,
    Website,
    Door,
}

impl Sign {
    const fn weight(self) -> u32 {
        match self {
            Self::Name => 4,
            Self::Phone | Self::Email => 3,
            Self::LikeName | Self::Website => 2,
            Self::Door => 1,
        }
    }
}

/// Two that may be one, the earlier first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub one: Id<Party>,
    pub other: Id<Party>,
    pub signs: Vec<Sign>,
}

impl Pair {
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.signs.iter().map(|sign| sign.weight()).sum()
    }
}

/// A door alone is a building with many parties in it; together with anything else it says something.
const SUSPECT: u32 = 2;

/// What more than so many share (a number of the town hall, a building of the municipality) tells nobody apart.
const CROWD: usize = 6;

/// Words that say what kind of body somebody is, not which.
const NO_NAME: [&str; 16] = [
    "de",
    "het",
    "een",
    "en",
    "van",
    "voor",
    "in",
    "te",
    "t",
    "stichting",
    "vereniging",
    "st",
    "ver",
    "bv",
    "cv",
    "the",
];

/// All pairs that may be one, those with most in common first. `known` are those of which somebody said that they are two.
#[must_use]
pub fn suspects(all: &[Traits], known: &HashSet<(Id<Party>, Id<Party>)>) -> Vec<Pair> {
    let mut found: BTreeMap<(Id<Party>, Id<Party>), HashSet<Sign>> = BTreeMap::new();
    let mut share = |sign: Sign, keys: &dyn Fn(&Traits) -> Vec<String>| {
        let mut by: HashMap<String, Vec<Id<Party>>> = HashMap::new();
        for traits in all {
            for key in keys(traits).into_iter().filter(|key| !key.is_empty()) {
                let ids = by.entry(key).or_default();
                if ids.last() != Some(&traits.id) {
                    ids.push(traits.id);
                }
            }
        }
        for ids in by.into_values().filter(|ids| (2..=CROWD).contains(&ids.len())) {
            for (at, one) in ids.iter().enumerate() {
                for other in ids.iter().skip(at + 1) {
                    found.entry(ordered(*one, *other)).or_default().insert(sign);
                }
            }
        }
    };
    share(Sign::Name, &|it| vec![it.name_key.clone()]);
    share(Sign::Phone, &|it| vec![digits(&it.phone)]);
    share(Sign::Email, &|it| vec![it.email.as_str().to_lowercase()]);
    share(Sign::Website, &|it| vec![host_and_path(&it.website)]);
    share(Sign::Door, &|it| it.doors.clone());
    share(Sign::LikeName, &|it| vec![gist(&it.name_key)]);
    for (one, other) in alike(all) {
        found.entry(ordered(one, other)).or_default().insert(Sign::LikeName);
    }
    let mut pairs: Vec<Pair> = found
        .into_iter()
        .filter(|(pair, _)| !known.contains(pair))
        .map(|((one, other), signs)| {
            let mut signs: Vec<Sign> = signs.into_iter().collect();
            // The same name is alike as well.
            if signs.contains(&Sign::Name) {
                signs.retain(|sign| *sign != Sign::LikeName);
            }
            signs.sort_unstable();
            Pair { one, other, signs }
        })
        .filter(|pair| pair.weight() >= SUSPECT)
        .collect();
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.weight()), pair.one, pair.other));
    pairs
}

#[must_use]
pub fn ordered(one: Id<Party>, other: Id<Party>) -> (Id<Party>, Id<Party>) {
    if one < other { (one, other) } else { (other, one) }
}

/// The last nine digits: with or without 0031.
pub(crate) fn digits(phone: &Phone) -> String {
    let digits: String = phone.dial().chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().saturating_sub(9);
    if digits.len() < 6 { String::new() } else { digits[from..].to_owned() }
}

pub(crate) fn host_and_path(website: &Website) -> String {
    let lower = website.as_str().to_lowercase();
    let address = lower.split_once("://").map_or("", |(_, rest)| rest);
    address
        .trim_start_matches("www.")
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned()
}

/// The words that tell which, in order.
pub(crate) fn gist(name_key: &str) -> String {
    let mut words: Vec<&str> =
        name_key.split(' ').filter(|word| !NO_NAME.contains(word) && !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Names that differ by a slip of the finger: compared only when they begin or end alike.
fn alike(all: &[Traits]) -> Vec<(Id<Party>, Id<Party>)> {
    let mut blocks: HashMap<String, Vec<(Id<Party>, String)>> = HashMap::new();
    for traits in all {
        let gist = gist(&traits.name_key);
        let letters: Vec<char> = gist.chars().collect();
        if letters.len() < LONG {
            continue;
        }
        let (start, end): (String, String) =
            (letters[..4].iter().collect(), letters[letters.len() - 4..].iter().collect());
        blocks.entry(format!("{start}…")).or_default().push((traits.id, gist.clone()));
        blocks.entry(format!("…{end}")).or_default().push((traits.id, gist));
    }
    let mut found = Vec::new();
    for block in blocks.into_values().filter(|block| block.len() <= 60) {
        for (at, (one, name)) in block.iter().enumerate() {
            for (other, like) in block.iter().skip(at + 1) {
                if one != other && name != like && is_slip(name, like) {
                    found.push((*one, *other));
                }
            }
        }
    }
    found
}

/// Whether two names, each as [`gist`] gives it, are so much alike that a human must look.
pub(crate) fn is_alike(one: &str, other: &str) -> bool {
    if one == other {
        return !one.is_empty();
    }
    let begins = one.chars().take(4).eq(other.chars().take(4));
    let ends = one.chars().rev().take(4).eq(other.chars().rev().take(4));
    let long = [one, other].iter().all(|name| name.chars().count() >= LONG);
    long && (begins || ends) && is_slip(one, other)
}

/// Shorter names that differ by a letter are simply two names.
const LONG: usize = 6;

fn is_slip(one: &str, other: &str) -> bool {
    numbers(one).eq(numbers(other)) && slips(one, other) <= most_slips(one)
}

/// Who has another number is another one: *groep 1* and *groep 2*.
fn numbers(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|letter| letter.is_numeric())
}

fn most_slips(name: &str) -> usize {
    if name.chars().count() < 12 { 1 } else { 2 }
}

/// How many letters must be put in, left out or changed; more than two is simply three.
fn slips(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return 3;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (to, like) in other.iter().enumerate() {
            let changed = before + usize::from(letter != like);
            before = row[to + 1];
            row[to + 1] = changed.min(row[to] + 1).min(before + 1);
        }
    }
    row[other.len()]
}
