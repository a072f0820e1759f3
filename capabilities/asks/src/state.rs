//! What the pages of asks stand on.

use access::{Acting, Caller, Object, Permit};
use directory::Directory;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use crate::question::Side;

/// Cheap to clone; one for the whole server.
#[derive(Clone)]
pub struct Asks {
    pub db: Db,
    pub(crate) directory: Directory,
}

impl Asks {
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
    pub(crate) acting: Acting,
    pub(crate) side: Side,
}

impl Member {
    /// # Errors
    /// `NotThere` for a stranger, the operator, a newcomer, and whoever acts for the municipality.
    pub(crate) fn of(caller: &Caller) -> Answer<Self> {
        let signed = caller.signed().ok_or(Trouble::NotThere)?;
        let acting = signed.acting.ok_or(Trouble::NotThere)?;
        let party = acting.party.ok_or(Trouble::NotThere)?;
        let side = Side { party: Id::from_uuid(party), person: Some(Id::from_uuid(signed.person)) };
        Ok(Self { acting, side })
    }

    /// Permission for something in the own party's name.
    pub(crate) fn ask(&self, caller: &Caller, here: Municipality, action: &'static str) -> Answer<Permit> {
        // Whether there is a coordinator decides nothing about what the own people do here.
        let party = self.side.party.uuid();
        caller.ask(action, &Object::Party { municipality: here.0.into(), party, has_coordinator: true })
    }
}
