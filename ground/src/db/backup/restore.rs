//! Putting a backup back: looked at first, brought to today's level beside it, and only then in its place.

use std::io::Read as _;
use std::path::Path;

use sqlx::Connection as _;

use super::super::transfer::{self, Progress, Step};
use super::super::{Db, DbError, Engine, Options, file_of, is_server};
use super::header::{self, Header};
use super::{Program, beside, clear, counts, folder, place, single};
use crate::moment::Moment;
use crate::trouble::Answer;

/// The first bytes of every SQLite file.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Puts the backup into the database at `to`: a PostgreSQL database without data, or an SQLite file, which is
/// replaced at one stroke when `replace` says so.
pub async fn restore(
    path: &Path,
    to: &str,
    replace: bool,
    program: Program,
    now: Moment,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Answer<Header> {
    let into_file = if is_server(to) { None } else { Some(file_of(to)?) };
    if let Some(file) = &into_file
        && file.exists()
        && !replace
    {
        let sentence = format!("{} is already there; say that it may be replaced.", file.display());
        return Err(DbError::refused(sentence).into());
    }
    let header = look(path, program).await?;
    let (draft, scratch) = match &into_file {
        Some(file) => (beside(file, "restoring"), None),
        None => {
            let scratch = beside(path, "restoring");
            (scratch.clone(), Some(scratch))
        }
    };
    clear(&draft);
    let mut done = drafted(path, &draft, &header, program, now, progress).await;
    if done.is_ok() {
        done = match &into_file {
            Some(file) => swap(&draft, file).await,
            None => pour(&draft, to, program, now, progress).await,
        };
    }
    if done.is_err() || scratch.is_some() {
        clear(&draft);
    }
    done?;
    Ok(header)
}

/// Reads and checks a backup without touching anything.
pub async fn look(path: &Path, program: Program) -> Answer<Header> {
    let name = path.display();
    let refused = |sentence: String| DbError::refused(sentence);
    if path.is_dir() {
        return Err(refused(format!("{name} is a folder, not a backup.")).into());
    }
    let mut magic = [0u8; 16];
    let mut file = std::fs::File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => refused(format!("There is no backup at {name}.")),
        kind => refused(format!("The backup {name} cannot be read: {kind}.")),
    })?;
    if file.read_exact(&mut magic).is_err() || &magic != MAGIC {
        return Err(refused(format!("{name} is not a backup: it is no database at all.")).into());
    }
    whole(path).await?;
    // Read-only readers need no companions: the file was left as a single one.
    let db = Db::open_file(path, &Options::reading()).await?;
    let read = header::read(&db).await;
    let counted = counts(&db).await;
    db.close().await;
    let (header, counted) = (read?, counted?);
    let known = program.migrations.last().map_or(0, |last| last.number);
    if header.level > known {
        return Err(refused(format!(
            "This backup was made by version {} (migration {}); this program is {} and knows up to {known}. \
             Use that version or a newer one; nothing was changed.",
            header.program, header.level, program.version
        ))
        .into());
    }
    if counted != header.tables {
        return Err(refused(format!("The backup {name} does not hold the rows it says it holds.")).into());
    }
    Ok(header)
}

async fn whole(path: &Path) -> Result<(), DbError> {
    let damaged = || {
        DbError::refused(format!("The backup {} is damaged or cut short. Use another one.", path.display()))
    };
    let settings = sqlx::sqlite::SqliteConnectOptions::new().filename(path).read_only(true);
    let mut connection = sqlx::ConnectOptions::connect(&settings).await.map_err(|_| damaged())?;
    let verdict: Result<Vec<String>, sqlx::Error> =
        sqlx::query_scalar("pragma integrity_check(1)").fetch_all(&mut connection).await;
    let orphans = sqlx::query("pragma foreign_key_check").fetch_all(&mut connection).await;
    drop(connection.close().await);
    match (verdict, orphans) {
        (Ok(lines), Ok(orphans)) if lines == ["ok"] && orphans.is_empty() => Ok(()),
        _ => Err(damaged()),
    }
}

/// A copy of the backup that has become an installation of today's level.
async fn drafted(
    path: &Path,
    draft: &Path,
    header: &Header,
    program: Program,
    now: Moment,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), DbError> {
    let total = header.tables.iter().map(|(_, rows)| u64::try_from(*rows).unwrap_or(0)).sum();
    let tell = |done| Progress { table: String::new(), done, total, step: Step::Copying };
    progress(tell(0));
    copy_privately(path, draft)?;
    let db = Db::open_file(draft, &Options::default()).await?;
    let mut done = header::strip(&db).await;
    if done.is_ok() {
        done = db.migrate(now, program.migrations).await.map(drop);
    }
    db.close().await;
    done?;
    drop(single(draft).await?.close().await);
    progress(tell(total));
    Ok(())
}

/// Not `std::fs::copy`: that would give the new file the rights of the backup, which anybody may read perhaps.
fn copy_privately(path: &Path, draft: &Path) -> Result<(), DbError> {
    super::super::sqlite::make_private(draft)?;
    let copied = || {
        let mut to = std::fs::OpenOptions::new().write(true).open(draft)?;
        std::io::copy(&mut std::fs::File::open(path)?, &mut to)
    };
    copied().map(drop).map_err(|error| {
        DbError::refused(format!(
            "There is no place for the restored database in {}: {}.",
            folder(draft).display(),
            error.kind()
        ))
    })
}

async fn swap(draft: &Path, file: &Path) -> Result<(), DbError> {
    if file.exists() {
        // Ends its log and fails while another program has it open, so that none keeps writing into the old file.
        match single(file).await {
            Ok(connection) => drop(connection.close().await),
            Err(DbError::Busy(_)) => {
                return Err(DbError::refused(format!(
                    "{} is in use; stop the program first. Nothing was changed.",
                    file.display()
                )));
            }
            // A damaged file is a good reason to restore; its log would only spoil the new one.
            Err(DbError::DiskFailing(_) | DbError::Other(_)) => {}
            Err(error) => return Err(error),
        }
    }
    place(draft, file)?;
    for end in ["-wal", "-shm", "-journal"] {
        drop(std::fs::remove_file(super::dashed(file, end)));
    }
    Ok(())
}

async fn pour(
    draft: &Path,
    to: &str,
    program: Program,
    now: Moment,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), DbError> {
    let target = Db::open(to, Options::default()).await?;
    debug_assert_eq!(target.engine(), Engine::Postgres);
    let poured = async {
        target.migrate(now, program.migrations).await?;
        let source = Db::open_file(draft, &Options::reading()).await?;
        let moved = transfer::copied(&source, &target, now, transfer::BATCH_ROWS, progress).await;
        source.close().await;
        moved.map(drop)
    }
    .await;
    target.close().await;
    poured
}
