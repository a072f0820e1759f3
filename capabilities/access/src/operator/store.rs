//! SQL on `access_operator_session`: tokens as digests only.

use audit::{Actor, Line, Outcome};
use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;
use std::time::Duration;
use subtle::ConstantTimeEq as _;

use super::token::{csrf_of, digest, random};
use super::{ABSOLUTE, IDLE};
use crate::Csrf;

/// How exactly the last request is remembered: often enough for the idle limit, seldom enough to stay cheap.
const GRAIN: Duration = Duration::from_secs(60);

#[derive(sqlx::FromRow)]
struct SessionRow {
    csrf_hash: Vec<u8>,
    created_at: Moment,
    seen_at: Moment,
}

/// A new session, instead of the one this browser has, if any; those that ended go at the same time. Gives the token for the cookie.
pub(super) async fn open(
    db: &Db,
    municipality: Municipality,
    old: Option<&str>,
    now: Moment,
) -> Answer<String> {
    let token = random()?;
    let mut tx = db.begin().await?;
    if let Some(old) = old {
        end(&mut tx, municipality, old).await?;
    }
    tx.sql(
        "delete from access_operator_session where municipality_id = $1 and (created_at <= $2 or seen_at <= $3)",
    )
    .bind(municipality)
    .bind(now.minus(ABSOLUTE))
    .bind(now.minus(IDLE))
    .execute()
    .await?;
    tx.sql(
        "insert into access_operator_session (municipality_id, token_hash, csrf_hash, created_at, seen_at) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(municipality)
    .bind(digest(&token).to_vec())
    .bind(digest(&csrf_of(&token)).to_vec())
    .bind(now)
    .bind(now)
    .execute()
    .await?;
    leave(&mut tx, municipality, "session.open", now).await?;
    tx.commit().await?;
    Ok(token)
}

/// The session of this token, when it is still running.
pub(super) async fn find(
    db: &Db,
    municipality: Municipality,
    token: &str,
    now: Moment,
) -> Answer<Option<Csrf>> {
    let row: Option<SessionRow> = db
        .read(
            "select csrf_hash, created_at, seen_at from access_operator_session \
             where municipality_id = $1 and token_hash = $2",
        )
        .bind(municipality)
        .bind(digest(token).to_vec())
        .optional()
        .await?;
    let csrf = csrf_of(token);
    let Some(row) = row else { return Ok(None) };
    // A clock that was set back makes a session of later than now: it ends as well.
    let ended = now < row.created_at || now >= row.created_at.plus(ABSOLUTE) || now >= row.seen_at.plus(IDLE);
    if ended || !bool::from(row.csrf_hash.ct_eq(&digest(&csrf))) {
        return Ok(None);
    }
    if now >= row.seen_at.plus(GRAIN) {
        // Reading goes on when nothing can be written; then the session ends a little early.
        let seen = db
            .write("update access_operator_session set seen_at = $3 where municipality_id = $1 and token_hash = $2")
            .bind(municipality)
            .bind(digest(token).to_vec())
            .bind(now)
            .execute()
            .await;
        drop(seen);
    }
    Ok(Some(Csrf::of(token)))
}

/// Ends the session of this token. One that ended already leaves no line once more.
pub(super) async fn close(db: &Db, municipality: Municipality, token: &str, now: Moment) -> Answer<()> {
    let mut tx = db.begin().await?;
    if end(&mut tx, municipality, token).await? {
        leave(&mut tx, municipality, "session.close", now).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn end(tx: &mut Tx, municipality: Municipality, token: &str) -> Answer<bool> {
    let gone = tx
        .sql("delete from access_operator_session where municipality_id = $1 and token_hash = $2")
        .bind(municipality)
        .bind(digest(token).to_vec())
        .execute()
        .await?;
    Ok(gone == 1)
}

/// Who knows the key is the operator; which human that is, nobody here knows.
async fn leave(tx: &mut Tx, municipality: Municipality, action: &str, now: Moment) -> Answer<()> {
    let line = Line {
        actor: Actor::Operator,
        membership: None,
        action,
        object: "session",
        object_id: None,
        about: None,
        party: None,
        purpose: "accounts",
        outcome: Outcome::Done,
    };
    audit::record(tx, municipality, now, &line).await
}

/// Sessions that ended, also where nobody signs in any more.
pub(crate) const ENDS: Rule = Rule {
    keep: "session",
    table: "access_operator_session",
    key: "token_hash",
    since: "created_at",
    over: "created_at <= $2 or seen_at <= $3",
    after: &[ABSOLUTE, IDLE],
    along: &[],
    of: Of::Work,
};
