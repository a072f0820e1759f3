//! One line of what an import has to say: what became of something in the file, where, and why.

use super::record::{At, Outcome, Reason, Remark};

/// What became of it. The words are those of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Fate {
    Refused,
    LeftOut,
    Mended,
    Noted,
    /// On the map by this source, and no longer in its file.
    Gone,
    /// The file says something else than a human said later; the human is right.
    Kept,
}

impl Fate {
    pub const ALL: [Self; 6] =
        [Self::Refused, Self::LeftOut, Self::Kept, Self::Gone, Self::Mended, Self::Noted];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::LeftOut => "left_out",
            Self::Mended => "mended",
            Self::Noted => "noted",
            Self::Gone => "gone",
            Self::Kept => "kept",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.word() == word)
    }
}

impl From<Outcome> for Fate {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Refused => Self::Refused,
            Outcome::LeftOut => Self::LeftOut,
            Outcome::Mended => Self::Mended,
            Outcome::Noted => Self::Noted,
        }
    }
}

/// Why: what the reader saw, or what the map itself says. Each has its sentence as `import-reason-<word>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    Read(Reason),
    /// A human said that it is right as it stands.
    Confirmed,
    /// A human changed it after it was brought in.
    Edited,
    /// A human took it off the map after it was brought in.
    Removed,
    /// The source no longer has it.
    Dropped,
    /// Its point lies in no shape; the nearest neighbourhood was taken.
    NearArea,
    /// Its point lies in none of the municipality's neighbourhoods.
    OutsideAreas,
    /// Its name is like that of somebody who asked not to be listed.
    LikeUnwanted,
    /// It has an open address, and its name is like that of a party with a secret place.
    LikeSecret,
    /// Another municipality made this theme itself; it comes along.
    NewTheme,
}

impl Why {
    #[must_use]
    pub fn word(self) -> String {
        let name = match self {
            Self::Read(reason) => format!("{reason:?}"),
            other => format!("{other:?}"),
        };
        let mut word = String::with_capacity(name.len() + 4);
        for c in name.chars() {
            if c.is_ascii_uppercase() && !word.is_empty() {
                word.push('-');
            }
            word.push(c.to_ascii_lowercase());
        }
        word
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub fate: Fate,
    pub at: At,
    pub key: String,
    /// The word of a [`Why`].
    pub reason: String,
    pub detail: String,
}

impl Line {
    #[must_use]
    pub fn new(fate: Fate, at: At, key: &str, why: Why, detail: impl Into<String>) -> Self {
        Self { fate, at, key: key.to_owned(), reason: why.word(), detail: detail.into() }
    }
}

impl From<Remark> for Line {
    fn from(remark: Remark) -> Self {
        Self {
            fate: remark.outcome.into(),
            at: remark.at,
            key: remark.key,
            reason: Why::Read(remark.reason).word(),
            detail: remark.detail,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_reasons_are_those_of_their_sentences() {
        assert_eq!(Why::Read(Reason::DoNotList).word(), "do-not-list");
        assert_eq!(Why::OutsideAreas.word(), "outside-areas");
        for fate in Fate::ALL {
            assert_eq!(Fate::parse(fate.word()), Some(fate));
        }
    }
}
