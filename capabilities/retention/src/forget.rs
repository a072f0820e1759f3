//! The job: each rule in each municipality, first counted, then carried out a part at a time.

use audit::{Actor, Line, Outcome};
use ground::db::{Db, Sql, Tx};
use ground::id::Municipality;
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;
use uuid::Uuid;

use crate::clock::{Clock, look, noted};

/// So many rows go in one transaction, so that pages never wait long.
pub const PART: i64 = 500;

/// A municipality in which is looked.
#[derive(Clone, Copy, Debug)]
pub struct Town {
    pub code: Municipality,
    /// Its people are invented: they come in without a key, and stay.
    pub fiction: bool,
}

/// What one rule found, or took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub keep: &'static str,
    pub table: &'static str,
    pub rows: i64,
    /// Since when the oldest of them was there.
    pub oldest: Option<Moment>,
}

/// What would go now, rule by rule, and what the clock is worth. One rule takes along what another would have counted,
/// so it is done in a transaction that is taken back: nothing is kept of it.
///
/// # Errors
/// What the database answers.
pub async fn would(db: &Db, rules: &[Rule], town: Town, now: Moment) -> Answer<(Clock, Vec<Gone>)> {
    let clock = look(db, town.code, now).await?;
    let mut tx = db.begin().await?;
    let mut found = Vec::new();
    for rule in held(rules, town) {
        let Some(gone) = counted(&mut tx, rule, town.code, now).await? else { continue };
        let sql = tx
            .sql("delete from ")
            .push(rule.table)
            .push(" where municipality_id = $1 and (")
            .push(rule.over)
            .push(")");
        bound(sql, rule, town.code, now).execute().await?;
        found.push(gone);
    }
    tx.rollback().await?;
    Ok((clock, found))
}

/// Deletes what is over, unless the clock is not believed. Again does nothing; stopped halfway, the next one goes on.
///
/// # Errors
/// What the database answers; what went until then is gone.
pub async fn apply(db: &Db, rules: &[Rule], town: Town, now: Moment) -> Answer<(Clock, Vec<Gone>)> {
    let clock = noted(db, town.code, now).await?;
    let mut gone = Vec::new();
    if !clock.is_believed() {
        return Ok((clock, gone));
    }
    for rule in held(rules, town) {
        let mut tx = db.snapshot().await?;
        let found = counted(&mut tx, rule, town.code, now).await?;
        tx.rollback().await?;
        let Some(mut found) = found else { continue };
        found.rows = match rule.of {
            Of::Work => in_parts(db, rule, town.code, now).await?,
            Of::Person | Of::Newcomer => one_by_one(db, rule, town.code, now).await?,
        };
        if found.rows > 0 {
            gone.push(found);
        }
    }
    Ok((clock, gone))
}

fn held(rules: &[Rule], town: Town) -> impl Iterator<Item = &Rule> {
    rules.iter().filter(move |rule| !(town.fiction && rule.of == Of::Newcomer))
}

/// `$1` is the municipality, `$2` and on are the moments of the rule.
fn bound<'c>(mut sql: Sql<'c>, rule: &Rule, here: Municipality, now: Moment) -> Sql<'c> {
    sql = sql.bind(here);
    for moment in rule.moments(now) {
        sql = sql.bind(moment);
    }
    sql
}

async fn counted(tx: &mut Tx, rule: &Rule, here: Municipality, now: Moment) -> Answer<Option<Gone>> {
    let sql = tx
        .sql("select count(*), min(")
        .push(rule.since)
        .push(") from ")
        .push(rule.table)
        .push(" where municipality_id = $1 and (")
        .push(rule.over)
        .push(")");
    let (rows, oldest): (i64, Option<Moment>) = bound(sql, rule, here, now).one().await?;
    Ok((rows > 0).then_some(Gone { keep: rule.keep, table: rule.table, rows, oldest }))
}

async fn in_parts(db: &Db, rule: &Rule, here: Municipality, now: Moment) -> Answer<i64> {
    let mut gone = 0;
    loop {
        let mut tx = db.begin().await?;
        // Asked twice: what somebody saved from it while this one waited for the row is not over any more.
        let sql = tx
            .sql("delete from ")
            .push(rule.table)
            .push(" where municipality_id = $1 and (")
            .push(rule.over)
            .push(") and ")
            .push(rule.key)
            .push(" in (select ")
            .push(rule.key)
            .push(" from ")
            .push(rule.table)
            .push(" where municipality_id = $1 and (")
            .push(rule.over)
            .push(") order by ")
            .push(rule.since);
        let part = bound(sql, rule, here, now).push_bind(" limit +", PART).push(")").execute().await?;
        tx.commit().await?;
        let part = i64::try_from(part).unwrap_or(i64::MAX);
        gone += part;
        if part < PART {
            return Ok(gone);
        }
    }
}

/// Each in a transaction of its own, with its line in the trail: who is doing something at that moment is asked once more whether it is over.
async fn one_by_one(db: &Db, rule: &Rule, here: Municipality, now: Moment) -> Answer<i64> {
    let sql = db
        .read("select ")
        .push(rule.key)
        .push(" from ")
        .push(rule.table)
        .push(" where municipality_id = $1 and (")
        .push(rule.over)
        .push(") order by ")
        .push(rule.since);
    let over: Vec<(Uuid,)> = bound(sql, rule, here, now).all().await?;
    let mut gone = 0;
    for (somebody,) in over {
        let mut tx = db.begin().await?;
        if one(&mut tx, rule, here, somebody, now).await? {
            audit::record(&mut tx, here, now, &line(somebody)).await?;
            gone += 1;
        }
        tx.commit().await?;
    }
    Ok(gone)
}

async fn one(tx: &mut Tx, rule: &Rule, here: Municipality, key: Uuid, now: Moment) -> Answer<bool> {
    // Held first: a key that is being made for this person is waited for, and then counts.
    tx.sql("update ")
        .push(rule.table)
        .push(" set ")
        .push(rule.since)
        .push(" = ")
        .push(rule.since)
        .push(" where municipality_id = $1 and ")
        .push(rule.key)
        .push(" = $2")
        .bind(here)
        .bind(key)
        .execute()
        .await?;
    let sql = tx
        .sql("delete from ")
        .push(rule.table)
        .push(" where municipality_id = $1 and (")
        .push(rule.over)
        .push(") and ")
        .push(rule.key);
    Ok(bound(sql, rule, here, now).push_bind(" = ", key).execute().await? == 1)
}

fn line(somebody: Uuid) -> Line<'static> {
    Line {
        actor: Actor::Machine,
        membership: None,
        action: "person.forget",
        object: "person",
        object_id: None,
        about: Some(somebody),
        party: None,
        purpose: "retention",
        outcome: Outcome::Done,
    }
}
