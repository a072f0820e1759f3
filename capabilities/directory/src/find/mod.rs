//! Finding: one list of what both worlds offer, filtered, counted and searched in memory, derived from the rows.

pub mod asked;
mod bits;
mod build;
pub(crate) mod card;
mod choices;
pub(crate) mod doors;
pub mod filter;
#[cfg(test)]
mod front_door;
mod kept;
pub mod lines;
pub mod pages;
mod rows;
#[cfg(test)]
mod tests;
pub mod view;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use ground::id::Id;
use ground::moment::Moment;

use crate::alive::days::Ageings;
use crate::area::AreaCode;
use crate::confirmation::Age;
use crate::offer::Offer;
use crate::party::{Capacity, Party, Sphere};
use crate::theme::Taxonomy;
use bits::Bits;
pub use filter::{Counts, Filter, Found};
pub(crate) use kept::Kept;

/// What a line of the list leads to: an offer, or a party that has none written down yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Offer(Id<Offer>),
    Party,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    pub target: Target,
    pub party: Id<Party>,
    pub sphere: Sphere,
    pub capacity: Capacity,
    pub age: Age,
}

/// Everything a municipality's visitors may find, without the words it is found by ([`crate::search::Words`]), in the order of the list: trusted first, then by name.
/// Of one version of the rows, and right until `good_until` (then somebody's age changes).
pub struct Listing {
    pub version: i64,
    pub good_until: Moment,
    pub parties: usize,
    /// After how many days each party ages, by these rows.
    pub ageings: Arc<Ageings>,
    /// The themes of this version of the rows; each has its bits at its place here.
    pub taxonomy: Arc<Taxonomy>,
    entries: Vec<Entry>,
    spheres: [Bits; 2],
    themes: Vec<Bits>,
    languages: Vec<Bits>,
    days: [Bits; 7],
    capacities: [Bits; 5],
    areas: HashMap<AreaCode, AreaBits>,
    counted: Mutex<HashMap<Filter, Arc<Counts>>>,
}

/// What is found in an area: what has its place there, and all that works there.
struct AreaBits {
    here: Bits,
    serving: Bits,
}

impl Listing {
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the other was made of the same rows at the same age.
    #[must_use]
    pub fn is_of_same(&self, other: &Self) -> bool {
        self.version == other.version && self.good_until == other.good_until
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// In the order of the list.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    #[must_use]
    pub fn entry(&self, at: u32) -> Option<&Entry> {
        self.entries.get(at as usize)
    }

    /// Whether a line is about one of the themes that stand at these places of the taxonomy, or under one of them.
    pub(crate) fn is_about(&self, at: usize, themes: &[usize]) -> bool {
        themes.iter().any(|theme| self.themes.get(*theme).is_some_and(|bits| bits.has(at)))
    }
}
