//! What people type in English, Arabic, Turkish, Polish and Ukrainian, and which meanings that has.

use std::collections::HashMap;

use super::Lexicon;
use super::file::Need;
use super::heard::{MOST_MEANT, Meant};
use crate::near::{Typed, forgiven};

/// Letters two words must begin with together to be forms of one word.
const SAME_START: usize = 4;
/// Behind an Arabic article: most roots there have three letters.
const SAME_ROOT: usize = 3;

/// How many letters more a typed word may have, and how many fewer: endings of Turkish, Polish and Ukrainian.
const LONGER: usize = 6;
const SHORTER: usize = 2;

/// How surely a word is known that has another ending, an article, or an error in it.
const OTHER_ENDING: f32 = 0.85;
const ARTICLE: f32 = 0.95;
const MISTYPED: f32 = 0.7;

/// Of what people type for it at least this part must be there.
const MOST: f32 = 0.35;

/// What is only partly there says less than its part.
const PARTLY: f32 = 0.7;

struct Said {
    words: Vec<u32>,
    need: usize,
    language: &'static str,
}

#[derive(Default)]
pub(crate) struct Foreign {
    words: HashMap<String, u32>,
    /// The words by the letters two forms of one word have in common at least, and by the word without its article.
    starts: HashMap<String, Vec<(String, u32)>>,
    bare: HashMap<String, Vec<(String, u32)>>,
    said: Vec<Said>,
    with: Vec<Vec<usize>>,
    /// How much a word says: less, the more needs have it.
    weights: Vec<f32>,
    /// For each need what it means and how surely.
    means: Vec<Vec<(u32, f32)>>,
}

impl Foreign {
    /// `first` is the meaning of the first need; the others follow.
    pub(super) fn of(lexicon: &Lexicon, needs: &[Need], first: usize) -> Self {
        let mut foreign = Self::default();
        for (need, text) in needs.iter().enumerate() {
            for (language, said) in text.foreign() {
                foreign.add(lexicon.content(said), need, language);
            }
            let mut means = vec![(super::number(first + need), 1.0)];
            for name in &text.nl {
                let words: Vec<_> =
                    lexicon.content(name).iter().map(|word| lexicon.classes_of(word)).collect();
                let all = (1u32 << words.len().min(31)) - 1;
                let heard = lexicon
                    .meant(&words, &[])
                    .into_iter()
                    .filter(|heard| heard.words == all && heard.surely > 0.8);
                for heard in heard {
                    if means.iter().all(|(meaning, _)| *meaning != heard.meaning) {
                        means.push((heard.meaning, heard.surely * 0.9));
                    }
                }
            }
            foreign.means.push(means);
        }
        foreign.weights = foreign.with.iter().map(|said| foreign.weight(said, needs.len())).collect();
        foreign
    }

    fn weight(&self, said: &[usize], needs: usize) -> f32 {
        let mut with: Vec<usize> = said.iter().filter_map(|said| Some(self.said.get(*said)?.need)).collect();
        with.dedup();
        (1.0 + needs as f32 / (1.0 + with.len() as f32)).ln()
    }

    fn add(&mut self, words: Vec<String>, need: usize, language: &'static str) {
        let mut row: Vec<u32> = Vec::new();
        for word in words {
            let number = self.number(word);
            if !row.contains(&number) {
                self.with[number as usize].push(self.said.len());
                row.push(number);
            }
        }
        if !row.is_empty() {
            self.said.push(Said { words: row, need, language });
        }
    }

    fn number(&mut self, word: String) -> u32 {
        if let Some(number) = self.words.get(&word) {
            return *number;
        }
        let number = super::number(self.words.len());
        self.starts.entry(start(&word)).or_default().push((word.clone(), number));
        if !word.is_ascii() {
            self.bare.entry(bare(&word).to_owned()).or_default().push((word.clone(), number));
        }
        self.words.insert(word, number);
        self.with.push(Vec::new());
        number
    }

    /// The words of a question, as far as they are known here, and the language most of it is in.
    pub(crate) fn meant(&self, words: &[String]) -> (Vec<Meant>, Option<&'static str>) {
        let mut partly: HashMap<usize, Vec<(u32, f32, usize)>> = HashMap::new();
        for (at, word) in words.iter().enumerate().take(32) {
            for (number, surely) in self.known(word) {
                for said in self.with.get(number as usize).into_iter().flatten() {
                    partly.entry(*said).or_default().push((number, surely, at));
                }
            }
        }
        let mut meant: Vec<Meant> = Vec::new();
        let mut most: Option<(f32, &'static str)> = None;
        let mut partly: Vec<_> = partly.into_iter().collect();
        partly.sort_unstable_by_key(|(said, _)| *said);
        for (said, there) in partly {
            let Some(said) = self.said.get(said) else { continue };
            let weight = |word: &u32| self.weights.get(*word as usize).copied().unwrap_or(0.0);
            let had = said.words.iter().filter_map(|word| {
                let surely =
                    there.iter().filter(|(number, _, _)| number == word).map(|(_, surely, _)| *surely);
                Some(surely.reduce(f32::max)? * weight(word))
            });
            let (had, count) = had.fold((0.0, 0), |(sum, count), had| (sum + had, count + 1));
            let share = had / said.words.iter().map(weight).sum::<f32>();
            if share < MOST {
                continue;
            }
            let surely = if count == said.words.len() { share } else { share * PARTLY };
            if most.is_none_or(|(best, _)| had * share > best) {
                most = Some((had * share, said.language));
            }
            let words = there.iter().fold(0, |words, (_, _, at)| words | 1 << at);
            for (meaning, means) in self.means.get(said.need).into_iter().flatten() {
                let surely = surely * means;
                match meant.iter_mut().find(|other| other.meaning == *meaning && other.words == words) {
                    Some(other) => other.surely = other.surely.max(surely),
                    None => meant.push(Meant { meaning: *meaning, surely, words }),
                }
            }
        }
        meant.sort_by(|one, other| {
            other
                .rank()
                .total_cmp(&one.rank())
                .then((one.meaning, one.words).cmp(&(other.meaning, other.words)))
        });
        meant.truncate(MOST_MEANT);
        (meant, most.map(|(_, language)| language))
    }

    /// The words this may be: exactly, with or without an Arabic article, with another ending; or else mistyped.
    fn known(&self, word: &str) -> Vec<(u32, f32)> {
        if word.is_empty() {
            return Vec::new();
        }
        let mut known: Vec<(u32, f32)> =
            self.words.get(word).map(|number| (*number, 1.0)).into_iter().collect();
        for (other, number) in self.starts.get(&start(word)).into_iter().flatten() {
            if word != other && alike(word, other) {
                known.push((*number, OTHER_ENDING));
            }
        }
        let same = (!word.is_ascii()).then(|| self.bare.get(bare(word))).flatten().into_iter().flatten();
        for (_, number) in same.filter(|(other, _)| word != other && !alike(word, other)) {
            known.push((*number, ARTICLE));
        }
        if !known.is_empty() || forgiven(word.chars().count()) == 0 {
            return known;
        }
        let typed = Typed::new(word);
        let near = self.words.iter().filter_map(|(known, number)| {
            let errors = typed.errors(known).filter(|_| word.is_ascii() == known.is_ascii())?;
            Some((errors, *number))
        });
        near.min().map(|(_, number)| (number, MISTYPED)).into_iter().collect()
    }

    /// Whether this is a word of one of these languages.
    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }
}

/// Whether two words are one with different endings. An article that both have is no part of what they share.
pub(super) fn alike(word: &str, known: &str) -> bool {
    let same = word.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let (longer, shorter) = (word.chars().count() - same, known.chars().count() - same);
    let article = |word: &str| word.chars().count() - bare(word).chars().count();
    let article = article(word).min(article(known));
    let enough = if article > 0 { SAME_ROOT } else { SAME_START };
    same >= enough + article
        && if shorter == 0 { longer <= LONGER } else { shorter <= SHORTER && same > longer + shorter }
}

/// The letters by which a word is looked up that may have another ending.
pub(super) fn start(word: &str) -> String {
    word.chars().take(SAME_START).collect()
}

/// An Arabic word without the article and the small words that are written to it.
pub(super) fn bare(word: &str) -> &str {
    const BEFORE: [&str; 7] = ["وال", "بال", "لل", "ال", "و", "ب", "ل"];
    let rest = BEFORE.iter().find_map(|before| word.strip_prefix(before));
    rest.filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::super::{file, lexicon};

    #[test]
    fn a_need_is_understood_in_each_language_and_with_other_endings() {
        let debts = lexicon().foreign.meant(&["debt".to_owned()]).0;
        assert!(!debts.is_empty());
        for word in ["borc", "borclarim", "dlugow", "ديون", "الديون", "боргів"] {
            let (heard, _) = lexicon().foreign.meant(&crate::text::list(word));
            assert!(heard.iter().any(|heard| heard.meaning == debts[0].meaning), "{word}");
        }
        assert!(lexicon().foreign.meant(&["xyzzy".to_owned()]).0.is_empty());
    }

    #[test]
    fn whatever_is_typed_for_a_need_in_any_language_means_that_need_and_nothing_more_than_it() {
        let needs = file::needs(file::NEEDS).unwrap();
        for (need, text) in needs.iter().enumerate() {
            let own = lexicon().foreign.means[need][0].0;
            for (language, said) in text.foreign() {
                let (heard, _) = lexicon().foreign.meant(&lexicon().content(said));
                let found = heard.iter().find(|heard| heard.meaning == own);
                assert!(found.is_some_and(|it| it.rank() >= heard[0].rank()), "{language}: {said}");
            }
        }
    }

    #[test]
    fn an_article_does_not_make_two_words_one() {
        assert!(!super::alike("الماء", "المال"), "water is no money");
        assert!(!super::alike("الموجر", "الموت"), "a landlord is no death");
        assert!(super::alike("الديون", "الديونه"));
    }
}
