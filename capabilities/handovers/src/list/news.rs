//! What happened to the handovers of a party since somebody last heard of them.

use directory::area::AreaCode;
use directory::party::Party;
use exchange::{Leaf, Part};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use people::person::Person;

use super::store;
use crate::Handovers;
use crate::handover::Handover;

impl Handovers {
    /// Whether something waits for this party that did not at `since`: the ball came here, half of a term or a whole
    /// one passed (both sides hear that), or somebody else ended one.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn news(
        &self,
        here: Municipality,
        party: Id<Party>,
        person: Id<Person>,
        since: Moment,
        now: Moment,
    ) -> Answer<bool> {
        if store::came(&self.db, here, party, since).await? {
            return Ok(true);
        }
        let first = Leaf::first(store::MOST);
        let mine = store::mine(&self.db, here, party, person, first).await?;
        let theirs = store::theirs(&self.db, here, party, first).await?;
        let mut open = mine.shown.iter().chain(&theirs.shown);
        if open.any(|handover| exchange::passed(handover.term, since, now)) {
            return Ok(true);
        }
        for handover in store::closed(&self.db, here, party, since, first).await?.shown {
            let history = crate::handover::store::history(&self.db, here, handover.id).await?;
            if history.last().is_some_and(|done| Some(done.who) != handover.who(party)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A number that is another one as soon as something happened to an open handover of this party, or one became late.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn pulse(&self, here: Municipality, party: Id<Party>) -> Answer<i64> {
        store::pulse(&self.db, here, party).await
    }

    /// Where something is late still, two working days after its term; None is the whole municipality.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn late_areas(&self, here: Municipality, now: Moment) -> Answer<Vec<Option<AreaCode>>> {
        store::late_areas(&self.db, here, now).await
    }

    /// What is late still in these areas.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn late(
        &self,
        here: Municipality,
        areas: &[Option<AreaCode>],
        now: Moment,
    ) -> Answer<Part<Handover>> {
        store::late(&self.db, here, areas, now).await
    }
}
