//! What a record says, in 32 bytes: equal digests mean that the source did not change it.

use sha2::{Digest as _, Sha256};

use super::record::{OfferRecord, PartyRecord};
use crate::area::AreaCode;
use crate::confirmation::Confirmation;
use crate::party::Sphere;
use crate::place::Whereabouts;

pub(super) type Digest = [u8; 32];

/// Fields with their lengths between them, so that nothing can slide from one into the next.
#[derive(Default)]
struct Said(Sha256);

impl Said {
    fn text(&mut self, text: &str) -> &mut Self {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
        self
    }

    fn count(&mut self, count: usize) -> &mut Self {
        self.0.update((count as u64).to_le_bytes());
        self
    }

    /// Only where a file says it: what was imported before keeps its digest.
    fn confirmed(&mut self, confirmed: Option<&Confirmation>) -> &mut Self {
        if let Some(Confirmation { at, by }) = confirmed {
            self.text("confirmed").text(&at.to_string()).text(by.as_str());
        }
        self
    }

    fn done(self) -> Digest {
        self.0.finalize().into()
    }
}

/// Of a party with its places and contacts, in the world and the areas it would get here.
pub(super) fn party(record: &PartyRecord, sphere: Sphere, serves: &[AreaCode]) -> Digest {
    let mut said = Said::default();
    said.text("party 1")
        .text(sphere.word())
        .text(record.name.as_str())
        .text(record.summary.as_str())
        .text(&record.call_for.iter().collect::<Vec<_>>().join("\n"))
        .text(&record.not_for.iter().collect::<Vec<_>>().join("\n"))
        .text(record.languages.as_str())
        .text(record.best_way.as_str())
        .text(record.lived_experience.as_str())
        .text(record.works_gladly.as_str())
        .text(record.capacity.word())
        .text(record.capacity_note.as_str())
        .text(record.role.name.as_str())
        .text(record.role.phone.as_str())
        .text(record.role.email.as_str())
        .text(record.role.website.as_str())
        .count(record.serves.len())
        .count(serves.len());
    for code in serves {
        said.text(code.as_str());
    }
    said.confirmed(record.confirmed.as_ref());
    if let Some(everywhere) = record.serves_all {
        said.text(if everywhere { "everywhere" } else { "areas" });
    }
    said.count(record.places.len());
    for place in &record.places {
        match &place.whereabouts {
            // Its key can be its address, and whoever guesses long enough reads that in a digest.
            Whereabouts::Confidential => said.text("confidential"),
            Whereabouts::Open(open) => {
                said.text(&place.key);
                let point =
                    open.point.map(|point| format!("{} {}", point.lon(), point.lat())).unwrap_or_default();
                said.text(open.name.as_str())
                    .text(open.address.street.as_str())
                    .text(open.address.house_number.as_str())
                    .text(open.address.postcode.as_str())
                    .text(open.address.town.as_str())
                    .text(open.access.as_str())
                    .text(&point)
            }
        };
    }
    said.count(record.contacts.len());
    for contact in &record.contacts {
        said.text(contact.role.as_str())
            .text(contact.note.as_str())
            .text(contact.languages.as_str())
            .text(contact.phone.as_str())
            .text(contact.email.as_str());
    }
    said.done()
}

/// Of an offer, with the party it belongs to.
pub(super) fn offer(record: &OfferRecord, party_key: &str) -> Digest {
    let mut said = Said::default();
    said.text("offer 1")
        .text(party_key)
        .text(record.name.as_str())
        .text(record.summary.as_str())
        .text(&record.does.iter().collect::<Vec<_>>().join("\n"))
        .text(&record.does_not.iter().collect::<Vec<_>>().join("\n"))
        .text(record.for_whom.as_str())
        .text(record.themes.as_str())
        .text(record.languages.as_str())
        .text(record.way.word())
        .text(record.opening.as_str())
        .text(record.opening_note.as_str())
        .text(record.cost.as_str())
        .text(record.capacity.word())
        .confirmed(record.confirmed.as_ref())
        .count(record.places.len());
    for place in &record.places {
        said.text(place);
    }
    said.done()
}

/// A record's key, folded to a size that does not grow with the file.
pub(super) fn key(key: &str) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(key.as_bytes())[..16]);
    short
}
