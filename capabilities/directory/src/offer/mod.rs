//! An offer: what a party does, for whom, where, when, in which languages; and what it does not do.

pub mod ages;
pub mod card;
pub mod opening;
pub mod outline;
pub mod pages;
pub mod store;
pub mod times;
pub mod view;

use ground::id::Id;
use ground::moment::Moment;

use crate::confirmation::{Confirmation, Since};
use crate::language::Languages;
use crate::party::{Capacity, Party};
use crate::place::Place;
use crate::source::Origin;
use crate::theme::Themes;
use crate::wording::{Line, Lines, Name, Prose, Unfit};
use opening::Opening;

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Offer {
    pub id: Id<Offer>,
    pub party: Id<Party>,
    pub name: Name,
    pub summary: Prose,
    pub does: Lines,
    pub does_not: Lines,
    pub for_whom: Line,
    pub themes: Themes,
    pub languages: Languages,
    pub way: Way,
    pub opening: Opening,
    pub opening_note: Line,
    pub cost: Line,
    pub capacity: Capacity,
    pub places: Vec<Id<Place>>,
    pub origin: Option<Origin>,
    pub confirmed: Option<Confirmation>,
    /// When its party was last asked about it.
    pub asked_at: Option<Moment>,
    pub created_at: Moment,
    pub changed_at: Moment,
}

impl Offer {
    #[must_use]
    pub fn since(&self) -> Since {
        let at = self.confirmed.as_ref().map_or(self.created_at, |confirmed| confirmed.at);
        Since::new(at, self.asked_at, false)
    }
}

/// How one gets in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Way {
    WalkIn,
    Appointment,
    Phone,
    HomeVisit,
    Online,
    #[default]
    Unknown,
}

impl Way {
    pub const ALL: [Self; 6] =
        [Self::WalkIn, Self::Appointment, Self::Phone, Self::HomeVisit, Self::Online, Self::Unknown];

    /// # Errors
    /// [`Unfit::Unknown`].
    pub fn parse(word: &str) -> Result<Self, Unfit> {
        Self::ALL.into_iter().find(|way| way.word() == word.trim()).ok_or(Unfit::Unknown)
    }

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::WalkIn => "walk-in",
            Self::Appointment => "appointment",
            Self::Phone => "phone",
            Self::HomeVisit => "home-visit",
            Self::Online => "online",
            Self::Unknown => "unknown",
        }
    }
}
