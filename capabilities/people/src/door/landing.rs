//! Where somebody comes in: on the day of the own party, unless something has to be done on the own page first.

use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use crate::membership::Membership;
use crate::membership::store as memberships;
use crate::person::Person;
use crate::{People, recovery};

impl People {
    /// The membership of whoever has just one: then there is nothing to choose.
    pub(crate) async fn only_place(
        &self,
        here: Municipality,
        person: Id<Person>,
    ) -> Answer<Option<Id<Membership>>> {
        let mine = memberships::of_person(&self.db, here, person).await?;
        Ok(if let [only] = mine.as_slice() { Some(only.id) } else { None })
    }

    /// `/vandaag` for whoever acts for a party; `/ik` for who has to choose, belongs to the municipality, or must be
    /// told that somebody waits to come in instead.
    pub(crate) async fn landing(
        &self,
        here: Municipality,
        person: Id<Person>,
        acting: Option<Id<Membership>>,
    ) -> Answer<&'static str> {
        let acting = match acting {
            Some(membership) => memberships::find(&self.db, here, membership).await?,
            None => None,
        };
        let for_a_party = acting.is_some_and(|membership| membership.belongs.party().is_some());
        let day = for_a_party && !recovery::store::waits_for(&self.db, here, person, self.now()).await?;
        Ok(if day { "/vandaag" } else { "/ik" })
    }
}
