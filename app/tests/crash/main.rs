//! An import killed at any moment leaves the database whole: entirely before, or entirely after.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test should fail loudly"
)]

mod file;
mod forgetting;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ground::db::testing::{Fresh, each};
use ground::db::{Db, Engine, Options};

const PARTIES: usize = 300;
const OFFERS: usize = 900;

/// How often to kill on each engine; both this and the seed of the moments can be given, to repeat a run.
fn times(usual: u32) -> u32 {
    number("SAMENSPEL_CRASHES").and_then(|times| times.try_into().ok()).unwrap_or(usual)
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The next of a row of numbers that looks like chance and is the same every time (xorshift).
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

fn program(fresh: &Fresh, data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samenspel"));
    command.env("SAMENSPEL_DATABASE", fresh.url()).env("SAMENSPEL_DATA", data);
    command
}

fn import(fresh: &Fresh, data: &Path, file: &Path) -> Command {
    let mut command = program(fresh, data);
    command.arg("import").arg(file).args([
        "--municipality",
        "GM9902",
        "--source",
        "Proef",
        "--licence",
        "CC0",
        "--apply",
        "--lines",
        "0",
    ]);
    command
}

/// What the map says, as far as an import can have changed it.
#[derive(Debug, PartialEq, Eq)]
struct Map {
    version: i64,
    applied: i64,
    /// Parties, places, offers of each edition: its number is in the texts.
    edition: Vec<(String, i64)>,
    offers: Vec<(String, i64)>,
    sources: i64,
}

async fn map(db: &Db) -> Map {
    let number = async |sql| db.read(sql).scalar::<i64>().await.unwrap();
    let parties = "select summary, count(*) from directory_party group by summary order by summary";
    let offers = "select summary, count(*) from directory_offer group by summary order by summary";
    Map {
        version: number("select version from directory_municipality where municipality_id = 9902").await,
        applied: number("select count(*) from directory_import where state = 'applied'").await,
        edition: db.read(parties).all().await.unwrap(),
        offers: db.read(offers).all().await.unwrap(),
        sources: number("select count(*) from directory_source").await,
    }
}

/// Runs an import and kills it after a while; whether it said that it was done before it died.
fn run_and_kill(mut command: Command, after: Option<Duration>) -> bool {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let said = child.stdout.take().unwrap();
    let listening = std::thread::spawn(move || {
        BufReader::new(said).lines().map_while(Result::ok).any(|line| line.starts_with("applied "))
    });
    if let Some(after) = after {
        // The moment of the kill is what is tried out here; nothing waits for it.
        std::thread::sleep(after);
        child.kill().unwrap();
    }
    let ended = child.wait().unwrap();
    let applied = listening.join().unwrap();
    assert!(applied || !ended.success(), "an import that ended well said so");
    applied
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_moment_an_import_happened_entirely_or_not_at_all() {
    kill(times(20)).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: for make test-long"]
async fn killed_two_hundred_times_an_import_happened_entirely_or_not_at_all() {
    kill(times(200)).await;
}

async fn kill(times: u32) {
    let files = tempfile::tempdir().unwrap();
    let data = tempfile::tempdir().unwrap();
    let editions = [0, 1].map(|edition| {
        let path = files.path().join(format!("edition-{edition}.json"));
        file::write(&path, PARTIES, OFFERS, edition);
        path
    });
    for fresh in each(migrations::ALL).await {
        let mut seed = number("SAMENSPEL_SEED").unwrap_or(20_261_125);
        let added = program(&fresh, data.path())
            .args(["municipality", "add", "GM9902", "Proefstad"])
            .output()
            .unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        // How long one takes, so that the kills fall within it.
        let begun = Instant::now();
        assert!(run_and_kill(import(&fresh, data.path(), &editions[0]), None));
        let whole = begun.elapsed();
        let mut now = 0;
        let mut before = map(&fresh.db).await;
        let (mut done, mut undone) = (0, 0);
        for round in 0..times {
            let wanted = 1 - now;
            // Most of them while it writes and commits, the last ones just after it said that it was done.
            let tenth = u64::try_from(whole.as_micros()).unwrap() / 10;
            let after = Duration::from_micros(tenth * 2 + next(&mut seed) % (tenth * 10).max(1));
            let applied = run_and_kill(import(&fresh, data.path(), &editions[wanted]), Some(after));
            let after_it = look(&fresh).await;
            let context = format!("round {round} on {}, killed after {after:?}", fresh.engine());
            if after_it == before {
                assert!(!applied, "what was acknowledged is lost: {context}");
                undone += 1;
                continue;
            }
            // Committed, whether or not there was time to say so.
            assert_eq!(after_it.version, before.version + 1, "{context}");
            assert_eq!(after_it.applied, before.applied + 1, "{context}");
            assert_eq!(after_it.edition, [(file::says(wanted), PARTIES as i64)], "{context}");
            assert_eq!(after_it.offers, [(file::says(wanted), OFFERS as i64)], "{context}");
            done += 1;
            now = wanted;
            before = after_it;
        }
        eprintln!("{}: {done} imports had happened and {undone} had not, of {}", fresh.engine(), times);
    }
}

/// Opens the database as a program that starts after the crash would, and checks it.
async fn look(fresh: &Fresh) -> Map {
    let db = Db::open(fresh.url(), Options::default()).await.unwrap();
    if fresh.engine() == Engine::Sqlite {
        let whole: String = db.read("pragma integrity_check").scalar().await.unwrap();
        assert_eq!(whole, "ok");
        let orphans: Vec<(String,)> =
            db.read("select \"table\" from pragma_foreign_key_check()").all().await.unwrap();
        assert_eq!(orphans, []);
    } else {
        // The server finishes or undoes what a dead client began; we wait until it did.
        let mut tx = db.begin().await.unwrap();
        tx.sql("update directory_municipality set version = version where municipality_id = 9902")
            .execute()
            .await
            .unwrap();
        tx.rollback().await.unwrap();
    }
    let found = map(&db).await;
    db.close().await;
    found
}
