//! SQL for the cards of a list: one statement for the offers, one for bare parties when there are any, one for the doors.

use std::collections::HashMap;

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use maud::Markup;

use super::{Entry, Listing, Target};
use crate::area::AreaCode;
use crate::language::Languages;
use crate::map::Pin;
use crate::offer::opening::Opening;
use crate::offer::{Offer, Way};
use crate::party::Party;

/// A line of the list as a card shows it.
#[derive(Clone, Debug)]
pub struct Line {
    pub entry: Entry,
    pub name: String,
    pub party_name: String,
    pub summary: String,
    pub languages: Languages,
    pub opening: Opening,
    pub way: Way,
    pub pin: Option<Pin>,
}

/// A page of the list, with its map.
pub struct Cards {
    pub lines: Vec<Line>,
    pub map: Option<Markup>,
}

#[derive(sqlx::FromRow)]
struct OfferRow {
    id: Id<Offer>,
    name: String,
    summary: String,
    languages: Languages,
    opening: Opening,
    way: Way,
    party_name: String,
    party_languages: Languages,
    party_summary: String,
}

#[derive(sqlx::FromRow)]
struct PartyRow {
    id: Id<Party>,
    name: String,
    summary: String,
    languages: Languages,
}

#[derive(sqlx::FromRow)]
struct DoorRow {
    party_id: Id<Party>,
    offer_id: Option<Id<Offer>>,
    lon: f64,
    lat: f64,
    area_code: Option<AreaCode>,
}

/// The cards of these places in the list, in their order; what has gone since the list was made is left out.
pub async fn of(db: &Db, municipality: Municipality, listing: &Listing, places: &[u32]) -> Answer<Vec<Line>> {
    let entries: Vec<Entry> = places.iter().filter_map(|at| listing.entry(*at).copied()).collect();
    let offers = offers(db, municipality, &entries).await?;
    let parties = parties(db, municipality, &entries).await?;
    let doors = doors(db, municipality, &entries).await?;
    let lines = entries.into_iter().filter_map(|entry| {
        let pin = doors.of(&entry);
        match entry.target {
            Target::Offer(id) => offers.get(&id).map(|row| Line {
                entry,
                name: row.name.clone(),
                party_name: row.party_name.clone(),
                summary: if row.summary.is_empty() { &row.party_summary } else { &row.summary }.clone(),
                languages: if row.languages.is_empty() { &row.party_languages } else { &row.languages }
                    .clone(),
                opening: row.opening.clone(),
                way: row.way,
                pin,
            }),
            Target::Party => parties.get(&entry.party).map(|row| Line {
                entry,
                name: row.name.clone(),
                party_name: row.name.clone(),
                summary: row.summary.clone(),
                languages: row.languages.clone(),
                opening: Opening::default(),
                way: Way::Unknown,
                pin,
            }),
        }
    });
    Ok(lines.collect())
}

async fn offers(
    db: &Db,
    municipality: Municipality,
    entries: &[Entry],
) -> Answer<HashMap<Id<Offer>, OfferRow>> {
    let ids: Vec<Id<Offer>> = entries
        .iter()
        .filter_map(|entry| match entry.target {
            Target::Offer(id) => Some(id),
            Target::Party => None,
        })
        .collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<OfferRow> = db
        .read(
            "select offer.id, offer.name, offer.summary, offer.languages, offer.opening, offer.way, \
             party.name as party_name, party.languages as party_languages, party.summary as party_summary \
             from directory_offer offer join directory_party party \
             on party.municipality_id = offer.municipality_id and party.id = offer.party_id \
             where offer.municipality_id = $1 ",
        )
        .bind(municipality)
        .push_list(" and offer.id in (", ids, ")")
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

async fn parties(
    db: &Db,
    municipality: Municipality,
    entries: &[Entry],
) -> Answer<HashMap<Id<Party>, PartyRow>> {
    let bare = entries.iter().filter(|entry| entry.target == Target::Party);
    let ids: Vec<Id<Party>> = bare.map(|entry| entry.party).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<PartyRow> = db
        .read("select id, name, summary, languages from directory_party where municipality_id = $1 ")
        .bind(municipality)
        .push_list(" and id in (", ids, ")")
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

struct Doors {
    of_offers: HashMap<Id<Offer>, usize>,
    of_parties: HashMap<Id<Party>, usize>,
    rows: Vec<DoorRow>,
}

impl Doors {
    /// Where an offer is given, or else where its party is found.
    fn of(&self, entry: &Entry) -> Option<Pin> {
        let given = match entry.target {
            Target::Offer(id) => self.of_offers.get(&id),
            Target::Party => None,
        };
        let row = self.rows.get(*given.or_else(|| self.of_parties.get(&entry.party))?)?;
        Some(Pin { point: [row.lon, row.lat], sphere: entry.sphere, number: 0, area: row.area_code.clone() })
    }
}

async fn doors(db: &Db, municipality: Municipality, entries: &[Entry]) -> Answer<Doors> {
    let mut ids: Vec<Id<Party>> = entries.iter().map(|entry| entry.party).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut doors = Doors { of_offers: HashMap::new(), of_parties: HashMap::new(), rows: Vec::new() };
    if ids.is_empty() {
        return Ok(doors);
    }
    doors.rows = db
        .read(
            "select place.party_id, link.offer_id, place.lon, place.lat, place.area_code from directory_place place \
             left join directory_offer_place link \
             on link.municipality_id = place.municipality_id and link.place_id = place.id \
             where place.municipality_id = $1 and not place.confidential and place.lon is not null ",
        )
        .bind(municipality)
        .push_list(" and place.party_id in (", ids, ") order by place.id")
        .all()
        .await?;
    for (at, row) in doors.rows.iter().enumerate() {
        if let Some(offer) = row.offer_id {
            doors.of_offers.entry(offer).or_insert(at);
        }
        doors.of_parties.entry(row.party_id).or_insert(at);
    }
    Ok(doors)
}
