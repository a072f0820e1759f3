//! SQL on `directory_offer` and `directory_offer_place`.

use std::collections::HashMap;

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::opening::Opening;
use super::{Offer, Way};
use crate::confirmation::Confirmation;
use crate::language::Languages;
use crate::party::{Capacity, Party};
use crate::place::Place;
use crate::source::{Origin, Source};
use crate::theme::Themes;
use crate::wording::{Line, Lines, Name, Prose};

/// Rows a statement, so that no engine's limit on bound values is met.
const BATCH: usize = 200;

/// Rows of one insert. SQLite looks up each `$n` in a list of all of them, so long statements cost their length squared:
/// a few rows at once are quickest.
const ROWS: usize = 16;

const COLUMNS: &str = "select id, party_id, name, summary, does, does_not, for_whom, themes, languages, way, opening, \
     opening_note, cost, capacity, source_id, source_key, source_digest, source_dropped_at, confirmed_at, \
     confirmed_by, asked_at, created_at, changed_at from directory_offer where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct OfferRow {
    id: Id<Offer>,
    party_id: Id<Party>,
    name: Name,
    summary: Prose,
    does: Lines,
    does_not: Lines,
    for_whom: Line,
    themes: Themes,
    languages: Languages,
    way: Way,
    opening: Opening,
    opening_note: Line,
    cost: Line,
    capacity: Capacity,
    source_id: Option<Id<Source>>,
    source_key: Option<String>,
    source_digest: Option<Vec<u8>>,
    source_dropped_at: Option<Moment>,
    confirmed_at: Option<Moment>,
    confirmed_by: Option<Line>,
    asked_at: Option<Moment>,
    created_at: Moment,
    changed_at: Moment,
}

impl OfferRow {
    fn offer(self, places: Vec<Id<Place>>) -> Offer {
        Offer {
            id: self.id,
            party: self.party_id,
            name: self.name,
            summary: self.summary,
            does: self.does,
            does_not: self.does_not,
            for_whom: self.for_whom,
            themes: self.themes,
            languages: self.languages,
            way: self.way,
            opening: self.opening,
            opening_note: self.opening_note,
            cost: self.cost,
            capacity: self.capacity,
            places,
            origin: self.source_id.zip(self.source_key).map(|(source, key)| Origin {
                source,
                key,
                digest: self.source_digest,
                dropped_at: self.source_dropped_at,
            }),
            confirmed: self.confirmed_at.zip(self.confirmed_by).map(|(at, by)| Confirmation { at, by }),
            asked_at: self.asked_at,
            created_at: self.created_at,
            changed_at: self.changed_at,
        }
    }
}

#[derive(sqlx::FromRow)]
struct OfferPlaceRow {
    offer_id: Id<Offer>,
    place_id: Id<Place>,
}

pub async fn find(db: &Db, municipality: Municipality, id: Id<Offer>) -> Answer<Option<Offer>> {
    Ok(find_many(db, municipality, &[id]).await?.pop())
}

/// As this transaction sees it: after `municipality::store::hold` nobody else changes it until the end.
pub async fn find_in(tx: &mut Tx, municipality: Municipality, id: Id<Offer>) -> Answer<Option<Offer>> {
    let row: Option<OfferRow> =
        tx.sql(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    let Some(row) = row else { return Ok(None) };
    let links: Vec<OfferPlaceRow> = tx
        .sql(
            "select offer_id, place_id from directory_offer_place \
             where municipality_id = $1 and offer_id = $2 order by place_id",
        )
        .bind(municipality)
        .bind(id)
        .all()
        .await?;
    Ok(Some(row.offer(links.into_iter().map(|link| link.place_id).collect())))
}

/// The offers with these ids, in no particular order; ids that do not exist are left out.
pub async fn find_many(db: &Db, municipality: Municipality, ids: &[Id<Offer>]) -> Answer<Vec<Offer>> {
    let mut offers = Vec::with_capacity(ids.len());
    for ids in ids.chunks(BATCH) {
        let rows: Vec<OfferRow> = db
            .read(COLUMNS)
            .bind(municipality)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .all()
            .await?;
        offers.extend(with_places(db, municipality, rows).await?);
    }
    Ok(offers)
}

/// The offers of these parties, those of one party together, by name.
pub async fn of_parties(db: &Db, municipality: Municipality, parties: &[Id<Party>]) -> Answer<Vec<Offer>> {
    let mut offers = Vec::new();
    for parties in parties.chunks(BATCH) {
        let rows: Vec<OfferRow> = db
            .read(COLUMNS)
            .bind(municipality)
            .push_list(" and party_id in (", parties.iter().copied(), ") order by party_id, name_key, id")
            .all()
            .await?;
        offers.extend(with_places(db, municipality, rows).await?);
    }
    Ok(offers)
}

/// The offers of one party by name, without the places where they are: [`crate::place::store::with_offers`] knows those.
pub async fn of_party(db: &Db, municipality: Municipality, party: Id<Party>) -> Answer<Vec<Offer>> {
    let rows: Vec<OfferRow> = db
        .read(COLUMNS)
        .bind(municipality)
        .push_bind(" and party_id = ", party)
        .push(" order by name_key, id")
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| row.offer(Vec::new())).collect())
}

async fn with_places(db: &Db, municipality: Municipality, rows: Vec<OfferRow>) -> Answer<Vec<Offer>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id<Offer>> = rows.iter().map(|row| row.id).collect();
    let mut places: HashMap<Id<Offer>, Vec<Id<Place>>> = HashMap::new();
    for ids in ids.chunks(1000) {
        let links: Vec<OfferPlaceRow> = db
            .read("select offer_id, place_id from directory_offer_place where municipality_id = $1 ")
            .bind(municipality)
            .push_list(" and offer_id in (", ids.iter().copied(), ") order by offer_id, place_id")
            .all()
            .await?;
        for link in links {
            places.entry(link.offer_id).or_default().push(link.place_id);
        }
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let places = places.remove(&row.id).unwrap_or_default();
            row.offer(places)
        })
        .collect())
}

pub async fn save(tx: &mut Tx, permit: &Permit, offer: &Offer) -> Answer<()> {
    save_many(tx, permit, std::slice::from_ref(offer)).await
}

/// Writes offers, new or known, with the places where they are. As with parties, the caller touches once.
pub async fn save_many(tx: &mut Tx, permit: &Permit, offers: &[Offer]) -> Answer<()> {
    for offers in offers.chunks(ROWS) {
        upsert(tx, permit.municipality(), offers).await?;
        put_at_places(tx, permit.municipality(), offers).await?;
    }
    Ok(())
}

async fn upsert(tx: &mut Tx, municipality: Municipality, offers: &[Offer]) -> Answer<()> {
    tx.sql(
        "insert into directory_offer (municipality_id, id, party_id, name, name_key, summary, does, does_not, \
         for_whom, themes, languages, way, opening, opening_note, cost, capacity, source_id, source_key, \
         source_digest, source_dropped_at, confirmed_at, confirmed_by, asked_at, created_at, changed_at) values ",
    )
    .push_rows(offers, |offer, values| {
        let origin = offer.origin.as_ref();
        let confirmed = offer.confirmed.as_ref();
        values
            .bind(municipality)
            .bind(offer.id)
            .bind(offer.party)
            .bind(offer.name.clone())
            .bind(offer.name.key())
            .bind(offer.summary.clone())
            .bind(offer.does.clone())
            .bind(offer.does_not.clone())
            .bind(offer.for_whom.clone())
            .bind(offer.themes.clone())
            .bind(offer.languages.clone())
            .bind(offer.way)
            .bind(offer.opening.clone())
            .bind(offer.opening_note.clone())
            .bind(offer.cost.clone())
            .bind(offer.capacity)
            .bind(origin.map(|origin| origin.source))
            .bind(origin.map(|origin| origin.key.clone()))
            .bind(origin.and_then(|origin| origin.digest.clone()))
            .bind(origin.and_then(|origin| origin.dropped_at))
            .bind(confirmed.map(|confirmed| confirmed.at))
            .bind(confirmed.map(|confirmed| confirmed.by.clone()))
            .bind(offer.asked_at)
            .bind(offer.created_at)
            .bind(offer.changed_at);
    })
    .push(
        " on conflict (municipality_id, id) do update set party_id = excluded.party_id, name = excluded.name, \
         name_key = excluded.name_key, summary = excluded.summary, does = excluded.does, \
         does_not = excluded.does_not, for_whom = excluded.for_whom, themes = excluded.themes, \
         languages = excluded.languages, way = excluded.way, opening = excluded.opening, \
         opening_note = excluded.opening_note, cost = excluded.cost, capacity = excluded.capacity, \
         source_id = excluded.source_id, source_key = excluded.source_key, \
         source_digest = excluded.source_digest, source_dropped_at = excluded.source_dropped_at, \
         confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, \
         changed_at = excluded.changed_at",
    )
    .execute()
    .await?;
    Ok(())
}

async fn put_at_places(tx: &mut Tx, municipality: Municipality, offers: &[Offer]) -> Answer<()> {
    tx.sql("delete from directory_offer_place where municipality_id = $1 ")
        .bind(municipality)
        .push_list(" and offer_id in (", offers.iter().map(|offer| offer.id), ")")
        .execute()
        .await?;
    let links: Vec<(Id<Offer>, Id<Place>)> =
        offers.iter().flat_map(|offer| offer.places.iter().map(|place| (offer.id, *place))).collect();
    for links in links.chunks(1000) {
        tx.sql("insert into directory_offer_place (municipality_id, offer_id, place_id) values ")
            .push_rows(links, |(offer, place), values| {
                values.bind(municipality).bind(*offer).bind(*place);
            })
            .push(" on conflict (municipality_id, offer_id, place_id) do nothing")
            .execute()
            .await?;
    }
    Ok(())
}

/// A human says this offer is right. In which role, never by name.
pub async fn confirm(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Offer>,
    confirmation: &Confirmation,
) -> Answer<bool> {
    let changed = tx
        .sql(
            "update directory_offer set confirmed_at = $3, confirmed_by = $4 \
             where municipality_id = $1 and id = $2",
        )
        .bind(permit.municipality())
        .bind(id)
        .bind(confirmation.at)
        .bind(confirmation.by.clone())
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn remove(tx: &mut Tx, permit: &Permit, ids: &[Id<Offer>]) -> Answer<u64> {
    let mut removed = 0;
    for ids in ids.chunks(BATCH) {
        removed += tx
            .sql("delete from directory_offer where municipality_id = $1 ")
            .bind(permit.municipality())
            .push_list(" and id in (", ids.iter().copied(), ")")
            .execute()
            .await?;
    }
    Ok(removed)
}

/// Marks what its source dropped, or (with `None`) what it has again. Not a word of it changes.
pub async fn mark_dropped(tx: &mut Tx, permit: &Permit, ids: &[Id<Offer>], at: Option<Moment>) -> Answer<()> {
    for ids in ids.chunks(BATCH) {
        tx.sql("update directory_offer set source_dropped_at = $2 where municipality_id = $1 ")
            .bind(permit.municipality())
            .bind(at)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .execute()
            .await?;
    }
    Ok(())
}

/// The source's key and the name of each of these.
pub async fn keys_and_names(
    tx: &mut Tx,
    municipality: Municipality,
    ids: &[Id<Offer>],
) -> Answer<Vec<(String, String)>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(BATCH) {
        let rows: Vec<(Option<String>, String)> = tx
            .sql("select source_key, name from directory_offer where municipality_id = $1 ")
            .bind(municipality)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .all()
            .await?;
        found.extend(rows.into_iter().map(|(key, name)| (key.unwrap_or_default(), name)));
    }
    Ok(found)
}

/// Whether a record of this source with this key is on the map.
pub async fn has_key(tx: &mut Tx, municipality: Municipality, origin: &Origin) -> Answer<bool> {
    let found: Option<Id<Offer>> = tx
        .sql("select id from directory_offer where municipality_id = $1 and source_id = $2 and source_key = $3")
        .bind(municipality)
        .bind(origin.source)
        .bind(origin.key.clone())
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}
