//! A place as a location of HSDS. Of a confidential one there is nothing but that it exists.

use directory::place::{Address as Door, OpenPlace, Place, Whereabouts};
use serde::Serialize;
use uuid::Uuid;

use crate::ids::derived;

/// What the public page says too.
const SECRET: &str = "Het adres is geheim. Bel eerst.";

#[derive(Clone, Debug, Serialize)]
pub struct Location {
    pub id: Uuid,
    pub location_type: &'static str,
    pub organization_id: Uuid,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    // The Dutch profile.
    pub confidential: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_year: Option<i32>,
    // What is nested; empty in lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accessibility: Vec<Access>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Address {
    pub id: Uuid,
    pub location_id: Uuid,
    pub address_1: String,
    pub city: String,
    pub state_province: &'static str,
    pub postal_code: String,
    pub country: &'static str,
    pub address_type: &'static str,
    // The Dutch profile: the two halves of `address_1`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub house_number: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Access {
    pub id: Uuid,
    pub location_id: Uuid,
    pub details: String,
}

impl Location {
    #[must_use]
    pub fn brief(place: &Place) -> Self {
        let nothing = Self {
            id: place.id.uuid(),
            location_type: "physical",
            organization_id: place.party.uuid(),
            name: String::new(),
            description: "",
            latitude: None,
            longitude: None,
            confidential: false,
            area_code: None,
            area_year: None,
            addresses: Vec::new(),
            accessibility: Vec::new(),
        };
        match &place.whereabouts {
            Whereabouts::Confidential => Self { confidential: true, description: SECRET, ..nothing },
            Whereabouts::Open(open) => Self {
                name: open.name.to_string(),
                latitude: open.point.map(|point| point.lat()),
                longitude: open.point.map(|point| point.lon()),
                area_code: open.area.as_ref().map(|(code, _)| code.to_string()),
                area_year: open.area.as_ref().map(|(_, year)| *year),
                ..nothing
            },
        }
    }

    #[must_use]
    pub fn whole(place: &Place) -> Self {
        let brief = Self::brief(place);
        let Whereabouts::Open(open) = &place.whereabouts else { return brief };
        let OpenPlace { address, access, .. } = open.as_ref();
        let (id, details) = (brief.id, access.to_string());
        Self {
            addresses: Address::of(id, address).into_iter().collect(),
            accessibility: Some(details)
                .filter(|details| !details.is_empty())
                .map(|details| Access { id: derived(id, "access"), location_id: id, details })
                .into_iter()
                .collect(),
            ..brief
        }
    }
}

impl Address {
    fn of(location: Uuid, door: &Door) -> Option<Self> {
        if door.is_empty() {
            return None;
        }
        Some(Self {
            id: derived(location, "address"),
            location_id: location,
            address_1: format!("{} {}", door.street, door.house_number).trim().to_owned(),
            city: door.town.to_string(),
            state_province: "",
            postal_code: door.postcode.to_string(),
            country: "NL",
            address_type: "physical",
            street: door.street.to_string(),
            house_number: door.house_number.to_string(),
        })
    }
}
