//! What is done to questions, in lines of the trail: ids and words, no text.

use access::Permit;
use audit::{Line, Outcome};
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::question::Question;

/// What questions are kept for.
const PURPOSE: &str = "questions";

/// One line, in the transaction that does it.
pub(crate) async fn leave(tx: &mut Tx, permit: &Permit, question: Id<Question>, now: Moment) -> Answer<()> {
    let (actor, membership) = permit.actor();
    let line = Line {
        actor,
        membership,
        action: permit.action(),
        object: "question",
        object_id: Some(question.uuid()),
        about: None,
        purpose: PURPOSE,
        outcome: Outcome::Done,
    };
    audit::record(tx, permit.municipality(), now, &line).await
}
