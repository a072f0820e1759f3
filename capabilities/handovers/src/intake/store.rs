//! SQL on `handovers_intake` and `handovers_week`.

use access::Permit;
use directory::party::Party;
use directory::theme::Theme;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::Answer;

use super::Intake;

#[derive(sqlx::FromRow)]
struct IntakeRow {
    themes: String,
    per_week: Option<i32>,
    paused_until: Option<Day>,
    waiting_weeks: Option<i32>,
    changed_at: Moment,
}

impl From<IntakeRow> for Intake {
    fn from(row: IntakeRow) -> Self {
        Self {
            themes: row.themes.split(' ').filter_map(Theme::parse).collect(),
            per_week: row.per_week,
            paused_until: row.paused_until,
            waiting_weeks: row.waiting_weeks,
            changed_at: Some(row.changed_at),
        }
    }
}

/// # Errors
/// What the database answers.
pub async fn find(db: &Db, here: Municipality, party: Id<Party>) -> Answer<Intake> {
    let row: Option<IntakeRow> = db
        .read(
            "select themes, per_week, paused_until, waiting_weeks, changed_at from handovers_intake \
             where municipality_id = $1 and party_id = $2",
        )
        .bind(here)
        .bind(party)
        .optional()
        .await?;
    Ok(row.map(Intake::from).unwrap_or_default())
}

/// As [`find`], held until the transaction ends: of two who take the last place, one gets it.
pub(crate) async fn hold(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<Intake> {
    tx.sql("update handovers_intake set per_week = per_week where municipality_id = $1 and party_id = $2")
        .bind(here)
        .bind(party)
        .execute()
        .await?;
    let row: Option<IntakeRow> = tx
        .sql(
            "select themes, per_week, paused_until, waiting_weeks, changed_at from handovers_intake \
             where municipality_id = $1 and party_id = $2",
        )
        .bind(here)
        .bind(party)
        .optional()
        .await?;
    Ok(row.map(Intake::from).unwrap_or_default())
}

/// # Errors
/// What the database answers.
pub async fn save(
    tx: &mut Tx,
    permit: &Permit,
    party: Id<Party>,
    intake: &Intake,
    now: Moment,
) -> Answer<()> {
    let themes: Vec<&str> = intake.themes.iter().map(Theme::key).collect();
    tx.sql(
        "insert into handovers_intake (municipality_id, party_id, themes, per_week, paused_until, \
         waiting_weeks, changed_at) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (municipality_id, party_id) do update set themes = excluded.themes, \
         per_week = excluded.per_week, paused_until = excluded.paused_until, \
         waiting_weeks = excluded.waiting_weeks, changed_at = excluded.changed_at",
    )
    .bind(permit.municipality())
    .bind(party)
    .bind(themes.join(" "))
    .bind(intake.per_week)
    .bind(intake.paused_until)
    .bind(intake.waiting_weeks)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Asked once more in the week that begins then.
pub(crate) async fn count(
    tx: &mut Tx,
    here: Municipality,
    party: Id<Party>,
    begins_at: Moment,
) -> Answer<()> {
    tx.sql(
        "insert into handovers_week (municipality_id, party_id, begins_at, offered) values ($1, $2, $3, 1) \
         on conflict (municipality_id, party_id, begins_at) \
         do update set offered = handovers_week.offered + 1",
    )
    .bind(here)
    .bind(party)
    .bind(begins_at)
    .execute()
    .await?;
    Ok(())
}

/// How often a party was asked in each week that begins at this moment or later.
///
/// # Errors
/// What the database answers.
pub async fn weeks(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
) -> Answer<Vec<(Moment, i32)>> {
    let weeks = db
        .read(
            "select begins_at, offered from handovers_week \
             where municipality_id = $1 and party_id = $2 and begins_at >= $3 order by begins_at",
        )
        .bind(here)
        .bind(party)
        .bind(since)
        .all()
        .await?;
    Ok(weeks)
}

/// Two parties are one: what the one that stays says of itself holds; how often both were asked is added up.
pub(crate) async fn move_over(
    tx: &mut Tx,
    here: Municipality,
    gone: Id<Party>,
    stays: Id<Party>,
) -> Answer<()> {
    for sql in [
        "update handovers_intake set party_id = $3 where municipality_id = $1 and party_id = $2 and not exists \
         (select 1 from handovers_intake i where i.municipality_id = $1 and i.party_id = $3)",
        "insert into handovers_week (municipality_id, party_id, begins_at, offered) \
         select municipality_id, $3, begins_at, offered from handovers_week w \
         where w.municipality_id = $1 and w.party_id = $2 \
         on conflict (municipality_id, party_id, begins_at) \
         do update set offered = handovers_week.offered + excluded.offered",
    ] {
        tx.sql(sql).bind(here).bind(gone).bind(stays).execute().await?;
    }
    forget(tx, here, gone).await
}

/// A party is gone, and how much it takes in with it.
pub(crate) async fn forget(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<()> {
    for sql in [
        "delete from handovers_intake where municipality_id = $1 and party_id = $2",
        "delete from handovers_week where municipality_id = $1 and party_id = $2",
    ] {
        tx.sql(sql).bind(here).bind(party).execute().await?;
    }
    Ok(())
}
