//! Whose profiles who is at the desk keeps: the people of a party with a coordinator keep their own.

use std::collections::HashSet;

use access::{Caller, Object, Relations};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use uuid::Uuid;

use crate::party::Party;

/// What the policies must know of every party that a list of the desk can hold.
pub(crate) struct Keeping {
    caller: Caller,
    here: Municipality,
    coordinated: HashSet<Uuid>,
}

impl Keeping {
    pub(crate) async fn of(caller: &Caller, relations: &dyn Relations, here: Municipality) -> Answer<Self> {
        let coordinated = relations.coordinated(here).await?;
        Ok(Self { caller: caller.clone(), here, coordinated })
    }

    /// Whether the form of this party opens for who looks.
    pub(crate) fn keeps(&self, party: Id<Party>) -> bool {
        let party = party.uuid();
        let has_coordinator = self.coordinated.contains(&party);
        let object = Object::Party { municipality: self.here.0.into(), party, has_coordinator };
        self.caller.may("party.read", &object)
    }

    /// Where who keeps the map goes for this party: its form, or the page everybody sees.
    pub(crate) fn address(&self, party: Id<Party>) -> String {
        let at = if self.keeps(party) { "/beheer/partij" } else { "/partij" };
        format!("{at}/{party}")
    }
}
