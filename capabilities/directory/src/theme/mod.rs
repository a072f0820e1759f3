//! What help is about: a theme is known by its key, which never changes; the rest is for each municipality to say.

pub mod change;
pub mod form;
pub mod options;
pub mod pages;
mod shipped;
pub mod store;
mod taxonomy;
#[cfg(test)]
mod tests;
pub mod view;

use std::sync::Arc;

pub use change::Change;
pub(crate) use change::NEW;
pub use taxonomy::{MOST, Taxonomy, Term};

use crate::wording::{Name, name_key};

/// What the themes of a social map are called as a taxonomy, in files for other programs.
pub const TAXONOMY: &str = "Samenspel";

/// The key of a theme, as it stands in rows, files and addresses: `a-z`, digits and `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Theme(Arc<str>);

impl Theme {
    pub const MAX: usize = 40;

    /// The key, when it has the form of one. Whether there is such a theme only a [`Taxonomy`] knows.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let fits = !typed.is_empty() && typed.len() <= Self::MAX && typed.bytes().all(plain);
        (fits && !typed.starts_with('-')).then(|| Self(typed.into()))
    }

    /// A key from a name: `Café ’t Anker` becomes `cafe-t-anker`. None when no letter of it can stand in a key.
    #[must_use]
    pub fn of(name: &Name) -> Option<Self> {
        let key: String = name_key(name.as_str())
            .chars()
            .filter_map(|c| match c {
                ' ' => Some('-'),
                c => c.is_ascii_alphanumeric().then_some(c),
            })
            .take(Self::MAX - 3)
            .collect();
        Self::parse(key.trim_matches('-'))
    }

    #[must_use]
    pub fn key(&self) -> &str {
        &self.0
    }
}

crate::keys::set_of_keys! {
    /// A set of themes in the order somebody gave them, without doubles. Which of them there are, a [`Taxonomy`] knows.
    Themes, Theme, key
}
