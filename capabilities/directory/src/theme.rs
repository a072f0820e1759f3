//! What help is about. The words shown stand in i18n as `theme-<key>`.

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

crate::keys::set_of_keys! {
    /// A set of themes in the order somebody gave them, without doubles.
    Themes, Theme, key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Unfit;

    #[test]
    fn every_theme_is_found_by_its_key_and_all_fit_in_a_set_of_bits() {
        assert!(THEMES.len() <= 64);
        for theme in Theme::all() {
            assert_eq!(Theme::parse(theme.key()), Some(theme));
        }
        assert_eq!(Themes::parse(["geld", "toeleiding"]), Err(Unfit::Unknown));
    }
}
