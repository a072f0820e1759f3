//! What is said about a file that is brought in: its name, licence and date.

use access::Permit;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::{Day, Moment};
use ground::trouble::Answer;
use serde::{Deserialize, Serialize};

use crate::source::{Source, store};
use crate::wording::{Line, Name};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// One name is one source: the next import under it is compared with this one.
    pub source: Name,
    pub licence: Name,
    pub web: Option<Line>,
    pub dated: Option<Day>,
}

impl About {
    /// Whether a page would say the same about the source as before.
    #[must_use]
    pub fn says_the_same(&self, source: &Source) -> bool {
        self.licence == source.licence && self.web == source.web && self.dated == source.dated
    }

    /// The source under this name, if it brought anything before.
    pub async fn known(&self, tx: &mut Tx, permit: &Permit) -> Answer<Option<Source>> {
        store::named(tx, permit.municipality(), &self.source).await
    }

    /// Writes the source; one of the same name keeps its id.
    pub async fn keep(
        &self,
        tx: &mut Tx,
        permit: &Permit,
        known: Option<&Source>,
        now: Moment,
    ) -> Answer<Id<Source>> {
        let id = known.map_or_else(|| Id::new(now), |source| source.id);
        let source = Source {
            id,
            name: self.source.clone(),
            licence: self.licence.clone(),
            web: self.web.clone(),
            dated: self.dated,
            imported_at: now,
        };
        store::save(tx, permit, &source).await?;
        Ok(id)
    }
}
