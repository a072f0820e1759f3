//! The themes every municipality starts with: `themes.toml`, read once.

use std::sync::LazyLock;

use serde::Deserialize;
use ui::Lang;

use super::Theme;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shipped {
    pub(super) key: String,
    pub(super) parent: Option<String>,
    pub(super) nl: String,
    pub(super) en: String,
    pub(super) ar: String,
    tr: String,
    pl: String,
    uk: String,
    pub(super) about: About,
    pub(super) products: Vec<String>,
    pub(super) open_eligibility: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub(super) nl: String,
    en: String,
    ar: String,
    tr: String,
    pl: String,
    uk: String,
}

#[derive(Debug, Default, Deserialize)]
struct File {
    theme: Vec<Shipped>,
}

/// In the order of the pages.
pub(super) fn all() -> &'static [Shipped] {
    static ALL: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
        // A test reads the file too: what cannot be read never leaves the workshop.
        toml::from_str::<File>(include_str!("../../themes.toml")).unwrap_or_default().theme
    });
    &ALL
}

impl Shipped {
    pub(super) fn theme(&self) -> Theme {
        Theme::parse(&self.key).unwrap_or_default()
    }

    pub(super) fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
            Lang::Ar => &self.ar,
            Lang::Tr => &self.tr,
            Lang::Pl => &self.pl,
            Lang::Uk => &self.uk,
        }
    }

    /// What it is for.
    pub(super) fn about(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.about.nl,
            Lang::En => &self.about.en,
            Lang::Ar => &self.about.ar,
            Lang::Tr => &self.about.tr,
            Lang::Pl => &self.about.pl,
            Lang::Uk => &self.about.uk,
        }
    }
}

pub(super) fn of(theme: &Theme) -> Option<&'static Shipped> {
    all().iter().find(|shipped| shipped.key == theme.key())
}
