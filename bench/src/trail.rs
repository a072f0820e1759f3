//! The trail: what a line costs beside a plain insert of the same row, and what checking a million lines costs beside reading and hashing them.

use std::path::Path;
use std::time::Instant;

use audit::{Actor, Line, Outcome, Papers, peer};
use ground::db::{Db, Options};
use ground::id::Municipality;
use ground::moment::Moment;
use uuid::Uuid;

use crate::postgres::Server;
use crate::report::{self, Report, median};
use crate::warden::Warden;

const LINES: i64 = 1_000_000;
const VERIFIED_SECONDS: f64 = 5.0;
const ROUNDS: usize = 3;
const ROWS: i64 = 1_001;
const ROW_MS: f64 = 1.0;

/// The chain that is checked, the one that is written, and the rows that are in no chain.
const LONG: Municipality = Municipality(9_901);
const WRITTEN: Municipality = Municipality(9_902);
const PLAIN: Municipality = Municipality(9_903);

/// # Errors
/// A sentence when the database does not work.
pub(crate) fn on_sqlite(warden: &Warden, report: &mut Report) -> Result<(), String> {
    let folder = warden.dir().join("trail");
    std::fs::create_dir_all(&folder).map_err(|why| why.to_string())?;
    let file = format!("sqlite:{}", folder.join("trail.db").display());
    measure(&file, &folder, "SQLite", report)
}

/// # Errors
/// As [`on_sqlite`].
pub(crate) fn on_postgres(warden: &Warden, server: &Server<'_>, report: &mut Report) -> Result<(), String> {
    let url = server.database("trail").map_err(|why| why.to_string())?;
    measure(&url, &warden.dir().join("trail-beside-postgres"), "PostgreSQL", report)
}

fn measure(url: &str, papers: &Path, engine: &str, report: &mut Report) -> Result<(), String> {
    println!("measuring: the trail on {engine}");
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|why| why.to_string())?;
    runtime.block_on(async {
        let db = Db::open(url, Options::creating()).await.map_err(|why| why.to_string())?;
        db.migrate(Moment::now(), migrations::ALL).await.map_err(|why| why.to_string())?;
        row(&db, engine, report).await?;
        verified(&db, &Papers::of(papers), engine, report).await?;
        db.close().await;
        Ok(())
    })
}

/// Each in a transaction of its own, ours and the plain one in turn.
async fn row(db: &Db, engine: &str, report: &mut Report) -> Result<(), String> {
    let id = Some(Uuid::from_u128(7));
    let line = Line {
        actor: Actor::Person(Uuid::from_u128(8)),
        membership: id,
        action: "party.change",
        object: "party",
        object_id: id,
        about: id,
        party: id,
        purpose: "social-map",
        outcome: Outcome::Done,
    };
    let why = |why| format!("{why:?}");
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for sequence in 1..=ROWS {
        let began = Instant::now();
        let mut tx = db.begin().await.map_err(|why| why.to_string())?;
        audit::record(&mut tx, WRITTEN, Moment::now(), &line).await.map_err(why)?;
        tx.commit().await.map_err(|why| why.to_string())?;
        ours.push(began.elapsed().as_secs_f64() * 1e3);
        let began = Instant::now();
        let mut tx = db.begin().await.map_err(|why| why.to_string())?;
        peer::insert_only(&mut tx, PLAIN, sequence, Moment::now(), &line).await.map_err(why)?;
        tx.commit().await.map_err(|why| why.to_string())?;
        plain.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let (ours, plain) = (median(ours), median(plain));
    let sqlite = engine == "SQLite";
    report.add(report::Line {
        what: format!("audit row, {}, p50", if sqlite { "synchronous=FULL" } else { engine }),
        goal: if sqlite { format!("≤ {ROW_MS:.0} ms") } else { String::new() },
        found: format!("{ours:.2} ms"),
        peer: format!("plain insert of the same row {plain:.2} ms"),
        met: sqlite.then_some(ours <= ROW_MS),
    });
    Ok(())
}

/// The middle of a few rounds, the check and the peer in turn.
async fn verified(db: &Db, papers: &Papers, engine: &str, report: &mut Report) -> Result<(), String> {
    let why = |why| format!("{why:?}");
    peer::fill(db, LONG, LINES, Moment::now()).await.map_err(why)?;
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let found = audit::verify(db, LONG, papers, None).await.map_err(why)?;
        ours.push(began.elapsed().as_secs_f64());
        if !found.is_sound() || found.lines != LINES {
            return Err(format!("the trail of the bench is not sound: {:?}", found.faults));
        }
        let began = Instant::now();
        let same = peer::read_and_hash(db, LONG).await.map_err(why)?;
        plain.push(began.elapsed().as_secs_f64());
        if !same {
            return Err("the peer hashed other bytes than the trail".to_owned());
        }
    }
    let (ours, plain) = (median(ours), median(plain));
    report.add(report::Line {
        what: format!("a million audit rows verified, {engine}"),
        goal: format!("≤ {VERIFIED_SECONDS:.0} s"),
        found: format!("{ours:.2} s"),
        peer: format!("the same rows read and hashed, one after another {plain:.2} s"),
        met: Some(ours <= VERIFIED_SECONDS),
    });
    Ok(())
}

/// Only these figures, on the screen.
///
/// # Errors
/// As [`on_sqlite`].
pub(crate) fn run() -> Result<bool, String> {
    let warden = Warden::start().map_err(|why| format!("The bench cannot make its folder: {why}."))?;
    let mut report = Report::default();
    on_sqlite(&warden, &mut report)?;
    match Server::start(&warden).map_err(|why| why.to_string())? {
        None => report.note("PostgreSQL is not installed here: only SQLite was measured."),
        Some(server) => on_postgres(&warden, &server, &mut report)?,
    }
    println!("{}", report.written());
    Ok(report.all_met())
}
