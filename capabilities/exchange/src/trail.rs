//! What is done to questions and handovers, in lines of the trail: ids and words, never what was said.

use access::Permit;
use audit::{Line, Outcome};
use ground::db::Tx;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

/// One line, in the transaction that does it. `object`: what kind of thing, and which one; `purpose`: what it is kept for.
///
/// # Errors
/// What the database answers.
pub async fn leave(
    tx: &mut Tx,
    permit: &Permit,
    (object, id): (&'static str, Uuid),
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
        party: None,
        purpose,
        outcome: Outcome::Done,
    };
    audit::record(tx, permit.municipality(), now, &line).await
}
