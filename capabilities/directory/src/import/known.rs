//! What a source brought before, as it stands on the map now.

use std::collections::{HashMap, HashSet};

use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::digest::{self, Digest};
use super::record::PlaceRecord;
use crate::offer::Offer;
use crate::party::Party;
use crate::place::{Address, Place, Whereabouts};
use crate::source::Source;
use crate::wording::Line;

/// Whether a human laid hands on it since an import wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    None,
    Confirmed,
    Edited,
    /// Took it off the map.
    Removed,
}

#[derive(Debug)]
pub(super) struct Standing<T> {
    pub id: Id<T>,
    pub digest: Option<Digest>,
    pub hand: Hand,
    pub dropped: bool,
    /// Stands in the file that is read now.
    pub seen: bool,
}

pub(super) type Standings<T> = HashMap<[u8; 16], Standing<T>>;

/// Sizes stay in step with the number of records, never with their length.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub parties: Standings<Party>,
    pub offers: Standings<Offer>,
    /// By the source's own key of the place.
    pub places: HashMap<[u8; 16], (Id<Party>, Id<Place>)>,
    /// Of each open place its address and point, in short.
    doors: HashMap<Id<Place>, [u8; 16]>,
    /// Of each party its confidential places that came with it, until a record takes them. No key of theirs is kept:
    /// nothing is known of them, so which is which makes no difference.
    secrets: HashMap<Id<Party>, Vec<Id<Place>>>,
    /// Of each party, the places that came with it.
    of_party: HashMap<Id<Party>, Vec<Id<Place>>>,
}

#[derive(sqlx::FromRow)]
struct StandingRow<T> {
    id: Id<T>,
    source_key: Option<String>,
    source_digest: Option<Vec<u8>>,
    source_dropped_at: Option<Moment>,
    confirmed_at: Option<Moment>,
    changed_at: Moment,
}

#[derive(sqlx::FromRow)]
struct MergedRow {
    kind: String,
    /// Of a party or an offer, as the kind says.
    new_id: Id<Party>,
    source_key: String,
    source_digest: Option<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    id: Id<Place>,
    party_id: Id<Party>,
    source_key: Option<String>,
    confidential: bool,
    street: String,
    house_number: String,
    postcode: String,
    town: String,
    lon: Option<f64>,
    lat: Option<f64>,
    changed_at: Moment,
}

const PARTIES: &str = "select id, source_key, source_digest, source_dropped_at, confirmed_at, changed_at \
                       from directory_party where municipality_id = $1 and source_id = $2";
const OFFERS: &str = "select id, source_key, source_digest, source_dropped_at, confirmed_at, changed_at \
                      from directory_offer where municipality_id = $1 and source_id = $2";
/// What became one with something else, or was taken off the map. A human decided that, so the file changes nothing of
/// it any more. An offer that was taken away leads to its party.
const MERGED: &str = "select case when kind = 'offer' and exists (select 1 from directory_party party \
                      where party.municipality_id = merged.municipality_id and party.id = merged.new_id) \
                      then 'removed' else kind end as kind, new_id, source_key, source_digest from directory_merged merged \
                      where merged.municipality_id = $1 and merged.source_id = $2 and \
                      (exists (select 1 from directory_party party where party.municipality_id = merged.municipality_id \
                      and party.id = merged.new_id) \
                      or exists (select 1 from directory_offer offer where offer.municipality_id = merged.municipality_id \
                      and offer.id = merged.new_id))";
/// Places of a party this source knew under another id, which stayed at their offers when the two became one.
const MERGED_PLACES: &str = "select place.id, place.party_id, place.source_key, place.confidential, place.street, \
                             place.house_number, place.postcode, place.town, place.lon, place.lat, place.changed_at from directory_place place \
                             where place.municipality_id = $1 and place.party_id in (select merged.new_id \
                             from directory_merged merged where merged.municipality_id = $1 \
                             and merged.kind = 'party' and merged.source_id = $2)";
const PLACES: &str = "select place.id, place.party_id, place.source_key, place.confidential, place.street, \
                      place.house_number, place.postcode, place.town, place.lon, place.lat, place.changed_at from directory_place place \
                      join directory_party party on party.municipality_id = place.municipality_id \
                      and party.id = place.party_id \
                      where place.municipality_id = $1 and party.source_id = $2";
const CONTACTS: &str = "select contact.party_id, contact.changed_at from directory_contact contact \
                        join directory_party party on party.municipality_id = contact.municipality_id \
                        and party.id = contact.party_id \
                        where contact.municipality_id = $1 and party.source_id = $2";

impl Known {
    pub(super) async fn load(tx: &mut Tx, municipality: Municipality, source: Id<Source>) -> Answer<Self> {
        // What an import wrote carries the moment of that import. Any other moment is a human's.
        let imports: HashSet<Moment> = tx
            .sql(
                "select applied_at from directory_import where municipality_id = $1 and source_id = $2 \
                 and applied_at is not null",
            )
            .bind(municipality)
            .bind(source)
            .scalars::<Moment>()
            .await?
            .into_iter()
            .collect();
        let mut known = Self::default();
        let mut touched: HashSet<Id<Party>> = HashSet::new();
        tx.sql(PLACES)
            .bind(municipality)
            .bind(source)
            .each(|row: PlaceRow| {
                if !imports.contains(&row.changed_at) {
                    touched.insert(row.party_id);
                }
                let door = row.door();
                if let Some(key) = row.source_key {
                    known.of_party.entry(row.party_id).or_default().push(row.id);
                    if row.confidential {
                        known.secrets.entry(row.party_id).or_default().push(row.id);
                    } else {
                        known.places.insert(digest::key(&key), (row.party_id, row.id));
                        known.doors.insert(row.id, door);
                    }
                }
            })
            .await?;
        tx.sql(CONTACTS)
            .bind(municipality)
            .bind(source)
            .each(|(party, changed_at): (Id<Party>, Moment)| {
                if !imports.contains(&changed_at) {
                    touched.insert(party);
                }
            })
            .await?;
        let parties = &mut known.parties;
        tx.sql(PARTIES)
            .bind(municipality)
            .bind(source)
            .each(|row: StandingRow<Party>| {
                let edited = !imports.contains(&row.changed_at) || touched.contains(&row.id);
                stand(parties, row, edited);
            })
            .await?;
        let offers = &mut known.offers;
        tx.sql(OFFERS)
            .bind(municipality)
            .bind(source)
            .each(|row: StandingRow<Offer>| {
                let edited = !imports.contains(&row.changed_at);
                stand(offers, row, edited);
            })
            .await?;
        known.add_merged(tx, municipality, source).await?;
        Ok(known)
    }

    /// A record that became one with another is found under its old key, and never gone: the other has sources of its own.
    async fn add_merged(
        &mut self,
        tx: &mut Tx,
        municipality: Municipality,
        source: Id<Source>,
    ) -> Answer<()> {
        let rows: Vec<MergedRow> = tx.sql(MERGED).bind(municipality).bind(source).all().await?;
        for row in rows {
            let (short, digest) = (digest::key(&row.source_key), row.source_digest);
            let digest: Option<Digest> = digest.and_then(|bytes| bytes.try_into().ok());
            let hand = if row.kind == "removed" { Hand::Removed } else { Hand::Edited };
            match row.kind.as_str() {
                "party" => {
                    let id = Id::from_uuid(row.new_id.uuid());
                    self.parties.insert(short, Standing { id, digest, hand, dropped: false, seen: true });
                }
                _ => {
                    let id = Id::from_uuid(row.new_id.uuid());
                    self.offers.insert(short, Standing { id, digest, hand, dropped: false, seen: true });
                }
            }
        }
        let places: Vec<PlaceRow> = tx.sql(MERGED_PLACES).bind(municipality).bind(source).all().await?;
        for row in places {
            if let Some(key) = row.source_key.filter(|_| !row.confidential) {
                self.places.entry(digest::key(&key)).or_insert((row.party_id, row.id));
            }
        }
        Ok(())
    }

    /// Whether a record's open place stands on the map at this address and point, as a place of the party the record means.
    pub(super) fn stands(&self, party: Option<Id<Party>>, record: &PlaceRecord) -> bool {
        let Whereabouts::Open(open) = &record.whereabouts else { return true };
        let known = self.places.get(&digest::key(&record.key)).filter(|(owner, _)| Some(*owner) == party);
        let door = known.and_then(|(_, place)| self.doors.get(place));
        let point = open.point.map(|point| (point.lon(), point.lat()));
        let Address { street, house_number, postcode, town } = &open.address;
        let address = [street, house_number, postcode, town].map(Line::as_str);
        door == Some(&short_door(address, point))
    }

    /// The place of this party that a record means, if it is there.
    pub(super) fn place(&mut self, party: Id<Party>, record: &PlaceRecord) -> Option<Id<Place>> {
        let known = self.places.get(&digest::key(&record.key)).filter(|(owner, _)| *owner == party);
        match (known, &record.whereabouts) {
            (Some((_, place)), _) => Some(*place),
            (None, Whereabouts::Confidential) => self.secrets.get_mut(&party)?.pop(),
            (None, Whereabouts::Open(_)) => None,
        }
    }

    /// What the file calls the confidential places of a party that stays as it is, so that its offers find them: all
    /// that is not known by its key, when there are as many.
    pub(super) fn call_secrets(&mut self, party: Id<Party>, records: &[PlaceRecord]) {
        let keys = records.iter().map(|record| digest::key(&record.key));
        let unknown: Vec<[u8; 16]> = keys.filter(|key| !self.places.contains_key(key)).collect();
        let secrets = self.secrets.remove(&party).unwrap_or_default();
        if secrets.len() == unknown.len() {
            let called = unknown.into_iter().zip(secrets);
            self.places.extend(called.map(|(key, place)| (key, (party, place))));
        }
    }

    /// The places a party brought before and has no more.
    pub(super) fn drop_places(&mut self, party: Id<Party>, still: &HashSet<Id<Place>>) -> Vec<Id<Place>> {
        let mut had = self.of_party.remove(&party).unwrap_or_default();
        had.retain(|place| !still.contains(place));
        had
    }
}

impl PlaceRow {
    fn door(&self) -> [u8; 16] {
        let address = [&self.street, &self.house_number, &self.postcode, &self.town].map(String::as_str);
        short_door(address, self.lon.zip(self.lat))
    }
}

/// An address and a point, short: records are many.
fn short_door(address: [&str; 4], point: Option<(f64, f64)>) -> [u8; 16] {
    let point = point.map_or_else(String::new, |(lon, lat)| format!("{lon} {lat}"));
    digest::key(&format!("{}\n{point}", address.join("\n")))
}

fn stand<T>(all: &mut Standings<T>, row: StandingRow<T>, edited: bool) {
    let Some(key) = row.source_key else { return };
    // A confirmation that came with the import is older than the import.
    let confirmed = row.confirmed_at.is_some_and(|at| edited || at > row.changed_at);
    let hand = match (confirmed, edited) {
        (true, _) => Hand::Confirmed,
        (false, true) => Hand::Edited,
        (false, false) => Hand::None,
    };
    let standing = Standing {
        id: row.id,
        digest: row.source_digest.and_then(|bytes| bytes.try_into().ok()),
        hand,
        dropped: row.source_dropped_at.is_some(),
        seen: false,
    };
    all.insert(digest::key(&key), standing);
}
