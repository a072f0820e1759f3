//! How strongly an offer shows each kind of help, gathered while its texts are read.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::lexicon::{Kind, Lexicon};
use crate::tokens;

/// How much each says, at most 1: words that show a kind of help, a name of what asks for it, words that hint at it.
const SHOWS: f32 = 0.65;
const NAMED: f32 = 0.1;
const HINTS: f32 = 0.15;

/// In how many steps a strength is written down.
pub(crate) const STEPS: f32 = 10.0;

/// What is weaker is not written down.
const LEAST_STEPS: f32 = 2.0;

/// A theme after the first counts less.
const NEXT_THEME: f32 = 0.6;

/// How much a theme counts beside words.
const THEME: f32 = 0.8;

/// Where something is said, by how sure it is about this offer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    Name,
    Does,
    ForWhom,
    /// Said of the party: it may have other offers.
    Party,
    /// Said of many offers alike.
    Nowhere,
}

impl Place {
    fn counts(self) -> f32 {
        match self {
            Self::Name => 1.0,
            Self::Does => 0.9,
            Self::ForWhom => 0.7,
            Self::Party => 0.5,
            Self::Nowhere => 0.0,
        }
    }
}

/// For each kind of help what is still uncertain.
#[derive(Default)]
pub(crate) struct Evidence {
    uncertain: HashMap<u32, f32>,
}

impl Evidence {
    fn add(&mut self, kind: u32, strength: f32) {
        *self.uncertain.entry(kind).or_insert(1.0) *= 1.0 - strength;
    }

    /// Adds what a line speaks of: of each kind of help the strongest.
    pub(crate) fn line(&mut self, found: &[(Kind, u32)], place: Place, lexicon: &Lexicon) {
        let mut strongest: HashMap<u32, f32> = HashMap::new();
        let mut more = |kind: u32, strength: f32| {
            let known = strongest.entry(kind).or_default();
            *known = known.max(strength * place.counts());
        };
        for (kind, number) in found {
            match kind {
                Kind::Name => lexicon.helps.of_meaning(*number).iter().for_each(|help| more(*help, NAMED)),
                Kind::Shows => more(*number, SHOWS),
                Kind::Hints => more(*number, HINTS),
                Kind::Door | Kind::Example => {}
            }
        }
        for (kind, strength) in strongest {
            self.add(kind, strength);
        }
    }

    /// Adds what the themes point to; the first is what it is about, the others are what it touches.
    pub(crate) fn themes(&mut self, keys: &[&str], lexicon: &Lexicon) {
        for (at, key) in keys.iter().enumerate() {
            let times = if at == 0 { 1.0 } else { NEXT_THEME };
            for (kind, counts) in lexicon.helps.of_theme(key) {
                self.add(*kind, counts * times * THEME);
            }
        }
    }

    /// As it is written down: each kind as often as it is strong; `narrow` is for whom it is not for everybody.
    pub(crate) fn written(&self, narrow: f32, lexicon: &Lexicon) -> String {
        let mut kinds: Vec<(u32, f32)> =
            self.uncertain.iter().map(|(kind, uncertain)| (*kind, 1.0 - uncertain)).collect();
        kinds.sort_unstable_by_key(|(kind, _)| *kind);
        let instead = |of: u32| -> f32 {
            let others = kinds.iter().filter(|(kind, _)| *kind != of);
            others.map(|(kind, strength)| 1.0 - strength * lexicon.helps.instead(*kind)).product()
        };
        let mut written = String::new();
        for (kind, strength) in &kinds {
            let (kind, strength) = (*kind, strength * instead(*kind));
            let steps = (strength * narrow * STEPS).round();
            let steps = if steps < LEAST_STEPS { 0 } else { steps as usize };
            for _ in 0..steps {
                let _ = write!(written, " {}", tokens::help(kind));
            }
        }
        written
    }
}
