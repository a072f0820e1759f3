//! A question is asked, and each step on it is taken: whoever is too late hears so, and nothing is done twice.

use access::Permit;
use directory::party;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::{Done, Question, Said, Side, Term, To, contact, store};
use crate::PURPOSE;
use crate::story::{State, Step, Who, next};

/// What came of a step.
#[derive(Clone, Debug)]
pub enum Stepped {
    Done,
    /// Somebody else did something in the meantime, or it is not possible any more. Nothing was changed.
    Quicker(Box<Question>),
}

/// Puts a question.
///
/// # Errors
/// What the database answers.
pub async fn ask(db: &Db, permit: &Permit, question: &Question) -> Answer<()> {
    let mut tx = db.begin().await?;
    store::add(&mut tx, permit, question).await?;
    contact::begun(&mut tx, permit, question).await?;
    let (which, of) = (("question", question.id.uuid()), Some(question.asker.party));
    exchange::leave(&mut tx, permit, which, of, PURPOSE, question.asked_at).await?;
    tx.commit().await?;
    Ok(())
}

/// What somebody does to a question, as it looked to that person.
#[derive(Clone, Debug)]
pub struct Wish {
    pub step: Step,
    pub by: Side,
    /// The version of the page it was done from.
    pub version: i32,
    pub text: Option<Said>,
}

/// Takes a step, when it is still possible. `term` is what is agreed when somebody has to do something afterwards.
///
/// # Errors
/// `NotThere` when the question is not there any more.
pub async fn step(
    db: &Db,
    permit: &Permit,
    id: Id<Question>,
    wish: &Wish,
    term: Term,
    now: Moment,
) -> Answer<Stepped> {
    let here = permit.municipality();
    let mut tx = db.begin().await?;
    let Some(found) = store::hold(&mut tx, here, id).await? else {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    };
    let who = found.who(wish.by.party.uuid());
    let to = who.and_then(|who| next(Some(found.state), wish.step, who));
    let to = to.filter(|_| found.version == wish.version && found.allows(wish.step));
    let gone = wish.step == Step::Reopen && !answers_still(&mut tx, here, &found).await?;
    let Some(state) = to.filter(|_| !gone) else {
        tx.rollback().await?;
        return Ok(Stepped::Quicker(Box::new(found)));
    };
    let in_time = found.term.map(|term| now <= term.until);
    let stepped = after(found, wish.step, Some(wish.by), state, term, now);
    let done = Done { step: wish.step, by: Some(wish.by), text: wish.text.clone(), at: now };
    store::put(&mut tx, here, &stepped).await?;
    store::tell(&mut tx, here, &stepped, &done).await?;
    contact::after(&mut tx, permit, &stepped, &done, in_time).await?;
    exchange::leave(&mut tx, permit, ("question", id.uuid()), Some(stepped.asker.party), PURPOSE, now)
        .await?;
    tx.commit().await?;
    Ok(Stepped::Done)
}

/// Whether the party that answered is on the map still: who left is not asked on.
async fn answers_still(tx: &mut Tx, here: Municipality, found: &Question) -> Answer<bool> {
    match found.to.side() {
        Some(side) => Ok(party::store::find_in(tx, here, side.party).await?.is_some()),
        None => Ok(false),
    }
}

/// A step that nobody takes: a term passes, a party leaves. The caller holds the row.
pub(crate) async fn by_itself(
    tx: &mut Tx,
    here: Municipality,
    found: Question,
    step: Step,
    now: Moment,
) -> Answer<Option<Question>> {
    let Some(state) = next(Some(found.state), step, Who::Clock) else { return Ok(None) };
    let term = found.term.unwrap_or_else(|| Term::new(now, now));
    let stepped = after(found, step, None, state, term, now);
    store::put(tx, here, &stepped).await?;
    store::tell(tx, here, &stepped, &Done { step, by: None, text: None, at: now }).await?;
    if step == Step::TermPassed {
        contact::term_passed(tx, here, &stepped, now).await?;
    }
    Ok(Some(stepped))
}

/// Whoever took it for the neighbourhood left: the neighbourhood has it again. The caller holds the row.
pub(super) async fn freed(tx: &mut Tx, here: Municipality, free: Question, now: Moment) -> Answer<()> {
    let term = free.term.unwrap_or_else(|| Term::new(now, now));
    let freed = after(free, Step::GiveBack, None, State::Asked, term, now);
    store::put(tx, here, &freed).await?;
    store::tell(tx, here, &freed, &Done { step: Step::GiveBack, by: None, text: None, at: now }).await
}

/// The question as it stands after a step that is possible.
fn after(found: Question, step: Step, by: Option<Side>, state: State, term: Term, now: Moment) -> Question {
    let to = match (step, found.to) {
        (Step::Take, To::Neighbourhood(_)) => To::Neighbourhood(by),
        (Step::GiveBack, To::Neighbourhood(_)) => To::Neighbourhood(None),
        (_, to) => to,
    };
    // A term that passes leaves everything as it is: the same turn, and the term that was agreed.
    let same_turn = step == Step::TermPassed;
    Question {
        to,
        state,
        // Being late takes nothing away: whoever answers at that moment is not told that somebody was quicker.
        version: if same_turn { found.version } else { found.version.saturating_add(1) },
        turn: if same_turn { found.turn } else { found.turn.saturating_add(1) },
        since: if same_turn { found.since } else { now },
        // Whoever has the ball has a term: also who asked, once something is asked back.
        term: match (state.is_open(), same_turn) {
            (false, _) => None,
            (true, true) => found.term,
            (true, false) => Some(term),
        },
        closed_at: if state.is_open() { None } else { found.closed_at.or(Some(now)) },
        ..found
    }
}
