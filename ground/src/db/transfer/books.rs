//! The books of a move, kept in the target: from which source, and how far each table came.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::super::catalogue::quoted;
use super::super::{Db, DbError, Tx, migrate};
use crate::moment::Moment;

const TABLE: &str = "create table if not exists ground_transfer (
    table_name text not null primary key,
    source text not null,
    rows_done bigint not null,
    begun_at timestamptz not null
)";

pub(super) struct Books {
    done: BTreeMap<String, u64>,
    resumed: u64,
}

#[derive(sqlx::FromRow)]
struct Step {
    number: i32,
    checksum: String,
    applied_at: Moment,
}

const STEPS: &str = "select number, checksum, applied_at from ground_migration order by number";

/// Both sides must have exactly the same migrations.
pub(super) async fn same_level(snapshot: &mut Tx, to: &Db) -> Result<(), DbError> {
    if migrate::level(&snapshot.db).await? == 0 {
        return Err(DbError::refused("The source holds no installation: it was never migrated."));
    }
    if migrate::level(to).await? == 0 {
        return Err(DbError::refused("The target is not migrated yet; do that first."));
    }
    let ours: Vec<Step> = snapshot.sql(STEPS).all().await?;
    let theirs: Vec<Step> = to.read(STEPS).all().await?;
    let plain =
        |steps: &[Step]| steps.iter().map(|step| (step.number, step.checksum.clone())).collect::<Vec<_>>();
    if plain(&ours) == plain(&theirs) {
        return Ok(());
    }
    let last = |steps: &[Step]| steps.last().map_or(0, |step| step.number);
    Err(DbError::refused(format!(
        "The source is at migration {}, the target at {} (or they are not the same ones). \
         Bring both to the same version of the program first.",
        last(&ours),
        last(&theirs)
    )))
}

impl Books {
    /// Opens the books in an empty target, or finds those of this same move.
    pub(super) async fn open(
        snapshot: &mut Tx,
        to: &Db,
        order: &[&str],
        now: Moment,
    ) -> Result<Self, DbError> {
        let source = fingerprint(snapshot).await?;
        let mut tx = to.begin().await?;
        migrate::run(&mut tx, &migrate::translated(TABLE, to.engine())).await?;
        let kept: Vec<(String, String, i64)> =
            tx.sql("select table_name, source, rows_done from ground_transfer").all().await?;
        if kept.iter().any(|(_, from, _)| *from != source) {
            return Err(DbError::refused(
                "The target holds the unfinished move of another installation. Use an empty database.",
            ));
        }
        let mut done: BTreeMap<String, u64> = BTreeMap::new();
        for (table, _, rows) in &kept {
            done.insert(table.clone(), u64::try_from(*rows).unwrap_or(0));
        }
        for table in order {
            if kept.is_empty() {
                let there: i64 = tx.sql("select count(*) from ").push_own(&quoted(table)).scalar().await?;
                if there > 0 {
                    return Err(DbError::refused(format!(
                        "The target is not empty: {table} has {there} rows. Nothing was changed."
                    )));
                }
                tx.sql("insert into ground_transfer (table_name, source, rows_done, begun_at) values ($1, $2, $3, $4)")
                    .bind(*table)
                    .bind(source.as_str())
                    .bind(0i64)
                    .bind(now)
                    .execute()
                    .await?;
            }
        }
        tx.commit().await?;
        let resumed = done.values().sum();
        Ok(Self { done, resumed })
    }

    pub(super) fn done(&self, table: &str) -> u64 {
        self.done.get(table).copied().unwrap_or(0)
    }

    pub(super) const fn resumed_rows(&self) -> u64 {
        self.resumed
    }

    /// In the same transaction as the rows themselves.
    pub(super) async fn write(&mut self, tx: &mut Tx, table: &str, done: u64) -> Result<(), DbError> {
        tx.sql("update ground_transfer set rows_done = $2 where table_name = $1")
            .bind(table)
            .bind(i64::try_from(done).unwrap_or(i64::MAX))
            .execute()
            .await?;
        self.done.insert(table.to_owned(), done);
        Ok(())
    }

    /// After the comparison nothing is left to go on with.
    pub(super) async fn close(self, to: &Db) -> Result<(), DbError> {
        let mut tx = to.begin().await?;
        migrate::run(&mut tx, "drop table ground_transfer").await?;
        tx.commit().await
    }
}

/// An installation is known by the moments it was migrated at.
async fn fingerprint(snapshot: &mut Tx) -> Result<String, DbError> {
    let steps: Vec<Step> = snapshot.sql(STEPS).all().await?;
    let mut all = Sha256::new();
    for step in steps {
        all.update(format!("{} {} {}\n", step.number, step.checksum, step.applied_at));
    }
    Ok(all.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
