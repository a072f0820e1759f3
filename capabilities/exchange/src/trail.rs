//! What is done to questions and handovers, in lines of the trail: ids and words, never what was said.

use access::Permit;
use audit::{Line, Outcome};
use directory::party::Party;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

/// One line, in the transaction that does it. `object`: what kind of thing, and which one; `of`: the party whose question or
/// handover it is, which so reads who looked at it; `purpose`: what it is kept for.
///
/// # Errors
/// What the database answers.
pub async fn leave(
    tx: &mut Tx,
    permit: &Permit,
    (object, id): (&'static str, Uuid),
    of: Option<Id<Party>>,
    purpose: &'static str,
    now: Moment,
) -> Answer<()> {
    let (actor, membership) = permit.actor();
    let line = Line {
        actor,
        membership,
        action: permit.action(),
        object,
        object_id: Some(id),
        about: None,
        party: of.map(Id::uuid),
        purpose,
        outcome: Outcome::Done,
    };
    audit::record(tx, permit.municipality(), now, &line).await
}
