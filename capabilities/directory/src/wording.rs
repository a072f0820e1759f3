//! Text as people type it, made fit at the door: nothing invisible, spaces folded, a known length.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Why a text cannot be taken. Lengths are in characters, as a person counts them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("empty")]
    Empty,
    #[error("{got} characters where {max} fit")]
    TooLong { got: usize, max: usize },
    #[error("{got} lines where {max} fit")]
    TooManyLines { got: usize, max: usize },
    /// Not one of the words this field knows.
    #[error("unknown word")]
    Unknown,
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            /// Puts another text in its place where there is one. Only for what leaves the house: its length is not
            /// looked at again.
            pub(crate) fn reword(&mut self, with: impl FnOnce(&str) -> Option<String>) {
                if let Some(text) = with(&self.0) {
                    self.0 = text;
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text! {
    /// What something is called: one line, never empty, at most [`Name::MAX`] characters.
    Name
}
text! {
    /// One line that may be empty, at most [`Line::MAX`] characters.
    Line
}
text! {
    /// Some sentences, perhaps in paragraphs; may be empty; at most [`Prose::MAX`] characters.
    Prose
}
text! {
    /// A list of short lines, kept one a line; may be empty.
    Lines
}

impl Name {
    pub const MAX: usize = 120;

    /// # Errors
    /// [`Unfit`] when nothing is left after cleaning, or more than [`Self::MAX`] characters are.
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        let text = one_line(typed);
        if text.chars().all(blank) {
            return Err(Unfit::Empty);
        }
        at_most(Self::MAX, text).map(Self)
    }

    /// The form in which names are compared and sorted: see [`name_key`].
    #[must_use]
    pub fn key(&self) -> String {
        name_key(&self.0)
    }
}

impl Line {
    pub const MAX: usize = 300;

    /// # Errors
    /// [`Unfit::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        at_most(Self::MAX, one_line(typed)).map(Self)
    }
}

impl Prose {
    pub const MAX: usize = 4000;

    /// # Errors
    /// [`Unfit::TooLong`].
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        at_most(Self::MAX, many_lines(typed, true)).map(Self)
    }

    /// Paragraphs, as they stand on the page.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n").filter(|paragraph| !paragraph.is_empty())
    }
}

impl Lines {
    pub const MAX_LINES: usize = 40;

    /// From a text area: every line that is not blank.
    ///
    /// # Errors
    /// [`Unfit`] when there are too many lines or one is longer than [`Line::MAX`].
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        Self::from_lines(typed.lines())
    }

    /// # Errors
    /// As [`Self::parse`].
    pub fn from_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, Unfit> {
        let kept: Vec<String> = lines.into_iter().map(one_line).filter(|line| !line.is_empty()).collect();
        if kept.len() > Self::MAX_LINES {
            return Err(Unfit::TooManyLines { got: kept.len(), max: Self::MAX_LINES });
        }
        let kept: Result<Vec<String>, Unfit> =
            kept.into_iter().map(|line| at_most(Line::MAX, line)).collect();
        Ok(Self(kept?.join("\n")))
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

/// Lower case, without accents or punctuation, words one space apart: `Café ’t Anker` becomes `cafe t anker`.
#[must_use]
pub fn name_key(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !joins(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn one_line(typed: &str) -> String {
    let visible: String =
        typed.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| fit(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines trimmed, at most one empty line between paragraphs.
fn many_lines(typed: &str, keep_paragraphs: bool) -> String {
    let mut text = String::with_capacity(typed.len());
    let mut blank = false;
    for line in typed.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(one_line) {
        if line.is_empty() {
            blank = !text.is_empty();
            continue;
        }
        if !text.is_empty() {
            text.push_str(if blank && keep_paragraphs { "\n\n" } else { "\n" });
        }
        blank = false;
        text.push_str(&line);
    }
    text
}

/// Not: control characters, private use, what has no width, and the marks that turn reading direction inside out.
/// Two names that look the same would otherwise be two names.
fn fit(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let invisible = matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}'
        | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    !(c.is_control() || turns || invisible || private)
}

/// Persian and some emoji need them between letters; between words they say nothing.
const fn joins(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Takes room, or not even that, and shows nothing.
const fn blank(c: char) -> bool {
    joins(c)
        || matches!(
            c,
            '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fe00}'..='\u{fe0f}'
        )
}

fn at_most(max: usize, text: String) -> Result<String, Unfit> {
    match text.chars().count() {
        got if got > max => Err(Unfit::TooLong { got, max }),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_what_nobody_can_see() {
        let name = Name::parse("  Café\u{202e} ’t\u{0} \n Anker ").unwrap();
        assert_eq!(name.as_str(), "Café ’t Anker");
        assert_eq!(name.key(), "cafe t anker");
    }

    #[test]
    fn names_that_look_the_same_are_the_same() {
        let plain = Name::parse("Koffie").unwrap();
        for typed in [
            "Kof\u{200b}fie",
            "Kof\u{ad}fie",
            "\u{61c}Koffie",
            "Koffie\u{2060}",
            "Kof\u{e0041}fie",
            "Koffie\u{f0000}",
        ] {
            assert_eq!(Name::parse(typed).as_ref(), Ok(&plain), "{typed:?}");
        }
        assert_eq!(Name::parse("Kof\u{200d}fie").unwrap().key(), plain.key());
        for nothing in ["\u{200b}", "\u{200d}\u{200c}", "\u{3164}", "\u{2800}"] {
            assert_eq!(Name::parse(nothing), Err(Unfit::Empty), "{nothing:?}");
        }
    }

    #[test]
    fn an_empty_name_and_one_that_is_too_long_are_told_apart() {
        assert_eq!(Name::parse(" \t\n"), Err(Unfit::Empty));
        assert_eq!(Name::parse(&"é".repeat(121)), Err(Unfit::TooLong { got: 121, max: 120 }));
    }

    #[test]
    fn paragraphs_survive_and_other_blank_space_does_not() {
        let prose = Prose::parse("\r\nEen.\r\n\r\n\r\n  Twee.\rDrie.\n").unwrap();
        assert_eq!(prose.as_str(), "Een.\n\nTwee.\nDrie.");
        assert_eq!(prose.paragraphs().count(), 2);
    }

    #[test]
    fn a_list_keeps_one_thing_a_line() {
        let lines = Lines::parse("Brieven lezen\n\n  Meegaan ").unwrap();
        assert_eq!(lines.iter().collect::<Vec<_>>(), ["Brieven lezen", "Meegaan"]);
    }
}
