//! The shapes of HSDS 3.0 with the fields of the Dutch profile, as they are written; what is empty is left out.

pub mod offer;
pub mod party;
pub mod place;
pub mod term;
pub mod when;

use directory::area::geography::Geography;
use directory::municipality::Municipality;
use directory::party::{Party, Serves};
use directory::source::{Origin, Source};
use ground::moment::{Day, Moment};
use serde::Serialize;
use uuid::Uuid;

pub use offer::{AtPlace, Offered};
pub use party::Organization;
pub use place::Location;
pub use term::{Taxonomy, Term};

/// What the shapes need to know besides the rows themselves.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub municipality: &'a Municipality,
    pub geography: &'a Geography,
    pub sources: &'a [Source],
    pub themes: &'a directory::theme::Taxonomy,
    pub now: Moment,
}

#[derive(Clone, Debug, Serialize)]
pub struct Phone {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_id: Option<Uuid>,
    pub number: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct Language {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_id: Option<Uuid>,
    pub name: &'static str,
    pub code: &'static str,
    /// Spoken by the party, where the offer itself says nothing about languages.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub inherited: bool,
}

impl Language {
    fn of(parent: Uuid, language: directory::language::Language) -> Self {
        Self {
            id: crate::ids::derived(parent, &format!("language {}", language.code())),
            organization_id: None,
            service_id: None,
            name: language.name(ui::Lang::En),
            code: language.code(),
            inherited: false,
        }
    }
}

/// Where somebody works: a CBS code with its year, or the whole municipality.
#[derive(Clone, Debug, Serialize)]
pub struct Area {
    pub id: Uuid,
    pub service_id: Uuid,
    pub name: String,
    pub extent: String,
    pub extent_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_year: Option<i32>,
}

impl Area {
    fn all(scene: Scene<'_>, offer: Uuid, party: &Party) -> Vec<Self> {
        let code = scene.municipality.code.to_string();
        let one = |code: &str, year: Option<i32>, name: &str| Self {
            id: crate::ids::derived(offer, &format!("area {code}")),
            service_id: offer,
            name: name.to_owned(),
            extent: code.to_owned(),
            extent_type: year.map_or_else(|| "cbs".to_owned(), |year| format!("cbs-{year}")),
            area_code: Some(code.to_owned()),
            area_year: year,
        };
        match &party.serves {
            Serves::Everywhere => {
                vec![one(&code, scene.municipality.area_year, scene.municipality.name.as_str())]
            }
            Serves::Areas(areas) => areas
                .iter()
                .map(|(code, year)| {
                    let name = scene.geography.area(code).map_or("", |area| area.name.as_str());
                    one(code.as_str(), Some(*year), name)
                })
                .collect(),
        }
    }
}

/// Where the facts came from; whoever passes them on names it.
#[derive(Clone, Debug, Serialize)]
pub struct From {
    pub name: String,
    pub licence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<Day>,
    /// The record's own id there.
    pub key: String,
}

impl From {
    fn of(scene: Scene<'_>, origin: Option<&Origin>) -> Option<Self> {
        let origin = origin?;
        let source = scene.sources.iter().find(|source| source.id == origin.source)?;
        Some(Self {
            name: source.name.to_string(),
            licence: source.licence.to_string(),
            dated: source.dated,
            key: origin.key.clone(),
        })
    }
}

fn lines(lines: &directory::wording::Lines) -> Vec<String> {
    lines.iter().map(str::to_owned).collect()
}
