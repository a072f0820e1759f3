//! The command line: one file a group of commands, and the sentence and exit code they end with.

mod audit;
mod check;
mod edit;
mod export;
mod forget;
mod generate;
mod import;
mod keep;
mod mail;
mod municipality;
mod offer;
mod out;
mod party;
mod prepare;
mod progress;
mod serve;
mod theme;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::refusal::Refusal;
use crate::settings::{self, Settings};

#[derive(Parser)]
#[command(
    name = "samenspel",
    version,
    about = "The social map of a municipality: formal and informal help, side by side."
)]
struct Cli {
    /// The settings file; samenspel.toml here when it is there.
    #[arg(long, global = true, env = "SAMENSPEL_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages.
    Serve(serve::Serve),
    /// Serve the invented municipality Oosterwaard, with everything in it.
    Demo(serve::Demo),
    /// Bring the database up to this version, making it when there is none.
    Migrate,
    /// Look at everything that must be right: each line says ok or not ok.
    Check,
    /// Show the settings in force, without secrets.
    Settings,
    /// Write a backup while the server runs.
    Backup(keep::Backup),
    /// Put a backup back.
    Restore(keep::Restore),
    /// Carry the whole installation to another database, verified row by row; the source stays untouched.
    Move(keep::Move),
    /// The municipalities of this installation.
    Municipality {
        #[command(subcommand)]
        command: municipality::Command,
    },
    /// Parties: who there is, and what they say.
    Party {
        /// The municipality's code, when there is more than one.
        #[arg(long, global = true)]
        municipality: Option<String>,
        #[command(subcommand)]
        command: party::Command,
    },
    /// Offers of parties.
    Offer {
        /// The municipality's code, when there is more than one.
        #[arg(long, global = true)]
        municipality: Option<String>,
        #[command(subcommand)]
        command: offer::Command,
    },
    /// Themes: what help is about, as this municipality says it.
    Theme {
        /// The municipality's code, when there is more than one.
        #[arg(long, global = true)]
        municipality: Option<String>,
        #[command(subcommand)]
        command: theme::Command,
    },
    /// Ask parties, by mail, whether what stands about them is still right; the server does so by itself every hour.
    Remind(mail::Remind),
    /// What came back of the mail.
    Mail {
        #[command(subcommand)]
        command: mail::Command,
    },
    /// The trail: who looked, who changed, and whether anybody rewrote it.
    Audit {
        /// The municipality's code, when there is more than one.
        #[arg(long, global = true)]
        municipality: Option<String>,
        #[command(subcommand)]
        command: audit::Command,
    },
    /// What is over by the clock, as the ledger promises: first what would go, then --apply. The server does so by itself every hour.
    Forget(forget::Forget),
    /// Bring a file in: first a preview, then apply it.
    Import(Box<import::Import>),
    /// Write the map of a municipality, as visitors see it, to a file that others (and `import`) can read.
    Export(export::Export),
    /// Write an invented file of any size, for measuring.
    #[command(hide = true)]
    Generate(generate::Generate),
    /// Print the OpenAPI document.
    Openapi,
}

/// Runs one command line.
pub fn main(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Nothing can be said when the terminal is gone.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run(cli) {
        Ok(code) => code,
        Err(refusal) => {
            out::complain(&refusal.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<ExitCode, Refusal> {
    let settings = settings::read(cli.config.as_deref(), environment())?;
    // Anything longer than one look at the database needs the runtime; two commands do not.
    match &cli.command {
        Command::Settings => {
            out::say(settings.shown().trim_end());
            return Ok(ExitCode::SUCCESS);
        }
        Command::Generate(ask) => {
            generate::run(ask)?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::Openapi => {
            out::say(&format!("{:#}", crate::serve::document(&settings)));
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Refusal::new(format!("The program cannot start its threads: {error}.")))?;
    runtime.block_on(dispatch(cli.command, settings))
}

async fn dispatch(command: Command, settings: Settings) -> Result<ExitCode, Refusal> {
    match command {
        Command::Serve(ask) => serve::serve(ask, settings).await?,
        Command::Demo(ask) => serve::demo(ask, settings).await?,
        Command::Migrate => prepare::migrate(&settings).await?,
        Command::Check => return check::check(&settings).await,
        Command::Backup(ask) => keep::backup(ask, &settings).await?,
        Command::Restore(ask) => keep::restore(ask, &settings).await?,
        Command::Move(ask) => keep::move_to(ask, &settings).await?,
        Command::Municipality { command } => municipality::run(command, &settings).await?,
        Command::Party { municipality, command } => {
            let desk = edit::Desk::open(&settings, municipality.as_deref()).await?;
            party::run(command, &desk).await?;
            desk.db.close().await;
        }
        Command::Offer { municipality, command } => {
            let desk = edit::Desk::open(&settings, municipality.as_deref()).await?;
            offer::run(command, &desk).await?;
            desk.db.close().await;
        }
        Command::Theme { municipality, command } => {
            let desk = edit::Desk::open(&settings, municipality.as_deref()).await?;
            theme::run(command, &desk).await?;
            desk.db.close().await;
        }
        Command::Remind(ask) => mail::remind(ask, &settings).await?,
        Command::Mail { command } => mail::run(command, &settings).await?,
        Command::Audit { municipality, command } => {
            return audit::run(command, municipality.as_deref(), &settings).await;
        }
        Command::Forget(ask) => return forget::run(ask, &settings).await,
        Command::Import(ask) => import::run(*ask, &settings).await?,
        Command::Export(ask) => export::run(ask, &settings).await?,
        Command::Settings | Command::Openapi | Command::Generate(_) => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Variables that are no text cannot be ours.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}
