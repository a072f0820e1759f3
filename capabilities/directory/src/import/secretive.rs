//! Parties of which a place is secret, held beside each record of a file: an open address under such a name is for a human.

use super::digest;
use super::known::{Hand, Known};
use super::record::{PartyRecord, PlaceRecord};
use crate::double::{gist, is_alike};
use crate::place::Whereabouts;

pub(super) struct Secretive {
    /// Their names as names are compared.
    gists: Vec<String>,
}

impl Secretive {
    pub(super) fn new(name_keys: &[String]) -> Self {
        Self { gists: name_keys.iter().map(|name_key| gist(name_key)).collect() }
    }

    /// Whether the record would put an address on the map that its source did not put there before, under the name of a
    /// party with a secret place. Of what a human changed nothing is put on the map, so there is nothing to hold.
    pub(super) fn holds(&self, record: &PartyRecord, known: &Known) -> bool {
        let standing = known.parties.get(&digest::key(&record.key));
        let changes = standing.is_none_or(|standing| standing.hand == Hand::None);
        // By the owner, and by what it says: a known key with the street of the shelter is an address nobody looked at.
        let party = standing.map(|standing| standing.id);
        let is_new = |place: &&PlaceRecord| !known.stands(party, place);
        if self.gists.is_empty() || !changes || !record.places.iter().filter(is_new).any(tells_where) {
            return false;
        }
        let own = gist(&record.name.key());
        self.gists.iter().any(|gist| is_alike(&own, gist))
    }
}

fn tells_where(place: &PlaceRecord) -> bool {
    match &place.whereabouts {
        Whereabouts::Open(open) => open.point.is_some() || !open.address.is_empty(),
        Whereabouts::Confidential => false,
    }
}
