//! What was agreed for an area, and what follows from it for any other.

use directory::area::AreaCode;
use ground::id::Id;
use ground::moment::Moment;
use people::membership::Membership;

/// The longest term, in working days. Whoever shows how many were answered in time counts on it.
pub const MOST_DAYS: u16 = 20;

/// In working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// A question is answered, taken or declined.
    pub question: u16,
    /// A handover that was offered is answered.
    pub handover: u16,
    /// A handover that was accepted has had its first conversation.
    pub meet: u16,
}

impl Days {
    /// Where nobody agreed anything.
    pub const USUAL: Self = Self { question: 5, handover: 5, meet: 10 };
}

/// What was agreed for one area, or (without one) for the whole municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    pub area: Option<AreaCode>,
    pub days: Days,
    /// Who hears when a term passed.
    pub coordinator: Option<Id<Membership>>,
    pub changed_at: Moment,
}

/// What holds somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub days: Days,
    /// The nearest there is: an area without its own has that of its district, or of the municipality.
    pub coordinator: Option<Id<Membership>>,
}

impl Terms {
    pub(crate) fn nearest(all: &[Agreed], area: Option<&AreaCode>) -> Self {
        let found = places(area).into_iter().filter_map(|place| all.iter().find(|one| one.area == place));
        let found: Vec<&Agreed> = found.collect();
        Self {
            days: found.first().map_or(Days::USUAL, |agreed| agreed.days),
            coordinator: found.iter().find_map(|agreed| agreed.coordinator),
        }
    }
}

/// Where to look, the nearest first: the area, the district it lies in, the municipality.
pub(crate) fn places(area: Option<&AreaCode>) -> Vec<Option<AreaCode>> {
    let mut places: Vec<Option<AreaCode>> = Vec::with_capacity(3);
    if let Some(area) = area {
        places.push(Some(area.clone()));
        places.push(Some(area.district()));
        places.dedup();
    }
    places.push(None);
    places
}
