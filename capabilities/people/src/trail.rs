//! What people do to each other's place in Samenspel, in lines of the trail: ids and words, no names.

use access::Permit;
use audit::{Actor, Line, Outcome};
use ground::db::Tx;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

/// What accounts are kept for.
const PURPOSE: &str = "accounts";

/// What was done, and to whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) object: &'static str,
    pub(crate) object_id: Option<Uuid>,
    pub(crate) about: Option<Uuid>,
    /// The party a place is of: the line stays theirs when the place is gone. Nothing when the thing is no place, and of the municipality.
    pub(crate) party: Option<Uuid>,
}

/// One line, in the transaction that does it.
pub(crate) async fn leave(tx: &mut Tx, permit: &Permit, told: Told, now: Moment) -> Answer<()> {
    line(tx, permit, permit.action(), told, Outcome::Done, now).await
}

/// One line of what followed from what was allowed, under its own name.
pub(crate) async fn leave_as(
    tx: &mut Tx,
    permit: &Permit,
    action: &'static str,
    told: Told,
    now: Moment,
) -> Answer<()> {
    line(tx, permit, action, told, Outcome::Done, now).await
}

/// That something was asked for and not done.
pub(crate) async fn refused(tx: &mut Tx, permit: &Permit, told: Told, now: Moment) -> Answer<()> {
    line(tx, permit, permit.action(), told, Outcome::Refused, now).await
}

/// What somebody with a link did before it is known who that is.
pub(crate) async fn by_link(
    tx: &mut Tx,
    here: Municipality,
    action: &'static str,
    told: Told,
    now: Moment,
) -> Answer<()> {
    write(tx, here, (Actor::Link, None), action, told, Outcome::Done, now).await
}

async fn line(
    tx: &mut Tx,
    permit: &Permit,
    action: &'static str,
    told: Told,
    outcome: Outcome,
    now: Moment,
) -> Answer<()> {
    write(tx, permit.municipality(), permit.actor(), action, told, outcome, now).await
}

async fn write(
    tx: &mut Tx,
    here: Municipality,
    (actor, membership): (Actor, Option<Uuid>),
    action: &'static str,
    told: Told,
    outcome: Outcome,
    now: Moment,
) -> Answer<()> {
    let line = Line {
        actor,
        membership,
        action,
        object: told.object,
        object_id: told.object_id,
        about: told.about,
        party: told.party,
        purpose: PURPOSE,
        outcome,
    };
    audit::record(tx, here, now, &line).await
}
