//! Signing in by one click as somebody invented. Only the command `demo` makes this, and it works in an invented municipality only.

use access::Role;
use directory::municipality;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use crate::membership::Membership;
use crate::person::Person;

/// The demo's people at the door.
#[derive(Clone, Debug)]
pub struct OneClick {
    town: Municipality,
    people: Vec<Someone>,
}

/// Somebody invented, and the place as which one acts.
#[derive(Clone, Debug)]
pub struct Someone {
    pub key: &'static str,
    pub person: Id<Person>,
    pub membership: Id<Membership>,
    pub name: &'static str,
    pub role: Role,
}

impl OneClick {
    #[must_use]
    pub const fn new(town: Municipality, people: Vec<Someone>) -> Self {
        Self { town, people }
    }

    /// Who stands at the door of this municipality: nobody unless it is invented, whoever asked for it.
    ///
    /// # Errors
    /// What the database answers.
    pub(crate) async fn at(&self, db: &Db, here: Municipality) -> Answer<&[Someone]> {
        if here != self.town {
            return Ok(&[]);
        }
        let invented = municipality::store::find(db, here).await?.is_some_and(|town| town.fiction);
        Ok(if invented { &self.people } else { &[] })
    }
}
