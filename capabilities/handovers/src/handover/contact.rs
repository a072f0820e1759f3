//! A handover leaves a contact: who, with whom, about what, where, whether the answer came in time, and that they met. Never a form.

use access::Permit;
use contacts::{Contact, Kind};
use exchange::{role_of, side_of};
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Handover, Wish};
use crate::story::{State, Step, Who};

/// Two parties have to do with each other from now on.
pub(super) async fn begun(tx: &mut Tx, permit: &Permit, handover: &Handover) -> Answer<()> {
    match between(tx, permit, handover, Who::Giver).await? {
        Some(contact) => contacts::record(tx, permit, &contact).await,
        None => Ok(()),
    }
}

/// What a step adds to it: that there was an answer, and that both sat together. Other steps say nothing more about who
/// had to do with whom.
pub(super) async fn stepped(
    tx: &mut Tx,
    permit: &Permit,
    before: &Handover,
    after: &Handover,
    wish: &Wish,
    now: Moment,
) -> Answer<()> {
    if wish.step == Step::Confirm {
        return contacts::met(tx, permit, Id::from_uuid(after.id.uuid()), now.day()).await;
    }
    answered(tx, permit, before, after, wish, now).await
}

/// An answer: yes, no, or something else. A question back is none yet, as with questions.
async fn answered(
    tx: &mut Tx,
    permit: &Permit,
    before: &Handover,
    after: &Handover,
    wish: &Wish,
    now: Moment,
) -> Answer<()> {
    if !matches!(wish.step, Step::Accept | Step::Decline | Step::ProposeOtherwise) {
        return Ok(());
    }
    let Some(mut contact) = between(tx, permit, after, Who::Receiver).await? else { return Ok(()) };
    // Whoever answers: it was offered to the party, and who says no receives nothing.
    contact.to.person = wish.by.person;
    contact.answered_at = Some(now);
    contact.in_time = Some(before.term.is_none_or(|term| now <= term.until));
    contacts::record(tx, permit, &contact).await
}

/// The term for an answer passed without one. Of a first conversation that is late the answer was there.
pub(super) async fn term_passed(
    tx: &mut Tx,
    here: Municipality,
    handover: &Handover,
    now: Moment,
) -> Answer<()> {
    if handover.state != State::OfferedLate {
        return Ok(());
    }
    let permit = Permit::at_the_machine(here);
    contacts::term_passed(tx, &permit, Id::from_uuid(handover.id.uuid()), now).await
}

/// The contact as the handover has it, in the role of whoever does something.
async fn between(tx: &mut Tx, permit: &Permit, handover: &Handover, by: Who) -> Answer<Option<Contact>> {
    let role = role_of(tx, permit).await?;
    let of = |who: Who| role.filter(|_| who == by);
    let from = side_of(tx, permit, handover.giver, of(Who::Giver)).await?;
    let to = side_of(tx, permit, handover.receiver, of(Who::Receiver)).await?;
    // A party that left in the meantime has no world to count it in.
    Ok(from.zip(to).map(|(from, to)| Contact {
        id: Id::from_uuid(handover.id.uuid()),
        kind: Kind::Handover,
        from,
        to,
        through: None,
        area: handover.area.clone(),
        theme: handover.theme.clone(),
        asked_at: handover.offered_at,
        answered_at: None,
        in_time: None,
    }))
}
