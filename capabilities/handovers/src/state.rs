//! What the pages of handovers stand on.

use access::{Caller, Object, Permit};
use directory::Directory;
use directory::party::Party;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use people::person::Person;

/// Cheap to clone; one for the whole server.
#[derive(Clone)]
pub struct Handovers {
    pub db: Db,
    pub(crate) directory: Directory,
}

impl Handovers {
    #[must_use]
    pub fn new(directory: Directory) -> Self {
        Self { db: directory.db.clone(), directory }
    }

    #[must_use]
    pub fn now(&self) -> Moment {
        self.directory.now()
    }
}

/// Somebody who acts for a party now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub(crate) party: Id<Party>,
    pub(crate) person: Id<Person>,
}

impl Member {
    /// # Errors
    /// `NotThere` for a stranger, the operator, a newcomer, and whoever acts for the municipality.
    pub(crate) fn of(caller: &Caller) -> Answer<Self> {
        let signed = caller.signed().ok_or(Trouble::NotThere)?;
        let party = signed.acting.and_then(|acting| acting.party).ok_or(Trouble::NotThere)?;
        Ok(Self { party: Id::from_uuid(party), person: Id::from_uuid(signed.person) })
    }

    /// Permission for something in the own party's name.
    pub(crate) fn ask(&self, caller: &Caller, here: Municipality, action: &'static str) -> Answer<Permit> {
        // Whether there is a coordinator decides nothing about what the own people do here.
        let party = self.party.uuid();
        caller.ask(action, &Object::Party { municipality: here.0.into(), party, has_coordinator: true })
    }
}
