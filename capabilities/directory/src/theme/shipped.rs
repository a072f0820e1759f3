//! The themes every municipality starts with: `themes.toml`, read once.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Theme;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shipped {
    pub(super) key: String,
    pub(super) parent: Option<String>,
    pub(super) nl: String,
    pub(super) en: String,
    pub(super) ar: String,
    pub(super) about: About,
    pub(super) products: Vec<String>,
    pub(super) open_eligibility: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub(super) nl: String,
    pub(super) en: String,
    pub(super) ar: String,
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
}

pub(super) fn of(theme: &Theme) -> Option<&'static Shipped> {
    all().iter().find(|shipped| shipped.key == theme.key())
}
