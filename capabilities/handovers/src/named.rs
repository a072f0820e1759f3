//! What the parties and people of handovers are called, looked up at once.

use std::collections::{HashMap, HashSet};

use directory::party::{self, Party, Sphere};
use directory::wording::Name;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use people::person::{Person, store as persons};
use uuid::Uuid;

/// Names by id. A party that left the map, and a person who left, have none.
#[derive(Clone, Debug, Default)]
pub struct Named {
    parties: HashMap<Id<Party>, (Name, Sphere)>,
    people: HashMap<Uuid, Name>,
}

impl Named {
    /// # Errors
    /// What the database answers.
    pub async fn of(
        db: &Db,
        here: Municipality,
        parties: impl Iterator<Item = Id<Party>>,
        people: impl Iterator<Item = Id<Person>>,
    ) -> Answer<Self> {
        let parties: Vec<Id<Party>> = parties.collect::<HashSet<_>>().into_iter().collect();
        let people: Vec<Uuid> = people.map(Id::uuid).collect::<HashSet<_>>().into_iter().collect();
        let found = party::store::find_many(db, here, &parties).await?;
        Ok(Self {
            parties: found.into_iter().map(|party| (party.id, (party.name, party.sphere))).collect(),
            people: persons::names(db, here, &people).await?,
        })
    }

    #[must_use]
    pub fn party(&self, id: Id<Party>) -> Option<&str> {
        self.parties.get(&id).map(|(name, _)| name.as_str())
    }

    #[must_use]
    pub fn sphere(&self, id: Id<Party>) -> Option<Sphere> {
        self.parties.get(&id).map(|(_, sphere)| *sphere)
    }

    #[must_use]
    pub fn person(&self, id: Id<Person>) -> Option<&str> {
        self.people.get(&id.uuid()).map(Name::as_str)
    }
}
