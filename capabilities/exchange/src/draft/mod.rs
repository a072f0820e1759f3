//! What somebody is typing is kept on the server, so that a lost line, another phone or an ended session loses nothing.

mod store;
mod view;

use std::time::Duration;

use access::Permit;
use ground::db::Db;
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;

use crate::{Member, Said};

pub use store::{find, forget};
pub use view::{left, told};

/// A text that was not sent yet; never one that tells who it is about.
pub(crate) struct Draft;

/// A box in which something is typed: whoever draws it says what it is called, and keeps what is typed there.
pub trait Place: Clone {
    /// Its name in the database and in forms, which no other box has.
    fn word(&self) -> String;

    /// The address that keeps what is typed there, and throws it away.
    fn kept_at(&self) -> String;
}

const A_WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What somebody was typing and did not send.
pub(crate) const ENDS: Rule = Rule {
    keep: "draft",
    table: "exchange_draft",
    key: "id",
    since: "at",
    over: "at <= $2",
    after: &[A_WEEK],
    along: &[],
    of: Of::Work,
};

/// Keeps a text when it names nobody; one that does is in the form only. Then, without a text, and when it is what
/// was `said` there last, what was kept before stays.
///
/// # Errors
/// What the database answers.
pub async fn keep<P: Place>(
    db: &Db,
    permit: &Permit,
    member: Member,
    place: &P,
    typed: &str,
    said: Option<&Said>,
    now: Moment,
) -> Answer<()> {
    match Said::parse(typed, Said::LONG, now.local().year()) {
        Ok(text) if Some(&text) != said => store::keep(db, permit, member, place, &text, now).await,
        _ => Ok(()),
    }
}

/// Follows a box while somebody types in it: as [`keep`], and what was emptied is empty. Only here: an empty box in a
/// form that is sent may be of a page from before the text was typed.
///
/// # Errors
/// What the database answers.
pub async fn follow<P: Place>(
    db: &Db,
    permit: &Permit,
    member: Member,
    place: &P,
    typed: &str,
    said: Option<&Said>,
    now: Moment,
) -> Answer<()> {
    if typed.trim().is_empty() {
        forget(db, permit, member, place).await
    } else {
        keep(db, permit, member, place, typed, said, now).await
    }
}
