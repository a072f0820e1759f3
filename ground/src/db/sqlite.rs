//! SQLite: one connection that writes, a few that read, and settings that are read back before use.

use std::path::Path;

use sqlx::pool::PoolOptions;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection as _, Sqlite};

use super::{DbError, Engine, Options, Pools};

/// What must hold in every connection, and why, for the sentence of refusal.
static SETTINGS: [Setting; 5] = [
    ("pragma journal_mode", "wal", "readers would wait for the writer"),
    ("pragma synchronous", "2", "an acknowledged write could be lost in a power cut"),
    ("pragma secure_delete", "1", "erased data would stay in the file"),
    ("pragma foreign_keys", "1", "rows could point at nothing"),
    ("pragma trusted_schema", "0", "a tampered file could run functions"),
];

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
        let settings = writing(file, options).create_if_missing(true);
        checked(&settings, &SETTINGS).await.map_err(|error| refuse(error, file))?;
        Some(pool.connect_with(settings).await.map_err(|error| refuse(error, file))?)
    };
    // The readers come second: the first writer makes the file a WAL file.
    let settings = common(file, options).read_only(true);
    checked(&settings, needed(options)).await.map_err(|error| refuse(error, file))?;
    let readers: SqlitePool = pool(options.connections.max(2), options)
        .connect_with(settings)
        .await
        .map_err(|error| refuse(error, file))?;
    Ok(Pools::Sqlite { writer, readers, file: file.to_owned() })
}

fn writing(file: &Path, options: &Options) -> SqliteConnectOptions {
    common(file, options).journal_mode(SqliteJournalMode::Wal).pragma("journal_size_limit", "16777216")
}

fn common(file: &Path, options: &Options) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(options.patience)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "on")
        .pragma("trusted_schema", "off")
        // 4 MiB a connection: the whole server stays small, and the system caches the file anyway.
        .pragma("cache_size", "-4096")
        .pragma("temp_store", "memory")
        .statement_cache_capacity(200)
        // A list of two hundred goes over at once: its reader is woken once and not at every row.
        .row_buffer_size(256)
        .disable_statement_logging()
}

type Setting = (&'static str, &'static str, &'static str);

/// A file that nobody writes (a backup) may lack a log; then no reader waits for anyone.
fn needed(options: &Options) -> &'static [Setting] {
    if options.read_only { SETTINGS.get(1..).unwrap_or(&SETTINGS) } else { &SETTINGS }
}

/// One connection outside the pool, for a pool keeps trying and swallows the sentence.
async fn checked(settings: &SqliteConnectOptions, needed: &[Setting]) -> Result<(), sqlx::Error> {
    let mut connection = settings.connect().await?;
    let verdict = assert_settings(&mut connection, needed).await;
    connection.close().await?;
    verdict
}

/// Whether a file that nobody opened to write in is what a server would accept.
pub(super) async fn check(readers: &SqlitePool) -> Result<(), sqlx::Error> {
    assert_settings(&mut *readers.acquire().await?, &SETTINGS).await
}

/// Reads the whole file.
pub(super) async fn is_whole(readers: &SqlitePool) -> Result<bool, sqlx::Error> {
    let told: String = sqlx::query_scalar("pragma quick_check(1)").fetch_one(readers).await?;
    Ok(told == "ok")
}

/// What the program would be if it did not wait for the disk: the control of the crash images. No setting leads here.
#[cfg(any(test, feature = "testing"))]
pub(super) async fn forgetful(file: &Path) -> Result<Pools, sqlx::Error> {
    let options = Options::default();
    let writer = writing(file, &options).synchronous(SqliteSynchronous::Normal);
    let writer = PoolOptions::new().max_connections(1).connect_with(writer).await?;
    let readers = common(file, &options).synchronous(SqliteSynchronous::Normal).read_only(true);
    let readers = PoolOptions::new().max_connections(options.connections).connect_with(readers).await?;
    Ok(Pools::Sqlite { writer: Some(writer), readers, file: file.to_owned() })
}

fn pool(connections: u32, options: &Options) -> PoolOptions<Sqlite> {
    let needed = needed(options);
    PoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(options.patience)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| Box::pin(assert_settings(connection, needed)))
}

async fn assert_settings(connection: &mut SqliteConnection, needed: &[Setting]) -> Result<(), sqlx::Error> {
    for (pragma, wanted, else_what) in needed.iter().copied() {
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
pub(super) fn make_private(file: &Path) -> Result<(), DbError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[tokio::test]
    async fn a_connection_with_any_other_setting_is_refused_with_its_reason() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.db");
        Db::open(&file.display().to_string(), Options::creating()).await.unwrap().close().await;
        let wrong = [
            ("synchronous", "normal", "power cut"),
            ("secure_delete", "off", "erased data"),
            ("foreign_keys", "off", "point at nothing"),
            ("trusted_schema", "on", "run functions"),
            // Last, for it is the one setting that stays with the file.
            ("journal_mode", "delete", "wait for the writer"),
        ];
        for (setting, value, reason) in wrong {
            let other = common(&file, &Options::default()).pragma(setting, value);
            let error = checked(&other, &SETTINGS).await.unwrap_err();
            let sentence = DbError::from_engine(error, Engine::Sqlite, None).to_string();
            assert!(sentence.contains(setting) && sentence.contains(reason), "{sentence}");
        }
        let impatient = common(&file, &Options::default()).busy_timeout(std::time::Duration::ZERO);
        assert!(checked(&impatient, &SETTINGS).await.is_err());
    }

    #[tokio::test]
    async fn a_file_without_a_log_is_found_by_who_only_looks() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.db").display().to_string();
        Db::open(&file, Options::creating()).await.unwrap().close().await;
        let looking = Db::open(&file, Options::reading()).await.unwrap();
        looking.check_settings().await.unwrap();
        looking.close().await;
        let other = common(Path::new(&file), &Options::default()).journal_mode(SqliteJournalMode::Delete);
        other.connect().await.unwrap().close().await.unwrap();
        let looking = Db::open(&file, Options::reading()).await.unwrap();
        let sentence = looking.check_settings().await.unwrap_err().to_string();
        assert!(sentence.contains("\"pragma journal_mode\" is delete where it must be wal"), "{sentence}");
    }

    #[tokio::test]
    async fn a_damaged_file_is_found_before_it_is_trusted() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.db");
        let db = Db::open(&file.display().to_string(), Options::creating()).await.unwrap();
        db.write("create table a (b text not null)").execute().await.unwrap();
        for _ in 0..100 {
            db.write("insert into a (b) values ($1)").bind("b".repeat(1_000)).execute().await.unwrap();
        }
        db.check_whole().await.unwrap();
        db.close().await;
        let mut bytes = std::fs::read(&file).unwrap();
        let middle = bytes.len() / 8_192 * 4_096;
        bytes[middle..middle + 4_096].fill(7);
        std::fs::write(&file, bytes).unwrap();
        let db = Db::open(&file.display().to_string(), Options::default()).await.unwrap();
        let sentence = db.check_whole().await.unwrap_err().to_string();
        assert!(sentence.contains("is damaged or cannot be read"), "{sentence}");
    }

    #[tokio::test]
    async fn a_new_file_is_for_its_owner_only_and_a_missing_one_is_not_made_by_accident() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.db");
        let url = format!("sqlite:{}", file.display());
        let missing = Db::open(&url, Options::default()).await.unwrap_err();
        assert!(missing.to_string().starts_with("There is no database at"), "{missing}");
        let db = Db::open(&url, Options::creating()).await.unwrap();
        for entry in std::fs::read_dir(dir.path()).unwrap() {
            let entry = entry.unwrap();
            let rights = std::os::unix::fs::PermissionsExt::mode(&entry.metadata().unwrap().permissions());
            assert_eq!(rights & 0o077, 0, "{:?}", entry.file_name());
        }
        db.close().await;
        let folder =
            Db::open(&format!("sqlite:{}", dir.path().display()), Options::default()).await.unwrap_err();
        assert!(folder.to_string().contains("is a folder"), "{folder}");
        for nonsense in ["sqlite::memory:", "sqlite:", "mysql://here/db"] {
            assert!(
                matches!(Db::open(nonsense, Options::creating()).await, Err(DbError::Refused(_))),
                "{nonsense}"
            );
        }
        std::fs::write(&file, b"not a database at all, but long enough to be looked at as a header of one hundred bytes: it is text").unwrap();
        let text = Db::open(&url, Options::default()).await.unwrap_err();
        assert!(text.to_string().contains("not a database"), "{text}");
    }
}
