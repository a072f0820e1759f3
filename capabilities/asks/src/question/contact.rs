//! A question leaves a contact: who, with whom, about what, where, and whether the answer came in time. Never a form.

use access::{Permit, Role};
use contacts::{Contact, Kind};
use directory::party;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Done, Question, Side};
use crate::story::Step;

/// Two parties have to do with each other from now on; nobody yet while the neighbourhood is asked.
pub(super) async fn begun(tx: &mut Tx, permit: &Permit, question: &Question, role: Role) -> Answer<()> {
    record(tx, permit, question, (Some(role), None), None).await
}

/// What a step adds to it: who took the question, and that there was an answer.
pub(super) async fn after(
    tx: &mut Tx,
    permit: &Permit,
    question: &Question,
    done: &Done,
    role: Role,
    in_time: Option<bool>,
) -> Answer<()> {
    match done.step {
        Step::Take => record(tx, permit, question, (None, Some(role)), None).await,
        Step::Answer | Step::Decline => {
            record(tx, permit, question, (None, Some(role)), in_time.map(|in_time| (done.at, in_time))).await
        }
        _ => Ok(()),
    }
}

async fn record(
    tx: &mut Tx,
    permit: &Permit,
    question: &Question,
    (from_role, to_role): (Option<Role>, Option<Role>),
    answer: Option<(Moment, bool)>,
) -> Answer<()> {
    let Some(to) = question.to.side() else { return Ok(()) };
    let (from, to) =
        (side(tx, permit, question.asker, from_role).await?, side(tx, permit, to, to_role).await?);
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

async fn side(
    tx: &mut Tx,
    permit: &Permit,
    side: Side,
    role: Option<Role>,
) -> Answer<Option<contacts::Side>> {
    let party = party::store::find_in(tx, permit.municipality(), side.party).await?;
    Ok(party.map(|party| contacts::Side {
        party: side.party,
        person: side.person,
        role,
        sphere: party.sphere,
    }))
}
