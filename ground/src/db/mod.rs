//! One door to two databases: nothing outside this folder names an engine.

pub mod backup;
pub mod catalogue;
pub mod migrate;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod transfer;

mod error;
mod postgres;
mod sizes;
mod sql;
mod sqlite;
mod text;
mod tx;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sqlx::{PgPool, SqlitePool};

pub use error::{Broken, DbError, Detail};
pub use migrate::Migration;
pub use sql::{Bind, Row, Scalar, Sql, Values};
pub use text::MOST_VALUES;
pub use tx::Tx;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl std::fmt::Display for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// How to open. The defaults are right for one server.
#[derive(Debug, Clone)]
pub struct Options {
    /// Make the SQLite file when it is not there.
    pub create: bool,
    /// SQLite: connections that read. PostgreSQL: connections in all. Two at least: who holds a snapshot also asks.
    pub connections: u32,
    /// How long a request waits for its turn before it answers "not yet".
    pub patience: Duration,
    /// Never write, not even by accident: the source of a move, a backup that is looked at.
    pub read_only: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { create: false, connections: 4, patience: Duration::from_secs(5), read_only: false }
    }
}

impl Options {
    pub fn creating() -> Self {
        Self { create: true, ..Self::default() }
    }

    pub fn reading() -> Self {
        Self { read_only: true, ..Self::default() }
    }
}

/// An open database; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pools: Pools,
    read_only: Arc<AtomicBool>,
}

#[derive(Clone, Debug)]
enum Pools {
    Sqlite { writer: Option<SqlitePool>, readers: SqlitePool, file: PathBuf },
    Postgres(PgPool),
}

impl Db {
    /// `sqlite:path/to/file.db`, a bare path, or `postgres://…`.
    pub async fn open(url: &str, options: Options) -> Result<Self, DbError> {
        if is_server(url) {
            let pool = postgres::open(url, &options).await?;
            return Ok(Self::of(Pools::Postgres(pool), &options));
        }
        Self::open_file(&file_of(url)?, &options).await
    }

    /// For a path that was never an address: a file may be called anything.
    async fn open_file(file: &Path, options: &Options) -> Result<Self, DbError> {
        Ok(Self::of(sqlite::open(file, options).await?, options))
    }

    fn of(pools: Pools, options: &Options) -> Self {
        Self { pools, read_only: Arc::new(AtomicBool::new(options.read_only)) }
    }

    pub const fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// The SQLite file, when it is one.
    pub fn file(&self) -> Option<&Path> {
        match &self.pools {
            Pools::Sqlite { file, .. } => Some(file),
            Pools::Postgres(_) => None,
        }
    }

    /// True after the disk failed or filled up, until the next start; and when opened for reading.
    pub fn is_read_only(&self) -> bool {
        self.read_only.load(Ordering::Relaxed)
    }

    /// A statement that only reads.
    pub fn read(&self, sql: &'static str) -> Sql<'_> {
        Sql::new(sql::On::Read(self), sql)
    }

    /// One statement that writes, a transaction by itself.
    pub fn write(&self, sql: &'static str) -> Sql<'_> {
        Sql::new(sql::On::Write(self), sql)
    }

    /// A transaction that may write. On SQLite it is the only one at that time, so hold it briefly.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Tx::writing(self).await
    }

    /// A transaction that reads everything as of one moment.
    pub async fn snapshot(&self) -> Result<Tx, DbError> {
        Tx::reading(self).await
    }

    pub async fn migrate(
        &self,
        now: crate::moment::Moment,
        migrations: &[Migration],
    ) -> Result<usize, DbError> {
        migrate::migrate(self, now, migrations).await
    }

    /// Everything a server asserts when it opens a file, asked of a database that was opened in any way.
    ///
    /// # Errors
    /// The sentence that says which setting does not hold, and why it must.
    pub async fn check_settings(&self) -> Result<(), DbError> {
        match &self.pools {
            Pools::Sqlite { readers, .. } => {
                sqlite::check(readers).await.map_err(|error| self.trouble(error, None))
            }
            Pools::Postgres(_) => Ok(()),
        }
    }

    /// Reads a whole SQLite file before it is trusted: a disk that failed yesterday may have damaged it.
    /// PostgreSQL looks after its own pages.
    ///
    /// # Errors
    /// The sentence that says the file is damaged, and what to do.
    pub async fn check_whole(&self) -> Result<(), DbError> {
        let Pools::Sqlite { readers, file, .. } = &self.pools else { return Ok(()) };
        match sqlite::is_whole(readers).await.map_err(|error| self.trouble(error, None)) {
            Ok(true) => Ok(()),
            Ok(false) | Err(DbError::DiskFailing(_)) => Err(DbError::refused(format!(
                "The database {} is damaged or cannot be read: have the disk looked at, and put back the newest backup with `samenspel restore`.",
                file.display()
            ))),
            Err(error) => Err(error),
        }
    }

    /// Whether the role of this connection may do one of these things to a table, as granted or because the table is its own:
    /// `UPDATE, DELETE, TRUNCATE`. Where there are no roles it may: whoever can open an SQLite file can write anything in it.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn allows(&self, table: &str, deeds: &str) -> Result<bool, DbError> {
        match &self.pools {
            Pools::Sqlite { .. } => Ok(true),
            Pools::Postgres(pool) => {
                postgres::allows(pool, table, deeds).await.map_err(|error| self.trouble(error, None))
            }
        }
    }

    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers, .. } => {
                readers.close().await;
                if let Some(writer) = writer {
                    writer.close().await;
                }
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    /// Names an engine's error, and stops all writing when the disk is to blame.
    fn trouble(&self, error: sqlx::Error, statement: Option<&str>) -> DbError {
        let error = match (&self.pools, error) {
            // A pool with room left that gave nothing could not connect; a full one was just busy.
            (Pools::Postgres(pool), sqlx::Error::PoolTimedOut)
                if pool.size() < pool.options().get_max_connections() =>
            {
                DbError::Unreachable(Detail::new("pool", "no connection could be made in time"))
            }
            (_, error) => DbError::from_engine(error, self.engine(), statement),
        };
        if error.ends_writing()
            && self.engine() == Engine::Sqlite
            && !self.read_only.swap(true, Ordering::Relaxed)
        {
            tracing::error!(%error, "the disk fails: no more writes until a restart");
        }
        error
    }

    fn refuse_if_read_only(&self) -> Result<(), DbError> {
        if self.is_read_only() { Err(DbError::read_only()) } else { Ok(()) }
    }

    /// How often a dead connection may be met before giving up: each of the pool, once, and a fresh one.
    fn attempts(&self) -> u32 {
        match &self.pools {
            Pools::Sqlite { .. } => 1,
            Pools::Postgres(pool) => pool.size() + 1,
        }
    }
}

fn is_server(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

fn file_of(url: &str) -> Result<PathBuf, DbError> {
    let path = match url.strip_prefix("sqlite:") {
        Some(path) if path.contains('?') => {
            return Err(DbError::refused("An sqlite: address takes no settings after a question mark."));
        }
        Some(path) => path.strip_prefix("//").unwrap_or(path),
        None => url,
    };
    if path.is_empty() || path.contains(":memory:") {
        return Err(DbError::refused(
            "The database needs a file: sqlite:samenspel.db, or a server: postgres://user@host/name.",
        ));
    }
    if let Some((scheme, _)) = path.split_once("://") {
        return Err(DbError::refused(format!(
            "A database of the kind \"{scheme}\" is not known; use sqlite: or postgres:."
        )));
    }
    Ok(PathBuf::from(path))
}
