//! The invented municipality Oosterwaard: its files are in the program and go through the same stores as everything else.

pub mod candidates;
pub mod exchanges;
pub mod people;
mod raw;
mod records;
pub mod year;

use access::Permit;
use directory::area::{figures, import as areas, locate::Locator, postcode};
use directory::confirmation::Ageing;
use directory::import::about::About;
use directory::map::scenery::{self, Kind, Scenery};
use directory::municipality::{self, Municipality, Slug};
use directory::wording::Name;
use directory::{contact, offer, party, place};
use ground::db::Db;
use ground::id::{Id, Municipality as Code};
use ground::moment::Moment;

use crate::refusal::Refusal;
use raw::{PartiesFile, TownFile};
use records::Records;

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/demo/", $name)))
    };
}

const TOWN: (&str, &str) = file!("oosterwaard.toml");
const AREAS: (&str, &str) = file!("areas.geojson");
const SCENERY: (&str, &str) = file!("scenery.geojson");
const POSTCODES: (&str, &str) = file!("postcodes.csv");
const FIGURES: (&str, &str) = file!("figures.csv");
const PARTIES: [(&str, &str); 6] = [
    file!("parties-boogerd-formal.toml"),
    file!("parties-boogerd-informal.toml"),
    file!("parties-havenkwartier-formal.toml"),
    file!("parties-havenkwartier-informal.toml"),
    file!("parties-buitendijk-formal.toml"),
    file!("parties-buitendijk-informal.toml"),
];

/// Its number, which no real municipality has.
pub const CODE: Code = Code(9901);

/// The year of the demo's division into areas.
const YEAR: i32 = 2026;

/// What was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    pub parties: usize,
    pub offers: usize,
    pub places: usize,
    pub contacts: usize,
}

/// Puts the demo into a migrated database; `confirmed_days_ago` counts back from `now`.
///
/// # Errors
/// A sentence that names the file and what in it is wrong.
pub async fn load(db: &Db, now: Moment) -> Result<Loaded, Refusal> {
    let town = town()?;
    let permit = Permit::at_the_machine(town.code);
    // All of it is read and judged before anything is written.
    let areas = areas::read(AREAS.1.as_bytes(), YEAR).map_err(|why| wrong(AREAS.0, &why))?;
    let figures = figures::read(FIGURES.1.as_bytes(), YEAR).map_err(|why| wrong(FIGURES.0, &why))?;
    let postcodes = postcode::import::read(POSTCODES.1.as_bytes()).map_err(|why| wrong(POSTCODES.0, &why))?;
    let scenery = read_scenery(now)?;
    let mut records = Records::new(&town, YEAR, now);
    for (name, text) in PARTIES {
        let file: PartiesFile = toml::from_str(text).map_err(|error| wrong(name, &first_line(&error)))?;
        records.take(file).map_err(|why| wrong(name, &why))?;
    }
    let mut tx = db.begin().await?;
    municipality::store::save(&mut tx, &permit, &town, now).await?;
    tx.commit().await?;
    let ask = areas::Ask { about: about()?, year: YEAR, name: Some(town.name.clone()), apply: true };
    areas::put(db, &ask, areas, now).await?;
    figures::put(db, &ask, figures, now).await?;
    let mut tx = db.begin().await?;
    let locator = Locator::of(&mut tx, town.code, Some(YEAR)).await?;
    records.locate(&locator);
    scenery::replace(&mut tx, &permit, &scenery).await?;
    postcode::store::replace(&mut tx, &permit, &postcodes.middles()).await?;
    party::store::save_many(&mut tx, &permit, &records.parties).await?;
    place::store::save_many(&mut tx, &permit, &records.places, now).await?;
    contact::store::save_many(&mut tx, &permit, &records.contacts, now).await?;
    offer::store::save_many(&mut tx, &permit, &records.offers).await?;
    municipality::store::touch(&mut tx, &permit, now).await?;
    tx.commit().await?;
    people::let_in(db, town.code, now).await?;
    Ok(Loaded {
        parties: records.parties.len(),
        offers: records.offers.len(),
        places: records.places.len(),
        contacts: records.contacts.len(),
    })
}

fn town() -> Result<Municipality, Refusal> {
    let file: TownFile = toml::from_str(TOWN.1).map_err(|error| wrong(TOWN.0, &first_line(&error)))?;
    let unfit = |field: &str| wrong(TOWN.0, &format!("{field} does not fit"));
    let town = file.municipality;
    Ok(Municipality {
        code: Code::parse(&town.code).ok_or_else(|| unfit("code"))?,
        name: Name::parse(&town.name).map_err(|_| unfit("name"))?,
        slug: Slug::of(&town.slug).map_err(|_| unfit("slug"))?,
        theme: town.theme,
        fiction: true,
        area_year: Some(YEAR),
        ageing: Ageing {
            fresh_days: file.ageing.fresh_days,
            stale_days: file.ageing.stale_days,
            hide_days: file.ageing.hide_days,
            notice_days: file.ageing.notice_days,
        },
        residents: None,
        version: 0,
    })
}

/// Water, parks and roads: only for drawing.
fn read_scenery(now: Moment) -> Result<Vec<Scenery>, Refusal> {
    let unfit = |what: &str| wrong(SCENERY.0, what);
    let file: serde_json::Value =
        serde_json::from_str(SCENERY.1).map_err(|error| unfit(&error.to_string()))?;
    let features = file.get("features").and_then(|features| features.as_array());
    let one = |feature: &serde_json::Value| {
        let kind = feature.pointer("/properties/kind").and_then(|kind| Kind::parse(kind.as_str()?));
        let kind = kind.ok_or_else(|| unfit("a feature has no kind"))?;
        let shape = feature.get("geometry").ok_or_else(|| unfit("a feature has no geometry"))?.to_string();
        Ok(Scenery { id: Id::new(now), kind, shape })
    };
    features.ok_or_else(|| unfit("there are no features"))?.iter().map(one).collect()
}

fn about() -> Result<About, Refusal> {
    let name = |text| Name::parse(text).map_err(|unfit| wrong("source", &unfit.to_string()));
    Ok(About {
        source: name("Samenspel, verzonnen kaart")?,
        licence: name("EUPL-1.2")?,
        web: None,
        dated: None,
    })
}

fn wrong(file: &str, what: &str) -> Refusal {
    Refusal::new(format!("The demo's file {file} is not right: {what}."))
}

fn first_line(error: &toml::de::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
