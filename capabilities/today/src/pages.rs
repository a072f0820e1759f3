//! `/vandaag`: the first page after signing in, for whoever acts for a party.

use std::collections::HashSet;
use std::sync::Arc;

use access::{Caller, Entry, Here, Role, Who};
use asks::Asks;
use asks::list::pages::home;
use axum::extract::{Query, State};
use directory::Directory;
use directory::area::Area;
use directory::map::Atlas;
use directory::map::atlas::Fresh;
use directory::party::Party;
use exchange::{Deserted, Drawn, Member, Named, Part};
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use handovers::Handovers;
use maud::Markup;
use serde::Deserialize;
use ui::{Frame, Lang};

use crate::late::Late;
use crate::live::Listeners;
use crate::mail::limit::Limit;
use crate::oneself::oneself;
use crate::view::{self, Day, Watch};
use crate::{live, mail};

/// What the page of today stands on.
#[derive(Clone)]
pub struct Today {
    pub(crate) asks: Asks,
    pub(crate) handovers: Handovers,
    pub(crate) directory: Directory,
    pub(crate) listeners: Listeners,
    pub(crate) limit: Arc<Limit>,
}

impl Today {
    #[must_use]
    pub fn new(directory: Directory, asks: Asks, handovers: Handovers) -> Self {
        Self { asks, handovers, directory, listeners: Listeners::default(), limit: Arc::default() }
    }
}

/// Every route of today.
#[must_use]
pub fn routes() -> Vec<Entry<Today>> {
    let today = Entry::get(
        "/vandaag",
        Who::Known,
        "today.read",
        "person",
        "What waits for me, what I wait for, and what is new near me",
        today,
    );
    [vec![today], live::routes(), mail::pages::routes(), mail::link::routes()].into_iter().flatten().collect()
}

/// So many open questions of others, the nearest; the rest is a tap away.
const MOST_FOR_ALL: usize = 5;

/// So many parties that are new or were confirmed lately.
const MOST_FRESH: usize = 3;

/// What an address says was done from this list.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Looked {
    gedaan: String,
}

async fn today(
    State(today): State<Today>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(looked): Query<Looked>,
) -> Answer<Markup> {
    let (signed, _) = oneself(&caller, here, "today.read")?;
    let acting = signed.acting.ok_or(Trouble::NotThere)?;
    let now = today.directory.now();
    let membership = Id::from_uuid(acting.membership);
    let late = today.late(here, membership, now).await?;
    let (_, atlas) = today.directory.seen(here).await?;
    let db = &today.directory.db;
    let Some(party) = acting.party.map(Id::from_uuid) else {
        // Somebody of the municipality has no list of a party, but may look after the terms of an area.
        if late.shown.is_empty() && acting.role != Role::Manager {
            return Err(Trouble::NotThere);
        }
        let watched = today.watched(here, membership).await?;
        let named = Named::of_parties(db, here, of_late(&late)).await?;
        return Ok(view::watch_of(&frame, &Watch { late: &late, named: &named, atlas: &atlas }, watched));
    };
    // Before the lists: what happens while they are read is heard of again.
    let live = live::address(today.pulse(here, party).await?, now);
    let member = Member { party, person: Id::from_uuid(signed.person) };
    let mut questions = today.asks.lists(here, &atlas, member, Drawn::Today, 1).await?;
    questions.for_all = questions.for_all.at_most(MOST_FOR_ALL);
    let mut handovers = today.handovers.lists(here, &atlas, member, Drawn::Today, 1).await?;
    let parties = questions.parties().chain(handovers.parties()).chain(of_late(&late));
    let named = Named::of_parties(db, here, parties).await?;
    (questions.named, handovers.named) = (named.clone(), named.clone());
    let deserted = Deserted::among(db, here, questions.others().chain(handovers.others())).await?;
    (questions.deserted, handovers.deserted) = (deserted.clone(), deserted);
    let fresh = fresh(&atlas, party);
    let done = just_done(&today, here, party, frame.lang, &looked.gedaan).await?;
    Ok(view::page_of(
        &frame,
        &Day {
            name: signed.name.as_str(),
            questions: &questions,
            handovers: &handovers,
            fresh: &fresh,
            watch: Watch { late: &late, named: &named, atlas: &atlas },
            done: done.as_deref(),
            live: &live,
        },
    ))
}

/// What this party did from a list just now, with a question or with a handover.
async fn just_done(
    today: &Today,
    here: Municipality,
    party: Id<Party>,
    lang: Lang,
    typed: &str,
) -> Answer<Option<String>> {
    match today.asks.just_done(here, party, lang, typed).await? {
        Some(done) => Ok(Some(done)),
        None => today.handovers.just_done(here, party, lang, typed).await,
    }
}

/// Between whom something is late.
fn of_late(late: &Part<Late>) -> impl Iterator<Item = Id<Party>> {
    late.shown.iter().flat_map(|late| [Some(late.from), late.to].into_iter().flatten())
}

/// Who is new on the map, or said lately that all is still right, the nearest first: not the own party.
fn fresh(atlas: &Atlas, own: Id<Party>) -> Vec<Fresh> {
    let home = home(atlas, own);
    // One walk over the doors: there are thousands on a large map, and this page is asked for most.
    let is_home = |area: &Area| {
        [Some(&area.code), area.parent.as_ref()]
            .into_iter()
            .flatten()
            .any(|code| home.iter().any(|own| own == code.as_str()))
    };
    let near: HashSet<Id<Party>> = atlas
        .spots
        .iter()
        .filter(|spot| atlas.area_of(spot).is_some_and(is_home))
        .map(|spot| spot.party)
        .collect();
    let mut fresh: Vec<&Fresh> = atlas.fresh.iter().filter(|party| party.id != own).collect();
    fresh.sort_by_key(|party| !near.contains(&party.id));
    fresh.into_iter().take(MOST_FRESH).cloned().collect()
}
