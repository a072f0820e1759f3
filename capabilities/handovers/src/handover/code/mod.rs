//! Code words: short, kind Dutch words by which both know on the phone which handover it is, without a name.

use exchange::Chance;

pub mod pages;

#[cfg(test)]
mod tests;

/// One a line. None looks or sounds like another; `tests.rs` says how far apart they are.
const LIST: &str = include_str!("../../../words/codewoorden.txt");

/// So many are laid out for the resident to choose from.
pub const A_HANDFUL: usize = 6;

/// One word of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeWord(&'static str);

impl CodeWord {
    pub fn all() -> impl Iterator<Item = Self> {
        LIST.lines().map(Self)
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::all().find(|known| known.0 == word)
    }

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// A handful, each another, none of `taken`. Chance comes from outside: the same seed draws the same words.
    #[must_use]
    pub fn draw(seed: u64, taken: &[Self]) -> Vec<Self> {
        let mut left: Vec<Self> = Self::all().filter(|word| !taken.contains(word)).collect();
        let mut chance = Chance::new(seed);
        let mut drawn = Vec::with_capacity(A_HANDFUL);
        while drawn.len() < A_HANDFUL && !left.is_empty() {
            drawn.push(left.swap_remove(chance.below(left.len())));
        }
        drawn
    }
}
