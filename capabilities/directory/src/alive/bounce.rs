//! A mail that came back: found by the number its server returns, and marked.

use access::Permit;
use ground::db::Db;
use ground::id::Id;
use ground::mail::message_id_in;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{CAME_BACK, State, store};
use crate::municipality;

/// What a report meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    Marked,
    /// It names a mail of ours that is only late, or was answered or replaced already.
    NothingToDo,
    /// It names no mail of ours.
    NotOurs,
}

/// Reads what a mail server wrote back (RFC 3464) and marks the mail it is about.
///
/// # Errors
/// What the database answers.
pub async fn take(db: &Db, report: &str, now: Moment) -> Answer<Report> {
    let Some((id, failed)) = message_id_in(report).and_then(|(id, failed)| Some((Id::parse(&id)?, failed)))
    else {
        return Ok(Report::NotOurs);
    };
    for town in municipality::store::all(db).await? {
        let Some(request) = store::find(db, town.code, id).await? else { continue };
        if !failed {
            return Ok(Report::NothingToDo);
        }
        let permit = Permit::at_the_machine(town.code);
        let mut tx = db.begin().await?;
        municipality::store::hold(&mut tx, &permit).await?;
        let marked = store::went(&mut tx, &permit, id, State::Bounced, None, now).await?;
        if marked {
            store::mark_asked(&mut tx, &permit, request.party, now).await?;
            municipality::store::touch_as(&mut tx, &permit, (CAME_BACK, request.party.uuid()), now).await?;
        }
        tx.commit().await?;
        return Ok(if marked { Report::Marked } else { Report::NothingToDo });
    }
    Ok(Report::NotOurs)
}
