//! `remind`: ask parties now whether what stands about them is still right. `mail bounced`: take back what could not be delivered.

use std::io::Read as _;

use clap::{Args, Subcommand};
use directory::alive::Stage;
use directory::alive::bounce::{self, Report};
use directory::alive::post::{Due, due_now};
use directory::municipality;
use ground::moment::Moment;

use super::{out::say, prepare};
use crate::refusal::Refusal;
use crate::serve::office;
use crate::settings::Settings;

/// A report holds one letter of ours and some lines about it.
const MOST_BYTES: u64 = 4 << 20;

#[derive(Args)]
pub(super) struct Remind {
    /// Only say who would be asked.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Read from standard input what a mail server wrote back (RFC 3464), and mark the address.
    Bounced,
}

pub(super) async fn remind(ask: Remind, settings: &Settings) -> Result<(), Refusal> {
    let db = prepare::open(settings).await?;
    let (office, now) = (office(settings), Moment::now());
    if ask.dry_run {
        for town in municipality::store::all(&db).await? {
            let due = due_now(&db, &town, &office, now).await?;
            say(&format!("{}: {} would be asked now.", town.name, due.len()));
            due.iter().for_each(|due| say(&line(due)));
        }
    } else {
        if let Err(why) = settings.post.answers().await {
            return Err(Refusal::new(format!("Nobody was mailed: the mail server does not answer ({why}).")));
        }
        let done = office.round(&db, now).await?;
        say(&format!(
            "{} mailed, {} to be called, {} came back, {} not gone yet.",
            done.sent, done.to_call, done.bounced, done.not_gone
        ));
    }
    db.close().await;
    Ok(())
}

/// Never the address: what is printed may be kept somewhere.
fn line(due: &Due) -> String {
    let why = match due.stage {
        Stage::Ageing => "ages",
        Stage::Stale => "grows stale",
        Stage::Hiding => "hides soon, or is hidden",
    };
    let how = if due.address.is_empty() { "to be called" } else { "by mail" };
    format!("  {}  {how:12}  {why:24}  {}", due.party, due.name)
}

pub(super) async fn run(command: Command, settings: &Settings) -> Result<(), Refusal> {
    let Command::Bounced = command;
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)
        .map_err(|error| Refusal::new(format!("The report cannot be read: {}.", error.kind())))?;
    let db = prepare::open(settings).await?;
    let report = bounce::take(&db, &String::from_utf8_lossy(&bytes), Moment::now()).await?;
    db.close().await;
    match report {
        Report::Marked => say("Marked: the mail to this party came back."),
        Report::NothingToDo => say("Nothing to do: it is only late, or was answered or replaced already."),
        Report::NotOurs => {
            return Err(Refusal::new(
                "This names no mail of ours: it is no report of a mail server, or of another one's mail.",
            ));
        }
    }
    Ok(())
}
