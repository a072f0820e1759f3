//! Words that lead to a kind of help together, when no name and no sentence stands there as a whole: naive Bayes.

use std::collections::BTreeMap;

use super::help::Helps;
use super::names::Names;
use super::{Kind, Said};

/// How much a word in what an offer says and in an example counts, and in a name, beside one said at the door.
const SHOWS: f32 = 0.5;
const EXAMPLE: f32 = 0.5;
const NAME: f32 = 0.7;

/// As if each kind had been asked for in so many words more, of all kinds: few words say nothing for sure.
const SHRINK: f32 = 400.0;

/// A word that stands nowhere has stood somewhere half a time.
const NOWHERE: f32 = 0.5;

/// A class of words that says less than this is a small word.
const SMALL: f32 = 0.1;

/// How likely the likeliest kind must be to count whole.
const FULL: f32 = 7.0;

/// A kind with less of the vote than this was not meant.
const LEAST: f32 = 0.12;

/// For each class of words how much likelier it makes each kind of help (logarithms of odds).
#[derive(Default)]
pub(crate) struct Votes {
    of_class: Vec<Vec<(u32, f32)>>,
    /// For each kind what a word says that it never stands with: less than nothing.
    never: Vec<f32>,
}

impl Votes {
    pub(super) fn of(names: &Names, helps: &Helps, classes: usize) -> Self {
        let mut stands: Vec<BTreeMap<u32, f32>> = vec![BTreeMap::new(); classes];
        let mut of_kind: BTreeMap<u32, f32> = BTreeMap::new();
        for name in &names.names {
            let counts = match name.kind {
                Kind::Door => 1.0,
                Kind::Name => NAME,
                Kind::Shows => SHOWS,
                Kind::Example => EXAMPLE,
                Kind::Hints => continue,
            };
            for class in name.classes.iter().filter(|class| names.weight(**class) >= SMALL) {
                for kind in name.is_about(helps) {
                    if let Some(stands) = stands.get_mut(*class as usize) {
                        *stands.entry(*kind).or_default() += counts;
                        *of_kind.entry(*kind).or_default() += counts;
                    }
                }
            }
        }
        let all: f32 = of_kind.values().sum();
        let kinds = of_kind.keys().max().map_or(0, |most| *most as usize + 1);
        let of_kind = |kind: u32| of_kind.get(&kind).copied().unwrap_or(0.0);
        let odds = |stands: BTreeMap<u32, f32>| {
            let anywhere = (stands.values().sum::<f32>() + NOWHERE) / (all + NOWHERE * classes as f32);
            let likelier = |(kind, counts): (u32, f32)| {
                let here = (counts + SHRINK * anywhere) / (of_kind(kind) + SHRINK);
                (kind, (here / anywhere).ln())
            };
            stands.into_iter().map(likelier).collect()
        };
        Self {
            of_class: stands.into_iter().map(odds).collect(),
            never: (0..).take(kinds).map(|kind| (SHRINK / (of_kind(kind) + SHRINK)).ln()).collect(),
        }
    }

    /// What the words of a question lead to.
    pub(crate) fn cast(&self, words: &[Said<'_>]) -> Vec<(u32, f32)> {
        let mut likely = vec![0.0f32; self.never.len()];
        for word in words {
            for (class, surely) in word.classes {
                let kinds = self.of_class.get(class.class as usize).map_or(&[][..], Vec::as_slice);
                self.add(kinds, word.says * surely, &mut likely);
            }
        }
        let most = likely.iter().copied().fold(0.0, f32::max);
        let sure = (most / FULL).min(1.0);
        let share = |likely: f32| sure * (likely - most).exp();
        let votes = (0..).zip(likely).map(|(kind, likely)| (kind, share(likely)));
        votes.filter(|(_, vote)| *vote >= LEAST).collect()
    }

    /// Adds what one class of words says. One that stands with no kind says nothing.
    fn add(&self, kinds: &[(u32, f32)], counts: f32, likely: &mut [f32]) {
        if kinds.is_empty() {
            return;
        }
        let mut kinds = kinds.iter().peekable();
        for ((kind, likely), never) in (0..).zip(likely).zip(&self.never) {
            let here = kinds.next_if(|(here, _)| *here == kind);
            *likely += counts * here.map_or(*never, |(_, likelier)| *likelier);
        }
    }
}
