//! Everything one party's page shows, read in four statements.

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
}
