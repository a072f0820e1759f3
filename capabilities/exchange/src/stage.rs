//! What the clock says of a term, each once.

use ground::moment::Moment;
use terms::Term;

/// How many one round of the clock looks at: the rest is for the next, so that others can write in between.
pub const ROUND: i64 = 500;

/// When something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Half of the term passed: both hear it.
    Half,
    /// The whole term passed: both hear it.
    Term,
    /// And still nothing happened: whoever coordinates the terms of the area hears it.
    Coordinator,
}

impl Stage {
    pub const ALL: [Self; 3] = [Self::Half, Self::Term, Self::Coordinator];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Term => "term",
            Self::Coordinator => "coordinator",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// Whether this is to be said now, while that term runs.
    #[must_use]
    pub fn is_due(self, term: Option<Term>, now: Moment) -> bool {
        term.is_some_and(|term| match self {
            // After the whole term it is no news any more that half of it passed.
            Self::Half => term.half <= now && now < term.until,
            Self::Term => term.until <= now,
            Self::Coordinator => term.tell <= now,
        })
    }
}

/// Whether half of a term or the whole of it passed in between: what both sides hear of.
#[must_use]
pub fn passed(term: Option<Term>, since: Moment, now: Moment) -> bool {
    let between = |at: Moment| since < at && at <= now;
    term.is_some_and(|term| between(term.half) || between(term.until))
}
