//! What a question means: the names and sentences that are in it, whole or for the most part.

use std::collections::BTreeMap;

use super::{Class, Kind, Lexicon};

/// What counts as most of a sentence said at the door.
const MOST_OF_A_SENTENCE: f32 = 0.6;

/// What counts as most of a name.
const MOST_OF_A_NAME: f32 = 0.7;

/// A name that is only partly there says less than its part.
const PARTLY: f32 = 0.75;

/// More meanings than this say no more.
pub(super) const MOST_MEANT: usize = 16;

/// A meaning that was heard, how surely (0 to 1), and in which words (a bit for each).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Meant {
    pub(crate) meaning: u32,
    pub(crate) surely: f32,
    pub(crate) words: u32,
}

impl Meant {
    /// What was heard in more words is meant more.
    pub(super) fn rank(&self) -> f32 {
        self.surely * (1.0 + self.words.count_ones() as f32)
    }
}

impl Lexicon {
    /// `words` has for each word of a question its classes, with how surely it is of that class; `small` its small words.
    pub(crate) fn meant(&self, words: &[Vec<(Class, f32)>], small: &[String]) -> Vec<Meant> {
        // For each name that has some of the words: which of its classes, how surely, in which words.
        let mut partly: BTreeMap<u32, BTreeMap<u32, (f32, u32)>> = BTreeMap::new();
        let mut in_parts: BTreeMap<u32, bool> = BTreeMap::new();
        for (at, classes) in words.iter().enumerate().take(32) {
            for (Class { class, part }, surely) in classes {
                for name in self.names.with(*class) {
                    *in_parts.entry(*name).or_insert(true) &= *part;
                    let there = partly.entry(*name).or_default().entry(*class).or_default();
                    there.0 = there.0.max(*surely);
                    there.1 |= 1 << at;
                }
            }
        }
        let mut meant: Vec<Meant> = Vec::new();
        for (number, there) in partly {
            let Some(name) = self.names.get(number) else { continue };
            // One part of a long word is another thing than the word.
            if there.len() == 1 && in_parts.get(&number).is_some_and(|parts| *parts) {
                continue;
            }
            if !name.is_around(small) {
                continue;
            }
            let said: f32 = there.iter().map(|(class, (surely, _))| self.names.weight(*class) * surely).sum();
            let share = said / name.weight;
            let whole = there.len() == name.classes.len();
            let surely = match name.kind {
                _ if whole => share,
                Kind::Door if share >= MOST_OF_A_SENTENCE && there.len() > 1 => share * PARTLY,
                Kind::Name if share >= MOST_OF_A_NAME => share * PARTLY,
                _ => continue,
            };
            let words = there.values().fold(0, |words, (_, at)| words | at);
            match meant.iter_mut().find(|other| other.meaning == name.meaning && other.words == words) {
                Some(other) => other.surely = other.surely.max(surely),
                None => meant.push(Meant { meaning: name.meaning, surely, words }),
            }
        }
        meant.sort_by(|one, other| {
            other
                .rank()
                .total_cmp(&one.rank())
                .then((one.meaning, one.words).cmp(&(other.meaning, other.words)))
        });
        meant.truncate(MOST_MEANT);
        meant
    }

    /// The class of a long word that is joined otherwise: *stoelengym* is *stoelgym*.
    fn class_of_parts(&self, parts: &[&str]) -> Option<u32> {
        let (last, others) = parts.split_last().filter(|(_, others)| !others.is_empty())?;
        let mut bare = String::new();
        for part in others {
            // The shortest stem is the word without what joins it to the next.
            bare.push_str(self.stems.forms(part).iter().min_by_key(|form| form.len())?);
        }
        ["", "s", "en"].iter().find_map(|link| {
            let word = format!("{bare}{link}{last}");
            self.classes.has_word(&word).then(|| self.classes.of_forms(&self.stems.forms(&word)))?
        })
    }

    /// The class of a word and, less surely, those of its parts.
    pub(crate) fn classes_of(&self, word: &str) -> Vec<(Class, f32)> {
        self.classes_in(word, &self.stems.forms(word), &self.split(word).unwrap_or_default())
    }

    /// The same for a word of which the forms and the parts are known already.
    pub(crate) fn classes_in(&self, word: &str, forms: &[String], parts: &[&str]) -> Vec<(Class, f32)> {
        const IN_PARTS: f32 = 0.85;
        const IN_PARTS_OF_A_NAME: f32 = 0.4;
        let own = self.classes.of_forms(forms).or_else(|| self.class_of_parts(parts));
        let own = own.map(|class| (Class { class, part: false }, 1.0));
        let mut classes: Vec<(Class, f32)> = own.into_iter().collect();
        let in_parts = if self.classes.has_word(word) { IN_PARTS_OF_A_NAME } else { IN_PARTS };
        for part in parts {
            if let Some(class) = self.classes.of_forms(&self.stems.forms(part))
                && classes.iter().all(|(other, _)| other.class != class)
            {
                classes.push((Class { class, part: true }, in_parts));
            }
        }
        classes
    }
}

/// What is heard whole in more words takes from what is heard in some of them.
pub(crate) fn settled(mut meant: Vec<Meant>) -> Vec<Meant> {
    const HEARD_IN_MORE: f32 = 0.4;
    const WHOLE: f32 = 0.8;
    let whole: Vec<(u32, f32)> =
        meant.iter().filter(|heard| heard.surely >= WHOLE).map(|heard| (heard.words, heard.surely)).collect();
    for heard in &mut meant {
        let more = |(words, surely): &(u32, f32)| {
            words & heard.words == heard.words && (*words != heard.words || *surely > heard.surely + 0.2)
        };
        if whole.iter().any(more) {
            heard.surely *= HEARD_IN_MORE;
        }
    }
    meant
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    fn meant(question: &str) -> Vec<Meant> {
        let lexicon = lexicon();
        let words: Vec<_> = lexicon.content(question).iter().map(|word| lexicon.classes_of(word)).collect();
        lexicon.meant(&words, &crate::text::list(question))
    }

    #[test]
    fn official_everyday_and_spoken_words_mean_the_same() {
        let one = meant("schuldhulpverlening")[0].meaning;
        for other in ["hulp bij schulden", "schuldhulp", "ik heb schulden"] {
            assert!(meant(other).iter().any(|heard| heard.meaning == one), "{other}");
        }
    }

    #[test]
    fn a_sentence_is_heard_in_other_words_around_it() {
        let rent = meant("huurachterstand")[0].meaning;
        let heard = meant("mijn buurvrouw kan de huur al maanden niet meer betalen");
        assert!(
            heard.iter().any(|heard| heard.meaning == rent && heard.words.count_ones() == 2),
            "{heard:?}"
        );
    }

    #[test]
    fn what_nobody_says_means_nothing() {
        assert_eq!(meant("xyzzy"), []);
        assert_eq!(meant(""), []);
    }
}
