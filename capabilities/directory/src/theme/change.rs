//! What a municipality made of a theme: its own words, place and choices, or a theme of its own.

use ground::moment::Moment;

use super::taxonomy::Taxonomy;
use super::{Theme, shipped};
use crate::wording::{Line, Name};

/// A row of `directory_theme`. What is empty stays as the program brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub theme: Theme,
    /// Of the municipality's own themes: under which it stands. Those the program brings stay where they are.
    pub parent: Option<Theme>,
    pub nl: Line,
    pub en: Line,
    pub ar: Line,
    pub about: Line,
    /// Its place among those beside it.
    pub place: Option<i32>,
    pub hidden: bool,
    /// The theme it went into: whoever asks for this one gets that one.
    pub into: Option<Theme>,
    pub changed_at: Moment,
}

impl Change {
    /// Of a theme nobody touched yet.
    #[must_use]
    pub fn none(theme: Theme, now: Moment) -> Self {
        Self {
            theme,
            parent: None,
            nl: Line::default(),
            en: Line::default(),
            ar: Line::default(),
            about: Line::default(),
            place: None,
            hidden: false,
            into: None,
            changed_at: now,
        }
    }

    /// Whether the municipality made this theme itself.
    #[must_use]
    pub fn is_own(&self) -> bool {
        shipped::of(&self.theme).is_none()
    }
}

/// A key for a new theme that no theme here has or ever had, so that no old address leads to it.
#[must_use]
pub fn new_key(name: &Name, taxonomy: &Taxonomy) -> Theme {
    let base = Theme::of(name).or_else(|| Theme::parse("onderwerp")).unwrap_or_default();
    let taken = |theme: &Theme| theme.key() == NEW || taxonomy.knows(theme);
    let numbered = (2..).map_while(|number: u32| Theme::parse(&format!("{}-{number}", base.key())));
    std::iter::once(base.clone()).chain(numbered).find(|theme| !taken(theme)).unwrap_or(base)
}

/// The word in the address of the form for a new theme.
pub(crate) const NEW: &str = "nieuw";

/// The changes that put a theme one place higher among those beside it; none when it is the first.
#[must_use]
pub fn up(theme: &Theme, taxonomy: &Taxonomy, known: &[Change], now: Moment) -> Vec<Change> {
    let Some(term) = taxonomy.term(theme).filter(|term| term.theme == *theme) else { return Vec::new() };
    let mut beside: Vec<&Theme> =
        taxonomy.terms().iter().filter(|it| it.parent == term.parent).map(|it| &it.theme).collect();
    match beside.iter().position(|it| *it == theme) {
        Some(at @ 1..) => beside.swap(at - 1, at),
        _ => return Vec::new(),
    }
    let of = |theme: &Theme| known.iter().find(|change| change.theme == *theme).cloned();
    let places = beside.into_iter().zip(1..);
    places
        .map(|(theme, place)| Change {
            place: Some(place),
            ..of(theme).unwrap_or_else(|| Change::none(theme.clone(), now))
        })
        .collect()
}
