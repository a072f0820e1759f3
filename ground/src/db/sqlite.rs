//! SQLite: one connection that writes, a few that read, and settings that are read back before use.

use std::path::Path;
use std::time::Duration;

use sqlx::pool::PoolOptions;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Sqlite};

use super::{DbError, Engine, Options, Pools};

/// What must hold in every connection, and why, for the sentence of refusal.
const SETTINGS: [(&str, &str, &str); 5] = [
    ("pragma journal_mode", "wal", "readers would wait for the writer"),
    ("pragma synchronous", "2", "an acknowledged write could be lost in a power cut"),
    ("pragma secure_delete", "1", "erased data would stay in the file"),
    ("pragma foreign_keys", "1", "rows could point at nothing"),
    ("pragma trusted_schema", "0", "a tampered file could run functions"),
];

const LOCK_PATIENCE: Duration = Duration::from_secs(5);

pub(super) async fn open(file: &Path, options: &Options) -> Result<Pools, DbError> {
    let there = file.try_exists().unwrap_or(false);
    if !there && (options.read_only || !options.create) {
        return Err(DbError::refused(format!("There is no database at {}.", file.display())));
    }
    if there && file.is_dir() {
        return Err(DbError::refused(format!("{} is a folder, not a database.", file.display())));
    }
    if !there {
        make_private(file)?;
    }
    let writer = if options.read_only {
        None
    } else {
        let pool = pool(1, options);
        let settings = common(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("journal_size_limit", "16777216")
            .create_if_missing(true);
        Some(pool.connect_with(settings).await.map_err(|error| refuse(error, file))?)
    };
    // The readers come second: the first writer makes the file a WAL file.
    let readers: SqlitePool = pool(options.connections.max(1), options)
        .connect_with(common(file).read_only(true))
        .await
        .map_err(|error| refuse(error, file))?;
    Ok(Pools::Sqlite { writer, readers, file: file.to_owned() })
}

fn common(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(LOCK_PATIENCE)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "on")
        .pragma("trusted_schema", "off")
        // 4 MiB a connection: the whole server stays small, and the system caches the file anyway.
        .pragma("cache_size", "-4096")
        .pragma("temp_store", "memory")
        .statement_cache_capacity(200)
        .row_buffer_size(64)
        .disable_statement_logging()
}

fn pool(connections: u32, options: &Options) -> PoolOptions<Sqlite> {
    PoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(options.patience)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(|connection, _| Box::pin(assert_settings(connection)))
}

async fn assert_settings(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for (pragma, wanted, else_what) in SETTINGS {
        let found = read(connection, pragma).await?;
        if !found.eq_ignore_ascii_case(wanted) {
            return Err(sqlx::Error::Configuration(
                format!("SQLite says \"{pragma}\" is {found} where it must be {wanted}: {else_what}. Nothing was opened.")
                    .into(),
            ));
        }
    }
    if read(connection, "pragma busy_timeout").await? == "0" {
        return Err(sqlx::Error::Configuration("SQLite has no busy_timeout. Nothing was opened.".into()));
    }
    Ok(())
}

async fn read(connection: &mut SqliteConnection, pragma: &'static str) -> Result<String, sqlx::Error> {
    use sqlx::{Row as _, ValueRef as _};
    let row = sqlx::query::<Sqlite>(pragma).persistent(false).fetch_one(connection).await?;
    let value = row.try_get_raw(0)?;
    Ok(if sqlx::TypeInfo::name(&*value.type_info()) == "INTEGER" {
        row.try_get::<i64, _>(0)?.to_string()
    } else {
        row.try_get::<String, _>(0)?
    })
}

/// The file is readable for its owner only; SQLite gives its companions the same rights.
fn make_private(file: &Path) -> Result<(), DbError> {
    let mut how = std::fs::OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    how.open(file).map(drop).map_err(|error| {
        DbError::refused(format!("No database can be made at {}: {}.", file.display(), error.kind()))
    })
}

fn refuse(error: sqlx::Error, file: &Path) -> DbError {
    match DbError::from_engine(error, Engine::Sqlite, None) {
        DbError::Refused(sentence) => DbError::Refused(sentence),
        other => DbError::refused(format!("The database {} cannot be opened: {other}.", file.display())),
    }
}
