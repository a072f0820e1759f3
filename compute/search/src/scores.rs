//! What is known of each document while a question is answered: what its words say, the help it gives, for whom it is.

use crate::index::Slot;
use crate::said::Said;

/// How much less counts who speaks no Dutch and not the language of the question, and how much more what is done in it.
const NO_DUTCH: f32 = 0.5;
const DONE_IN_IT: f32 = 1.2;

/// How much more counts what is for the people in the question, and how much less what is for others.
const FOR_THESE: f32 = 1.3;
const FOR_OTHERS: f32 = 0.6;

/// How much the words themselves count beside the help that is asked for.
const WORDS: f32 = 0.6;

/// How much the one kind of help counts that a document gives most surely, beside all kinds together.
const SUREST: f32 = 0.5;

/// What has less than this of the best answer is no answer.
const OF_THE_BEST: f32 = 0.2;

/// How much more counts what has every word as it was typed, and how strongly each must be said for that.
const ALL_AS_TYPED: f32 = 1.2;
const SAID: f32 = 0.4;

/// A word that is said more weakly than this is not there.
const THERE: f32 = 0.1;

/// Whether a document fits who asks; more than one may be so.
pub(crate) const SPEAKS: u8 = 1;
pub(crate) const SPEAKS_NO_DUTCH: u8 = 2;
pub(crate) const FOR_THEM: u8 = 4;
pub(crate) const FOR_ANOTHER: u8 = 8;
pub(crate) const IN_A_LANGUAGE: u8 = 16;

/// How many times more counts who speaks the language of the question, and what is done in another.
#[derive(Clone, Copy)]
pub(crate) struct Speaks {
    pub(crate) same: f32,
    pub(crate) in_another: f32,
}

/// What is known of one document.
#[derive(Clone, Copy, Default)]
struct Score {
    /// What the words say; in the end everything.
    total: f32,
    words: u8,
    fits: u8,
    /// A bit for each word that stands in it, and is not only meant.
    direct: u32,
}

impl Score {
    /// How many times more it counts for whom it is.
    fn fitting(self, speaks: Speaks) -> f32 {
        let mut times = 1.0;
        if self.fits & SPEAKS != 0 {
            times *= speaks.same;
            if self.fits & IN_A_LANGUAGE != 0 {
                times *= DONE_IN_IT;
            }
        } else if self.fits & SPEAKS_NO_DUTCH != 0 {
            times *= NO_DUTCH;
        } else if self.fits & IN_A_LANGUAGE != 0 {
            times *= speaks.in_another;
        }
        // What is there for both is there for whoever asks, and no more for the one.
        match (self.fits & FOR_THEM != 0, self.fits & FOR_ANOTHER != 0) {
            (true, false) => times *= FOR_THESE,
            (false, true) => times *= FOR_OTHERS,
            _ => {}
        }
        times
    }
}

/// How surely a document gives some of the help that is asked for, and the kind it gives most surely.
#[derive(Clone, Copy, Default)]
struct Gives {
    any: f32,
    surest: f32,
}

/// What is known of each place; empty between two questions.
pub(crate) struct Scores {
    all: Vec<Score>,
    /// Apart, because most is done with these: small tables are quick.
    gives: Vec<Gives>,
    /// What a document could have at most for the words.
    most: f32,
    best: f32,
}

impl Scores {
    pub(crate) fn of(places: usize) -> Self {
        let (all, gives) = (vec![Score::default(); places], vec![Gives::default(); places]);
        Self { all, gives, most: 0.0, best: 0.0 }
    }

    /// Adds one word.
    pub(crate) fn add(&mut self, said: &mut Said, rarity: f32) {
        self.most += rarity;
        said.take(|slot, strength| {
            if let Some(score) = self.all.get_mut(slot as usize) {
                score.total += strength * rarity;
                score.words += u8::from(strength >= THERE);
            }
        });
    }

    /// Marks where a word stands itself.
    pub(crate) fn said_directly(&mut self, word: usize, said: &Said) {
        let bit = 1u32.checked_shl(word as u32).unwrap_or(0);
        for (slot, strength) in said.all() {
            if strength >= SAID
                && let Some(score) = self.all.get_mut(slot as usize)
            {
                score.direct |= bit;
            }
        }
    }

    /// Adds one kind of help.
    #[inline]
    pub(crate) fn help(&mut self, slot: u32, surely: f32) {
        if let Some(gives) = self.gives.get_mut(slot as usize) {
            gives.any += (1.0 - gives.any) * surely.min(0.95);
            gives.surest = gives.surest.max(surely);
        }
    }

    #[inline]
    pub(crate) fn mark(&mut self, slot: u32, fits: u8) {
        if let Some(score) = self.all.get_mut(slot as usize) {
            score.fits |= fits;
        }
    }

    /// Joins words, help and for whom it is.
    pub(crate) fn together(&mut self, speaks: Speaks, asked: usize) {
        let words = WORDS / self.most.max(f32::EPSILON);
        for (score, gives) in self.all.iter_mut().zip(&mut self.gives) {
            let Gives { any, surest } = std::mem::take(gives);
            let help = SUREST * surest + (1.0 - SUREST) * any;
            score.total = words * score.total + help;
            if score.total == 0.0 {
                continue;
            }
            score.total *= score.fitting(speaks);
            if asked > 1 && score.direct.count_ones() as usize == asked {
                score.total *= ALL_AS_TYPED;
            }
            self.best = self.best.max(score.total);
        }
    }

    /// Puts these above all others, in the order they had.
    pub(crate) fn lift(&mut self, slots: &[u32]) {
        let above = self.best;
        for slot in slots {
            if let Some(score) = self.all.get_mut(*slot as usize)
                && score.total > 0.0
            {
                score.total += above;
                self.best = self.best.max(score.total);
            }
        }
    }

    /// The places that fit, and whether one has all of so many words; afterwards nothing is known.
    pub(crate) fn answer(&mut self, words: usize) -> (Vec<(Slot, f32)>, bool) {
        let least = self.best * OF_THE_BEST;
        let mut all = false;
        let mut places = Vec::new();
        for (slot, score) in (0u32..).zip(&mut self.all) {
            let score = std::mem::take(score);
            all |= usize::from(score.words) == words;
            if score.total > 0.0 && score.total >= least {
                places.push((Slot(slot), score.total));
            }
        }
        (self.most, self.best) = (0.0, 0.0);
        (places, all)
    }
}
