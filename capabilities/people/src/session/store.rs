//! SQL on `people_session`.

use std::time::Duration;

use access::{Acting, LinkToken, Permit, Role};
use directory::wording::Name;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;
use uuid::Uuid;

use super::{ABSOLUTE, IDLE_AT_FIRST, Proof, Running, Session};
use crate::device::Device;
use crate::membership::Membership;
use crate::person::Person;

/// How exactly the last request is remembered: often enough for the idle limit, seldom enough to stay cheap.
const GRAIN: Duration = Duration::from_secs(60);

fn minutes(count: i32) -> Duration {
    Duration::from_secs(60 * u64::try_from(count).unwrap_or(0))
}

/// What a new session begins with.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    pub person: Id<Person>,
    pub proof: Proof,
    /// As what; nothing by a link, or when there is more than one to choose from.
    pub membership: Option<Id<Membership>>,
    pub device: Device,
}

/// Opens a session under a new token; those of the municipality that ended go at the same time.
pub async fn open(tx: &mut Tx, permit: &Permit, beginning: Beginning, now: Moment) -> Answer<LinkToken> {
    open_waiting(tx, permit, beginning, IDLE_AT_FIRST, now).await
}

/// As [`open`], in a browser where another may be open, which ends. Of the same person, the new one waits as long as the
/// old one did: that was chosen, and showing it once more changes nothing of it.
pub(crate) async fn open_instead(
    tx: &mut Tx,
    permit: &Permit,
    old: Option<&LinkToken>,
    beginning: Beginning,
    now: Moment,
) -> Answer<LinkToken> {
    let Some(old) = old else { return open(tx, permit, beginning, now).await };
    let waits: Option<i32> = tx
        .sql(
            "select idle_minutes from people_session \
             where municipality_id = $1 and token_hash = $2 and person_id = $3",
        )
        .bind(permit.municipality())
        .bind(old.digest())
        .bind(beginning.person)
        .optional_scalar()
        .await?;
    close(tx, permit, old).await?;
    open_waiting(tx, permit, beginning, waits.unwrap_or(IDLE_AT_FIRST), now).await
}

async fn open_waiting(
    tx: &mut Tx,
    permit: &Permit,
    beginning: Beginning,
    idle_minutes: i32,
    now: Moment,
) -> Answer<LinkToken> {
    let token = LinkToken::new()?;
    tx.sql("delete from people_session where municipality_id = $1 and created_at <= $2")
        .bind(permit.municipality())
        .bind(now.minus(ABSOLUTE))
        .execute()
        .await?;
    let membership = beginning.membership.filter(|_| beginning.proof != Proof::Link);
    tx.sql(
        "insert into people_session (municipality_id, token_hash, id, person_id, membership_id, proof, device, \
         idle_minutes, created_at, seen_at, proved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(permit.municipality())
    .bind(token.digest())
    .bind(Id::<Session>::new(now))
    .bind(beginning.person)
    .bind(membership)
    .bind(beginning.proof.word())
    .bind(beginning.device.word())
    .bind(idle_minutes)
    .bind(now)
    .bind(now)
    // A key is shown each time. When the owner of an account was asked, its provider says.
    .bind((beginning.proof == Proof::Passkey).then_some(now))
    .execute()
    .await?;
    Ok(token)
}

/// Another token and another number for a session that goes on: whoever has the old token is out. What was shown and chosen in
/// it, and when it ends, stays as it was. Nothing when it ended meanwhile.
pub(crate) async fn renew(
    tx: &mut Tx,
    permit: &Permit,
    old: &LinkToken,
    now: Moment,
) -> Answer<Option<(LinkToken, Id<Session>)>> {
    let (token, id) = (LinkToken::new()?, Id::<Session>::new(now));
    let renewed = tx
        .sql(
            "update people_session set token_hash = $3, id = $4 where municipality_id = $1 and token_hash = $2",
        )
        .bind(permit.municipality())
        .bind(old.digest())
        .bind(token.digest())
        .bind(id)
        .execute()
        .await?;
    Ok((renewed == 1).then_some((token, id)))
}

/// When the provider of an account last asked who this is, as far as that is known.
pub(crate) async fn proved(tx: &mut Tx, permit: &Permit, token: &LinkToken, at: Moment) -> Answer<()> {
    tx.sql("update people_session set proved_at = $3 where municipality_id = $1 and token_hash = $2")
        .bind(permit.municipality())
        .bind(token.digest())
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// By what this session came to be, and when it was last shown who it is of.
pub(crate) async fn proof_of(
    db: &Db,
    here: Municipality,
    session: Id<Session>,
) -> Answer<Option<(Proof, Option<Moment>)>> {
    let row: Option<(String, Option<Moment>)> = db
        .read("select proof, proved_at from people_session where municipality_id = $1 and id = $2")
        .bind(here)
        .bind(session)
        .optional()
        .await?;
    Ok(row.and_then(|(proof, at)| Some((Proof::parse(&proof)?, at))))
}

#[derive(sqlx::FromRow)]
struct RunningRow {
    id: Id<Session>,
    person_id: Id<Person>,
    idle_minutes: i32,
    created_at: Moment,
    seen_at: Moment,
    name: Name,
    membership_id: Option<Uuid>,
    role: Option<String>,
    party_id: Option<Uuid>,
}

pub(super) fn is_over(created: Moment, seen: Moment, idle_minutes: i32, now: Moment) -> bool {
    // A clock that was set back makes a session of later than now: it ends as well.
    now < created || now >= created.plus(ABSOLUTE) || now >= seen.plus(minutes(idle_minutes))
}

/// Whether this session still runs as this membership: for who listens longer than one request. It is not kept alive by that.
///
/// # Errors
/// What the database answers.
pub async fn still_acts(
    db: &Db,
    here: Municipality,
    session: Id<Session>,
    membership: Id<Membership>,
    now: Moment,
) -> Answer<bool> {
    let row: Option<(Moment, Moment, i32)> = db
        .read(
            "select created_at, seen_at, idle_minutes from people_session \
             where municipality_id = $1 and id = $2 and membership_id = $3",
        )
        .bind(here)
        .bind(session)
        .bind(membership)
        .optional()
        .await?;
    Ok(row.is_some_and(|(created, seen, idle)| !is_over(created, seen, idle, now)))
}

/// The session of this token, when it is still running.
pub async fn running(db: &Db, here: Municipality, token: &LinkToken, now: Moment) -> Answer<Option<Running>> {
    let row: Option<RunningRow> = db
        .read(
            "select s.id, s.person_id, s.idle_minutes, s.created_at, s.seen_at, p.name, m.id as membership_id, \
             m.role, m.party_id from people_session s \
             join people_person p on p.municipality_id = s.municipality_id and p.id = s.person_id \
             left join people_membership m on m.municipality_id = s.municipality_id and m.id = s.membership_id \
             where s.municipality_id = $1 and s.token_hash = $2",
        )
        .bind(here)
        .bind(token.digest())
        .optional()
        .await?;
    let Some(row) = row else { return Ok(None) };
    if is_over(row.created_at, row.seen_at, row.idle_minutes, now) {
        return Ok(None);
    }
    if now >= row.seen_at.plus(GRAIN) {
        // Reading goes on when nothing can be written; then the session ends a little early.
        let seen = db
            .write("update people_session set seen_at = $3 where municipality_id = $1 and token_hash = $2")
            .bind(here)
            .bind(token.digest())
            .bind(now)
            .execute()
            .await;
        drop(seen);
    }
    let role = row.role.as_deref().and_then(Role::parse);
    let acting = row.membership_id.zip(role);
    Ok(Some(Running {
        session: row.id,
        person: row.person_id,
        name: row.name,
        acting: acting.map(|(membership, role)| Acting { membership, role, party: row.party_id }),
    }))
}

/// From now on this session acts as another membership of the same person.
pub async fn act_as(tx: &mut Tx, permit: &Permit, session: Uuid, membership: Id<Membership>) -> Answer<bool> {
    let changed = tx
        .sql(
            "update people_session set membership_id = $3 where municipality_id = $1 and id = $2 \
             and proof <> 'link' and person_id = (select m.person_id from people_membership m \
             where m.municipality_id = $1 and m.id = $3)",
        )
        .bind(permit.municipality())
        .bind(session)
        .bind(membership)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// How long it may wait without a request.
pub async fn wait(tx: &mut Tx, permit: &Permit, session: Uuid, idle_minutes: i32) -> Answer<()> {
    tx.sql("update people_session set idle_minutes = $3 where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(session)
        .bind(idle_minutes)
        .execute()
        .await?;
    Ok(())
}

/// Ends the session of this token. Whose it was, when it was there.
pub async fn close(tx: &mut Tx, permit: &Permit, token: &LinkToken) -> Answer<()> {
    tx.sql("delete from people_session where municipality_id = $1 and token_hash = $2")
        .bind(permit.municipality())
        .bind(token.digest())
        .execute()
        .await?;
    Ok(())
}

/// Ends one of somebody's own sessions; says whether it was there.
pub async fn end_own(tx: &mut Tx, permit: &Permit, person: Id<Person>, session: Id<Session>) -> Answer<bool> {
    let gone = tx
        .sql("delete from people_session where municipality_id = $1 and person_id = $2 and id = $3")
        .bind(permit.municipality())
        .bind(person)
        .bind(session)
        .execute()
        .await?;
    Ok(gone == 1)
}

/// Ends every session of somebody: a role or a membership changed, or a key was taken away.
pub async fn end_all(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<()> {
    tx.sql("delete from people_session where municipality_id = $1 and person_id = $2")
        .bind(permit.municipality())
        .bind(person)
        .execute()
        .await?;
    Ok(())
}

/// Ends every session of somebody but this one.
pub async fn end_others(tx: &mut Tx, permit: &Permit, person: Id<Person>, this: Id<Session>) -> Answer<()> {
    tx.sql("delete from people_session where municipality_id = $1 and person_id = $2 and id <> $3")
        .bind(permit.municipality())
        .bind(person)
        .bind(this)
        .execute()
        .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    id: Id<Session>,
    person_id: Id<Person>,
    proof: String,
    device: String,
    idle_minutes: i32,
    created_at: Moment,
    seen_at: Moment,
}

/// The sessions of somebody that still run, newest first.
pub async fn of_person(db: &Db, here: Municipality, person: Id<Person>, now: Moment) -> Answer<Vec<Session>> {
    let rows: Vec<SessionRow> = db
        .read(
            "select id, person_id, proof, device, idle_minutes, created_at, seen_at from people_session \
             where municipality_id = $1 and person_id = $2 order by created_at desc, id",
        )
        .bind(here)
        .bind(person)
        .all()
        .await?;
    let sessions = rows.into_iter().filter_map(|row| {
        Some(Session {
            id: row.id,
            person: row.person_id,
            proof: Proof::parse(&row.proof)?,
            device: Device::parse(&row.device),
            idle_minutes: row.idle_minutes,
            created_at: row.created_at,
            seen_at: row.seen_at,
        })
    });
    Ok(sessions
        .filter(|session| !is_over(session.created_at, session.seen_at, session.idle_minutes, now))
        .collect())
}

/// The longest anybody may choose, so that no session goes that still counts.
const IDLE_AT_MOST: Duration = Duration::from_secs(60 * 60);

/// Sessions that ended, also where nobody signs in any more.
pub(crate) const ENDS: Rule = Rule {
    keep: "session",
    table: "people_session",
    key: "token_hash",
    since: "created_at",
    over: "created_at <= $2 or seen_at <= $3",
    after: &[ABSOLUTE, IDLE_AT_MOST],
    along: &[],
    of: Of::Work,
};
