//! What the guide does, chosen from a few things that say nothing about anybody.

/// One thing the guide does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Does {
    /// Comes along the first time.
    Along,
    /// Makes clear what both say, in the language of both.
    Translates,
    /// Introduces them, and stays until they know each other.
    Stays,
    /// Can be called when something goes wrong.
    Reachable,
}

impl Does {
    pub const ALL: [Self; 4] = [Self::Along, Self::Translates, Self::Stays, Self::Reachable];

    /// The word in the database and in forms.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Along => "along",
            Self::Translates => "translates",
            Self::Stays => "stays",
            Self::Reachable => "reachable",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|does| does.word() == word)
    }

    /// As they stand in one column.
    #[must_use]
    pub fn words(all: &[Self]) -> String {
        all.iter().map(|does| does.word()).collect::<Vec<_>>().join(" ")
    }

    #[must_use]
    pub fn read(words: &str) -> Vec<Self> {
        Self::ALL.into_iter().filter(|does| words.split(' ').any(|word| word == does.word())).collect()
    }
}
