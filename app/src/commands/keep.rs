//! Backup, restore, and the move to another database.

use std::path::PathBuf;

use clap::Args;
use ground::db::backup::{self, Program};
use ground::db::transfer::{self, Step};
use ground::db::{Db, Options};
use ground::moment::Moment;

use super::out::say;
use super::{prepare, progress::Progress};
use crate::refusal::Refusal;
use crate::settings::{Settings, without_password};

const PROGRAM: Program = Program { version: env!("CARGO_PKG_VERSION"), migrations: migrations::ALL };

#[derive(Args)]
pub(super) struct Backup {
    /// Where to; it must not be there yet.
    file: PathBuf,
}

#[derive(Args)]
pub(super) struct Restore {
    /// The backup.
    file: PathBuf,
    /// The database that is there may be replaced. Stop the server first.
    #[arg(long)]
    replace: bool,
}

#[derive(Args)]
pub(super) struct Move {
    /// The database to carry everything to: postgres://… or sqlite:….
    #[arg(long, value_name = "URL")]
    to: String,
}

fn shown(mut progress: Progress) -> impl FnMut(transfer::Progress) + Send {
    move |at| {
        let doing = match at.step {
            Step::Copying => "copying",
            _ => "comparing",
        };
        progress.at(&format!("{doing} {}", at.table), at.done, at.total);
    }
}

pub(super) async fn backup(ask: Backup, settings: &Settings) -> Result<(), Refusal> {
    let db = prepare::open(settings).await?;
    let made = backup::write(&db, &ask.file, PROGRAM, Moment::now(), &mut shown(Progress::new())).await?;
    db.close().await;
    let rows: i64 = made.tables.iter().map(|(_, rows)| rows).sum();
    say(&format!("{} holds everything: {rows} rows of {} tables.", ask.file.display(), made.tables.len()));
    Ok(())
}

pub(super) async fn restore(ask: Restore, settings: &Settings) -> Result<(), Refusal> {
    let now = Moment::now();
    let mut progress = shown(Progress::new());
    let header =
        backup::restore(&ask.file, &settings.database, ask.replace, PROGRAM, now, &mut progress).await?;
    drop(progress);
    let rows: i64 = header.tables.iter().map(|(_, rows)| rows).sum();
    say(&format!("{rows} rows are back, as they were on {}.", header.made_at));
    Ok(())
}

pub(super) async fn move_to(ask: Move, settings: &Settings) -> Result<(), Refusal> {
    let from = prepare::open(settings).await?;
    let to = Db::open(&ask.to, Options::creating()).await?;
    let now = Moment::now();
    to.migrate(now, migrations::ALL).await?;
    let mut progress = shown(Progress::new());
    let report = transfer::copy(&from, &to, now, &mut progress).await?;
    drop(progress);
    to.close().await;
    from.close().await;
    let rows: u64 = report.tables.iter().map(|table| table.rows).sum();
    say(&format!(
        "{rows} rows of {} tables are the same on both sides. Now set database = \"{}\" in the settings and start again; the old database was not touched.",
        report.tables.len(),
        without_password(&ask.to)
    ));
    Ok(())
}
