//! A handover is offered: when the receiver takes in now, and under a word that is free.

use access::Permit;
use directory::municipality;
use directory::theme::Theme;
use ground::db::Db;
use ground::trouble::Answer;

use super::{Done, Handover, contact, store};
use crate::PURPOSE;
use crate::intake::{self, Closed};
use crate::story::{Step, Who};

/// Why it cannot be offered now. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOffered {
    /// The receiver takes in nothing of it now: a question still goes.
    Closed(Closed),
    /// One of the two has an open handover under this word.
    WordInUse,
}

/// Offers it; `top` is the theme above its own. Of two who take the last place of the week at once, one gets it.
///
/// # Errors
/// What the database answers.
pub async fn offer(
    db: &Db,
    permit: &Permit,
    new: &Handover,
    top: Option<&Theme>,
) -> Answer<Result<(), NotOffered>> {
    let (here, now) = (permit.municipality(), new.offered_at);
    let mut tx = db.begin().await?;
    // Of two who choose the same word at once, one gets it: whatever the other party of each is.
    municipality::store::hold(&mut tx, permit).await?;
    let used = store::words_in_use(&mut tx, here, [new.giver.party, new.receiver.party]).await?;
    if used.contains(&new.code_word) {
        tx.rollback().await?;
        return Ok(Err(NotOffered::WordInUse));
    }
    let taken_in = intake::store::hold(&mut tx, here, new.receiver.party).await?;
    let this_week = intake::week(now).begins();
    let offered = store::offered_since(&mut tx, here, new.receiver.party, this_week).await?;
    if let Some(closed) = taken_in.closed(&new.theme, top, offered, now.day()) {
        tx.rollback().await?;
        return Ok(Err(NotOffered::Closed(closed)));
    }
    store::add(&mut tx, permit, new).await?;
    let done = Done {
        step: Step::Offer,
        who: Who::Giver,
        person: new.giver.person,
        words: None,
        day: None,
        went: None,
        at: now,
    };
    store::tell(&mut tx, here, new, &done).await?;
    intake::store::count(&mut tx, here, new.receiver.party, this_week).await?;
    contact::begun(&mut tx, permit, new).await?;
    exchange::leave(&mut tx, permit, ("handover", new.id.uuid()), Some(new.giver.party), PURPOSE, now)
        .await?;
    tx.commit().await?;
    Ok(Ok(()))
}
