//! `/overdrachten`: what the own party gives and receives, whose turn it is, and what closed.

use std::sync::Arc;

use access::{Caller, Entry, Here, Who as For};
use axum::extract::State;
use directory::map::Atlas;
use directory::party::Party;
use exchange::{Member, Named};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use maud::Markup;
use people::person::Person;
use ui::Frame;

use super::{store, view};
use crate::handover::Handover;
use crate::{AFTER_CLOSING, Handovers};

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    vec![Entry::get(
        "/overdrachten",
        For::Known,
        "handover.offer",
        "handover",
        "The handovers of the own party",
        lists,
    )]
}

/// What waits, for somebody of one party, with what is needed to say it.
pub struct Lists {
    /// The ball is with this party; of whom this person is the guide, first.
    pub mine: Vec<Handover>,
    /// The ball is over there.
    pub theirs: Vec<Handover>,
    pub closed: Vec<Handover>,
    pub named: Named,
    pub atlas: Arc<Atlas>,
    pub party: Id<Party>,
}

impl Handovers {
    /// All that waits for somebody, all that this one waits for, and what closed while both can look back on it.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn lists(&self, here: Municipality, party: Id<Party>, person: Id<Person>) -> Answer<Lists> {
        let (_, atlas) = self.directory.seen(here).await?;
        let mine = store::mine(&self.db, here, party, person, store::MOST).await?;
        let theirs = store::theirs(&self.db, here, party, store::MOST).await?;
        let since = self.now().minus(AFTER_CLOSING);
        let closed = store::closed(&self.db, here, party, since, store::MOST).await?;
        let all = [&mine, &theirs, &closed];
        let parties = all.into_iter().flatten().map(|handover| handover.other(party));
        let named = Named::of(&self.db, here, parties, std::iter::empty()).await?;
        Ok(Lists { mine, theirs, closed, named, atlas, party })
    }
}

async fn lists(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
) -> Answer<Markup> {
    let member = Member::of(&caller)?;
    member.ask(&caller, here, "handover.offer")?;
    let lists = handovers.lists(here, member.party, member.person).await?;
    Ok(view::page(&frame, &lists))
}
