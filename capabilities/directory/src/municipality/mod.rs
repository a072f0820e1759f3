//! A municipality: the tenant. Every other row belongs to exactly one.

pub mod store;
pub(crate) mod trail;

use ground::id::Municipality as Code;

use crate::confirmation::Ageing;
use crate::wording::{Name, Unfit};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    pub code: Code,
    pub name: Name,
    pub slug: Slug,
    /// The name of the theme file that dresses its pages.
    pub theme: String,
    /// Invented for the demo: every page says so.
    pub fiction: bool,
    /// The year of the division into areas now in force.
    pub area_year: Option<i32>,
    /// Where no district has days of its own: see [`crate::alive::days`].
    pub ageing: Ageing,
    pub residents: Option<i32>,
    /// Grows with every change a visitor could see; what is derived from the rows follows it.
    pub version: i64,
}

/// The municipality's name in an address: `a-z`, digits and `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Slug(String);

impl Slug {
    /// From any name: `'s-Hertogenbosch` becomes `s-hertogenbosch`.
    ///
    /// # Errors
    /// [`Unfit::Empty`] when no letter or digit is left.
    pub fn of(name: &str) -> Result<Self, Unfit> {
        let key: String = crate::wording::name_key(name)
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .take(60)
            .collect();
        let slug = key.trim_matches('-').to_owned();
        if slug.is_empty() { Err(Unfit::Empty) } else { Ok(Self(slug)) }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
