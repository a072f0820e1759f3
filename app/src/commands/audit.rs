//! The trail: check it, read its six words aloud, write it out, shorten it, and hold the database's role to adding.

use std::io::Write as _;
use std::process::ExitCode;

use audit::{Papers, Root, Words, Years};
use clap::{Args, Subcommand};
use ground::moment::{Day, Moment};

use super::edit::Desk;
use super::out::{complain, say};
use crate::refusal::Refusal;
use crate::settings::Settings;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Check every line and every closed day; each fault is a sentence, and the exit code says whether there was one.
    Verify(Verify),
    /// The six words of a closed day, to be read aloud at a table. Days that are over are closed first.
    Root {
        /// The day: 2026-11-24. Yesterday when not given.
        #[arg(long)]
        day: Option<String>,
    },
    /// Write the lines of some days to standard output, one JSON object each, in the fields of Logboek dataverwerkingen.
    Export {
        /// The first day: 2026-11-01.
        #[arg(long)]
        from: String,
        /// The last day: 2026-11-30.
        #[arg(long)]
        until: String,
    },
    /// The files of roots and marks beside the database: where they are; and what to do when they are gone.
    Roots {
        /// Make the roots anew from the database. What is there goes aside, with the marks, and the trail tells of it.
        #[arg(long)]
        make_anew: bool,
    },
    /// Delete lines that are older than five years, at a closed day: first what would go, then --apply.
    Cut {
        /// Keep them longer: six years, or more.
        #[arg(long, default_value_t = audit::KEPT_YEARS)]
        years: u8,
        /// Delete them.
        #[arg(long)]
        apply: bool,
    },
    /// Print what the owner of a PostgreSQL database must say so that a role can add to the trail and not rewrite it.
    Grants {
        #[arg(long)]
        role: String,
    },
}

#[derive(Args)]
pub(super) struct Verify {
    /// A day of which somebody wrote down the words: 2026-11-24.
    #[arg(long, requires = "words")]
    day: Option<String>,
    /// The six words, between quotes; four letters of each are enough.
    #[arg(long, requires = "day")]
    words: Option<String>,
}

pub(super) async fn run(
    command: Command,
    municipality: Option<&str>,
    settings: &Settings,
) -> Result<ExitCode, Refusal> {
    if let Command::Grants { role } = &command {
        for statement in audit::grants(role).map_err(|wrong| Refusal::new(wrong.to_string()))? {
            say(&format!("{statement};"));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let (days, heard) = asked(&command)?;
    let years = years(&command)?;
    let desk = Desk::open(settings, municipality).await?;
    let papers = Papers::of(&settings.data);
    let code = match command {
        Command::Verify(_) => verify(&desk, &papers, heard).await?,
        Command::Root { .. } => root(&desk, &papers, days.map(|(day, _)| day)).await?,
        Command::Export { .. } => export(&desk, days).await?,
        Command::Roots { make_anew } => roots(&desk, &papers, make_anew).await?,
        Command::Cut { apply, .. } => cut(&desk, &papers, years, apply).await?,
        Command::Grants { .. } => ExitCode::SUCCESS,
    };
    desk.db.close().await;
    Ok(code)
}

type Days = Option<(Day, Day)>;
type Heard = Option<(Day, Words)>;

/// What was typed, before the database is opened.
fn asked(command: &Command) -> Result<(Days, Heard), Refusal> {
    match command {
        Command::Verify(Verify { day: Some(typed), words: Some(words) }) => {
            let words = Words::parse(words).map_err(|wrong| Refusal::new(wrong.to_string()))?;
            Ok((None, Some((day(typed)?, words))))
        }
        Command::Root { day: Some(typed) } => Ok((Some((day(typed)?, day(typed)?)), None)),
        Command::Export { from, until } => {
            let (first, last) = (day(from)?, day(until)?);
            if first > last {
                return Err(Refusal::new(format!("{from} is after {until}: the first day comes first.")));
            }
            Ok((Some((first, last)), None))
        }
        _ => Ok((None, None)),
    }
}

fn years(command: &Command) -> Result<Years, Refusal> {
    let Command::Cut { years, .. } = command else { return Ok(Years::default()) };
    Years::at_least(*years).ok_or_else(|| {
        Refusal::new(format!(
            "Lines are kept {} years at least, as the ledger promises; {years} is less.",
            audit::KEPT_YEARS
        ))
    })
}

fn day(typed: &str) -> Result<Day, Refusal> {
    Day::parse(typed)
        .ok_or_else(|| Refusal::new(format!("{typed:?} is no day: year, month, day, such as 2026-11-24.")))
}

async fn verify(desk: &Desk, papers: &Papers, heard: Heard) -> Result<ExitCode, Refusal> {
    let report = audit::verify(&desk.db, desk.here(), papers, heard).await?;
    for fault in &report.faults {
        complain(&fault.to_string());
    }
    if report.more > 0 {
        complain(&format!("And {} more.", report.more));
    }
    let closed = match report.last {
        Some((day, words)) => format!(
            "{}, the last {day}: {words}; {} since",
            counted(report.roots, "closed day"),
            counted(report.open, "line")
        ),
        None => "no closed day yet".to_owned(),
    };
    let gone = match report.cut {
        Some((day, lines)) => format!(" ({} up to {day} deleted before, as old)", counted(lines, "line")),
        None => String::new(),
    };
    let marked = match report.marked {
        Some((at, since)) => {
            format!(" Its end was last written down at {at}; {} since.", counted(since, "line"))
        }
        None => String::new(),
    };
    let seen = format!("{}{gone}, {closed}.{marked}", counted(report.lines, "line"));
    if !report.is_sound() {
        complain(&format!("{}: the trail is not as it was written. {seen}", desk.here()));
        return Ok(ExitCode::FAILURE);
    }
    let spoken = if heard.is_some() { " The six words are those of that day." } else { "" };
    say(&format!("{}: every line is as it was written. {seen}{spoken}", desk.here()));
    Ok(ExitCode::SUCCESS)
}

fn counted(number: impl std::fmt::Display, what: &str) -> String {
    let number = number.to_string();
    let many = if number == "1" { "" } else { "s" };
    format!("{number} {what}{many}")
}

async fn root(desk: &Desk, papers: &Papers, asked: Option<Day>) -> Result<ExitCode, Refusal> {
    audit::close(&desk.db, desk.here(), papers, Moment::now()).await?;
    let found: Option<Root> = match asked {
        Some(day) => audit::root_of(&desk.db, desk.here(), day).await?,
        None => audit::newest_root(&desk.db, desk.here()).await?,
    };
    let root = found.ok_or_else(|| {
        Refusal::new(match asked {
            Some(day) => {
                format!("{day} was not closed here: it is not over, or nothing was written before it.")
            }
            None => "No day was closed here yet: the first one is closed when it is over.".to_owned(),
        })
    })?;
    say(&format!("{} {}: {} ({})", desk.here(), root.day, root.words(), counted(root.lines, "line")));
    Ok(ExitCode::SUCCESS)
}

async fn roots(desk: &Desk, papers: &Papers, make_anew: bool) -> Result<ExitCode, Refusal> {
    let file = papers.roots(desk.here());
    if make_anew {
        let old = audit::make_roots_anew(&desk.db, desk.here(), papers, desk.now).await?;
        say(&format!("{}: {} was made anew from the database.", desk.here(), file.display()));
        if let Some(old) = old {
            say(&format!("What was there is kept as {}.", old.display()));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let there = if file.exists() { "is there" } else { "is not there" };
    let last = match audit::newest_root(&desk.db, desk.here()).await? {
        Some(root) => format!("the last closed day is {}", root.day),
        None => "no day was closed yet".to_owned(),
    };
    say(&format!("{}: {} {there}; {last}.", desk.here(), file.display()));
    Ok(ExitCode::SUCCESS)
}

async fn cut(desk: &Desk, papers: &Papers, years: Years, apply: bool) -> Result<ExitCode, Refusal> {
    let (db, here) = (&desk.db, desk.here());
    let old = if apply {
        audit::cut(db, here, papers, years, desk.now).await?
    } else {
        audit::old(db, here, papers, years, desk.now).await?
    };
    say(&match old {
        None => format!("{here}: no line is old enough to be deleted."),
        Some(old) if apply => {
            format!(
                "{here}: {} up to {} deleted; the trail tells of it.",
                counted(old.lines, "line"),
                old.day
            )
        }
        Some(old) => format!(
            "{here}: {} up to {} would be deleted; nothing was. Say --apply to delete them.",
            counted(old.lines, "line"),
            old.day
        ),
    });
    Ok(ExitCode::SUCCESS)
}

async fn export(desk: &Desk, days: Days) -> Result<ExitCode, Refusal> {
    let Some(days) = days else { return Ok(ExitCode::SUCCESS) };
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let mut written = Ok(());
    audit::export(&desk.db, desk.here(), days, |line| {
        if written.is_ok() {
            written = writeln!(out, "{line}");
        }
    })
    .await?;
    written
        .and_then(|()| out.flush())
        .map_err(|error| Refusal::new(format!("The lines could not be written: {error}.")))?;
    Ok(ExitCode::SUCCESS)
}
