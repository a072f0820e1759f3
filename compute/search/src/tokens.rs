//! What is written down of a text: the forms of its words, the parts of its long words, and what it speaks of.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::evidence::{Evidence, Place};
use crate::lexicon::{Class, Kind, Lexicon};
use crate::text;

/// A part of a long word.
pub(crate) fn part(form: &str) -> String {
    format!("+{form}")
}

/// What a group of names means.
pub(crate) fn meaning(number: u32) -> String {
    format!("~{number}")
}

/// A kind of help, by its number.
pub(crate) fn help(number: u32) -> String {
    format!("!{number}")
}

/// People an offer is for.
pub(crate) fn people(key: &str) -> String {
    mark('^', key)
}

/// Where no Dutch is spoken.
pub(crate) fn no_dutch() -> String {
    mark('@', "-")
}

/// What is done in languages that its texts name.
pub(crate) fn in_a_language() -> String {
    mark('@', "+")
}

/// A theme, by its key.
pub(crate) fn theme(key: &str) -> String {
    mark('#', key)
}

/// A language that is spoken, by its code.
pub(crate) fn language(code: &str) -> String {
    mark('@', code)
}

fn mark(sign: char, key: &str) -> String {
    std::iter::once(sign).chain(key.chars().filter(|c| !c.is_whitespace())).collect()
}

/// More known words than this are forgotten: a text is then analysed anew.
const MOST_KNOWN: usize = 100_000;

/// Reads texts; a word it has read before costs a look in a table.
pub(crate) struct Reader {
    lexicon: &'static Lexicon,
    known: HashMap<Box<str>, Arc<Known>>,
}

struct Known {
    /// Forms and parts as they are written down, with a space before each.
    tokens: Box<str>,
    /// Its own class and those of its parts.
    classes: Box<[Class]>,
}

impl Reader {
    pub(crate) fn new(lexicon: &'static Lexicon) -> Self {
        Self { lexicon, known: HashMap::new() }
    }

    /// Appends the tokens of a text, line by line, and adds the help it shows; gives each word to `each`.
    pub(crate) fn read(
        &mut self,
        (text, place): (&str, Place),
        into: &mut String,
        evidence: &mut Evidence,
        mut each: impl FnMut(&str),
    ) {
        let mut speaks_of = Vec::new();
        for line in text.split(['.', '!', '?', ';', ':', '\n']) {
            let mut classes = Vec::new();
            let mut at = 0;
            text::words(line, |word| {
                at += 1;
                let known = self.know(word);
                if !self.lexicon.is_empty(word) {
                    each(word);
                    into.push_str(&known.tokens);
                }
                classes.extend(known.classes.iter().map(|class| (at, *class)));
            });
            speaks_of.clear();
            self.lexicon.names.in_line(&classes, &mut speaks_of);
            for (_, number) in speaks_of.iter().filter(|(kind, _)| *kind == Kind::Name) {
                let _ = write!(into, " {}", meaning(*number));
            }
            evidence.line(&speaks_of, place, self.lexicon);
        }
    }

    fn know(&mut self, word: &str) -> Arc<Known> {
        if let Some(known) = self.known.get(word) {
            return Arc::clone(known);
        }
        let lexicon = self.lexicon;
        let mut tokens = String::new();
        for form in lexicon.stems.forms(word) {
            let _ = write!(tokens, " {form}");
        }
        for found in lexicon.split(word).unwrap_or_default() {
            for form in lexicon.stems.forms(found) {
                let _ = write!(tokens, " {}", part(&form));
            }
        }
        let classes = lexicon.classes_of(word).into_iter().map(|(class, _)| class).collect();
        let known = Arc::new(Known { tokens: tokens.into(), classes });
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
        }
        self.known.insert(word.into(), Arc::clone(&known));
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    fn read(text: &str) -> String {
        let mut tokens = String::new();
        Reader::new(lexicon()).read((text, Place::Does), &mut tokens, &mut Evidence::default(), |_| ());
        tokens
    }

    #[test]
    fn a_text_has_its_forms_its_parts_and_what_it_speaks_of() {
        let tokens = read("Wij helpen u met schuldhulpverlening");
        assert!(
            tokens.contains(" schuldhulpverlening") && tokens.contains(" +schuld ") && tokens.contains(" ~")
        );
        assert!(!tokens.contains(" wij"));
    }

    #[test]
    fn no_text_can_name_a_meaning_or_a_theme_itself() {
        let tokens = read("~1 #schulden +hulp slot:3 AND (x OR y) title:\"z\"~2^3");
        assert!(
            !tokens.split(' ').any(|token| token == "~1" || token == "#schulden" || token == "+hulp"),
            "{tokens}"
        );
    }
}
