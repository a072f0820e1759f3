//! Sentences of people and the kinds of help they ask for: a question is held against those most like it.

use std::collections::BTreeMap;

use super::names::Name;
use super::{Helps, Said};

/// How much a word says that stands in no sentence.
const UNHEARD: f32 = 4.0;

/// What is less like a sentence than this is not like it.
const LEAST: f32 = 0.2;

/// How much a second sentence of the same kind adds.
const SECOND: f32 = 0.7;

struct Sentence {
    kinds: Vec<u32>,
    length: f32,
}

/// All sentences, and all names of more words, by the words in them.
#[derive(Default)]
pub(crate) struct Sentences {
    all: Vec<Sentence>,
    with: Vec<Vec<u32>>,
    /// How much a word says: less, the more sentences have it.
    says: Vec<f32>,
}

impl Sentences {
    pub(super) fn of(names: &[Name], helps: &Helps, classes: usize) -> Self {
        let said: Vec<(&Name, &[u32])> = names
            .iter()
            .filter(|name| name.classes.len() > 1)
            .map(|name| (name, name.asks_for(helps)))
            .filter(|(_, kinds)| !kinds.is_empty())
            .collect();
        let mut with: Vec<Vec<u32>> = vec![Vec::new(); classes];
        for ((name, _), number) in said.iter().zip(0..) {
            for class in &name.classes {
                if let Some(with) = with.get_mut(*class as usize) {
                    with.push(number);
                }
            }
        }
        let rarity = |with: &Vec<u32>| (1.0 + said.len() as f32 / (1.0 + with.len() as f32)).ln();
        let mut sentences = Self { says: with.iter().map(rarity).collect(), with, all: Vec::new() };
        for (name, kinds) in said {
            let words = name.classes.iter().map(|class| sentences.says(*class));
            sentences.all.push(Sentence { kinds: kinds.to_vec(), length: length(words) });
        }
        sentences
    }

    fn says(&self, class: u32) -> f32 {
        self.says.get(class as usize).copied().unwrap_or(0.0)
    }

    /// The kinds of help that sentences like this question ask for, with how like they are (at most 1): the cosine of
    /// their words, each as rare as it is. One word is no sentence.
    pub(crate) fn alike(&self, words: &[Said<'_>]) -> Vec<(u32, f32)> {
        if words.len() < 2 {
            return Vec::new();
        }
        let asked = self.weights(words);
        let nowhere =
            words.iter().filter(|word| word.classes.iter().all(|(class, _)| !self.has(class.class)));
        let nowhere = nowhere.map(|word| UNHEARD * word.says);
        let question = length(asked.values().copied().chain(nowhere)).max(f32::EPSILON);
        // For each kind the two sentences that are most like it.
        let mut kinds: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
        for (sentence, shared) in self.shared(&asked) {
            let like = shared / (question * sentence.length.max(f32::EPSILON));
            for kind in sentence.kinds.iter().filter(|_| like >= LEAST) {
                let (first, second) = kinds.entry(*kind).or_default();
                *second = second.max(like.min(*first));
                *first = first.max(like);
            }
        }
        let both = |(first, second): (f32, f32)| (first + SECOND * (1.0 - first) * second).min(1.0);
        kinds.into_iter().map(|(kind, most)| (kind, both(most))).collect()
    }

    fn has(&self, class: u32) -> bool {
        self.with.get(class as usize).is_some_and(|with| !with.is_empty())
    }

    /// How much each class of words says that a question may be of: as much as its strongest word.
    fn weights(&self, words: &[Said<'_>]) -> BTreeMap<u32, f32> {
        let mut weights: BTreeMap<u32, f32> = BTreeMap::new();
        for word in words {
            for (class, surely) in word.classes.iter().filter(|(class, _)| self.has(class.class)) {
                let known = weights.entry(class.class).or_default();
                *known = known.max(self.says(class.class) * surely * word.says);
            }
        }
        weights
    }

    /// What each sentence has in common with a question, those that have something.
    fn shared(&self, asked: &BTreeMap<u32, f32>) -> impl Iterator<Item = (&Sentence, f32)> {
        let mut shared = vec![0.0f32; self.all.len()];
        for (class, weight) in asked {
            for sentence in self.with.get(*class as usize).into_iter().flatten() {
                if let Some(shared) = shared.get_mut(*sentence as usize) {
                    *shared += self.says(*class) * weight;
                }
            }
        }
        self.all.iter().zip(shared).filter(|(_, shared)| *shared > 0.0)
    }
}

fn length(words: impl Iterator<Item = f32>) -> f32 {
    words.map(|says| says.powi(2)).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    fn most_alike(question: &str) -> Option<&'static str> {
        let lexicon = lexicon();
        let classes: Vec<_> = lexicon.content(question).iter().map(|word| lexicon.classes_of(word)).collect();
        let words: Vec<Said<'_>> = classes.iter().map(|classes| Said { classes, says: 1.0 }).collect();
        let alike = lexicon.sentences.alike(&words);
        let kinds = super::super::file::helps(super::super::file::HELP);
        let most = alike.into_iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        kinds.get(most.0 as usize).map(|kind| kind.key)
    }

    #[test]
    fn who_says_it_in_other_words_around_the_same_asks_for_the_same() {
        for (question, kind) in [
            ("de brievenbus van mijn neef puilt uit en hij haalt hem niet leeg", "schuldmaatje"),
            ("mijn tas is gerold in de trein met mijn geld erin", "noodgeld"),
        ] {
            assert_eq!(most_alike(question), Some(kind), "{question}");
        }
    }

    #[test]
    fn nothing_is_more_like_a_sentence_than_the_sentence_itself() {
        let lexicon = lexicon();
        let classes: Vec<_> = ["kind", "kinderen", "kind"].map(|word| lexicon.classes_of(word)).to_vec();
        let words: Vec<Said<'_>> = classes.iter().map(|classes| Said { classes, says: 1.0 }).collect();
        assert!(lexicon.sentences.alike(&words).iter().all(|(_, like)| *like <= 1.0 - f32::EPSILON));
    }

    #[test]
    fn one_word_and_words_that_nobody_says_are_like_no_sentence() {
        assert_eq!(most_alike("brievenbus"), None);
        assert_eq!(most_alike("xyzzy plugh"), None);
    }
}
