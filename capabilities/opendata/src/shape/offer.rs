//! An offer as a service of HSDS, alone, nested in its party, or at one of its places.

use directory::offer::{Offer, ages};
use directory::party::Party;
use directory::party::whole::Whole;
use directory::place::Place;
use ground::id::Id;
use ground::moment::{Day, Moment};
use serde::Serialize;
use uuid::Uuid;

use super::party::phone;
use super::term::Attribute;
use super::when::{Schedule, schedules};
use super::{Area, From, Language, Location, Organization, Phone, Scene, lines};
use crate::ids::{at_place, derived};

#[derive(Clone, Debug, Serialize)]
pub struct Offered {
    pub id: Uuid,
    pub organization_id: Uuid,
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    pub status: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fees_description: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub eligibility_description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assured_date: Option<Day>,
    pub last_modified: Moment,
    // The Dutch profile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub does: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub does_not: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    pub way: &'static str,
    pub capacity: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub opening_note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<Moment>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub confirmed_by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<From>,
    // What is nested; empty in lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schedules: Vec<Schedule>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_areas: Vec<Area>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_at_locations: Vec<AtPlace>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cost_options: Vec<Cost>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Box<Organization>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct AtPlace {
    pub id: Uuid,
    pub service_id: Uuid,
    pub location_id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Box<Location>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<Box<Offered>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Cost {
    pub id: Uuid,
    pub service_id: Uuid,
    pub amount_description: String,
}

impl Offered {
    /// Only what is one to one, without its organization.
    #[must_use]
    pub fn brief(scene: Scene<'_>, offer: &Offer, party: &Party) -> Self {
        let (minimum_age, maximum_age) = ages::stated(offer.for_whom.as_str());
        let confirmed = offer.confirmed.as_ref();
        Self {
            id: offer.id.uuid(),
            organization_id: party.id.uuid(),
            name: offer.name.to_string(),
            description: offer.summary.to_string(),
            url: party.role.website.as_str().to_owned(),
            email: party.mailbox().to_owned(),
            status: "active",
            fees_description: offer.cost.to_string(),
            eligibility_description: offer.for_whom.to_string(),
            minimum_age,
            maximum_age,
            assured_date: confirmed.map(|confirmed| confirmed.at.day()),
            last_modified: offer.changed_at,
            does: lines(&offer.does),
            does_not: lines(&offer.does_not),
            themes: offer.themes.iter().map(|theme| theme.key().to_owned()).collect(),
            way: offer.way.word(),
            capacity: offer.capacity.word(),
            opening_note: offer.opening_note.to_string(),
            confirmed_at: confirmed.map(|confirmed| confirmed.at),
            confirmed_by: confirmed.map_or_else(String::new, |confirmed| confirmed.by.to_string()),
            source: From::of(scene, offer.origin.as_ref()),
            phones: Vec::new(),
            schedules: Vec::new(),
            service_areas: Vec::new(),
            service_at_locations: Vec::new(),
            languages: Vec::new(),
            cost_options: Vec::new(),
            attributes: Vec::new(),
            organization: None,
        }
    }

    /// As it stands in a list: with its organization in brief.
    #[must_use]
    pub fn listed(scene: Scene<'_>, offer: &Offer, party: &Party) -> Self {
        let organization = Some(Box::new(Organization::brief(scene, party)));
        Self { organization, ..Self::brief(scene, offer, party) }
    }

    /// All that hangs on it, inside its party: places by their id only.
    #[must_use]
    pub fn nested(scene: Scene<'_>, offer: &Offer, whole: &Whole) -> Self {
        let (id, party) = (offer.id.uuid(), &whole.party);
        let at = |place: &Id<Place>| AtPlace::of(id, place.uuid());
        let inherited = offer.languages.is_empty();
        let spoken = if inherited { &party.languages } else { &offer.languages };
        let cost = offer.cost.to_string();
        Self {
            phones: phone(party)
                .map(|it| Phone { id: derived(id, "phone"), service_id: Some(id), ..it })
                .into_iter()
                .collect(),
            schedules: schedules(offer),
            service_areas: Area::all(scene, id, party),
            service_at_locations: offer.places.iter().map(at).collect(),
            languages: spoken
                .iter()
                .map(|it| Language { service_id: Some(id), inherited, ..Language::of(id, it) })
                .collect(),
            cost_options: Some(cost)
                .filter(|cost| !cost.is_empty())
                .map(|cost| Cost { id: derived(id, "cost"), service_id: id, amount_description: cost })
                .into_iter()
                .collect(),
            attributes: offer.themes.iter().map(|theme| Attribute::of(scene.themes, id, &theme)).collect(),
            ..Self::brief(scene, offer, party)
        }
    }

    /// Standing alone: with its organization and its places whole.
    #[must_use]
    pub fn whole(scene: Scene<'_>, offer: &Offer, whole: &Whole) -> Self {
        let mut offered = Self::nested(scene, offer, whole);
        for at in &mut offered.service_at_locations {
            let place = whole.places.iter().find(|(place, _)| place.id.uuid() == at.location_id);
            at.location = place.map(|(place, _)| Box::new(Location::whole(place)));
        }
        offered.organization = Some(Box::new(Organization::whole(scene, whole)));
        offered
    }
}

impl AtPlace {
    fn of(offer: Uuid, place: Uuid) -> Self {
        let id = at_place(offer, place);
        Self { id, service_id: offer, location_id: place, location: None, service: None }
    }

    /// As it stands in a list.
    #[must_use]
    pub fn listed(scene: Scene<'_>, offer: &Offer, party: &Party, place: &Place) -> Self {
        Self {
            location: Some(Box::new(Location::brief(place))),
            service: Some(Box::new(Offered::listed(scene, offer, party))),
            ..Self::of(offer.id.uuid(), place.id.uuid())
        }
    }

    /// Standing alone. The offer inside does not repeat its places.
    #[must_use]
    pub fn whole(scene: Scene<'_>, offer: &Offer, whole: &Whole, place: &Place) -> Self {
        let service = Offered {
            service_at_locations: Vec::new(),
            organization: Some(Box::new(Organization::whole(scene, whole))),
            ..Offered::nested(scene, offer, whole)
        };
        Self {
            location: Some(Box::new(Location::whole(place))),
            service: Some(Box::new(service)),
            ..Self::of(offer.id.uuid(), place.id.uuid())
        }
    }
}
