//! What happened to the questions of a party since somebody last heard of them.

use directory::area::AreaCode;
use directory::party::Party;
use exchange::{Leaf, Part};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::store;
use crate::Asks;
use crate::question::Question;
use crate::story::State;

impl Asks {
    /// Whether something waits for this party that did not at `since`: the ball came here, half of a term or a whole
    /// one passed (both sides hear that), whoever took up a question of its own left the map, or somebody else closed
    /// one.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn news(
        &self,
        here: Municipality,
        party: Id<Party>,
        since: Moment,
        now: Moment,
    ) -> Answer<bool> {
        if store::came(&self.db, here, party, since).await? {
            return Ok(true);
        }
        let first = Leaf::first(store::MOST);
        let mine = store::plays(&self.db, here, party, first).await?;
        let theirs = store::theirs(&self.db, here, party, first).await?;
        let mut open = mine.shown.iter().chain(&theirs.shown);
        if open.any(|question| exchange::passed(question.term, since, now)) {
            return Ok(true);
        }
        for question in theirs.shown.iter().filter(|question| question.came_back()) {
            let told = crate::question::store::told(&self.db, here, question.id).await?;
            if told.iter().any(|done| done.is_freed() && done.at >= since) {
                return Ok(true);
            }
        }
        // Nothing was answered after now: all of it.
        let closed = store::closed_of(&self.db, here, party, (since, now), first).await?;
        Ok(closed.shown.iter().any(|question| {
            question.asker.party == party && !matches!(question.state, State::Thanked | State::Withdrawn)
        }))
    }

    /// A number that is another one as soon as something happened to an open question of this party, or to one that is
    /// open to anyone; that it became late, too.
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
    ) -> Answer<Part<Question>> {
        store::late(&self.db, here, areas, now).await
    }
}
