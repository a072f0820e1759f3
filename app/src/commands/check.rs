//! `check`: everything that must be right for this installation, a line each.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use ground::db::{Db, Engine, Options, migrate};
use ground::moment::Moment;
use retention::Clock;

use super::out::say;
use super::prepare::{self, file_of};
use crate::refusal::Refusal;
use crate::settings::{Settings, without_password};

/// Below this the next backup or import may not fit.
const ROOM_MIB: u64 = 500;
const AHEAD: Duration = Duration::from_secs(24 * 3600);

struct Lines {
    wrong: bool,
}

impl Lines {
    fn line(&mut self, what: &str, judged: Result<String, String>) {
        let (mark, sentence) = match judged {
            Ok(sentence) => ("ok    ", sentence),
            Err(sentence) => {
                self.wrong = true;
                ("NOT OK", sentence)
            }
        };
        say(&format!("{mark}  {what}: {sentence}"));
    }
}

pub(super) async fn check(settings: &Settings) -> Result<ExitCode, Refusal> {
    let mut lines = Lines { wrong: false };
    lines.line("settings", Ok("read and fit".to_owned()));
    lines.line(
        "operator key",
        match settings.operator {
            Some(_) => Ok("set".to_owned()),
            None => Err("no operator_token is set, so nobody can sign in to the desk".to_owned()),
        },
    );
    let data = prepare::folder(&settings.data);
    lines.line("data folder", data.map(|()| "can be written in".to_owned()).map_err(|no| no.to_string()));
    lines.line("free disk", free(&settings.data));
    if let Some(file) = file_of(&settings.database) {
        lines.line("file rights", rights(&file));
    }
    lines.line("mail", settings.post.answers().await);
    match Db::open(&settings.database, Options::reading()).await {
        Ok(db) => {
            let engine = match db.engine() {
                Engine::Sqlite => {
                    "WAL, synchronous FULL, secure_delete, foreign keys, no trusted schema: as they must be"
                }
                Engine::Postgres => "answers, version 15 or newer",
            };
            let settings_hold = db.check_settings().await.map(|()| format!("{} {engine}", db.engine()));
            lines.line("database", settings_hold.map_err(|no| no.to_string()));
            let whole = db.check_whole().await.map(|()| "read from end to end".to_owned());
            lines.line("damage", whole.map_err(|no| no.to_string()));
            let level = migrate::check(&db, migrations::ALL).await;
            let right = level.is_ok();
            lines.line("migrations", level.map(|()| "up to date".to_owned()).map_err(|no| no.to_string()));
            if right {
                lines.line("clock", clock(&db).await);
                lines.line("trail", trail(&db).await);
                lines.line("forgetting", forgetting(&db).await);
                lines.line("municipality", municipality(&db, settings).await);
            }
            db.close().await;
        }
        Err(error) => lines.line(
            "database",
            Err(format!("{} ({})", Refusal::from(error), without_password(&settings.database))),
        ),
    }
    Ok(if lines.wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Asked of `df`, which every Debian has: the standard library has no word for it.
fn free(path: &Path) -> Result<String, String> {
    let asked = std::process::Command::new("df").args(["-Pk", "--"]).arg(path).output();
    let text = asked.map_err(|_| "`df` is not here to ask".to_owned())?.stdout;
    let text = String::from_utf8_lossy(&text);
    let kib = text.lines().nth(1).and_then(|line| line.split_whitespace().nth(3)?.parse::<u64>().ok());
    match kib.map(|kib| kib / 1024) {
        Some(mib) if mib < ROOM_MIB => {
            Err(format!("{mib} MiB left; {ROOM_MIB} are needed for a backup or import"))
        }
        Some(mib) => Ok(format!("{mib} MiB")),
        None => Err("`df` gave no answer".to_owned()),
    }
}

fn rights(file: &Path) -> Result<String, String> {
    let Ok(about) = std::fs::metadata(file) else {
        return Err(format!("there is no database at {}; `samenspel migrate` makes one", file.display()));
    };
    match about.permissions().mode() & 0o077 {
        0 => Ok("only its owner can read the database".to_owned()),
        _ => Err(format!("others on this machine can read {0}: run `chmod 600 {0}`", file.display())),
    }
}

/// Whether what is over goes: a clock that leapt stops it until somebody looked.
async fn forgetting(db: &Db) -> Result<String, String> {
    let said = |no| Refusal::from(no).to_string();
    for town in crate::forgetting::towns(db).await.map_err(said)? {
        let clock = retention::look(db, town.code, Moment::now()).await.map_err(said)?;
        if matches!(clock, Clock::Ahead { .. } | Clock::Behind { .. }) {
            return Err(format!("{}: {clock}: see `samenspel forget`", town.code));
        }
    }
    Ok("what is over goes every hour".to_owned())
}

/// Whether the role with which the program comes to the database can rewrite what was written down of it.
pub(super) async fn trail(db: &Db) -> Result<String, String> {
    if db.engine() == Engine::Sqlite {
        return Ok("SQLite knows no roles: whoever can write in its file can rewrite the trail, and `samenspel audit verify` and the six words show it".to_owned());
    }
    match audit::only_adds(db).await {
        Ok(true) => Ok("this role of the database adds lines, and can change or delete none".to_owned()),
        Ok(false) => Err("this role of the database can change and delete lines: let the server come with another one, to which the owner gives what `samenspel audit grants --role NAME` prints".to_owned()),
        Err(no) => Err(Refusal::from(no).to_string()),
    }
}

/// A clock that is behind what was already written would age, hide and erase at the wrong moment.
async fn clock(db: &Db) -> Result<String, String> {
    let now = Moment::now();
    let last = directory::municipality::store::last_change(db).await;
    let last = last.map_err(|no| Refusal::from(no).to_string())?;
    if let Some(last) = last.filter(|last| *last > now.plus(Duration::from_secs(60))) {
        return Err(format!("it says {now}, and the database was changed at {last}: set the clock"));
    }
    let touched = db.file().and_then(|file| std::fs::metadata(file).ok()?.modified().ok());
    let micros = touched.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    let touched = micros.and_then(|since| i64::try_from(since.as_micros()).ok()).map(Moment::from_micros);
    match touched.filter(|touched| *touched > now.plus(AHEAD)) {
        Some(touched) => Err(format!("it says {now}, and the database file is of {touched}: set the clock")),
        None => Ok(now.to_string()),
    }
}

async fn municipality(db: &Db, settings: &Settings) -> Result<String, String> {
    let towns = directory::municipality::store::all(db).await.map_err(|no| Refusal::from(no).to_string())?;
    match settings.municipality {
        Some(code) if !towns.iter().any(|town| town.code == code) => {
            Err(format!("the settings name {code}, which is not in the database"))
        }
        _ if towns.is_empty() => Err("none yet: `samenspel municipality add GM0405 Hoorn`".to_owned()),
        _ => Ok(match towns.len() {
            1 => "1 is here".to_owned(),
            n => format!("{n} are here"),
        }),
    }
}
