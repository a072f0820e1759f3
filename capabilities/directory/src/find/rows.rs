//! The rows a list is made of, read at the same time and kept small. What is only searched is read apart: see `words`.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::area::AreaCode;
use crate::confirmation::Since;
use crate::language::{Language, Languages};
use crate::offer::Offer;
use crate::offer::opening::Slot;
use crate::party::{Capacity, Party, Sphere};
use crate::theme::{Taxonomy, Theme};

#[derive(sqlx::FromRow)]
struct PartyRow {
    id: Id<Party>,
    sphere: Sphere,
    name_key: String,
    languages: Languages,
    capacity: Capacity,
    serves_all: bool,
    since: Moment,
    asked_at: Option<Moment>,
    put_away: bool,
}

#[derive(sqlx::FromRow)]
struct OfferRow {
    id: Id<Offer>,
    party_id: Id<Party>,
    name_key: String,
    facets: String,
    since: Moment,
    asked_at: Option<Moment>,
}

#[derive(sqlx::FromRow)]
struct DoorRow {
    party_id: Id<Party>,
    offer_id: Option<Id<Offer>>,
    area_code: AreaCode,
}

#[derive(sqlx::FromRow)]
struct ServedRow {
    party_id: Id<Party>,
    area_code: AreaCode,
}

pub(super) struct PartyLine {
    pub(super) id: Id<Party>,
    pub(super) sphere: Sphere,
    pub(super) key: String,
    /// A bit for each language.
    pub(super) languages: u64,
    pub(super) capacity: Capacity,
    pub(super) everywhere: bool,
    pub(super) since: Since,
}

pub(super) struct OfferLine {
    pub(super) id: Id<Offer>,
    pub(super) party: Id<Party>,
    pub(super) key: String,
    pub(super) facets: Facets,
    pub(super) since: Since,
}

/// What the list is filtered by: a bit for each theme, language and day.
#[derive(Clone, Copy)]
pub(super) struct Facets {
    pub(super) themes: u64,
    pub(super) languages: u64,
    pub(super) days: u64,
    pub(super) capacity: Capacity,
}

impl Facets {
    /// `text` is what [`offers`] reads: keys of themes, codes of languages, capacity, and a line for each time it is open.
    fn read(text: &str, taxonomy: &Taxonomy) -> Self {
        let mut parts = text.splitn(4, '|');
        let mut part = || parts.next().unwrap_or_default();
        let themes = part().split_whitespace().filter_map(Theme::parse);
        let themes = bits(themes.flat_map(|theme| taxonomy.places(&theme).collect::<Vec<_>>()));
        let languages = bits(part().split_whitespace().filter_map(Language::parse).map(|it| it.index()));
        let capacity = Capacity::parse(part()).unwrap_or(Capacity::Unknown);
        let days = bits(part().lines().filter_map(|line| Some(Slot::parse(line).ok()?.day.index())));
        Self { themes, languages, days, capacity }
    }
}

fn bits(places: impl Iterator<Item = usize>) -> u64 {
    places.fold(0, |bits, place| bits | 1u64.checked_shl(place as u32).unwrap_or(0))
}

/// Pairs in order, so that all of one are found together.
pub(super) struct Pairs<K>(Vec<(Id<K>, u32)>);

impl<K> Pairs<K> {
    fn of(mut pairs: Vec<(Id<K>, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    pub(super) fn of_one(&self, id: Id<K>) -> impl Iterator<Item = u32> {
        let start = self.0.partition_point(|(other, _)| *other < id);
        let rest = self.0.get(start..).unwrap_or_default();
        rest.iter().take_while(move |(other, _)| *other == id).map(|(_, area)| *area)
    }
}

pub(super) struct Rows {
    pub(super) parties: Vec<PartyLine>,
    pub(super) offers: Vec<OfferLine>,
    /// Areas by number; doors and places served point here.
    pub(super) areas: Vec<AreaCode>,
    pub(super) offer_doors: Pairs<Offer>,
    pub(super) party_doors: Pairs<Party>,
    pub(super) served: Pairs<Party>,
}

/// Numbers for the areas, shared by the statements that are read at the same time; held for one row.
#[derive(Default)]
struct Areas(Mutex<HashMap<AreaCode, u32>>);

impl Areas {
    fn number(&self, code: AreaCode) -> u32 {
        let mut areas = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = u32::try_from(areas.len()).unwrap_or(u32::MAX);
        *areas.entry(code).or_insert(next)
    }
}

impl Rows {
    /// # Errors
    /// What the database answers.
    pub(super) async fn read(
        db: &Db,
        code: Municipality,
        year: Option<i32>,
        taxonomy: &Taxonomy,
    ) -> Answer<Self> {
        let numbers = Areas::default();
        let (parties, offers, doors, served, ()) = tokio::try_join!(
            parties(db, code),
            offers(db, code, taxonomy),
            doors(db, code, &numbers),
            served(db, code, year, &numbers),
            areas(db, code, year, &numbers),
        )?;
        let numbers = numbers.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut areas: Vec<(AreaCode, u32)> = numbers.into_iter().collect();
        areas.sort_unstable_by_key(|(_, number)| *number);
        Ok(Self {
            parties,
            offers,
            areas: areas.into_iter().map(|(code, _)| code).collect(),
            offer_doors: doors.0,
            party_doors: doors.1,
            served,
        })
    }
}

async fn parties(db: &Db, code: Municipality) -> Answer<Vec<PartyLine>> {
    let mut lines = Vec::new();
    let mut once = Once(HashMap::new());
    db.read(
        "select id, sphere, name_key, languages, capacity, serves_all, \
         coalesce(confirmed_at, created_at) as since, asked_at, put_away_at is not null as put_away \
         from directory_party where municipality_id = $1",
    )
    .bind(code)
    .each(|row: PartyRow| {
        lines.push(PartyLine {
            id: row.id,
            sphere: row.sphere,
            key: row.name_key,
            languages: once.of(row.languages.as_str(), |_| bits(row.languages.iter().map(|it| it.index()))),
            capacity: row.capacity,
            everywhere: row.serves_all,
            since: Since::new(row.since, row.asked_at, row.put_away),
        });
    })
    .await?;
    Ok(lines)
}

async fn offers(db: &Db, code: Municipality, taxonomy: &Taxonomy) -> Answer<Vec<OfferLine>> {
    let mut lines = Vec::new();
    let mut once = Once(HashMap::new());
    // One value a row instead of four: a list has few different ones, and each is read once.
    db.read(
        "select id, party_id, name_key, \
         themes || '|' || languages || '|' || capacity || '|' || opening as facets, \
         coalesce(confirmed_at, created_at) as since, asked_at from directory_offer where municipality_id = $1",
    )
    .bind(code)
    .each(|row: OfferRow| {
        let facets = once.of(&row.facets, |text| Facets::read(text, taxonomy));
        lines.push(OfferLine {
            id: row.id,
            party: row.party_id,
            key: row.name_key,
            facets,
            since: Since::new(row.since, row.asked_at, false),
        });
    })
    .await?;
    Ok(lines)
}

async fn doors(db: &Db, code: Municipality, numbers: &Areas) -> Answer<(Pairs<Offer>, Pairs<Party>)> {
    let (mut of_offers, mut of_parties) = (Vec::new(), Vec::new());
    db.read(
        "select place.party_id, link.offer_id, place.area_code from directory_place place \
         left join directory_offer_place link \
         on link.municipality_id = place.municipality_id and link.place_id = place.id \
         where place.municipality_id = $1 and place.area_code is not null",
    )
    .bind(code)
    .each(|row: DoorRow| {
        let area = numbers.number(row.area_code);
        of_offers.extend(row.offer_id.map(|offer| (offer, area)));
        of_parties.push((row.party_id, area));
    })
    .await?;
    Ok((Pairs::of(of_offers), Pairs::of(of_parties)))
}

async fn served(db: &Db, code: Municipality, year: Option<i32>, numbers: &Areas) -> Answer<Pairs<Party>> {
    let mut served = Vec::new();
    if let Some(year) = year {
        db.read(
            "select party_id, area_code from directory_party_area where municipality_id = $1 and area_year = $2",
        )
        .bind(code)
        .bind(year)
        .each(|row: ServedRow| served.push((row.party_id, numbers.number(row.area_code))))
        .await?;
    }
    Ok(Pairs::of(served))
}

/// Where nobody has a door and nobody works by name, those who work everywhere still come.
async fn areas(db: &Db, code: Municipality, year: Option<i32>, numbers: &Areas) -> Answer<()> {
    let Some(year) = year else { return Ok(()) };
    let codes: Vec<AreaCode> = db
        .read("select code from directory_area where municipality_id = $1 and year = $2")
        .bind(code)
        .bind(year)
        .scalars()
        .await?;
    for code in codes {
        numbers.number(code);
    }
    Ok(())
}

/// Many rows have the same text: each is read once.
struct Once<T>(HashMap<String, T>);

impl<T: Copy> Once<T> {
    fn of(&mut self, text: &str, read: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.0.get(text) {
            return *known;
        }
        let fresh = read(text);
        self.0.insert(text.to_owned(), fresh);
        fresh
    }
}
