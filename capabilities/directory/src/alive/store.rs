//! SQL on `directory_request`, and the moments at which parties and offers were asked about.

use std::collections::HashMap;
use std::time::Duration;

use access::{LinkToken, Permit};
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;

use super::due::LOST;
use super::{Reply, Request, Stage, State};
use crate::confirmation::Confirmation;
use crate::party::{Email, Party};

/// A request is kept so long after it was made; one that is over, so long after it ended.
pub const KEPT: Duration = Duration::from_secs(365 * 86_400);
pub const KEPT_AFTER: Duration = Duration::from_secs(90 * 86_400);

#[derive(sqlx::FromRow)]
struct RequestRow {
    id: Id<Request>,
    party_id: Id<Party>,
    stage: Stage,
    address: String,
    state: State,
    answer: Option<Reply>,
    tries: i32,
    next_at: Option<Moment>,
    created_at: Moment,
    sent_at: Option<Moment>,
    ended_at: Option<Moment>,
}

impl From<RequestRow> for Request {
    fn from(row: RequestRow) -> Self {
        Self {
            id: row.id,
            party: row.party_id,
            stage: row.stage,
            address: row.address,
            state: row.state,
            reply: row.answer,
            tries: u16::try_from(row.tries).unwrap_or(u16::MAX),
            next_at: row.next_at,
            created_at: row.created_at,
            sent_at: row.sent_at,
            ended_at: row.ended_at,
        }
    }
}

const COLUMNS: &str = "select id, party_id, stage, address, state, answer, tries, next_at, created_at, sent_at, ended_at \
                       from directory_request where municipality_id = $1 ";

/// The last time each party was asked.
pub async fn latest(db: &Db, here: Municipality) -> Answer<HashMap<Id<Party>, Request>> {
    let mut latest = HashMap::new();
    db.read(COLUMNS)
        .bind(here)
        .push(" order by created_at, id")
        .each(|row: RequestRow| {
            let request = Request::from(row);
            latest.insert(request.party, request);
        })
        .await?;
    Ok(latest)
}

/// The last letter to each party that was tried often enough and did not go; since then none of its letters went.
pub async fn failed(db: &Db, here: Municipality) -> Answer<HashMap<Id<Party>, Request>> {
    let rows: Vec<RequestRow> =
        db.read(COLUMNS).bind(here).push(" and state = 'failed' order by created_at, id").all().await?;
    Ok(rows.into_iter().map(Request::from).map(|request| (request.party, request)).collect())
}

pub async fn latest_of(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<Option<Request>> {
    let row: Option<RequestRow> = tx
        .sql(COLUMNS)
        .bind(here)
        .push_bind(" and party_id = ", party)
        .push(" order by created_at desc, id desc limit 1")
        .optional()
        .await?;
    Ok(row.map(Request::from))
}

pub async fn find(db: &Db, here: Municipality, id: Id<Request>) -> Answer<Option<Request>> {
    let row: Option<RequestRow> = db.read(COLUMNS).bind(here).push_bind(" and id = ", id).optional().await?;
    Ok(row.map(Request::from))
}

/// The request whose mail has this link; nothing else tells a link of ours from any other.
pub async fn of_link(db: &Db, here: Municipality, token: &LinkToken) -> Answer<Option<Request>> {
    let row: Option<RequestRow> =
        db.read(COLUMNS).bind(here).push_bind(" and token_hash = ", token.digest()).optional().await?;
    Ok(row.map(Request::from))
}

/// As [`of_link`], within a transaction.
pub async fn of_link_in(tx: &mut Tx, here: Municipality, token: &LinkToken) -> Answer<Option<Request>> {
    let row: Option<RequestRow> =
        tx.sql(COLUMNS).bind(here).push_bind(" and token_hash = ", token.digest()).optional().await?;
    Ok(row.map(Request::from))
}

/// Letters that did not go and may be tried again.
pub async fn waiting(db: &Db, here: Municipality, now: Moment, most: i64) -> Answer<Vec<Request>> {
    let rows: Vec<RequestRow> = db
        .read(COLUMNS)
        .bind(here)
        .push_bind(" and state = 'waiting' and next_at <= ", now)
        .push_bind(" order by next_at, id limit +", most)
        .all()
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

pub async fn add(tx: &mut Tx, permit: &Permit, request: &Request, token: Option<&LinkToken>) -> Answer<()> {
    tx.sql(
        "insert into directory_request (municipality_id, id, party_id, stage, address, token_hash, state, answer, \
         tries, next_at, created_at, sent_at, ended_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(permit.municipality())
    .bind(request.id)
    .bind(request.party)
    .bind(request.stage)
    .bind(request.address.as_str())
    .bind(token.map(LinkToken::digest))
    .bind(request.state)
    .bind(request.reply)
    .bind(i32::from(request.tries))
    .bind(request.next_at)
    .bind(request.created_at)
    .bind(request.sent_at)
    .bind(request.ended_at)
    .execute()
    .await?;
    Ok(())
}

/// Takes a letter that waited, for one more try with a new link. `false` when somebody else was first.
pub async fn claim_again(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Request>,
    token: &LinkToken,
    now: Moment,
) -> Answer<bool> {
    let changed = tx
        .sql(
            "update directory_request set state = 'sending', token_hash = $3, tries = tries + 1, next_at = null, \
             sent_at = $4 where municipality_id = $1 and id = $2 and state = 'waiting' and next_at <= $4",
        )
        .bind(permit.municipality())
        .bind(id)
        .bind(token.digest())
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// What became of it. Only an open request goes on; `false` when it was over already.
pub async fn went(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Request>,
    state: State,
    next_at: Option<Moment>,
    now: Moment,
) -> Answer<bool> {
    let over = !matches!(state, State::Sent | State::Waiting);
    let changed = tx
        .sql(
            "update directory_request set state = $3, next_at = $4, ended_at = $5 where municipality_id = $1 and id = $2 \
             and state in ('sending', 'waiting', 'sent', 'unknown')",
        )
        .bind(permit.municipality())
        .bind(id)
        .bind(state)
        .bind(next_at)
        .bind(over.then_some(now))
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn answered(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Request>,
    reply: Reply,
    now: Moment,
) -> Answer<()> {
    tx.sql(
        "update directory_request set state = 'answered', answer = $3, next_at = null, ended_at = $4 \
         where municipality_id = $1 and id = $2",
    )
    .bind(permit.municipality())
    .bind(id)
    .bind(reply)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

const REPLACE: &str = "update directory_request set state = 'replaced', next_at = null, ended_at = $3 \
     where municipality_id = $1 and party_id = $2 \
     and state in ('sending', 'waiting', 'sent', 'unknown', 'failed', 'bounced')";

/// Links of all other open requests of the party no longer do anything.
pub async fn replace_others(
    tx: &mut Tx,
    permit: &Permit,
    party: Id<Party>,
    but: Option<Id<Request>>,
    now: Moment,
) -> Answer<()> {
    let mut sql = tx.sql(REPLACE).bind(permit.municipality()).bind(party).bind(now);
    if let Some(but) = but {
        sql = sql.push_bind(" and id <> ", but);
    }
    sql.execute().await?;
    Ok(())
}

/// As [`replace_others`], by a letter that went. That one to the same address came back is still so: a server that takes the
/// next one can send that back as well.
pub async fn replace_by(tx: &mut Tx, permit: &Permit, sent: &Request, now: Moment) -> Answer<()> {
    tx.sql(REPLACE)
        .bind(permit.municipality())
        .bind(sent.party)
        .bind(now)
        .push_bind(" and id <> ", sent.id)
        .push_bind(" and (state <> 'bounced' or address <> ", sent.address.clone())
        .push(")")
        .execute()
        .await?;
    Ok(())
}

/// Letters that were with the server for too long: nobody knows whether they went.
pub async fn give_up_lost(tx: &mut Tx, permit: &Permit, now: Moment) -> Answer<u64> {
    Ok(tx
        .sql(
            "update directory_request set state = 'unknown', ended_at = $2 \
             where municipality_id = $1 and state = 'sending' and sent_at < $3",
        )
        .bind(permit.municipality())
        .bind(now)
        .bind(now.minus(LOST))
        .execute()
        .await?)
}

/// From now on the profile may hide, after the days of notice.
pub async fn mark_asked(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<()> {
    tx.sql(
        "update directory_party set asked_at = $3 where municipality_id = $1 and id = $2 \
         and (asked_at is null or asked_at < coalesce(confirmed_at, created_at))",
    )
    .bind(permit.municipality())
    .bind(party)
    .bind(now)
    .execute()
    .await?;
    tx.sql(
        "update directory_offer set asked_at = $3 where municipality_id = $1 and party_id = $2 \
         and (asked_at is null or asked_at < coalesce(confirmed_at, created_at))",
    )
    .bind(permit.municipality())
    .bind(party)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Shown again for the days of notice, as if its party was asked now.
pub async fn show_again(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<bool> {
    let changed = tx
        .sql("update directory_party set put_away_at = null, asked_at = $3 where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(party)
        .bind(now)
        .execute()
        .await?;
    tx.sql("update directory_offer set asked_at = $3 where municipality_id = $1 and party_id = $2")
        .bind(permit.municipality())
        .bind(party)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn put_away(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<bool> {
    let changed = tx
        .sql("update directory_party set put_away_at = $3 where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(party)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// A human says that the party and all it offers is still right.
pub async fn confirm_whole(
    tx: &mut Tx,
    permit: &Permit,
    party: Id<Party>,
    confirmation: &Confirmation,
) -> Answer<bool> {
    tx.sql(
        "update directory_offer set confirmed_at = $3, confirmed_by = $4 \
         where municipality_id = $1 and party_id = $2",
    )
    .bind(permit.municipality())
    .bind(party)
    .bind(confirmation.at)
    .bind(confirmation.by.clone())
    .execute()
    .await?;
    crate::party::store::confirm(tx, permit, party, confirmation).await
}

/// Addresses of people of a party who gave one for this work, by party: asked when the role has none.
pub async fn addresses(db: &Db, here: Municipality) -> Answer<HashMap<Id<Party>, Email>> {
    let mut found = HashMap::new();
    db.read("select party_id, email from directory_contact where municipality_id = $1 and email <> '' order by id")
        .bind(here)
        .each(|(party, email): (Id<Party>, Email)| {
            found.entry(party).or_insert(email);
        })
        .await?;
    Ok(found)
}

/// Requests that were answered or replaced long ago go, and all others a year after they were made.
pub const ENDS: Rule = Rule {
    keep: "request",
    table: "directory_request",
    key: "id",
    since: "created_at",
    over: "created_at < $2 or (state in ('answered', 'replaced') and ended_at < $3)",
    after: &[KEPT, KEPT_AFTER],
    along: &[],
    of: Of::Work,
};
