//! A handover leaves a contact: who, with whom, about what, where, and whether the answer came in time. Never a form.

use access::Permit;
use contacts::{Contact, Kind};
use exchange::{role_of, side_of};
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::Handover;
use crate::story::{Step, Who};

/// Two parties have to do with each other from now on.
pub(super) async fn begun(tx: &mut Tx, permit: &Permit, handover: &Handover) -> Answer<()> {
    record(tx, permit, handover, Who::Giver, None).await
}

/// An answer: yes, no, or something else. A question back is none yet, as with questions. Later steps say nothing more
/// about who met whom.
pub(super) async fn answered(
    tx: &mut Tx,
    permit: &Permit,
    before: &Handover,
    after: &Handover,
    step: Step,
    now: Moment,
) -> Answer<()> {
    if !matches!(step, Step::Accept | Step::Decline | Step::ProposeOtherwise) {
        return Ok(());
    }
    let in_time = before.term.is_none_or(|term| now <= term.until);
    record(tx, permit, after, Who::Receiver, Some((now, in_time))).await
}

async fn record(
    tx: &mut Tx,
    permit: &Permit,
    handover: &Handover,
    by: Who,
    answer: Option<(Moment, bool)>,
) -> Answer<()> {
    let role = role_of(tx, permit).await?;
    let of = |who: Who| role.filter(|_| who == by);
    let from = side_of(tx, permit, handover.giver, of(Who::Giver)).await?;
    let to = side_of(tx, permit, handover.receiver, of(Who::Receiver)).await?;
    // A party that left in the meantime has no world to count it in.
    let (Some(from), Some(to)) = (from, to) else { return Ok(()) };
    let contact = Contact {
        id: Id::from_uuid(handover.id.uuid()),
        kind: Kind::Handover,
        from,
        to,
        through: None,
        area: handover.area.clone(),
        theme: handover.theme.clone(),
        asked_at: handover.offered_at,
        answered_at: answer.map(|(at, _)| at),
        in_time: answer.map(|(_, in_time)| in_time),
    };
    contacts::record(tx, permit, &contact).await
}
