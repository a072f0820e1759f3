//! Kinds of help: which meanings ask for each, what else helps whoever asks, and which themes point to it.

use std::collections::HashMap;

use super::file::{Group, Help};
use super::{Kind, Meaning, Meant, number};
use crate::text;

/// What is asked more weakly than this is not looked for.
const ASKED: f32 = 0.08;

/// More kinds than this say no more.
const MOST: usize = 14;

/// How much votes count beside a name that was heard, and the most they can.
const VOTES: f32 = 1.0;
const MOST_BY_VOTES: f32 = 0.8;

/// How much they count of a question of which every word has a name, and how surely a name must be heard for that.
const NAMED_TOO: f32 = 0.5;
const SURELY_HEARD: f32 = 0.8;

/// How much being like a sentence counts, and the most it can.
const ALIKE: f32 = 0.8;
const MOST_ALIKE: f32 = 0.85;

#[derive(Default)]
pub(crate) struct Helps {
    /// For each meaning the kinds of help it asks for.
    asked: Vec<Vec<u32>>,
    /// For each kind the others that also help, and how much.
    also: Vec<Vec<(u32, f32)>>,
    /// For each kind how much less of any other is given by who gives it.
    instead: Vec<f32>,
    /// For each theme the kinds it points to, and how much.
    themes: HashMap<String, Vec<(u32, f32)>>,
}

impl Helps {
    /// A name that no group has gets a meaning of its own.
    pub(super) fn of(
        helps: &[Help<'_>],
        groups: &[Group<'_>],
        meanings: &mut Vec<Meaning>,
        said: &mut Vec<(Kind, u32, Vec<String>)>,
        content: &dyn Fn(&str) -> Vec<String>,
    ) -> Self {
        let mut named: HashMap<String, Vec<u32>> = HashMap::new();
        for (group, meaning) in groups.iter().zip(0..) {
            for name in group.official.iter().chain(&group.everyday) {
                named.entry(key(name)).or_default().push(meaning);
            }
        }
        let numbers: HashMap<&str, u32> = helps.iter().map(|help| help.key).zip(0..).collect();
        let mut all = Self { asked: vec![Vec::new(); meanings.len()], ..Self::default() };
        for (help, kind) in helps.iter().zip(0..) {
            let own = number(meanings.len());
            meanings.push(Meaning { theme: String::new() });
            all.asked.push(vec![kind]);
            for name in &help.asked {
                for meaning in named.get(&key(name)).into_iter().flatten() {
                    if let Some(kinds) = all.asked.get_mut(*meaning as usize)
                        && !kinds.contains(&kind)
                    {
                        kinds.push(kind);
                    }
                }
                if !named.contains_key(&key(name)) {
                    said.push((Kind::Name, own, content(name)));
                }
            }
            said.extend(help.door.iter().map(|sentence| (Kind::Door, own, text::list(sentence))));
            // What an offer says is read with its small words: *school* is not *not to school*.
            said.extend(help.shows.iter().map(|name| (Kind::Shows, kind, text::list(name))));
            said.extend(help.hints.iter().map(|name| (Kind::Hints, kind, text::list(name))));
            let known = |(key, counts): &(&str, f32)| Some((*numbers.get(key)?, *counts));
            all.also.push(help.also.iter().filter_map(known).collect());
            all.instead.push(help.instead);
            for (theme, counts) in &help.themes {
                all.themes.entry((*theme).to_owned()).or_default().push((kind, *counts));
            }
        }
        all
    }

    /// The kinds of help a meaning asks for.
    pub(crate) fn of_meaning(&self, meaning: u32) -> &[u32] {
        self.asked.get(meaning as usize).map_or(&[], Vec::as_slice)
    }

    /// How much less of any other help is given by who gives this kind.
    pub(crate) fn instead(&self, kind: u32) -> f32 {
        self.instead.get(kind as usize).copied().unwrap_or(0.0)
    }

    /// The kinds of help a theme points to, and how much.
    pub(crate) fn of_theme(&self, theme: &str) -> &[(u32, f32)] {
        self.themes.get(theme).map_or(&[], Vec::as_slice)
    }

    /// Which help a question asks for, and how much each kind helps (at most 1), the surest first. `says` tells for
    /// each word of the question how much it says: what is heard in words that say little is not what it is about.
    pub(crate) fn asked(&self, meant: &[Meant], says: &[f32], guessed: &Guessed) -> Vec<(u32, f32)> {
        let said = |heard: &Meant| -> f32 {
            let words = says.iter().enumerate().filter(|(at, _)| heard.words & 1 << at != 0);
            words.map(|(_, says)| says).sum()
        };
        let most = meant.iter().map(|heard| said(heard) * heard.surely).fold(f32::EPSILON, f32::max);
        let named = meant.iter().flat_map(|heard| {
            let surely = heard.surely * (said(heard) / most).min(1.0);
            self.of_meaning(heard.meaning).iter().map(move |kind| (*kind, surely))
        });
        let mut asked: HashMap<u32, f32> = HashMap::new();
        let mut more = |kind: u32, counts: f32| {
            let known = asked.entry(kind).or_default();
            *known = known.max(counts.min(1.0));
        };
        for (kind, surely) in named.chain(guessed.where_nameless(nameless(meant, says))) {
            more(kind, surely);
            for (other, counts) in self.also.get(kind as usize).into_iter().flatten() {
                more(*other, surely * counts);
            }
        }
        let mut asked: Vec<(u32, f32)> = asked.into_iter().filter(|(_, counts)| *counts >= ASKED).collect();
        asked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        asked.truncate(MOST);
        asked
    }
}

/// What a question may ask for, where no name says so: by its words, and by the sentences that are like it.
pub(crate) struct Guessed {
    pub(crate) votes: Vec<(u32, f32)>,
    pub(crate) alike: Vec<(u32, f32)>,
}

impl Guessed {
    /// How much each guess counts of a question of which so much has no name. What has a name is not guessed at.
    fn where_nameless(&self, nameless: f32) -> impl Iterator<Item = (u32, f32)> {
        let by_votes = VOTES * (NAMED_TOO + (1.0 - NAMED_TOO) * nameless);
        let votes = self.votes.iter().map(move |(kind, vote)| (*kind, (vote * by_votes).min(MOST_BY_VOTES)));
        let alike =
            self.alike.iter().map(move |(kind, like)| (*kind, (like * ALIKE * nameless).min(MOST_ALIKE)));
        votes.chain(alike)
    }
}

/// How much of a question is in no name that was heard (0 to 1).
fn nameless(meant: &[Meant], says: &[f32]) -> f32 {
    let named = meant.iter().filter(|heard| heard.surely >= SURELY_HEARD);
    let named = named.fold(0, |words, heard| words | heard.words);
    let nameless = says.iter().enumerate().filter(|(at, _)| named & 1 << at == 0);
    nameless.map(|(_, says)| says).sum::<f32>() / says.iter().sum::<f32>().max(f32::EPSILON)
}

fn key(name: &str) -> String {
    text::list(name).join(" ")
}
