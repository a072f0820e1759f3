//! From a question to documents: what each word says in each, directly or by what it means, rare words most.

use crate::index::Slot;
use crate::lexicon::{Meant, lexicon};
use crate::question::{Question, Word, words_of};
use crate::snapshot::{Look, Snapshot, Strengths, Tables};
use crate::tokens;

/// How much a document counts that speaks of the same in other words.
const MEANING: f32 = 0.9;

/// How much a document counts that is about the same theme.
const THEME: f32 = 0.6;

/// What is heard less surely than this is not looked for among the words; and what must be heard for its theme.
const HEARD: f32 = 0.3;
const SURELY: f32 = 0.8;

/// How much the parts of a long word count, all of them, or some.
const ALL_PARTS: f32 = 0.85;
const SOME_PARTS: f32 = 0.35;

/// The parts of a word that people have names for lead to other things.
const SOME_PARTS_OF_A_NAME: f32 = 0.1;

/// A name of more words is meant more surely than a word.
const MORE_WORDS: f32 = 0.15;

/// How much more counts who speaks the language of the question, and how much less who speaks no Dutch either.
const SAME_LANGUAGE: f32 = 1.3;
/// Many speak English.
const ENGLISH: f32 = 1.1;
const NO_DUTCH: f32 = 0.5;

/// How much more counts what is done in the language of the question, and how much less what is done in another.
const DONE_IN_IT: f32 = 1.2;
const DONE_IN_ANOTHER: f32 = 0.5;
const IN_ANOTHER_FOR_DUTCH: f32 = 0.8;

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

/// So many names that begin with a word are looked at: one that more have is no name.
const MOST_CALLED: usize = 200;

/// How an answer came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Some document has something for every word.
    All,
    /// No document has something for every word: these are the nearest.
    Nearest,
    /// There is nothing.
    Nothing,
}

/// An answer: documents with how well they fit, in no order.
#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    pub places: Vec<(Slot, f32)>,
    pub how: How,
    /// The question as it was read, when something was mistyped.
    pub read_as: Option<String>,
}

impl Hits {
    /// The best `most`, best first; what fits equally well in the order of the slots.
    #[must_use]
    pub fn best(&self, most: usize) -> Vec<(Slot, f32)> {
        let order =
            |one: &(Slot, f32), other: &(Slot, f32)| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0));
        let mut places = self.places.clone();
        if most < places.len() {
            places.select_nth_unstable_by(most, order);
            places.truncate(most);
        }
        places.sort_unstable_by(order);
        places
    }
}

/// Whether there is a word in it that says what somebody looks for.
#[must_use]
pub fn asks_something(typed: &str) -> bool {
    !words_of(typed).is_empty()
}

impl Snapshot {
    /// Whatever is typed is words: there is no language of questions in which somebody can make a mistake.
    #[must_use]
    pub fn find(&self, typed: &str) -> Hits {
        let mut question = Question::read(typed, self);
        let mut tables = self.tables();
        question.meant.retain(|heard| heard.surely >= HEARD);
        let meanings: Vec<Strengths> =
            question.meant.iter().map(|heard| self.meaning(heard, &mut tables)).collect();
        let mut scores = Scores::new(self.names.len());
        for (at, word) in question.words.iter().enumerate() {
            let mut said = self.said(word, &mut tables);
            let direct = said.len();
            scores.said_directly(at, &said);
            let covering =
                question.meant.iter().zip(&meanings).filter(|(heard, _)| heard.words & 1 << at != 0);
            let mut meant = 0;
            for (_, strengths) in covering {
                meant = meant.max(strengths.len());
                said.extend(strengths);
            }
            // A word nobody uses is as rare as what it means.
            let documents = if direct > 0 { direct } else { meant };
            scores.add(said, rarity(self.len(), documents) * word.counts, &mut tables);
        }
        self.help(&question, &mut scores);
        self.fitting(&question, &mut scores);
        let dutch = question.language.is_none() && question.languages.is_empty();
        let speaks = Speaks {
            same: if question.language == Some("en") { ENGLISH } else { SAME_LANGUAGE },
            in_another: if dutch { IN_ANOTHER_FOR_DUTCH } else { DONE_IN_ANOTHER },
        };
        scores.together(speaks, question.words.len());
        scores.lift(&self.called(&question.typed));
        let (places, all) = scores.answer(question.words.len());
        let how = match places.len() {
            0 => How::Nothing,
            _ if all => How::All,
            _ => How::Nearest,
        };
        Hits { places, how, read_as: question.read_as() }
    }

    /// Documents of which the name begins with exactly these words: whoever types a name wants that one. Words that help
    /// is spoken of in are no name by themselves.
    fn called(&self, typed: &[String]) -> Vec<u32> {
        let Some(first) = typed.first() else { return Vec::new() };
        if typed.iter().all(|word| lexicon().knows(word)) {
            return Vec::new();
        }
        let mut slots = self.named(&lexicon().stems.forms(first), MOST_CALLED);
        slots.retain(|slot| {
            let name = self.name(Slot(*slot)).map(words_of).unwrap_or_default();
            name.starts_with(typed)
        });
        slots
    }

    /// Adds how surely each document gives the help that is asked for.
    fn help(&self, question: &Question, scores: &mut Scores) {
        for (kind, counts) in &question.help {
            self.helping(*kind, |slot, surely| scores.help(slot, counts * surely));
        }
    }

    /// Marks who speaks the language and is there for these people, and who is there for others.
    fn fitting(&self, question: &Question, scores: &mut Scores) {
        for code in question.language.iter().chain(&question.languages) {
            self.each(&tokens::language(code), |slot| scores.mark(slot, SPEAKS));
        }
        self.each(&tokens::in_a_language(), |slot| scores.mark(slot, IN_A_LANGUAGE));
        self.each(&tokens::no_dutch(), |slot| scores.mark(slot, SPEAKS_NO_DUTCH));
        for key in &question.people {
            self.each(&tokens::people(key), |slot| scores.mark(slot, FOR_THEM));
        }
        for key in &question.others {
            self.each(&tokens::people(key), |slot| scores.mark(slot, FOR_ANOTHER));
        }
    }

    fn meaning(&self, heard: &Meant, tables: &mut Tables) -> Strengths {
        let more = heard.words.count_ones().saturating_sub(1).min(3) as f32;
        let surely = heard.surely * (1.0 + MORE_WORDS * more);
        let mut looks = vec![Look::new(tokens::meaning(heard.meaning), surely * MEANING)];
        let theme = lexicon().meanings.get(heard.meaning as usize).map_or("", |meaning| &meaning.theme);
        if !theme.is_empty() && heard.surely >= SURELY {
            looks.push(Look::new(tokens::theme(theme), surely * THEME));
        }
        self.strengths(&looks, tables)
    }

    /// Where a word is said, whole or in its parts.
    fn said(&self, word: &Word, tables: &mut Tables) -> Strengths {
        let mut said = self.strengths(&word.looks, tables);
        if word.parts.is_empty() {
            return said;
        }
        let each = 1.0 / word.parts.len() as f32;
        let mut parts: Vec<(u32, f32)> =
            word.parts.iter().flat_map(|looks| self.strengths(looks, tables)).collect();
        parts.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for of_one in parts.chunk_by(|one, other| one.0 == other.0) {
            let sum: f32 = of_one.iter().map(|(_, strength)| strength * each).sum();
            let counts = match of_one.len() == word.parts.len() {
                true => ALL_PARTS,
                false if word.named => SOME_PARTS_OF_A_NAME,
                false => SOME_PARTS,
            };
            said.extend(of_one.first().map(|(slot, _)| (*slot, sum * counts)));
        }
        said
    }
}

/// Rare words say more; the usual logarithm. A word that is nowhere says nothing.
fn rarity(all: usize, with: usize) -> f32 {
    if with == 0 { 0.0 } else { (1.0 + all as f32 / (1.0 + with as f32)).ln() }
}

/// Whether a document fits who asks; more than one may be so.
const SPEAKS: u8 = 1;
const SPEAKS_NO_DUTCH: u8 = 2;
const FOR_THEM: u8 = 4;
const FOR_ANOTHER: u8 = 8;
const IN_A_LANGUAGE: u8 = 16;

/// How many times more counts who speaks the language of the question, and what is done in another.
#[derive(Clone, Copy)]
struct Speaks {
    same: f32,
    in_another: f32,
}

/// What is known of one document.
#[derive(Clone, Copy, Default)]
struct Score {
    /// What the words say; in the end everything.
    total: f32,
    /// How surely it gives some of the help that is asked for, and the kind it gives most surely.
    gives: f32,
    surest: f32,
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
        if self.fits & FOR_THEM != 0 {
            times *= FOR_THESE;
        } else if self.fits & FOR_ANOTHER != 0 {
            times *= FOR_OTHERS;
        }
        times
    }
}

/// What is known of each place.
struct Scores {
    all: Vec<Score>,
    /// What a document could have at most for the words.
    most: f32,
}

impl Scores {
    fn new(places: usize) -> Self {
        Self { all: vec![Score::default(); places], most: 0.0 }
    }

    /// Adds one word: of everything said of a document the strongest.
    fn add(&mut self, said: Strengths, rarity: f32, tables: &mut Tables) {
        self.most += rarity;
        for (slot, strength) in tables.strongest(said) {
            if let Some(score) = self.all.get_mut(slot as usize) {
                score.total += strength * rarity;
                score.words += u8::from(strength >= THERE);
            }
        }
    }

    fn said_directly(&mut self, word: usize, said: &Strengths) {
        for (slot, strength) in said {
            if *strength >= SAID
                && let Some(score) = self.all.get_mut(*slot as usize)
            {
                score.direct |= 1u32.checked_shl(word as u32).unwrap_or(0);
            }
        }
    }

    /// Adds one kind of help.
    fn help(&mut self, slot: u32, surely: f32) {
        if let Some(score) = self.all.get_mut(slot as usize) {
            score.gives += (1.0 - score.gives) * surely.min(0.95);
            score.surest = score.surest.max(surely);
        }
    }

    fn mark(&mut self, slot: u32, fits: u8) {
        if let Some(score) = self.all.get_mut(slot as usize) {
            score.fits |= fits;
        }
    }

    /// Joins words, help and for whom it is.
    fn together(&mut self, speaks: Speaks, asked: usize) {
        let words = WORDS / self.most.max(f32::EPSILON);
        for score in &mut self.all {
            let help = SUREST * score.surest + (1.0 - SUREST) * score.gives;
            score.total = (words * score.total + help) * score.fitting(speaks);
            if asked > 1 && score.direct.count_ones() as usize == asked {
                score.total *= ALL_AS_TYPED;
            }
        }
    }

    /// Puts these above all others, in the order they had.
    fn lift(&mut self, slots: &[u32]) {
        let best = self.all.iter().map(|score| score.total).fold(0.0, f32::max);
        for slot in slots {
            if let Some(score) = self.all.get_mut(*slot as usize)
                && score.total > 0.0
            {
                score.total += best;
            }
        }
    }

    /// The places that fit, and whether one has all of so many words.
    fn answer(self, words: usize) -> (Vec<(Slot, f32)>, bool) {
        let best = self.all.iter().map(|score| score.total).fold(0.0, f32::max);
        let all = self.all.iter().any(|score| usize::from(score.words) == words);
        let least = best * OF_THE_BEST;
        let places = (0u32..).zip(self.all).filter(|(_, score)| score.total > 0.0 && score.total >= least);
        (places.map(|(slot, score)| (Slot(slot), score.total)).collect(), all)
    }
}
