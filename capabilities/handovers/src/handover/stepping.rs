//! Each step on a handover is taken once: whoever is too late hears so, and nothing is changed by it.

use access::Permit;
use directory::municipality;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Trouble};
use terms::Terms;

use super::{CodeWord, Done, Handover, Said, Side, Went, agreed, contact, store};
use crate::PURPOSE;
use crate::story::{State, Step, Who, next};

/// What came of a step.
#[derive(Clone, Debug)]
pub enum Stepped {
    Done(Handover),
    /// Somebody else did something in the meantime, or it is not possible any more: this is how it stands.
    Quicker(Handover),
}

/// What somebody does to a handover, as it looked to that person.
#[derive(Clone, Debug)]
pub struct Wish {
    pub step: Step,
    pub by: Side,
    /// The version of the page it was done from.
    pub version: i32,
    pub words: Option<Said>,
    pub day: Option<Day>,
    pub went: Option<Went>,
}

/// Takes a step, when it is still possible.
///
/// # Errors
/// `NotThere` when the handover is not there any more, or the party is neither of its two.
pub async fn step(
    db: &Db,
    permit: &Permit,
    id: Id<Handover>,
    wish: &Wish,
    terms: &Terms,
    now: Moment,
) -> Answer<Stepped> {
    let here = permit.municipality();
    let mut tx = db.begin().await?;
    let found = store::hold(&mut tx, here, id).await?;
    let Some((found, who)) = found.and_then(|found| found.who(wish.by.party).map(|who| (found, who))) else {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    };
    let to = next(Some(found.state), wish.step, who).ok();
    let Some(state) = to.filter(|_| wish.step.holds(found.version, wish.version)) else {
        tx.rollback().await?;
        return Ok(Stepped::Quicker(found));
    };
    let version = found.version;
    let stepped = after(found.clone(), wish, state, terms, now);
    let done = Done {
        step: wish.step,
        who,
        person: wish.by.person,
        words: wish.words.clone(),
        day: wish.day,
        went: wish.went,
        at: now,
    };
    store::put(&mut tx, here, &stepped, version).await?;
    store::tell(&mut tx, here, &stepped, &done).await?;
    contact::stepped(&mut tx, permit, &found, &stepped, wish, now).await?;
    exchange::leave(&mut tx, permit, ("handover", id.uuid()), Some(stepped.giver.party), PURPOSE, now)
        .await?;
    tx.commit().await?;
    Ok(Stepped::Done(stepped))
}

/// The handover as it stands after a step that is possible.
fn after(found: Handover, wish: &Wish, state: State, terms: &Terms, now: Moment) -> Handover {
    let first_date = if wish.step == Step::Accept { wish.day } else { found.first_date };
    let stay_until = if wish.step == Step::StayUntil { wish.day } else { found.stay_until };
    let term = agreed::after(&found, wish.step, state, first_date, terms, now);
    let receiver = match wish.step {
        Step::Accept => Side { person: wish.by.person, ..found.receiver },
        _ => found.receiver,
    };
    Handover {
        receiver,
        state,
        version: found.version.saturating_add(1),
        turn: if term == found.term { found.turn } else { found.turn.saturating_add(1) },
        since: now,
        term,
        first_date,
        stay_until,
        closed_at: if state.open() { None } else { found.closed_at.or(Some(now)) },
        ..found
    }
}

/// A step that nobody takes: a term passes, a party leaves. The caller holds the row.
pub(crate) async fn by_itself(
    tx: &mut Tx,
    here: Municipality,
    found: Handover,
    step: Step,
    now: Moment,
) -> Answer<bool> {
    let Ok(state) = next(Some(found.state), step, Who::Clock) else { return Ok(false) };
    let version = found.version;
    // Being late takes nothing away: whoever answers at that moment is not told that something happened.
    if step == Step::TermPassed {
        let late = Handover { state, ..found };
        store::put(tx, here, &late, version).await?;
        contact::term_passed(tx, here, &late, now).await?;
        return Ok(true);
    }
    let turn = found.turn.saturating_add(1);
    let closed_at = Some(now);
    let left = Handover {
        state,
        version: version.saturating_add(1),
        turn,
        since: now,
        term: None,
        closed_at,
        ..found
    };
    let done = Done { step, who: Who::Clock, person: None, words: None, day: None, went: None, at: now };
    store::put(tx, here, &left, version).await?;
    store::tell(tx, here, &left, &done).await?;
    Ok(true)
}

/// What became of another code word.
#[derive(Clone, Debug)]
pub enum Reworded {
    Done(Handover),
    /// Somebody was quicker: this is how it stands.
    Quicker(Handover),
    /// One of the two has an open handover under this word. Nothing was written.
    InUse,
}

/// Another code word, as long as the receiver did not write it down: until it is accepted.
///
/// # Errors
/// `NotThere` when the handover is not there any more.
pub async fn another_word(
    db: &Db,
    permit: &Permit,
    id: Id<Handover>,
    version: i32,
    word: CodeWord,
    now: Moment,
) -> Answer<Reworded> {
    let here = permit.municipality();
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    let Some(found) = store::hold(&mut tx, here, id).await? else {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    };
    if found.version != version || !found.word_can_change() {
        tx.rollback().await?;
        return Ok(Reworded::Quicker(found));
    }
    let used = store::words_in_use(&mut tx, here, [found.giver.party, found.receiver.party]).await?;
    if used.contains(&word) {
        tx.rollback().await?;
        return Ok(Reworded::InUse);
    }
    let changed = Handover { code_word: word, version: version.saturating_add(1), ..found };
    store::put(&mut tx, here, &changed, version).await?;
    exchange::leave(&mut tx, permit, ("handover", id.uuid()), Some(changed.giver.party), PURPOSE, now)
        .await?;
    tx.commit().await?;
    Ok(Reworded::Done(changed))
}

impl Handover {
    /// Until it is accepted: after that the other wrote it down.
    #[must_use]
    pub const fn word_can_change(&self) -> bool {
        matches!(
            self.state,
            State::Offered
                | State::OfferedLate
                | State::Countered
                | State::CounteredLate
                | State::Asked
                | State::AskedLate
        )
    }
}
