//! `export`: the map of a municipality as a file, in JSON or in tables, whole or not at all.

use std::path::{Path, PathBuf};

use clap::Args;
use directory::municipality as town;
use ground::db::Db;
use ground::id::Municipality as Code;
use ground::moment::Moment;
use opendata::export::{self, Broken, Kind};

use super::out::say;
use super::{municipality, prepare};
use crate::refusal::{Refusal, cannot};
use crate::settings::Settings;

/// What visitors may not see (secret addresses, profiles that hid themselves, names of people) is in neither file.
#[derive(Args)]
#[group(id = "file", required = true, multiple = true, args = ["hsds", "datapackage"])]
pub(super) struct Export {
    /// The code of the municipality, such as GM0363.
    #[arg(long, value_name = "CODE")]
    municipality: String,
    /// HSDS 3.0 as one JSON file.
    #[arg(long, value_name = "FILE.json")]
    hsds: Option<PathBuf>,
    /// The CSV tables of HSDS 3.0 with their datapackage.json, zipped.
    #[arg(long, value_name = "FILE.zip")]
    datapackage: Option<PathBuf>,
}

pub(super) async fn run(asked: Export, settings: &Settings) -> Result<(), Refusal> {
    let db = prepare::open(settings).await?;
    let done = both(&db, &asked).await;
    db.close().await;
    done
}

async fn both(db: &Db, asked: &Export) -> Result<(), Refusal> {
    let code = municipality::parse_code(&asked.municipality)?;
    if town::store::find(db, code).await?.is_none() {
        return Err(Refusal::new(format!(
            "{code} is not in this database: `samenspel municipality list` shows which are."
        )));
    }
    let now = Moment::now();
    if let Some(file) = &asked.hsds {
        one(db, code, now, Kind::Json, file).await?;
    }
    if let Some(file) = &asked.datapackage {
        one(db, code, now, Kind::Tables, file).await?;
    }
    Ok(())
}

async fn one(db: &Db, code: Code, now: Moment, kind: Kind, file: &Path) -> Result<(), Refusal> {
    let made = export::write(db, code, now, kind, file).await.map_err(|broken| match broken {
        Broken::Io(error) => cannot("cannot be written", file, &error),
        Broken::Trouble(trouble) => Refusal::from(trouble),
        Broken::Restless => Refusal::new("The map kept changing while it was written; try again."),
    })?;
    let (parties, offers, bytes) = (made.parties, made.offers, made.bytes);
    say(&format!("{}: {parties} parties with {offers} offers of {code}, {bytes} bytes", file.display()));
    Ok(())
}
