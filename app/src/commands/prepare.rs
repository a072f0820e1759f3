//! Before a command works: the data folder, the database, the log.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use ground::db::{Db, Options, migrate as level};
use ground::moment::Moment;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use super::out::say;
use crate::refusal::{Refusal, cannot};
use crate::settings::{LogFormat, Settings};

/// The SQLite file of a database address, when it is one.
pub(super) fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

/// Makes a folder for this user only, and proves that it can be written in.
pub(super) fn folder(path: &Path) -> Result<(), Refusal> {
    let mut make = std::fs::DirBuilder::new();
    make.recursive(true);
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(path).map_err(|error| cannot("cannot be made", path, &error))?;
    let probe = path.join(format!(".samenspel-{}", std::process::id()));
    let written = std::fs::File::create(&probe)
        .and_then(|mut file| file.write_all(&[0; 4096]).and_then(|()| file.sync_all()));
    // Gone or never there: either is fine.
    let _ = std::fs::remove_file(&probe);
    written.map_err(|error| cannot("cannot be written in", path, &error))
}

fn folders(settings: &Settings) -> Result<(), Refusal> {
    folder(&settings.data)?;
    match file_of(&settings.database).as_deref().and_then(Path::parent) {
        Some(parent) if !parent.as_os_str().is_empty() => folder(parent),
        _ => Ok(()),
    }
}

/// Opens the database as it is; it must be at this program's level.
pub(super) async fn open(settings: &Settings) -> Result<Db, Refusal> {
    folders(settings)?;
    if let Some(file) = file_of(&settings.database).filter(|file| !file.exists()) {
        return Err(Refusal::new(format!(
            "There is no database at {}: `samenspel migrate` makes one, `samenspel demo` shows an invented municipality.",
            file.display()
        )));
    }
    let db = Db::open(&settings.database, Options::default()).await?;
    if let Err(error) = level::check(&db, migrations::ALL).await {
        let reached = level::level(&db).await.unwrap_or(0);
        let known = migrations::ALL.last().map_or(0, |last| last.number);
        return Err(if reached < known {
            Refusal::new(
                "The database is older than this program: make a backup, then run `samenspel migrate`.",
            )
        } else {
            error.into()
        });
    }
    Ok(db)
}

/// Makes or updates the database.
pub(super) async fn migrate(settings: &Settings) -> Result<(), Refusal> {
    folders(settings)?;
    let db = Db::open(&settings.database, Options::creating()).await?;
    let count = db.migrate(Moment::now(), migrations::ALL).await?;
    db.close().await;
    say(&match count {
        0 => "The database is up to date.".to_owned(),
        1 => "1 migration was applied; the database is up to date.".to_owned(),
        n => format!("{n} migrations were applied; the database is up to date."),
    });
    Ok(())
}

/// The log goes to standard output; a panic becomes a line with its place and without what it said.
pub(super) fn log(settings: &Settings) {
    // What a key answers is somebody's own: its library would write it down. What matters of it we say ourselves.
    let loud = Targets::new()
        .with_default(LevelFilter::from_level(settings.log_level))
        .with_targets(["webauthn_rs", "webauthn_rs_core"].map(|quiet| (quiet, LevelFilter::OFF)));
    let lines =
        tracing_subscriber::fmt::layer().with_target(false).with_ansi(std::io::stdout().is_terminal());
    let lines = match settings.log_format {
        LogFormat::Text => lines.compact().boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    // A second start in one process (tests) keeps the first log.
    let _ = tracing_subscriber::registry().with(lines.with_filter(loud)).try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
