//! SQL on `people_recovery`.

use access::{LinkToken, Permit};
use directory::party::Party;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;
use uuid::Uuid;

use super::code::Code;
use super::{LASTS, Lost, ONCE_CONFIRMED, REMEMBERED, Recovery, Standing};
use crate::person::Person;

const FIND: &str = "select created_at, person_id, party_id, first_by, second_at, ended_at, taken_at \
                    from people_recovery where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct RecoveryRow {
    created_at: Moment,
    person_id: Option<Id<Person>>,
    party_id: Option<Id<Party>>,
    first_by: Option<Uuid>,
    second_at: Option<Moment>,
    ended_at: Option<Moment>,
    taken_at: Option<Moment>,
}

impl From<RecoveryRow> for Recovery {
    fn from(row: RecoveryRow) -> Self {
        let lost = row.person_id.zip(row.first_by).map(|(person, first_by)| Lost {
            person,
            party: row.party_id,
            first_by,
            second_at: row.second_at,
        });
        Self {
            created_at: row.created_at,
            lost,
            ended: row.ended_at.is_some(),
            taken: row.taken_at.is_some(),
        }
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
        .bind(Code::of(browser).digest())
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
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

/// Whether somebody waits to come in as this person.
pub(crate) async fn waits_for(db: &Db, here: Municipality, person: Id<Person>, now: Moment) -> Answer<bool> {
    let rows: Vec<RecoveryRow> = db
        .read(FIND)
        .bind(here)
        .push_bind("and person_id = ", person)
        .push_bind(" and created_at > ", now.minus(LASTS + ONCE_CONFIRMED))
        .all()
        .await?;
    let waits = |row| matches!(Recovery::from(row).standing(now), Standing::Half | Standing::Ready);
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
