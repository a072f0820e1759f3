//! Parties on the map that nobody belongs to any more: whoever waits for one of them waits for nobody, and should read so.

use std::collections::HashSet;

use directory::party::Party;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use people::membership::store as memberships;
use ui::{Lang, fl};

use crate::{Named, words};

#[derive(Clone, Debug, Default)]
pub struct Deserted(HashSet<Id<Party>>);

impl Deserted {
    /// Of these parties those without anybody, looked up at once.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn among(
        db: &Db,
        here: Municipality,
        parties: impl Iterator<Item = Id<Party>>,
    ) -> Answer<Self> {
        let mut all: HashSet<Id<Party>> = parties.collect();
        let asked: Vec<Id<Party>> = all.iter().copied().collect();
        for party in memberships::with_people(db, here, &asked).await? {
            all.remove(&party);
        }
        Ok(Self(all))
    }

    #[must_use]
    pub fn has(&self, party: Id<Party>) -> bool {
        self.0.contains(&party)
    }

    /// That nobody of this party is here now; None when somebody is.
    #[must_use]
    pub fn told(&self, lang: Lang, party: Id<Party>, named: &Named) -> Option<String> {
        self.has(party).then(|| fl!(words(lang), "nobody-there", party = named.shown(lang, party)))
    }
}
