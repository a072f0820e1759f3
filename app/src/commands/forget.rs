//! `forget`: what ends by the clock, first told and then deleted.

use std::process::ExitCode;

use clap::Args;
use ground::db::Db;
use ground::moment::Moment;
use retention::{Clock, Gone, Town};

use super::out::{complain, say};
use super::prepare;
use crate::forgetting;
use crate::refusal::Refusal;
use crate::settings::Settings;

#[derive(Args)]
pub(super) struct Forget {
    /// Delete it; without this it is only told.
    #[arg(long)]
    apply: bool,
    /// You looked at the clock of this machine, and it is right: what it says counts again.
    #[arg(long)]
    clock_is_right: bool,
}

pub(super) async fn run(ask: Forget, settings: &Settings) -> Result<ExitCode, Refusal> {
    let db = prepare::open(settings).await?;
    let now = Moment::now();
    let mut refused = false;
    for town in forgetting::towns(&db).await? {
        if ask.clock_is_right {
            retention::trust(&db, town.code, now).await?;
            say(&format!("{}: the clock says {now}, and you say that it is right.", town.code));
        }
        refused |= !one(&db, town, ask.apply, now).await?;
    }
    db.close().await;
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whether what was asked could be done.
async fn one(db: &Db, town: Town, apply: bool, now: Moment) -> Result<bool, Refusal> {
    let rules = forgetting::rules();
    let (clock, found) = if apply {
        retention::apply(db, &rules, town, now).await?
    } else {
        retention::would(db, &rules, town, now).await?
    };
    for gone in &found {
        say(&format!("{}: {}", town.code, line(gone, apply)));
    }
    if !clock.is_believed() {
        complain(&format!("{}: {}.", town.code, way_on(clock)));
        return Ok(!apply);
    }
    if found.is_empty() {
        say(&format!("{}: nothing is over.", town.code));
    } else if !apply {
        say(&format!("{}: nothing was deleted. Say --apply to delete it.", town.code));
    }
    Ok(true)
}

fn line(gone: &Gone, applied: bool) -> String {
    let Gone { keep, table, rows, oldest } = gone;
    let many = if *rows == 1 { "row" } else { "rows" };
    let done = if applied { "deleted" } else { "would be deleted" };
    let oldest = oldest.map(|oldest| format!(", the oldest of {oldest}")).unwrap_or_default();
    format!("{rows} {many} of {table} ({keep}) {done}{oldest}.")
}

fn way_on(clock: Clock) -> String {
    format!(
        "{clock}. Look at the clock of this machine; when it is right, say `samenspel forget --clock-is-right`"
    )
}
