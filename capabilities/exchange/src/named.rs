//! What the parties and people in questions and handovers are called, looked up at once.

use std::collections::{HashMap, HashSet};

use directory::party::{self, Party, Sphere};
use directory::wording::Name;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use people::person::{Person, store as persons};
use ui::{Lang, fl};
use uuid::Uuid;

use crate::words;

/// Names by id. A party that left the map, and a person who left, have none.
#[derive(Clone, Debug, Default)]
pub struct Named {
    parties: HashMap<Id<Party>, (Name, Sphere)>,
    people: HashMap<Uuid, Name>,
}

impl Named {
    /// Of parties only: for lists, where nobody is named.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn of_parties(
        db: &Db,
        here: Municipality,
        parties: impl Iterator<Item = Id<Party>>,
    ) -> Answer<Self> {
        let ids: Vec<Id<Party>> = parties.collect::<HashSet<_>>().into_iter().collect();
        let found = party::named::names(db, here, &ids).await?;
        let parties = found.into_iter().map(|(id, name, sphere)| (id, (name, sphere))).collect();
        Ok(Self { parties, people: HashMap::new() })
    }

    /// Of parties and of people: for the page of one question or handover.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn of(
        db: &Db,
        here: Municipality,
        parties: impl Iterator<Item = Id<Party>>,
        people: impl Iterator<Item = Id<Person>>,
    ) -> Answer<Self> {
        let people: Vec<Uuid> = people.map(Id::uuid).collect::<HashSet<_>>().into_iter().collect();
        let named = Self::of_parties(db, here, parties).await?;
        Ok(Self { people: persons::names(db, here, &people).await?, ..named })
    }

    #[must_use]
    pub fn party(&self, id: Id<Party>) -> Option<&str> {
        self.parties.get(&id).map(|(name, _)| name.as_str())
    }

    /// Its name, or that it is there no more.
    #[must_use]
    pub fn shown(&self, lang: Lang, id: Id<Party>) -> String {
        self.party(id).map_or_else(|| fl!(words(lang), "party-gone"), ToOwned::to_owned)
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
