//! A question leaves a contact: who, with whom, about what, where, and whether the answer came in time. Never a form.

use access::Permit;
use contacts::{Contact, Kind};
use exchange::{role_of, side_of};
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Done, Question};
use crate::story::{Ball, Step, Who};

/// Two parties have to do with each other from now on; nobody yet while the neighbourhood is asked.
pub(super) async fn begun(tx: &mut Tx, permit: &Permit, question: &Question) -> Answer<()> {
    match between(tx, permit, question, Who::Asker).await? {
        Some(contact) => contacts::record(tx, permit, &contact).await,
        None => Ok(()),
    }
}

/// What a step adds to it: who took the question, and that there was an answer.
pub(super) async fn after(
    tx: &mut Tx,
    permit: &Permit,
    question: &Question,
    done: &Done,
    in_time: Option<bool>,
) -> Answer<()> {
    if !matches!(done.step, Step::Take | Step::Answer | Step::Decline) {
        return Ok(());
    }
    let Some(mut contact) = between(tx, permit, question, Who::Asked).await? else { return Ok(()) };
    // Whoever does it: the party may have been asked as a whole, or a colleague took it.
    contact.to.person = done.by.and_then(|by| by.person);
    if done.step == Step::Take {
        return contacts::taken(tx, permit, &contact, done.at).await;
    }
    contact.answered_at = in_time.map(|_| done.at);
    contact.in_time = in_time;
    contacts::record(tx, permit, &contact).await
}

/// A term passed, and the party that had to answer did not. While the neighbourhood has it there is none; and who asked
/// something back did answer: then it is late for whoever asked.
pub(super) async fn term_passed(
    tx: &mut Tx,
    here: Municipality,
    question: &Question,
    now: Moment,
) -> Answer<()> {
    if question.to.side().is_none() || question.state.ball() == Some(Ball::Asker) {
        return Ok(());
    }
    let permit = Permit::at_the_machine(here);
    contacts::term_passed(tx, &permit, Id::from_uuid(question.id.uuid()), now).await
}

/// The contact as the question has it, in the role of whoever does something.
async fn between(tx: &mut Tx, permit: &Permit, question: &Question, by: Who) -> Answer<Option<Contact>> {
    let Some(to) = question.to.side() else { return Ok(None) };
    let role = role_of(tx, permit).await?;
    let of = |who: Who| role.filter(|_| who == by);
    let from = side_of(tx, permit, question.asker, of(Who::Asker)).await?;
    let to = side_of(tx, permit, to, of(Who::Asked)).await?;
    // A party that left in the meantime has no world to count it in.
    Ok(from.zip(to).map(|(from, to)| Contact {
        id: Id::from_uuid(question.id.uuid()),
        kind: Kind::Question,
        from,
        to,
        through: None,
        area: question.area.clone(),
        theme: question.theme.clone(),
        asked_at: question.asked_at,
        answered_at: None,
        in_time: None,
    }))
}
