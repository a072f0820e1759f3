//! The files to download: the whole map, made by the house itself each day, and at once for who asks after a change.

pub mod pages;
#[cfg(test)]
mod tests;
pub mod view;

use std::path::{Path, PathBuf};
use std::time::Duration;

use directory::municipality;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;
use serde::{Deserialize, Serialize};

use crate::export::{self, Broken, Kind};

/// A file of this age is made again, also when nothing changed: it says of which day it is.
const A_DAY: Duration = Duration::from_secs(86_400);

/// This program makes one at a time: of a large map it takes a processor for seconds, and each clears away what others left.
static MAKING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Written last, when both files are in place.
const ABOUT: &str = "gemaakt.json";

/// What the page says about the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub made_at: Moment,
    pub version: i64,
    /// Until then it tells nothing that hid by itself meanwhile, and is at most a day old.
    pub good_until: Moment,
    pub parties: usize,
    pub offers: usize,
    pub json_bytes: u64,
    pub tables_bytes: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Download {
    Json,
    Tables,
}

impl Download {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Json => "hsds.json",
            Self::Tables => "datapackage.zip",
        }
    }

    pub(crate) const fn mime(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Tables => "application/zip",
        }
    }
}

fn folder_of(folder: &Path, code: Municipality) -> PathBuf {
    folder.join(code.to_string())
}

pub(crate) fn file_of(folder: &Path, code: Municipality, which: Download) -> PathBuf {
    folder_of(folder, code).join(which.name())
}

/// What was made for this municipality; none before the first time.
pub(crate) async fn about(folder: &Path, code: Municipality) -> Option<About> {
    let text = tokio::fs::read(folder_of(folder, code).join(ABOUT)).await.ok()?;
    serde_json::from_slice(&text).ok()
}

/// Makes what is missing, outdated or a day old, of every municipality; says of how many.
///
/// # Errors
/// What the database answers. A disk that takes no more is told in the log, and tried again the next time.
pub async fn refresh(db: &Db, folder: &Path, now: Moment) -> Answer<usize> {
    let mut made = 0;
    for town in municipality::store::all(db).await? {
        if good(folder, town.code, town.version, now).await.is_some() {
            continue;
        }
        match make(db, folder, town.code, now).await {
            Ok(_) => made += 1,
            Err(Broken::Trouble(trouble)) => return Err(trouble),
            Err(Broken::Io(error)) => {
                tracing::warn!(kind = %error.kind(), "the open data could not be written, and is tried again");
            }
            Err(Broken::Restless) => tracing::warn!("the map kept changing: the open data is tried again"),
        }
    }
    Ok(made)
}

/// What there is of the map as it is now. Who asks first after a change waits while it is made, so that what was taken off the
/// map is in no file from then on.
///
/// # Errors
/// [`Broken`]: then there is nothing to give, because what there is tells what should not be told any more.
pub(crate) async fn current(
    db: &Db,
    folder: &Path,
    code: Municipality,
    now: Moment,
) -> Result<About, Broken> {
    if let Some(about) = about_now(db, folder, code, now).await? {
        return Ok(about);
    }
    let _turn = MAKING.lock().await;
    match about_now(db, folder, code, now).await? {
        Some(about) => Ok(about),
        None => make_here(db, folder, code, now).await,
    }
}

async fn about_now(db: &Db, folder: &Path, code: Municipality, now: Moment) -> Answer<Option<About>> {
    let version = municipality::store::version(db, code).await?;
    Ok(good(folder, code, version, now).await)
}

/// What there is, when both files are there and tell what the map tells now.
async fn good(folder: &Path, code: Municipality, version: i64, now: Moment) -> Option<About> {
    let about = about(folder, code).await?;
    let there = [Download::Json, Download::Tables].map(|which| file_of(folder, code, which).exists());
    let true_now = about.version == version && about.made_at <= now && now < about.good_until;
    (true_now && there == [true, true]).then_some(about)
}

/// Both files anew, each in its place when it is whole.
///
/// # Errors
/// [`Broken`]; then the files are those of before.
pub async fn make(db: &Db, folder: &Path, code: Municipality, now: Moment) -> Result<About, Broken> {
    let _turn = MAKING.lock().await;
    make_here(db, folder, code, now).await
}

async fn make_here(db: &Db, folder: &Path, code: Municipality, now: Moment) -> Result<About, Broken> {
    let here = folder_of(folder, code);
    tokio::fs::create_dir_all(&here).await?;
    sweep(&here).await?;
    let json = export::write(db, code, now, Kind::Json, &file_of(folder, code, Download::Json)).await?;
    let tables = export::write(db, code, now, Kind::Tables, &file_of(folder, code, Download::Tables)).await?;
    let hides = [json.first_hides, tables.first_hides].into_iter().flatten();
    let about = About {
        made_at: now,
        good_until: hides.chain([now.plus(A_DAY)]).min().unwrap_or(now),
        // Of the older of the two, so that a change between them is seen.
        version: json.version.min(tables.version),
        parties: json.parties,
        offers: json.offers,
        json_bytes: json.bytes,
        tables_bytes: tables.bytes,
    };
    let making = tempfile::NamedTempFile::new_in(&here)?;
    serde_json::to_writer(&making, &about)?;
    making.persist(here.join(ABOUT)).map_err(|error| Broken::Io(error.error))?;
    Ok(about)
}

/// What a killed program left half made.
async fn sweep(here: &Path) -> std::io::Result<()> {
    let mut entries = tokio::fs::read_dir(here).await?;
    while let Some(entry) = entries.next_entry().await? {
        if entry.file_name().to_string_lossy().starts_with(".tmp") {
            tokio::fs::remove_file(entry.path()).await?;
        }
    }
    Ok(())
}
