//! A backup is one SQLite file, whatever the engine: made while everything runs, checked before it is put back.

#[cfg(test)]
mod full_disk;
mod header;
mod restore;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _};

use super::catalogue::Catalogue;
use super::transfer::{self, Progress, Step};
use super::{Db, DbError, Engine, Migration, Options};
use crate::moment::Moment;
use crate::trouble::Answer;
pub use header::Header;
pub use restore::{look, restore};

/// The program that makes or reads a backup.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    pub version: &'static str,
    pub migrations: &'static [Migration],
}

/// Writes a backup of a running installation to `path`. The file appears under its name only when it is
/// whole and on the disk; until then it has another name beside it, which is cleared when anything fails.
pub async fn write(
    db: &Db,
    path: &Path,
    program: Program,
    now: Moment,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Answer<Header> {
    if path.exists() {
        return Err(DbError::refused(format!(
            "{} is already there; a backup never overwrites.",
            path.display()
        ))
        .into());
    }
    super::migrate::check(db, program.migrations).await?;
    let making = beside(path, "making");
    clear(&making);
    let made = match db.file() {
        Some(file) => vacuum(file, &making, progress).await,
        None => pour(db, &making, program, now, progress).await,
    };
    let made = match made {
        Ok(()) => header::put(&making, program, now, db.engine()).await,
        Err(error) => Err(error),
    };
    let made = made.and_then(|header| place(&making, path).map(|()| header));
    if made.is_err() {
        clear(&making);
    }
    Ok(made.map_err(|error| unwritten(path, error))?)
}

/// SQLite copies itself as of one moment, without stopping the writer.
async fn vacuum(file: &Path, to: &Path, progress: &mut (dyn FnMut(Progress) + Send)) -> Result<(), DbError> {
    let tell = |done| Progress { table: String::new(), done, total: 1, step: Step::Copying };
    progress(tell(0));
    super::sqlite::make_private(to)?;
    // A connection of its own: a full backup disk is no reason to stop writing to the database.
    let told = |error| DbError::from_engine(error, Engine::Sqlite, Some("vacuum into"));
    let settings = SqliteConnectOptions::new().filename(file).read_only(true).disable_statement_logging();
    let mut connection = settings.connect().await.map_err(told)?;
    let name = to.to_string_lossy().replace('\'', "''");
    let done = connection.execute(sqlx::raw_sql(AssertSqlSafe(format!("vacuum into '{name}'")))).await;
    drop(connection.close().await);
    done.map_err(told)?;
    progress(tell(1));
    Ok(())
}

/// PostgreSQL is moved into a new SQLite file, by the same road as any move, and compared row by row.
async fn pour(
    db: &Db,
    to: &Path,
    program: Program,
    now: Moment,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), DbError> {
    let target = Db::open_file(to, &Options::creating()).await?;
    target.migrate(now, program.migrations).await?;
    let poured = transfer::copied(db, &target, now, transfer::BATCH_ROWS, progress).await;
    target.close().await;
    poured.map(drop)
}

/// A plain connection that makes the file a single one again, without companions.
pub(super) async fn single(file: &Path) -> Result<SqliteConnection, DbError> {
    let told = |error| DbError::from_engine(error, Engine::Sqlite, None);
    let settings = SqliteConnectOptions::new().filename(file).disable_statement_logging();
    let mut connection = settings.connect().await.map_err(told)?;
    let mode: String =
        sqlx::query_scalar("pragma journal_mode = delete").fetch_one(&mut connection).await.map_err(told)?;
    if mode != "delete" {
        return Err(DbError::refused(format!(
            "{} is in use by another program; stop it first.",
            file.display()
        )));
    }
    Ok(connection)
}

/// On the disk, under its own name, and the name on the disk too.
pub(super) fn place(making: &Path, path: &Path) -> Result<(), DbError> {
    let done = || -> std::io::Result<()> {
        std::fs::File::open(making)?.sync_all()?;
        std::fs::rename(making, path)?;
        std::fs::File::open(folder(path))?.sync_all()
    };
    done().map_err(|error| match error.kind() {
        std::io::ErrorKind::StorageFull => DbError::DiskFull(super::Detail::new("io", "no space left")),
        kind => DbError::refused(format!("{} cannot be written: {kind}.", path.display())),
    })
}

pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// `backup.db` is being made as `backup.db.making`.
pub(super) fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(what);
    PathBuf::from(name)
}

pub(super) fn clear(making: &Path) {
    for file in
        [making.to_owned(), dashed(making, "-wal"), dashed(making, "-shm"), dashed(making, "-journal")]
    {
        drop(std::fs::remove_file(file));
    }
}

fn dashed(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn unwritten(path: &Path, error: DbError) -> DbError {
    match error {
        DbError::DiskFull(_) => DbError::refused(format!(
            "There is no space left for the backup {}. Nothing was kept of it; the database itself is unharmed.",
            path.display()
        )),
        DbError::DiskFailing(_) | DbError::ReadOnly(_) => DbError::refused(format!(
            "The backup {} cannot be written ({error}). Nothing was kept of it.",
            path.display()
        )),
        error => error,
    }
}

async fn counts(db: &Db) -> Result<Vec<(String, i64)>, DbError> {
    let catalogue = Catalogue::read(db).await?;
    let mut found = Vec::new();
    for (name, _) in catalogue.data_tables() {
        let rows: i64 =
            db.read("select count(*) from ").push_own(&super::catalogue::quoted(name)).scalar().await?;
        found.push((name.clone(), rows));
    }
    Ok(found)
}
