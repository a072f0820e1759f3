//! SQL on `provider_pending`: sign-ins under way, as digests only.

use std::time::Duration;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;

use crate::claims::LEEWAY;
use crate::refused::Refused;
use crate::return_to::ReturnTo;
use crate::secret::digest;

/// So long somebody may be away at the provider.
pub const PATIENCE: Duration = Duration::from_secs(10 * 60);
/// So long is known that a sign-in was finished or came too late; then it is as if it never was.
pub const KEPT: Duration = Duration::from_secs(60 * 60);

#[derive(sqlx::FromRow)]
struct PendingRow {
    browser_hash: Vec<u8>,
    issuer: String,
    return_to: String,
    made_at: Moment,
    used_at: Option<Moment>,
}

/// What was remembered while somebody was away.
pub(crate) struct Pending {
    pub(crate) issuer: String,
    pub(crate) return_to: ReturnTo,
}

/// Remembers that somebody goes; what is older than [`KEPT`] goes at the same time.
pub(crate) async fn remember(
    db: &Db,
    municipality: Municipality,
    state: &str,
    cookie: &str,
    pending: &Pending,
    now: Moment,
) -> Answer<()> {
    sweep(db, municipality, now).await?;
    db.write(
        "insert into provider_pending \
         (municipality_id, state_hash, browser_hash, issuer, return_to, made_at, used_at) \
         values ($1, $2, $3, $4, $5, $6, null)",
    )
    .bind(municipality)
    .bind(digest(state).to_vec())
    .bind(digest(cookie).to_vec())
    .bind(pending.issuer.as_str())
    .bind(pending.return_to.as_str())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Takes up a sign-in, once: of two that come back at the same moment, also at two servers, one gets it.
pub(crate) async fn take(
    db: &Db,
    municipality: Municipality,
    state: &str,
    cookie: Option<&str>,
    now: Moment,
) -> Answer<Result<Pending, Refused>> {
    let row: Option<PendingRow> = db
        .read(
            "select browser_hash, issuer, return_to, made_at, used_at from provider_pending \
             where municipality_id = $1 and state_hash = $2",
        )
        .bind(municipality)
        .bind(digest(state).to_vec())
        .optional()
        .await?;
    let Some(row) = row else { return Ok(Err(Refused::Unknown)) };
    // Before anything is used up: who only knows the address must not end somebody else's sign-in.
    // Digests are compared, so the time it takes tells nothing of the secret.
    if cookie.is_none_or(|cookie| digest(cookie).as_slice() != row.browser_hash.as_slice()) {
        return Ok(Err(Refused::OtherBrowser));
    }
    if row.used_at.is_some() {
        return Ok(Err(Refused::UsedAlready));
    }
    let used = db
        .write(
            "update provider_pending set used_at = $3, return_to = '' \
             where municipality_id = $1 and state_hash = $2 and used_at is null",
        )
        .bind(municipality)
        .bind(digest(state).to_vec())
        .bind(now)
        .execute()
        .await?;
    if used == 0 {
        return Ok(Err(Refused::UsedAlready));
    }
    // A clock that was set back must not make it last longer; clocks of two servers may differ a little.
    if row.made_at > now.plus(LEEWAY) || now.since(row.made_at) >= PATIENCE {
        return Ok(Err(Refused::TookTooLong));
    }
    let return_to = ReturnTo::parse(&row.return_to).unwrap_or_else(ReturnTo::front);
    Ok(Ok(Pending { issuer: row.issuer, return_to }))
}

/// Deletes what nobody needs any more, of one municipality, whenever somebody begins; how many rows went.
///
/// # Errors
/// What the database answers.
pub async fn sweep(db: &Db, municipality: Municipality, now: Moment) -> Answer<u64> {
    let gone = db
        .write("delete from provider_pending where municipality_id = $1 and made_at < $2")
        .bind(municipality)
        .bind(now.minus(KEPT))
        .execute()
        .await?;
    Ok(gone)
}

/// The same for the job, also where nobody signs in any more.
pub const ENDS: Rule = Rule {
    keep: "sign-in",
    table: "provider_pending",
    key: "state_hash",
    since: "made_at",
    over: "made_at < $2",
    after: &[KEPT],
    along: &[],
    of: Of::Work,
};
