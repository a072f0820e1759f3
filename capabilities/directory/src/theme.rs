//! What help is about. The words shown stand in i18n as `theme-<key>`.

use serde::{Deserialize, Serialize};

use crate::wording::Unfit;

/// The keys, in the order of the filter. At most 64, so that a set fits in bits.
pub const THEMES: &[&str] = &[
    "papieren",
    "geld",
    "schulden",
    "werk",
    "taal",
    "leren",
    "digitaal",
    "wonen",
    "energie",
    "eten",
    "kleding",
    "gezondheid",
    "zorg-thuis",
    "mantelzorg",
    "psyche",
    "verslaving",
    "veiligheid",
    "opvoeden",
    "jongeren",
    "ouderen",
    "eenzaamheid",
    "ontmoeten",
    "bewegen",
    "creatief",
    "geloof",
    "nieuwkomers",
    "recht",
    "vervoer",
    "klussen",
    "natuur",
    "rouw",
    "relatie",
    "vrijwilliger-zijn",
    "beperking",
    "lhbti",
];

/// One of [`THEMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Theme(usize);

impl Theme {
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        THEMES.iter().position(|theme| *theme == key.trim()).map(Self)
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        THEMES.get(self.0).copied().unwrap_or("")
    }

    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (0..THEMES.len()).map(Self)
    }
}

/// A set of themes in the order somebody gave them, without doubles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Themes(String);

impl Themes {
    #[must_use]
    pub fn of(themes: impl IntoIterator<Item = Theme>) -> Self {
        let mut keys: Vec<&str> = Vec::new();
        for theme in themes {
            if !keys.contains(&theme.key()) {
                keys.push(theme.key());
            }
        }
        Self(keys.join(" "))
    }

    /// # Errors
    /// [`Unfit::Unknown`] when a word is no theme we know.
    pub fn parse<'a>(typed: impl IntoIterator<Item = &'a str>) -> Result<Self, Unfit> {
        let known: Option<Vec<Theme>> =
            typed.into_iter().filter(|word| !word.trim().is_empty()).map(Theme::parse).collect();
        known.map(Self::of).ok_or(Unfit::Unknown)
    }

    pub fn iter(&self) -> impl Iterator<Item = Theme> {
        self.0.split_whitespace().filter_map(Theme::parse)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_found_by_its_key_and_all_fit_in_a_set_of_bits() {
        assert!(THEMES.len() <= 64);
        for theme in Theme::all() {
            assert_eq!(Theme::parse(theme.key()), Some(theme));
        }
        assert_eq!(Themes::parse(["geld", "toeleiding"]), Err(Unfit::Unknown));
    }
}
