//! Somebody who acts for a party now.

use access::{Caller, Object, Permit};
use directory::party::Party;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use people::person::Person;

use crate::Side;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub party: Id<Party>,
    pub person: Id<Person>,
}

impl Member {
    /// # Errors
    /// `NotThere` for a stranger, the operator, a newcomer, and whoever acts for the municipality.
    pub fn of(caller: &Caller) -> Answer<Self> {
        let signed = caller.signed().ok_or(Trouble::NotThere)?;
        let party = signed.acting.and_then(|acting| acting.party).ok_or(Trouble::NotThere)?;
        Ok(Self { party: Id::from_uuid(party), person: Id::from_uuid(signed.person) })
    }

    #[must_use]
    pub const fn side(self) -> Side {
        Side { party: self.party, person: Some(self.person) }
    }

    /// Permission for something in the own party's name.
    ///
    /// # Errors
    /// What the policies say.
    pub fn ask(self, caller: &Caller, here: Municipality, action: &'static str) -> Answer<Permit> {
        // Whether there is a coordinator decides nothing about what the own people do here.
        let party = self.party.uuid();
        caller.ask(action, &Object::Party { municipality: here.0.into(), party, has_coordinator: true })
    }
}
