//! The operator's desk: parties, places, people and offers, edited in pages that work without script.

pub mod contact;
pub mod form;
pub(crate) mod keeping;
pub mod offer;
pub mod party;
pub mod place;
mod start;
mod store;
mod theme;

pub(crate) use access::on_to;
use access::{Caller, Entry, Permit};
use ground::db::{Db, Tx};
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use ui::{Frame, Page, fl};

use crate::Directory;
use crate::party::{Party, store as party_store};
use crate::wording::{Line, Unfit};
use crate::{municipality, words};

/// Routes of the desk.
#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    [
        start::pages::routes(),
        party::pages::routes(),
        place::pages::routes(),
        contact::pages::routes(),
        offer::pages::routes(),
        theme::pages::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A transaction in which nobody else writes here: what is read in it is still so when it is written.
pub(crate) async fn begin(db: &Db, permit: &Permit) -> Answer<Tx> {
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    Ok(tx)
}

/// Somebody's list changed: say so and keep it, at one stroke.
pub(crate) async fn keep(mut tx: Tx, permit: &Permit, now: Moment) -> Answer<()> {
    municipality::store::touch(&mut tx, permit, now).await?;
    tx.commit().await?;
    Ok(())
}

/// As [`keep`], of one thing: the trail tells which.
pub(crate) async fn keep_one<T>(mut tx: Tx, permit: &Permit, which: Id<T>, now: Moment) -> Answer<()> {
    municipality::store::touch_one(&mut tx, permit, Some(which.uuid()), now).await?;
    tx.commit().await?;
    Ok(())
}

/// As [`keep_one`], of a thing that hangs on a party: the trail tells of which party.
pub(crate) async fn keep_of<T>(
    mut tx: Tx,
    permit: &Permit,
    (thing, party): (Id<T>, Id<Party>),
    now: Moment,
) -> Answer<()> {
    municipality::store::touch_of(&mut tx, permit, (thing.uuid(), party.uuid()), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Somebody took something of a party away: it counts as changed, so that its source does not bring that back.
pub(crate) async fn taken_from(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<()> {
    let found = party_store::find_in(tx, permit.municipality(), party).await?;
    let Some(mut party) = found.filter(|party| party.origin.is_some()) else { return Ok(()) };
    party.changed_at = form::later(Some(party.changed_at), now);
    party_store::save(tx, permit, &party).await
}

/// A page of a party hangs below the desk for who keeps the map, and below the own page for the party's own people.
fn below_home(frame: &Frame, page: Page) -> Page {
    let w = words(frame.lang);
    if frame.desk {
        page.here("beheer").crumb("/beheer", fl!(w, "desk"))
    } else {
        page.here("ik").crumb("/ik", fl!(w, "desk-own-page"))
    }
}

/// Who says that something is right, as it is shown to everybody: a role, never a name.
fn said_by(caller: &Caller, typed: &str) -> Result<Line, Unfit> {
    let by = Line::parse(typed)?;
    if !by.is_empty() {
        return Ok(by);
    }
    let own = caller.signed().and_then(|signed| signed.acting).is_some_and(|acting| acting.party.is_some());
    Line::parse(if own { "de partij zelf" } else { "beheer" })
}

/// An id in an address; anything else is not there.
pub(crate) fn id<T>(typed: &str) -> Answer<Id<T>> {
    Id::parse(typed).ok_or(Trouble::NotThere)
}
