//! From a question to documents: what each word says in each, directly or by what it means, rare words most.

use crate::index::Slot;
use crate::lexicon::{Meant, lexicon};
use crate::question::{Question, Word, words_of};
use crate::scores::{FOR_ANOTHER, FOR_THEM, IN_A_LANGUAGE, SPEAKS, SPEAKS_NO_DUTCH, Scores, Speaks};
use crate::snapshot::{Look, Room, Snapshot};
use crate::tokens;

/// How much a document counts that speaks of the same in other words.
const MEANING: f32 = 0.9;

/// How much a document counts that is about the same theme.
const THEME: f32 = 0.6;

/// What is heard less surely than this is not looked for among the words; and what must be heard for its theme.
const HEARD: f32 = 0.3;
const SURELY: f32 = 0.6;

/// How much the parts of a long word count, all of them, or some.
const ALL_PARTS: f32 = 0.85;
const SOME_PARTS: f32 = 0.35;

/// The parts of a word that people have names for lead to other things.
const SOME_PARTS_OF_A_NAME: f32 = 0.1;

/// A name of more words is meant more surely than a word.
const MORE_WORDS: f32 = 0.15;

/// How much more counts who speaks the language of the question.
const SAME_LANGUAGE: f32 = 1.3;
/// Many speak English.
const ENGLISH: f32 = 1.1;

/// How much less counts what is done in another language than that of the question.
const DONE_IN_ANOTHER: f32 = 0.5;
const IN_ANOTHER_FOR_DUTCH: f32 = 0.8;

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
        let most = most.min(self.places.len());
        let mut best: Vec<(Slot, f32)> = Vec::with_capacity(2 * most);
        // Whenever there are twice as many, the worse half is let go; the last that stays is the least that counts.
        let mut least = None;
        for place in self.places.iter().filter(|_| most > 0) {
            if least.is_some_and(|least| order(place, &least).is_gt()) {
                continue;
            }
            best.push(*place);
            if best.len() == 2 * most {
                best.select_nth_unstable_by(most - 1, order);
                best.truncate(most);
                least = best.last().copied();
            }
        }
        best.sort_unstable_by(order);
        best.truncate(most);
        best
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
        let question = Question::read(typed, self);
        self.with_room(|room| self.answer(&question, room))
    }

    fn answer(&self, question: &Question, room: &mut Room) -> Hits {
        for (at, word) in question.words.iter().enumerate() {
            self.say(&word.looks, room);
            self.say_parts(word, room);
            let direct = room.said.len();
            if question.words.len() > 1 {
                room.scores.said_directly(at, &room.said);
            }
            self.say(&meant_looks(question, at), room);
            // A word nobody uses is as rare as what it means.
            let documents = if direct > 0 { direct } else { room.said.len() };
            room.scores.add(&mut room.said, rarity(self.len(), documents) * word.counts);
        }
        let scores = &mut room.scores;
        self.help(question, scores);
        self.fitting(question, scores);
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

    /// Adds where a word is said in its parts.
    fn say_parts(&self, word: &Word, room: &mut Room) {
        let each = 1.0 / word.parts.len() as f32;
        for looks in &word.parts {
            self.say_part(looks, each, room);
        }
        let Room { parts, said, .. } = room;
        parts.take(|slot, sum, there| {
            let counts = match there as usize == word.parts.len() {
                true => ALL_PARTS,
                false if word.named => SOME_PARTS_OF_A_NAME,
                false => SOME_PARTS,
            };
            said.more(slot, sum * counts);
        });
    }
}

/// What to look for that a word means, alone or with others: each once.
fn meant_looks(question: &Question, word: usize) -> Vec<Look> {
    let heard = question.meant.iter().filter(|heard| heard.words & 1 << word != 0 && heard.surely >= HEARD);
    let mut looks: Vec<Look> = heard.flat_map(looks_of).collect();
    looks
        .sort_unstable_by(|one, other| one.token.cmp(&other.token).then(other.counts.total_cmp(&one.counts)));
    looks.dedup_by(|one, other| one.token == other.token);
    looks
}

/// A meaning that was heard, and its theme when it was heard surely.
fn looks_of(heard: &Meant) -> impl Iterator<Item = Look> {
    let more = heard.words.count_ones().saturating_sub(1).min(3) as f32;
    let surely = heard.surely * (1.0 + MORE_WORDS * more);
    let theme = lexicon().meanings.get(heard.meaning as usize).map_or("", |meaning| &meaning.theme);
    let theme = (!theme.is_empty() && heard.surely >= SURELY)
        .then(|| Look::new(tokens::theme(theme), surely * THEME));
    std::iter::once(Look::new(tokens::meaning(heard.meaning), surely * MEANING)).chain(theme)
}

/// Rare words say more; the usual logarithm. A word that is nowhere says nothing.
fn rarity(all: usize, with: usize) -> f32 {
    if with == 0 { 0.0 } else { (1.0 + all as f32 / (1.0 + with as f32)).ln() }
}
