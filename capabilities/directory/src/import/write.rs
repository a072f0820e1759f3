//! Writing what was weighed: in batches, within the one transaction of the import.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use access::Permit;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::about::About;
use super::digest;
use super::record::{ContactRecord, OfferRecord, PartyRecord};
use super::store;
use super::weigh::{Scales, Verdict, Weighed};
use crate::confirmation::Confirmation;
use crate::contact::{self, Contact};
use crate::offer::{self, Offer};
use crate::party::{self, Party, Serves};
use crate::place::{self, Place, Whereabouts};
use crate::source::{Origin, Source};

/// Parties and offers that wait before they are written together.
const BATCH: usize = 200;

/// After how many batches the database looks again at how large the tables are: each time they grew tenfold.
const FILLED: [u32; 4] = [1, 10, 100, 1000];

const TABLES: &[&str] = &[
    "directory_party",
    "directory_party_area",
    "directory_place",
    "directory_contact",
    "directory_offer",
    "directory_offer_place",
];

pub(super) struct Writer<'a> {
    permit: &'a Permit,
    about: &'a About,
    known: Option<Source>,
    source: Option<Id<Source>>,
    now: Moment,
    made: u64,
    flushes: u32,
    parties: Vec<Party>,
    places: Vec<Place>,
    contacts: Vec<(Id<Party>, Vec<ContactRecord>, bool)>,
    gone_places: Vec<Id<Place>>,
    /// Keys of confidential places: what earlier reports said of them goes.
    hushed: Vec<String>,
    offers: Vec<Offer>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(permit: &'a Permit, about: &'a About, known: Option<Source>, now: Moment) -> Self {
        Self {
            permit,
            about,
            known,
            source: None,
            now,
            made: 0,
            flushes: 0,
            parties: Vec::new(),
            places: Vec::new(),
            contacts: Vec::new(),
            gone_places: Vec::new(),
            hushed: Vec::new(),
            offers: Vec::new(),
        }
    }

    /// The source row, written before the first row that points at it.
    pub(super) async fn source(&mut self, tx: &mut Tx) -> Answer<Id<Source>> {
        if let Some(source) = self.source {
            return Ok(source);
        }
        let source = self.about.keep(tx, self.permit, self.known.as_ref(), self.now).await?;
        self.source = Some(source);
        Ok(source)
    }

    /// What was confirmed before this import. Whoever confirms it here does so later: by that the two are told apart.
    fn earlier(&self, confirmed: Option<Confirmation>) -> Option<Confirmation> {
        confirmed.filter(|confirmed| confirmed.at < self.now)
    }

    /// Ids of one import follow each other, so that the tables grow at their end.
    fn id<T>(&mut self) -> Id<T> {
        self.made += 1;
        Id::new(self.now.plus(Duration::from_micros(self.made)))
    }

    pub(super) async fn take(&mut self, tx: &mut Tx, scales: &mut Scales, weighed: Weighed) -> Answer<()> {
        let writes =
            weighed.verdict.writes() || weighed.offers.iter().any(|(_, _, verdict)| verdict.writes());
        if !writes {
            return Ok(());
        }
        let source = self.source(tx).await?;
        let Weighed { record, sphere, serves, digest, verdict, offers } = weighed;
        let id = verdict.id().unwrap_or_else(|| self.id());
        if verdict.writes() {
            self.places_of(scales, id, &record);
            let is_new = matches!(verdict, Verdict::New);
            self.contacts.push((id, record.contacts.clone(), is_new));
            let origin =
                Origin { source, key: record.key.clone(), digest: Some(digest.to_vec()), dropped_at: None };
            let year = scales.locator.year();
            let serves = if record.serves_all.unwrap_or(record.serves.is_empty()) {
                Serves::Everywhere
            } else {
                Serves::Areas(serves.into_iter().map(|area| (area, year)).collect())
            };
            self.parties.push(Party {
                id,
                sphere,
                name: record.name,
                summary: record.summary,
                call_for: record.call_for,
                not_for: record.not_for,
                languages: record.languages,
                best_way: record.best_way,
                lived_experience: record.lived_experience,
                works_gladly: record.works_gladly,
                capacity: record.capacity,
                capacity_note: record.capacity_note,
                role: record.role,
                serves,
                origin: Some(origin),
                confirmed: self.earlier(record.confirmed),
                asked_at: None,
                mail_returns: false,
                put_away_at: None,
                created_at: self.now,
                changed_at: self.now,
            });
        }
        if !verdict.writes() {
            scales.known.call_secrets(id, &record.places);
        }
        for (offer, digest, verdict) in offers {
            if verdict.writes() {
                let offer_id = verdict.id().unwrap_or_else(|| self.id());
                let origin = Origin {
                    source,
                    key: offer.key.clone(),
                    digest: Some(digest.to_vec()),
                    dropped_at: None,
                };
                self.offers.push(self.offer(scales, offer_id, id, origin, offer));
            }
        }
        if self.parties.len() >= BATCH || self.offers.len() >= BATCH {
            self.flush(tx).await?;
        }
        Ok(())
    }

    /// A known place keeps its id by its key; what the party has no more of this source goes.
    fn places_of(&mut self, scales: &mut Scales, party: Id<Party>, record: &PartyRecord) {
        let mut still = HashSet::new();
        for place in &record.places {
            let id = scales.known.place(party, place).unwrap_or_else(|| self.id());
            if !still.insert(id) {
                continue;
            }
            scales.known.places.insert(digest::key(&place.key), (party, id));
            if matches!(place.whereabouts, Whereabouts::Confidential) {
                self.hushed.push(place.key.clone());
            }
            let mut whereabouts = place.whereabouts.clone();
            if let Whereabouts::Open(open) = &mut whereabouts {
                open.area = open.point.and_then(|point| scales.locator.area_of(point));
            }
            self.places.push(Place { id, party, whereabouts, source_key: Some(place.key.clone()) });
        }
        self.gone_places.extend(scales.known.drop_places(party, &still));
    }

    fn offer(
        &self,
        scales: &Scales,
        id: Id<Offer>,
        party: Id<Party>,
        origin: Origin,
        record: OfferRecord,
    ) -> Offer {
        let mut places: Vec<Id<Place>> = record
            .places
            .iter()
            .filter_map(|key| scales.known.places.get(&digest::key(key)))
            .filter(|(owner, _)| *owner == party)
            .map(|(_, place)| *place)
            .collect();
        places.sort();
        places.dedup();
        Offer {
            id,
            party,
            name: record.name,
            summary: record.summary,
            does: record.does,
            does_not: record.does_not,
            for_whom: record.for_whom,
            themes: record.themes,
            languages: record.languages,
            way: record.way,
            opening: record.opening,
            opening_note: record.opening_note,
            cost: record.cost,
            capacity: record.capacity,
            places,
            origin: Some(origin),
            confirmed: self.earlier(record.confirmed),
            asked_at: None,
            created_at: self.now,
            changed_at: self.now,
        }
    }

    pub(super) async fn flush(&mut self, tx: &mut Tx) -> Answer<()> {
        party::store::save_many(tx, self.permit, &std::mem::take(&mut self.parties)).await?;
        place::store::save_many(tx, self.permit, &std::mem::take(&mut self.places), self.now).await?;
        self.write_contacts(tx).await?;
        offer::store::save_many(tx, self.permit, &std::mem::take(&mut self.offers)).await?;
        place::store::remove(tx, self.permit, &std::mem::take(&mut self.gone_places)).await?;
        store::hush(tx, self.permit, &std::mem::take(&mut self.hushed)).await?;
        self.flushes += 1;
        if FILLED.contains(&self.flushes) {
            tx.learn_sizes(TABLES).await?;
        }
        Ok(())
    }

    /// Ways to people have no key of their own: one that says the same stays, the others come and go.
    async fn write_contacts(&mut self, tx: &mut Tx) -> Answer<()> {
        let contacts = std::mem::take(&mut self.contacts);
        let known: Vec<Id<Party>> =
            contacts.iter().filter(|(_, _, is_new)| !is_new).map(|(id, _, _)| *id).collect();
        let mut standing: HashMap<Id<Party>, Vec<Contact>> = HashMap::new();
        for contact in contact::store::of_parties_in(tx, self.permit.municipality(), &known).await? {
            standing.entry(contact.party).or_default().push(contact);
        }
        let (mut fresh, mut gone) = (Vec::new(), Vec::new());
        for (party, records, _) in contacts {
            let mut had = standing.remove(&party).unwrap_or_default();
            for record in records {
                match had.iter().position(|contact| says_the_same(contact, &record)) {
                    Some(at) => drop(had.swap_remove(at)),
                    None => fresh.push(Contact {
                        id: self.id(),
                        party,
                        role: record.role,
                        name: None,
                        photo: None,
                        note: record.note,
                        languages: record.languages,
                        phone: record.phone,
                        email: record.email,
                        mail_returns: false,
                    }),
                }
            }
            gone.extend(had.into_iter().map(|contact| contact.id));
        }
        contact::store::save_many(tx, self.permit, &fresh, self.now).await?;
        contact::store::remove(tx, self.permit, &gone).await
    }
}

fn says_the_same(contact: &Contact, record: &ContactRecord) -> bool {
    contact.role == record.role
        && contact.note == record.note
        && contact.languages == record.languages
        && contact.phone == record.phone
        && contact.email == record.email
}
