//! The themes of the social map as a taxonomy of HSDS, and the mark that puts a theme on an offer.

use directory::theme::{TAXONOMY as NAME, Taxonomy as Themes, Theme};
use serde::Serialize;
use ui::Lang;
use uuid::Uuid;

use crate::ids::{derived, taxonomy, term};

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
    pub code: String,
    pub name: String,
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<Uuid>,
    pub taxonomy: &'static str,
    pub taxonomy_id: Uuid,
    pub language: &'static str,
    /// What officially belongs to it, by the names and numbers others gave; said once, where the term itself is told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open_eligibility: Vec<&'static str>,
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
    pub fn of(themes: &Themes, theme: &Theme) -> Self {
        // What went into another theme is that other one here.
        let known = themes.term(theme);
        let theme = known.map_or(theme, |known| &known.theme);
        let above = known.and_then(|known| known.parent.as_ref());
        Self {
            id: term(theme.key()),
            code: theme.key().to_owned(),
            name: themes.name(Lang::Nl, theme).to_owned(),
            description: themes.name(Lang::En, theme).to_owned(),
            parent_id: above.map(|above| term(above.key())),
            taxonomy: NAME,
            taxonomy_id: taxonomy(),
            language: "nl",
            products: known.map(|known| known.products.clone()).unwrap_or_default(),
            open_eligibility: known.map(|known| known.open_eligibility.clone()).unwrap_or_default(),
        }
    }

    pub fn all(themes: &Themes) -> impl Iterator<Item = Self> {
        themes.terms().iter().map(|known| Self::of(themes, &known.theme))
    }
}

/// The theme behind the id of a term, also of one that went into another.
#[must_use]
pub fn theme(themes: &Themes, id: Uuid) -> Option<Theme> {
    themes.known().find(|theme| term(theme.key()) == id).cloned()
}

impl Attribute {
    pub(super) fn of(themes: &Themes, offer: Uuid, theme: &Theme) -> Self {
        let said = Term { products: Vec::new(), open_eligibility: Vec::new(), ..Term::of(themes, theme) };
        Self {
            id: derived(offer, &format!("theme {}", theme.key())),
            link_id: offer,
            taxonomy_term_id: said.id,
            link_type: "theme",
            link_entity: "service",
            taxonomy_term: said,
        }
    }
}
