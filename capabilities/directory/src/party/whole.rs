//! Everything one party's page shows, read in four statements; or of many parties together, in four as well.

use std::collections::HashMap;

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};

use super::{Party, store};
use crate::contact::Contact;
use crate::offer::Offer;
use crate::place::Place;
use crate::{contact, offer, place};

pub struct Whole {
    pub party: Party,
    pub contacts: Vec<Contact>,
    pub offers: Vec<Offer>,
    /// Each with the offers that are given there.
    pub places: Vec<(Place, Vec<Id<Offer>>)>,
}

impl Whole {
    /// # Errors
    /// `NotThere` without such a party; what the database answers.
    pub async fn read(db: &Db, municipality: Municipality, id: Id<Party>) -> Answer<Self> {
        Ok(Self {
            party: store::find(db, municipality, id).await?.ok_or(Trouble::NotThere)?,
            contacts: contact::store::of_parties(db, municipality, &[id]).await?,
            offers: offer::store::of_party(db, municipality, id).await?,
            places: place::store::with_offers(db, municipality, id).await?,
        })
    }
    /// The wholes of these parties, in their order.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn of_parties(db: &Db, municipality: Municipality, parties: Vec<Party>) -> Answer<Vec<Self>> {
        let ids: Vec<Id<Party>> = parties.iter().map(|party| party.id).collect();
        let mut contacts = by(contact::store::of_parties(db, municipality, &ids).await?, |it| it.party);
        let mut offers = by(offer::store::of_parties(db, municipality, &ids).await?, |it| it.party);
        let mut places = by(place::store::of_parties(db, municipality, &ids).await?, |it| it.party);
        let wholes = parties.into_iter().map(|party| {
            let offers = offers.remove(&party.id).unwrap_or_default();
            let given = |place: Place| {
                let there = offers.iter().filter(|offer| offer.places.contains(&place.id));
                let there = there.map(|offer| offer.id).collect();
                (place, there)
            };
            Self {
                places: places.remove(&party.id).unwrap_or_default().into_iter().map(given).collect(),
                contacts: contacts.remove(&party.id).unwrap_or_default(),
                offers,
                party,
            }
        });
        Ok(wholes.collect())
    }

    /// The wholes of the parties with these ids, in the order of the ids; ids that do not exist are left out.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn read_many(db: &Db, municipality: Municipality, ids: &[Id<Party>]) -> Answer<Vec<Self>> {
        let mut found: HashMap<Id<Party>, Party> = store::find_many(db, municipality, ids)
            .await?
            .into_iter()
            .map(|party| (party.id, party))
            .collect();
        let parties = ids.iter().filter_map(|id| found.remove(id)).collect();
        Self::of_parties(db, municipality, parties).await
    }
}

fn by<T>(all: Vec<T>, party: impl Fn(&T) -> Id<Party>) -> HashMap<Id<Party>, Vec<T>> {
    let mut grouped: HashMap<Id<Party>, Vec<T>> = HashMap::new();
    for one in all {
        grouped.entry(party(&one)).or_default().push(one);
    }
    grouped
}
