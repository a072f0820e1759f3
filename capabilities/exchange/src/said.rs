//! What somebody says with a step: a sentence or some, and nothing that tells who it is about.

use directory::wording::{Prose, Unfit};
use nameless::Kind;

/// Some words that name nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said(String);

/// Why it cannot be said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotNameless {
    Empty,
    TooLong {
        got: usize,
        max: usize,
    },
    /// It tells who it is about: what it is, and the words in which it stands.
    Tells(Vec<(Kind, String)>),
}

impl Said {
    /// A question, an answer, another proposal.
    pub const LONG: usize = 600;

    /// Why not, or how it went: one line.
    pub const SHORT: usize = 200;

    /// `year`: the year it is now. A whole date before it may be somebody's birth date, a later one is an appointment unless
    /// it says beside it that somebody was born then.
    ///
    /// # Errors
    /// Nothing typed, too much, or something that tells who it is about.
    pub fn parse(typed: &str, max: usize, year: i16) -> Result<Self, NotNameless> {
        let clean = match Prose::parse(typed) {
            Ok(prose) => prose.as_str().to_owned(),
            Err(Unfit::TooLong { got, .. }) => return Err(NotNameless::TooLong { got, max }),
            Err(_) => return Err(NotNameless::Empty),
        };
        let got = clean.chars().count();
        if clean.trim().is_empty() {
            return Err(NotNameless::Empty);
        }
        if got > max {
            return Err(NotNameless::TooLong { got, max });
        }
        let found = nameless::found(&clean, year);
        if found.is_empty() {
            return Ok(Self(clean));
        }
        let words = |at: std::ops::Range<usize>| clean.get(at).unwrap_or_default().to_owned();
        Err(NotNameless::Tells(found.into_iter().map(|one| (one.kind, words(one.at))).collect()))
    }

    /// From our own rows, where it was let in once.
    #[must_use]
    pub const fn kept(text: String) -> Self {
        Self(text)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split('\n').filter(|line| !line.trim().is_empty())
    }
}
