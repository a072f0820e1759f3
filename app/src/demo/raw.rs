//! The shape of the demo's files, as people write them.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TownFile {
    pub(super) municipality: Town,
    pub(super) ageing: Ageing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Town {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) theme: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ageing {
    pub(super) fresh_days: u16,
    pub(super) stale_days: u16,
    pub(super) hide_days: u16,
    pub(super) notice_days: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartiesFile {
    pub(super) party: Vec<Party>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Party {
    pub(super) key: String,
    pub(super) sphere: String,
    pub(super) name: String,
    pub(super) summary: String,
    #[serde(default)]
    pub(super) call_for: Vec<String>,
    #[serde(default)]
    pub(super) not_for: Vec<String>,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    #[serde(default)]
    pub(super) best_way: String,
    #[serde(default)]
    pub(super) lived_experience: String,
    #[serde(default)]
    pub(super) works_gladly: String,
    pub(super) capacity: Option<String>,
    #[serde(default)]
    pub(super) capacity_note: String,
    #[serde(default)]
    pub(super) role: Role,
    #[serde(default)]
    pub(super) serves: Vec<String>,
    pub(super) confirmed_days_ago: Option<u64>,
    pub(super) confirmed_by: Option<String>,
    #[serde(default)]
    pub(super) place: Vec<Place>,
    #[serde(default)]
    pub(super) contact: Vec<Contact>,
    #[serde(default)]
    pub(super) offer: Vec<Offer>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Role {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) website: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub(super) key: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) street: String,
    #[serde(default)]
    pub(super) house_number: String,
    #[serde(default)]
    pub(super) postcode: String,
    #[serde(default)]
    pub(super) town: String,
    pub(super) point: Option<[f64; 2]>,
    #[serde(default)]
    pub(super) access: String,
    #[serde(default)]
    pub(super) confidential: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    pub(super) role: String,
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) consent_name: bool,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    #[serde(default)]
    pub(super) phone: String,
    #[serde(default)]
    pub(super) email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Offer {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) summary: String,
    #[serde(default)]
    pub(super) does: Vec<String>,
    #[serde(default)]
    pub(super) does_not: Vec<String>,
    #[serde(default)]
    pub(super) for_whom: String,
    #[serde(default)]
    pub(super) themes: Vec<String>,
    #[serde(default)]
    pub(super) languages: Vec<String>,
    pub(super) way: Option<String>,
    #[serde(default)]
    pub(super) opening: Vec<String>,
    #[serde(default)]
    pub(super) opening_note: String,
    #[serde(default)]
    pub(super) cost: String,
    pub(super) capacity: Option<String>,
    /// Keys of places of the same party.
    #[serde(default)]
    pub(super) at: Vec<String>,
    pub(super) confirmed_days_ago: Option<u64>,
}
