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

impl Snapshot {
    /// At most `most`, and nothing that leads nowhere.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        let words = text::list(cut(typed));
        let Some((last, before)) = words.split_last() else { return Vec::new() };
        if last.chars().count() < SHORTEST {
            return Vec::new();
        }
        let mut all: Vec<Suggestion> = Vec::new();
        let mut add = |text: &str, slot: Option<Slot>| {
            let key = text::folded(text);
            if all.iter().all(|known| text::folded(&known.text) != key) {
                all.push(Suggestion { text: text.to_owned(), slot });
            }
        };
        let longer = self.longer(last);
        let start = words.join(" ");
        let called = lexicon().called(&start).filter(|(_, meaning)| self.leads(&tokens::meaning(*meaning)));
        called.take(most / 2).for_each(|(name, _)| add(name, None));
        if before.is_empty() {
            longer.iter().filter(|word| lexicon().knows(word)).take(2).for_each(|word| add(word, None));
        }
        self.offers(before, &longer).into_iter().for_each(|(name, slot)| add(name, Some(slot)));
        all.truncate(most);
        all
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
        names.sort_by(|one, other| (one.0.chars().count(), one).cmp(&(other.0.chars().count(), other)));
        names.dedup_by(|one, other| one.0 == other.0);
        names
    }
}
