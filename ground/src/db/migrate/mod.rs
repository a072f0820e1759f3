//! Migrations: written once in PostgreSQL's words, applied in order, each in one transaction, remembered.

use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Executor as _};

use super::text::{self, Piece};
use super::tx::Inner;
use super::{Db, DbError, Engine, Tx, sizes};
use crate::moment::Moment;

#[cfg(test)]
mod tests;

/// One step of the schema. The list of all of them is a constant of the crate that owns the tables.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub number: i32,
    pub name: &'static str,
    pub sql: &'static str,
}

/// Any number will do, as long as no other program on the server takes the same.
const LOCK: i64 = 7_310_011_963;

const TABLE: &str = "create table if not exists ground_migration (
    number integer not null primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null
)";

#[derive(Debug, sqlx::FromRow)]
struct Applied {
    number: i32,
    name: String,
    checksum: String,
}

impl Migration {
    /// Line ends are not part of it: a checkout on Windows is no other migration.
    pub fn checksum(&self) -> String {
        let digest = Sha256::digest(self.sql.replace("\r\n", "\n").as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Brings the database up to the last of `migrations`; says how many were applied.
pub(super) async fn migrate(db: &Db, now: Moment, migrations: &[Migration]) -> Result<usize, DbError> {
    if !migrations.is_sorted_by(|one, next| one.number < next.number) {
        return Err(DbError::refused("The program's own migrations are not numbered upwards."));
    }
    let mut tx = locked(db).await?;
    run(&mut tx, &translated(TABLE, db.engine())).await?;
    tx.commit().await?;
    let mut count = 0;
    loop {
        // Read again under the lock each time: another process may just have done the next one.
        let mut tx = locked(db).await?;
        let applied = applied(&mut tx).await?;
        let Some(next) = pending(&applied, migrations)? else { break };
        for statement in text::statements(next.sql) {
            run(&mut tx, &translated(&statement, db.engine())).await.map_err(|error| {
                DbError::refused(format!("Migration {} ({}) failed: {error}.", next.number, next.name))
            })?;
        }
        tx.sql("insert into ground_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)")
            .bind(next.number)
            .bind(next.name)
            .bind(next.checksum())
            .bind(now)
            .execute()
            .await?;
        tx.commit().await?;
        tracing::info!(number = next.number, name = next.name, "migrated");
        count += 1;
    }
    sizes::tell(db).await?;
    Ok(count)
}

/// The number of the last migration applied; 0 in an empty database.
pub async fn level(db: &Db) -> Result<i32, DbError> {
    let there: i64 = match db.engine() {
        Engine::Sqlite => db.read("select count(*) from sqlite_schema where name = 'ground_migration'"),
        Engine::Postgres => db.read(
            "select count(*) from pg_catalog.pg_tables where schemaname = current_schema() and tablename = 'ground_migration'",
        ),
    }
    .scalar()
    .await?;
    if there == 0 {
        return Ok(0);
    }
    db.read("select coalesce(max(number), 0) from ground_migration").scalar().await
}

/// Ok when the database is exactly at the program's level; otherwise the sentence that says what to do.
pub async fn check(db: &Db, migrations: &[Migration]) -> Result<(), DbError> {
    if level(db).await? > 0 {
        let mut tx = db.snapshot().await?;
        let applied = applied(&mut tx).await?;
        if pending(&applied, migrations)?.is_none() {
            return Ok(());
        }
    }
    Err(DbError::refused("The database is older than this program; run the migrations first."))
}

async fn locked(db: &Db) -> Result<Tx, DbError> {
    let mut tx = db.begin().await?;
    if db.engine() == Engine::Postgres {
        // Another program's migration may take longer than a visitor's patience.
        run(&mut tx, "set local lock_timeout = 0").await?;
        tx.sql("select 1 from (select pg_advisory_xact_lock($1)) as lock").bind(LOCK).execute().await?;
    } else {
        // Tables may be rebuilt; references are checked at the commit.
        run(&mut tx, "pragma defer_foreign_keys = on").await?;
    }
    Ok(tx)
}

async fn applied(tx: &mut Tx) -> Result<Vec<Applied>, DbError> {
    tx.sql("select number, name, checksum from ground_migration order by number").all().await
}

/// The first migration not yet applied, after checking that all earlier ones are the ones we know.
fn pending<'m>(applied: &[Applied], migrations: &'m [Migration]) -> Result<Option<&'m Migration>, DbError> {
    let known = migrations.last().map_or(0, |last| last.number);
    let reached = applied.last().map_or(0, |last| last.number);
    if reached > known {
        return Err(DbError::refused(format!(
            "This database was made by a newer version of the program (migration {reached}, this one knows {known}). \
             Install that version; nothing was changed."
        )));
    }
    for (index, done) in applied.iter().enumerate() {
        match migrations.get(index) {
            Some(ours) if ours.number == done.number && ours.checksum() == done.checksum => {}
            Some(ours) if ours.number == done.number => {
                return Err(DbError::refused(format!(
                    "Migration {} ({}) is not the one this database was made with. \
                     Use the program this database belongs to; nothing was changed.",
                    done.number, done.name
                )));
            }
            _ => {
                return Err(DbError::refused(format!(
                    "The database has migration {} ({}) where this program has another. Nothing was changed.",
                    done.number, done.name
                )));
            }
        }
    }
    Ok(migrations.get(applied.len()))
}

pub(super) async fn run(tx: &mut Tx, statement: &str) -> Result<(), DbError> {
    let done = match &mut tx.inner {
        Inner::Sqlite(inner) => {
            (&mut **inner).execute(sqlx::raw_sql(AssertSqlSafe(statement))).await.map(drop)
        }
        Inner::Postgres(inner) => {
            (&mut **inner).execute(sqlx::raw_sql(AssertSqlSafe(statement))).await.map(drop)
        }
    };
    done.map_err(|error| {
        tx.failed = true;
        tx.db.trouble(error, None)
    })
}

/// The same statement in the words of the engine.
pub(super) fn translated(statement: &str, engine: Engine) -> String {
    let pieces: Vec<Piece<'_>> =
        text::pieces(statement).filter(|piece| !matches!(piece, Piece::Space(_))).collect();
    let starts = |words: &[&str]| words.iter().zip(&pieces).all(|(word, piece)| piece.is(word));
    let table = starts(&["create", "table"]);
    if !table && !starts(&["alter", "table"]) {
        return statement.to_owned();
    }
    let mut out = String::with_capacity(statement.len() + 64);
    let mut before: Option<Piece<'_>> = None;
    let mut after_double = false;
    for piece in text::pieces(statement) {
        // A type follows the name of its column. A column may itself be called `date`.
        let follows_a_name = matches!(before, Some(Piece::Word(_) | Piece::Quoted(_)))
            && !before.is_some_and(|word| word.is("column") || word.is("add") || word.is("key"));
        // `double precision` is one type in two words.
        if after_double && (matches!(piece, Piece::Space(_)) || piece.is("precision")) {
            after_double = !piece.is("precision");
            continue;
        }
        match (piece, engine) {
            (Piece::Word(word), Engine::Sqlite) if follows_a_name => {
                let word = word.to_ascii_lowercase();
                let ours = match word.as_str() {
                    "uuid" | "bytea" => "blob",
                    "timestamptz" | "bigint" | "boolean" => "integer",
                    "date" => "text",
                    "double" => "real",
                    _ => piece.text(),
                };
                after_double = word == "double";
                out.push_str(ours);
            }
            // Byte order is SQLite's order: texts sort, compare and use their index the same on both.
            (Piece::Word(word), Engine::Postgres) if follows_a_name && word.eq_ignore_ascii_case("text") => {
                out.push_str("text collate \"C\"");
            }
            _ => out.push_str(piece.text()),
        }
        if !matches!(piece, Piece::Space(_)) {
            before = Some(piece);
        }
    }
    if table && engine == Engine::Sqlite {
        out.push_str(" strict, without rowid");
    }
    out
}
