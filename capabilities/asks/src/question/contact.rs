//! A question leaves a contact: who, with whom, about what, where, and whether the answer came in time. Never a form.

use access::Permit;
use contacts::{Contact, Kind};
use exchange::{role_of, side_of};
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Done, Question};
use crate::story::{Step, Who};

/// Two parties have to do with each other from now on; nobody yet while the neighbourhood is asked.
pub(super) async fn begun(tx: &mut Tx, permit: &Permit, question: &Question) -> Answer<()> {
    record(tx, permit, question, Who::Asker, None).await
}

/// What a step adds to it: who took the question, and that there was an answer.
pub(super) async fn after(
    tx: &mut Tx,
    permit: &Permit,
    question: &Question,
    done: &Done,
    in_time: Option<bool>,
) -> Answer<()> {
    match done.step {
        Step::Take => record(tx, permit, question, Who::Asked, None).await,
        Step::Answer | Step::Decline => {
            record(tx, permit, question, Who::Asked, in_time.map(|in_time| (done.at, in_time))).await
        }
        _ => Ok(()),
    }
}

async fn record(
    tx: &mut Tx,
    permit: &Permit,
    question: &Question,
    by: Who,
    answer: Option<(Moment, bool)>,
) -> Answer<()> {
    let Some(to) = question.to.side() else { return Ok(()) };
    let role = role_of(tx, permit).await?;
    let of = |who: Who| role.filter(|_| who == by);
    let from = side_of(tx, permit, question.asker, of(Who::Asker)).await?;
    let to = side_of(tx, permit, to, of(Who::Asked)).await?;
    // A party that left in the meantime has no world to count it in.
    let (Some(from), Some(to)) = (from, to) else { return Ok(()) };
    let contact = Contact {
        id: Id::from_uuid(question.id.uuid()),
        kind: Kind::Question,
        from,
        to,
        through: None,
        area: question.area.clone(),
        theme: question.theme.clone(),
        asked_at: question.asked_at,
        answered_at: answer.map(|(at, _)| at),
        in_time: answer.map(|(_, in_time)| in_time),
    };
    contacts::record(tx, permit, &contact).await
}
