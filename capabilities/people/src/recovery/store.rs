//! SQL on `people_recovery`.

use access::{LinkToken, Permit};
use directory::party::Party;
use ground::db::{Db, Sql, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;
use uuid::Uuid;

use super::code::Code;
use super::{FIRST_COUNTS, Lost, REMEMBERED, Recovery, SHOWN, Standing};
use crate::person::Person;

const FIND: &str = "select created_at, person_id, party_id, first_by, first_at, second_at, ended_at, taken_at \
                    from people_recovery where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct RecoveryRow {
    created_at: Moment,
    person_id: Option<Id<Person>>,
    party_id: Option<Id<Party>>,
    first_by: Option<Uuid>,
    first_at: Option<Moment>,
    second_at: Option<Moment>,
    ended_at: Option<Moment>,
    taken_at: Option<Moment>,
}

impl From<RecoveryRow> for Recovery {
    fn from(row: RecoveryRow) -> Self {
        let first = row.first_by.zip(row.first_at);
        let lost = row.person_id.zip(first).map(|(person, (first_by, first_at))| Lost {
            person,
            party: row.party_id,
            first_by,
            first_at,
            second_at: row.second_at,
        });
        Self { shown_at: row.created_at, lost, ended: row.ended_at.is_some(), taken: row.taken_at.is_some() }
    }
}

/// A browser asks. Says whether its code was still free.
pub(super) async fn ask(tx: &mut Tx, here: Municipality, browser: &LinkToken, now: Moment) -> Answer<bool> {
    let added = tx
        .sql(
            "insert into people_recovery (municipality_id, browser_hash, code_hash, created_at) \
             values ($1, $2, $3, $4) on conflict do nothing",
        )
        .bind(here)
        .bind(browser.digest())
        .bind(Code::of(browser, now).digest())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

/// The same browser shows another code from now on, and the one of before is nobody's any more. What a colleague said stays.
/// Pressed twice, or with a code that is somebody else's by chance, nothing changes.
pub(super) async fn show_anew(
    tx: &mut Tx,
    here: Municipality,
    browser: &LinkToken,
    shown_at: Moment,
    now: Moment,
) -> Answer<()> {
    let code = Code::of(browser, now).digest();
    tx.sql(
        "update people_recovery set code_hash = $3, created_at = $4 where municipality_id = $1 and browser_hash = $2 \
         and created_at = $5 and second_at is null and ended_at is null and taken_at is null and not exists \
         (select 1 from people_recovery r where r.municipality_id = $1 and r.code_hash = $3)",
    )
    .bind(here)
    .bind(browser.digest())
    .bind(code)
    .bind(now)
    .bind(shown_at)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn of_browser(db: &Db, here: Municipality, browser: &LinkToken) -> Answer<Option<Recovery>> {
    let row: Option<RecoveryRow> =
        db.read(FIND).bind(here).push_bind("and browser_hash = ", browser.digest()).optional().await?;
    Ok(row.map(Recovery::from))
}

pub(super) async fn by_code(db: &Db, here: Municipality, code: Code) -> Answer<Option<Recovery>> {
    let row: Option<RecoveryRow> =
        db.read(FIND).bind(here).push_bind("and code_hash = ", code.digest()).optional().await?;
    Ok(row.map(Recovery::from))
}

/// As [`by_code`], held until the transaction ends: two colleagues at the same moment come one after the other.
pub(super) async fn hold(tx: &mut Tx, here: Municipality, code: Code) -> Answer<Option<Recovery>> {
    tx.sql(
        "update people_recovery set created_at = created_at where municipality_id = $1 and code_hash = $2",
    )
    .bind(here)
    .bind(code.digest())
    .execute()
    .await?;
    let row: Option<RecoveryRow> =
        tx.sql(FIND).bind(here).push_bind("and code_hash = ", code.digest()).optional().await?;
    Ok(row.map(Recovery::from))
}

/// The first colleague says who it is; the caller holds the row.
pub(super) async fn first(
    tx: &mut Tx,
    permit: &Permit,
    code: Code,
    lost: (Id<Person>, Option<Id<Party>>),
    by: Uuid,
    now: Moment,
) -> Answer<()> {
    tx.sql(
        "update people_recovery set person_id = $3, party_id = $4, first_by = $5, first_at = $6 \
         where municipality_id = $1 and code_hash = $2",
    )
    .bind(permit.municipality())
    .bind(code.digest())
    .bind(lost.0)
    .bind(lost.1)
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// The second colleague says so too; the caller holds the row.
pub(super) async fn second(tx: &mut Tx, permit: &Permit, code: Code, by: Uuid, now: Moment) -> Answer<()> {
    tx.sql(
        "update people_recovery set second_by = $3, second_at = $4 where municipality_id = $1 and code_hash = $2",
    )
    .bind(permit.municipality())
    .bind(code.digest())
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// It is not right: the code ends. Says whether there was anything to end.
pub(super) async fn end(tx: &mut Tx, permit: &Permit, code: Code, now: Moment) -> Answer<bool> {
    let ended = tx
        .sql(
            "update people_recovery set ended_at = $3 where municipality_id = $1 and code_hash = $2 \
             and ended_at is null and taken_at is null",
        )
        .bind(permit.municipality())
        .bind(code.digest())
        .bind(now)
        .execute()
        .await?;
    Ok(ended == 1)
}

/// Everything that waits to come in as this person ends: the owner says so. How many.
pub(super) async fn end_of_person(
    tx: &mut Tx,
    permit: &Permit,
    person: Id<Person>,
    now: Moment,
) -> Answer<u64> {
    let ended = tx
        .sql(
            "update people_recovery set ended_at = $3 where municipality_id = $1 and person_id = $2 \
             and ended_at is null and taken_at is null",
        )
        .bind(permit.municipality())
        .bind(person)
        .bind(now)
        .execute()
        .await?;
    Ok(ended)
}

const SECOND_UNSAID: &str = "update people_recovery set second_by = null, second_at = null \
                             where municipality_id = $1 and second_by = $2 and taken_at is null and ended_at is null";

/// Of two who said it, the other one stays; without another it is about nobody again.
const FIRST_UNSAID: &str = "update people_recovery set person_id = case when second_by is null then null else person_id end, \
     party_id = case when second_by is null then null else party_id end, first_by = second_by, \
     first_at = second_at, second_by = null, second_at = null \
     where municipality_id = $1 and first_by = $2 and taken_at is null and ended_at is null";

/// What somebody said in a place counts no more when that place ended: another colleague has to say it. Without a party, of who
/// worked for the municipality, wherever it was.
pub(crate) async fn unsay(
    tx: &mut Tx,
    permit: &Permit,
    by: Id<Person>,
    party: Option<Id<Party>>,
) -> Answer<()> {
    let second = tx.sql(SECOND_UNSAID).bind(permit.municipality()).bind(by);
    of_party(second, party).execute().await?;
    let first = tx.sql(FIRST_UNSAID).bind(permit.municipality()).bind(by);
    of_party(first, party).execute().await?;
    Ok(())
}

fn of_party(said: Sql<'_>, party: Option<Id<Party>>) -> Sql<'_> {
    match party {
        Some(party) => said.push_bind(" and party_id = ", party),
        None => said,
    }
}

/// Whether somebody waits to come in as this person.
pub(crate) async fn waits_for(db: &Db, here: Municipality, person: Id<Person>, now: Moment) -> Answer<bool> {
    let rows: Vec<RecoveryRow> = db
        .read(FIND)
        .bind(here)
        .push_bind("and person_id = ", person)
        .push_bind(" and created_at > ", now.minus(FIRST_COUNTS + SHOWN))
        .all()
        .await?;
    let waits = |row| {
        matches!(Recovery::from(row).standing(now), Standing::Half | Standing::Lapsed | Standing::Ready)
    };
    Ok(rows.into_iter().any(waits))
}

/// The browser goes on, once. Says whether it still could.
pub(super) async fn take(tx: &mut Tx, permit: &Permit, browser: &LinkToken, now: Moment) -> Answer<bool> {
    let taken = tx
        .sql(
            "update people_recovery set taken_at = $3 where municipality_id = $1 and browser_hash = $2 \
             and taken_at is null and ended_at is null and second_at is not null",
        )
        .bind(permit.municipality())
        .bind(browser.digest())
        .bind(now)
        .execute()
        .await?;
    Ok(taken == 1)
}

/// Whenever somebody asks: what was asked long ago.
pub(crate) async fn forget(tx: &mut Tx, here: Municipality, now: Moment) -> Answer<()> {
    tx.sql("delete from people_recovery where municipality_id = $1 and created_at <= $2")
        .bind(here)
        .bind(now.minus(REMEMBERED))
        .execute()
        .await?;
    Ok(())
}

/// The same for the job.
pub(crate) const ENDS: Rule = Rule {
    keep: "recovery",
    table: "people_recovery",
    key: "browser_hash",
    since: "created_at",
    over: "created_at <= $2",
    after: &[REMEMBERED],
    along: &[],
    of: Of::Work,
};
