//! The forms under which a Dutch word is found: itself and two stems.

use frostem::{Algorithm, Stemmer};

/// Words that a stemmer takes for a form of another word: *ouderen* are no *ouders*, *gezond* is no *zoon*. Each with its
/// one form.
const ALONE: [(&str, &str); 26] = [
    ("ouderen", "ouderen"),
    ("oudere", "ouderen"),
    ("jongen", "jongen"),
    ("rekening", "rekening"),
    ("rekeningen", "rekening"),
    ("rits", "rits"),
    ("bakje", "bakje"),
    ("spreekster", "spreekster"),
    ("naasten", "naasten"),
    ("gezond", "gezond"),
    ("gezonde", "gezond"),
    ("gezin", "gezin"),
    ("gezinnen", "gezin"),
    ("gebed", "gebed"),
    ("gebeden", "gebed"),
    ("gewoon", "gewoon"),
    ("gewone", "gewoon"),
    ("gezag", "gezag"),
    ("weten", "weten"),
    ("gaat", "gaan"),
    ("lessen", "les"),
    ("leefbaar", "leefbaar"),
    ("leefbaarheid", "leefbaar"),
    ("geboorte", "geboorte"),
    ("afvallen", "afvallen"),
    ("korting", "korting"),
];

/// Either stemmer misses everyday plurals (*schuld, schulden* the one, *boek, boeken* the other); together with the
/// word itself they join most.
pub(crate) struct Stems {
    stemmers: [Stemmer; 2],
}

impl Default for Stems {
    fn default() -> Self {
        Self { stemmers: [Algorithm::Dutch, Algorithm::DutchPorter].map(Stemmer::new) }
    }
}

impl Stems {
    /// The word first.
    pub(crate) fn forms(&self, word: &str) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        if let Some((_, form)) = ALONE.iter().find(|(alone, _)| *alone == word) {
            if *form != word {
                forms.push((*form).to_owned());
            }
            return forms;
        }
        // Other scripts have no Dutch stems.
        if !word.is_ascii() || word.len() < 3 {
            return forms;
        }
        for stemmer in &self.stemmers {
            let stem = stemmer.stem(word).into_owned();
            if !stem.is_empty() && !forms.contains(&stem) {
                forms.push(stem);
            }
        }
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_and_more_of_them_share_a_form() {
        let stems = Stems::default();
        for (one, more) in [
            ("brief", "brieven"),
            ("formulier", "formulieren"),
            ("schuld", "schulden"),
            ("huis", "huizen"),
            ("boek", "boeken"),
        ] {
            let (one, more) = (stems.forms(one), stems.forms(more));
            assert!(one.iter().any(|form| more.contains(form)), "{one:?} {more:?}");
        }
    }

    #[test]
    fn words_that_only_look_alike_share_no_form() {
        let stems = Stems::default();
        for (one, other) in [
            ("ouderen", "ouders"),
            ("gezond", "zoon"),
            ("gezin", "zin"),
            ("gebed", "bed"),
            ("gewoon", "wonen"),
            ("weten", "wet"),
            ("gaat", "gat"),
            ("lessen", "lezen"),
        ] {
            let (one, other) = (stems.forms(one), stems.forms(other));
            assert!(!one.iter().any(|form| other.contains(form)), "{one:?} {other:?}");
        }
    }

    #[test]
    fn no_word_stands_alone_that_both_stemmers_leave_as_it_is() {
        let stems = Stems::default();
        let left = |word: &str, form: &str| stems.stemmers.iter().all(|one| one.stem(word) == form);
        let needless: Vec<&str> =
            ALONE.iter().filter(|(word, form)| left(word, form)).map(|(word, _)| *word).collect();
        assert_eq!(needless, [""; 0]);
    }
}
