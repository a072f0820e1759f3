//! `/vandaag`: the first page after signing in, for whoever acts for a party.

use access::{Caller, Entry, Here, Object, Who};
use asks::Asks;
use axum::extract::State;
use directory::Directory;
use directory::map::atlas::Fresh;
use directory::party::Party;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use handovers::Handovers;
use maud::Markup;
use ui::Frame;

use crate::view::{self, Day};

/// What the page of today stands on.
#[derive(Clone)]
pub struct Today {
    asks: Asks,
    handovers: Handovers,
    directory: Directory,
}

impl Today {
    #[must_use]
    pub fn new(directory: Directory, asks: Asks, handovers: Handovers) -> Self {
        Self { asks, handovers, directory }
    }
}

/// Every route of today.
#[must_use]
pub fn routes() -> Vec<Entry<Today>> {
    vec![Entry::get(
        "/vandaag",
        Who::Known,
        "today.read",
        "person",
        "What waits for me, what I wait for, and what is new near me",
        today,
    )]
}

/// So many open questions of others are shown; the rest is a tap away.
const MOST_FOR_ALL: i64 = 5;

/// So many parties that are new or were confirmed lately.
const MOST_FRESH: usize = 3;

async fn today(State(today): State<Today>, Here(here): Here, caller: Caller, frame: Frame) -> Answer<Markup> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    caller.ask("today.read", &Object::Person { municipality: here.0.into(), person: signed.person })?;
    let party = signed.acting.and_then(|acting| acting.party).ok_or(Trouble::NotThere)?;
    let party = Id::from_uuid(party);
    let questions = today.asks.lists(here, party, MOST_FOR_ALL).await?;
    let person = Id::from_uuid(signed.person);
    let handovers = today.handovers.lists(here, party, person, false).await?;
    let fresh = fresh(&today, here, party).await?;
    Ok(view::page_of(
        &frame,
        &Day { name: signed.name.as_str(), questions: &questions, handovers: &handovers, fresh: &fresh },
    ))
}

/// Who is new on the map, or said lately that all is still right: not the own party.
async fn fresh(today: &Today, here: Municipality, own: Id<Party>) -> Answer<Vec<Fresh>> {
    let (_, atlas) = today.directory.seen(here).await?;
    Ok(atlas.fresh.iter().filter(|party| party.id != own).take(MOST_FRESH).cloned().collect())
}
