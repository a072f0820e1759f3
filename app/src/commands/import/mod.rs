//! `import`: a preview first, in a table and with a reason for each line that was not taken; then, with --apply, the map.

mod areas;
mod postcodes;
mod show;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use access::Permit;
use clap::{Args, Subcommand};
use directory::import::about::About;
use directory::import::read::BUILT_IN;
use directory::import::store::State;
use directory::import::{self, Ask, Ended, Input, words};
use directory::municipality;
use directory::wording::Name;
use ground::db::Db;
use ground::id::Municipality as Code;
use ground::moment::{Day, Moment};

use super::out::say;
use super::{municipality as towns, prepare};
use crate::refusal::{Refusal, cannot};
use crate::settings::Settings;

/// Without --apply this only shows what would change. Exit code 0: shown, applied, or nothing to change; 1: not possible,
/// and the sentence says why; 2: typed wrong.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Import {
    #[command(subcommand)]
    command: Option<Command>,
    // Beside it and not in it: what may be there or not as a whole has no such parts of its own in this library.
    #[command(flatten)]
    parties: Option<Parties>,
    #[command(flatten)]
    usual: Usual,
}

/// Parties and offers.
#[derive(Args)]
struct Parties {
    /// A file (HSDS JSON, CSV, GeoJSON, zip) or a folder of HSDS tables.
    path: PathBuf,
    /// The code of the municipality, such as GM0363.
    #[arg(long, value_name = "CODE")]
    municipality: String,
    /// Whose data it is. The same name next time means: compare with what it brought before.
    #[arg(long, value_name = "NAME")]
    source: String,
    /// Under which licence the data may be used, such as CC0 1.0.
    #[arg(long, value_name = "TEXT")]
    licence: String,
    /// Where the source is found on the web.
    #[arg(long, value_name = "ADDRESS")]
    web: Option<String>,
    /// For plain CSV and GeoJSON: a mapping file, or the name of one that comes with the program.
    #[arg(long, value_name = "FILE or NAME")]
    mapping: Option<String>,
    /// formal or informal, for parties whose file does not say.
    #[arg(long, value_name = "WORLD", default_value = "formal")]
    sphere: String,
}

/// What is asked of every file.
#[derive(Args)]
struct Usual {
    /// The date of the data: 2026-11-25.
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
    /// Put it on the map; otherwise only show what would change.
    #[arg(long)]
    apply: bool,
    /// How many lines to show of each reason, or "all".
    #[arg(long, value_name = "NUMBER", default_value = "5")]
    lines: String,
}

impl Usual {
    /// How many lines of each reason; none means all.
    fn most(&self) -> Result<Option<usize>, Refusal> {
        if self.lines == "all" {
            return Ok(None);
        }
        let number = self.lines.parse();
        number
            .map(Some)
            .map_err(|_| Refusal::new(format!("--lines is a number or \"all\", not {:?}.", self.lines)))
    }
}

/// Of what the national statistics publish, unless somebody says otherwise.
#[derive(Args)]
struct Published {
    /// Whose data it is.
    #[arg(long, value_name = "NAME", default_value = "CBS")]
    source: String,
    /// Under which licence the data may be used.
    #[arg(long, value_name = "TEXT", default_value = "CC BY 4.0")]
    licence: String,
    #[command(flatten)]
    usual: Usual,
}

impl Published {
    fn about(&self) -> Result<About, Refusal> {
        about(&self.source, &self.licence, None, self.usual.dated.as_deref())
    }
}

#[derive(Subcommand)]
enum Command {
    /// Areas (wijken and buurten) from GeoJSON.
    Areas(areas::Ask),
    /// Key figures of areas from CSV.
    Figures(areas::Ask),
    /// Where the middle of each postcode of four digits lies, from GeoJSON or CSV.
    Postcodes(postcodes::Ask),
    /// What was imported, newest first.
    List {
        /// The code of the municipality.
        #[arg(long, value_name = "CODE")]
        municipality: String,
    },
}

pub(super) async fn run(asked: Import, settings: &Settings) -> Result<(), Refusal> {
    let db = prepare::open(settings).await?;
    let done = match (asked.command, asked.parties) {
        (Some(Command::Areas(ask)), _) => areas::areas(&db, ask).await,
        (Some(Command::Figures(ask)), _) => areas::figures(&db, ask).await,
        (Some(Command::Postcodes(ask)), _) => postcodes::postcodes(&db, ask).await,
        (Some(Command::List { municipality }), _) => list(&db, towns::parse_code(&municipality)?).await,
        (None, Some(parties)) => bring(&db, &parties, &asked.usual).await,
        (None, None) => {
            Err(Refusal::new("Name a file or a folder to import; `samenspel import --help` tells how."))
        }
    };
    db.close().await;
    done
}

async fn bring(db: &Db, asked: &Parties, usual: &Usual) -> Result<(), Refusal> {
    let code = towns::parse_code(&asked.municipality)?;
    if municipality::store::find(db, code).await?.is_none() {
        return Err(Refusal::new(format!(
            "{code} is not here yet: `samenspel municipality add {code} NAME` adds it, or import its areas first."
        )));
    }
    let most = usual.most()?;
    let ask = ask(asked, usual)?;
    let input = || Input::at(&asked.path).map_err(|error| cannot("cannot be read", &asked.path, &error));
    let permit = Permit::at_the_machine(code);
    let now = Moment::now();
    let progress = Progress::default();
    let ended = if usual.apply {
        import::apply(db, &permit, &ask, input()?, None, now, &|done| progress.at(done)).await?
    } else {
        let seen = import::preview(db, &permit, &ask, input()?, now, &|done| progress.at(done)).await?;
        progress.end();
        let report = seen.map_err(|why| refuse(&why))?;
        say(&format!("What {} would change in {code} (nothing was written):", ask.file));
        show::report(&report, most);
        say("Run the same with --apply to put it on the map.");
        return Ok(());
    };
    progress.end();
    match ended {
        Ended::Applied(report) => {
            show::report(&report, most);
            say(&format!("applied {} {code} {}", ask.about.source, now));
            Ok(())
        }
        Ended::Idle(report) => {
            show::report(&report, most);
            say("Nothing on the map would change, so nothing was written.");
            Ok(())
        }
        Ended::Unreadable(why) => Err(refuse(&why)),
        // Both belong to an upload that waited, which a command has not.
        Ended::Outdated(_) | Ended::Already => {
            Err(Refusal::new("The map changed in the meantime; run it again."))
        }
    }
}

fn refuse(why: &import::read::Unreadable) -> Refusal {
    Refusal::new(format!("{} Nothing was written.", words::unreadable(ui::Lang::En, why)))
}

fn ask(asked: &Parties, usual: &Usual) -> Result<Ask, Refusal> {
    if !matches!(asked.sphere.as_str(), "formal" | "informal") {
        return Err(Refusal::new("--sphere is formal or informal."));
    }
    let file = asked.path.file_name().unwrap_or(asked.path.as_os_str()).to_string_lossy().into_owned();
    let mapping = match asked.mapping.as_deref() {
        Some(name) if !BUILT_IN.iter().any(|(known, _)| *known == name) => Some(mapping(Path::new(name))?),
        known => known.map(str::to_owned),
    };
    Ok(Ask {
        about: about(&asked.source, &asked.licence, asked.web.as_deref(), usual.dated.as_deref())?,
        file,
        sphere: Some(asked.sphere.clone()),
        mapping,
    })
}

fn mapping(path: &Path) -> Result<String, Refusal> {
    let known: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
    std::fs::read_to_string(path).map_err(|error| {
        let refusal = cannot("cannot be read as a mapping", path, &error);
        Refusal::new(format!("{refusal} Mappings that come with the program: {}.", known.join(", ")))
    })
}

fn about(source: &str, licence: &str, web: Option<&str>, dated: Option<&str>) -> Result<About, Refusal> {
    let name = |flag: &str, text: &str| {
        Name::parse(text).map_err(|unfit| Refusal::new(format!("{flag} does not fit: {unfit}.")))
    };
    let dated =
        match dated {
            None => None,
            Some(typed) => Some(Day::parse(typed).ok_or_else(|| {
                Refusal::new(format!("--dated is a date such as 2026-11-25, not {typed:?}."))
            })?),
        };
    let web = match web {
        None => None,
        Some(typed) => Some(
            directory::wording::Line::parse(typed)
                .map_err(|unfit| Refusal::new(format!("--web does not fit: {unfit}.")))?,
        ),
    };
    Ok(About { source: name("--source", source)?, licence: name("--licence", licence)?, web, dated })
}

fn unreadable(file: &Path, why: &str) -> Refusal {
    Refusal::new(format!("{}: {why}", file.display()))
}

async fn list(db: &Db, code: Code) -> Result<(), Refusal> {
    let imports = import::store::latest(db, code, 100).await?;
    if imports.is_empty() {
        say(&format!("Nothing was imported into {code} yet."));
    }
    for it in imports {
        let state = match it.state {
            State::Applied => "applied",
            State::Staged | State::Previewed => "waiting",
            State::Failed => "failed",
        };
        let when = it.applied_at.unwrap_or(it.created_at).day();
        say(&format!(
            "{when}  {state:<8}  new {}, changed {}, gone {}, kept {}, left out {}, refused {}  {} ({})",
            it.counts.added,
            it.counts.changed,
            it.counts.gone,
            it.counts.kept,
            it.left_out,
            it.refused,
            it.ask.about.source,
            it.ask.file
        ));
    }
    Ok(())
}

/// Says now and then how many records were looked at; how many there are is only known at the end.
#[derive(Default)]
struct Progress {
    said: AtomicUsize,
}

impl Progress {
    fn at(&self, done: usize) {
        let terminal = std::io::stderr().is_terminal();
        let step = if terminal { 1_000 } else { 20_000 };
        if done / step == self.said.load(Ordering::Relaxed) / step {
            return;
        }
        self.said.store(done, Ordering::Relaxed);
        let mut err = std::io::stderr().lock();
        // Progress nobody can read is no reason to stop.
        let _ =
            if terminal { write!(err, "\r\x1b[2K{done} records") } else { writeln!(err, "{done} records") };
        let _ = err.flush();
    }

    fn end(&self) {
        if self.said.load(Ordering::Relaxed) > 0 && std::io::stderr().is_terminal() {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[2K");
        }
    }
}
