//! The themes of the social map as a taxonomy of HSDS, and the mark that puts a theme on an offer.

use directory::names;
use directory::theme::Theme;
use serde::Serialize;
use ui::Lang;
use uuid::Uuid;

use crate::ids::{derived, taxonomy, term};

const NAME: &str = "Samenspel";

#[derive(Clone, Debug, Serialize)]
pub struct Taxonomy {
    pub id: Uuid,
    pub name: &'static str,
    pub description: &'static str,
    pub version: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct Term {
    pub id: Uuid,
    pub code: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub taxonomy: &'static str,
    pub taxonomy_id: Uuid,
    pub language: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct Attribute {
    pub id: Uuid,
    pub link_id: Uuid,
    pub taxonomy_term_id: Uuid,
    pub link_type: &'static str,
    pub link_entity: &'static str,
    pub taxonomy_term: Term,
}

impl Taxonomy {
    #[must_use]
    pub const fn ours() -> Self {
        Self {
            id: taxonomy(),
            name: NAME,
            description: "De thema's van de sociale kaart: waar hulp over gaat, in gewone woorden.",
            version: "1",
        }
    }
}

impl Term {
    /// In Dutch; the description is the name in English, so that both are at hand.
    #[must_use]
    pub fn of(theme: Theme) -> Self {
        Self {
            id: term(theme.key()),
            code: theme.key(),
            name: names::theme(Lang::Nl, theme),
            description: names::theme(Lang::En, theme),
            taxonomy: NAME,
            taxonomy_id: taxonomy(),
            language: "nl",
        }
    }

    pub fn all() -> impl Iterator<Item = Self> {
        Theme::all().map(Self::of)
    }
}

/// The theme behind the id of a term.
#[must_use]
pub fn theme(id: Uuid) -> Option<Theme> {
    Theme::all().find(|theme| term(theme.key()) == id)
}

impl Attribute {
    pub(super) fn of(offer: Uuid, theme: Theme) -> Self {
        Self {
            id: derived(offer, &format!("theme {}", theme.key())),
            link_id: offer,
            taxonomy_term_id: term(theme.key()),
            link_type: "theme",
            link_entity: "service",
            taxonomy_term: Term::of(theme),
        }
    }
}
