//! Suggestions while somebody is typing: what people call things, words, and names of offers.

use crate::index::Slot;
use crate::lexicon::lexicon;
use crate::question::cut;
use crate::snapshot::Snapshot;
use crate::text;
use crate::tokens;

/// With fewer letters than this anything could follow.
const SHORTEST: usize = 2;

/// How many words that begin like this are looked at.
const MOST_WORDS: usize = 40;

/// How many offers of one word are looked at.
const MOST_OFFERS: usize = 400;

/// Something to go on with: words to ask, or the name of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub text: String,
    /// The offer, when it is the name of one.
    pub slot: Option<Slot>,
}

/// What is suggested so far: never more than `most`, and nothing twice, however it is written.
struct Told {
    most: usize,
    keys: Vec<String>,
    all: Vec<Suggestion>,
}

impl Told {
    fn add(&mut self, text: &str, slot: Option<Slot>) {
        let key = text::folded(text);
        if self.all.len() < self.most && !self.keys.contains(&key) {
            self.keys.push(key);
            self.all.push(Suggestion { text: text.to_owned(), slot });
        }
    }
}

impl Snapshot {
    /// At most `most`, and nothing that leads nowhere.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        let words = text::list(cut(typed));
        let Some((last, before)) = words.split_last() else { return Vec::new() };
        if last.chars().count() < SHORTEST {
            return Vec::new();
        }
        let mut told = Told { most, keys: Vec::new(), all: Vec::new() };
        let longer = self.longer(last);
        let start = words.join(" ");
        let called = lexicon().called(&start).filter(|(_, meaning)| self.leads(&tokens::meaning(*meaning)));
        called.take(most / 2).for_each(|(name, _)| told.add(name, None));
        if before.is_empty() {
            longer.iter().filter(|word| lexicon().knows(word)).take(2).for_each(|word| told.add(word, None));
        }
        for (name, slot) in self.offers(before, &longer) {
            if told.all.len() >= most {
                break;
            }
            told.add(name, Some(slot));
        }
        told.all
    }

    /// The words that begin like this, the commonest first.
    fn longer(&self, start: &str) -> Vec<String> {
        let mut longer: Vec<(u32, &str)> =
            self.vocabulary.starting_with(start).map(|word| (self.frequency(word), word)).collect();
        longer.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
        let there = longer.into_iter().map(|(_, word)| word).filter(|word| self.leads(word));
        there.take(MOST_WORDS).map(str::to_owned).collect()
    }

    /// Offers with all words before and any of the longer ones in their name, short names first.
    fn offers(&self, before: &[String], longer: &[String]) -> Vec<(&str, Slot)> {
        let mut slots = self.named(longer, MOST_OFFERS);
        for word in before.iter().filter(|word| !lexicon().is_empty(word)) {
            let with = self.named(&lexicon().stems.forms(word), usize::MAX);
            slots.retain(|slot| with.binary_search(slot).is_ok());
        }
        let mut names: Vec<(&str, Slot)> =
            slots.into_iter().filter_map(|slot| Some((self.name(Slot(slot))?, Slot(slot)))).collect();
        names.sort_by_cached_key(|(name, slot)| (name.chars().count(), *name, *slot));
        names.dedup_by(|one, other| one.0 == other.0);
        names
    }
}
