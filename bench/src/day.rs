//! The day of a party with two hundred open items, while a million handovers stand in the database: asked for at a steady pace.

use std::io;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ground::db::{Db, Engine, Options};
use ground::moment::Moment;

use crate::program::{Program, Server};
use crate::report::{Line, Report};
use crate::warden::Warden;
use crate::{http, postgres, signed_in};

/// The municipality of the demo.
const DEMO: &str = "GM9901";

const GOAL_MS: f64 = 40.0;
const PER_SECOND: u32 = 200;
const SECONDS: u32 = 20;
const WARM: usize = 100;
/// So many can be under way at once; one that must wait for another counts from when it was due.
const HANDS: usize = 16;

/// A million, a part at a time.
const PARTS: i64 = 100;
const IN_A_PART: i64 = 10_000;
const OPEN_EACH_WAY: i64 = 100;
/// Closed in the weeks before: after thirty days the house forgets them, also while it is measured.
const CLOSED_DAYS: u64 = 28;

/// # Errors
/// When the demo does not start, the database does not take it, or the page is not given.
pub(crate) fn on_sqlite(warden: &Warden, program: &Path, report: &mut Report) -> Result<(), String> {
    let data = warden.dir().join("day");
    std::fs::create_dir_all(&data).map_err(|why| why.to_string())?;
    let database = format!("sqlite:{}", data.join("demo.db").display());
    let program = Program::new(warden, program, database, &data);
    let server = program.demo().map_err(|why| why.to_string())?;
    let cookie = signed_in::come_in(server.port).map_err(|why| why.to_string())?;
    measure(&server, &cookie, &program.database, "SQLite", report)
}

/// The demo is made in a file and carried to the server, with whoever came in.
///
/// # Errors
/// As [`on_sqlite`], and when it cannot be carried over.
pub(crate) fn on_postgres(
    warden: &Warden,
    program: &Path,
    postgres: &postgres::Server<'_>,
    report: &mut Report,
) -> Result<(), String> {
    let data = warden.dir().join("day-postgres");
    std::fs::create_dir_all(&data).map_err(|why| why.to_string())?;
    let file = format!("sqlite:{}", data.join("demo.db").display());
    let made = Program::new(warden, program, file, &data);
    let cookie = {
        let server = made.demo().map_err(|why| why.to_string())?;
        signed_in::come_in(server.port).map_err(|why| why.to_string())?
    };
    let url = postgres.database("day").map_err(|why| why.to_string())?;
    made.run(&["move", "--to", &url]).map_err(|why| why.to_string())?;
    let carried = Program::new(warden, program, url, &data).of(DEMO);
    let (server, _) = carried.serve(&["/"]).map_err(|why| why.to_string())?;
    measure(&server, &cookie, &carried.database, "PostgreSQL", report)
}

fn measure(
    server: &Server<'_>,
    cookie: &str,
    database: &str,
    engine: &str,
    report: &mut Report,
) -> Result<(), String> {
    println!("measuring: the day on {engine}");
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|why| why.to_string())?;
    runtime.block_on(fill(database)).map_err(|why| why.to_string())?;
    let mut took = steady(server.port, cookie).map_err(|why| why.to_string())?;
    runtime.block_on(still_there(database))?;
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize];
    let (middle, p99) = (at(0.5), at(0.99));
    report.add(Line {
        what: format!(
            "/vandaag with 200 open items among 1,000,000 handovers, {PER_SECOND} a second, {engine}"
        ),
        goal: format!("p99 ≤ {GOAL_MS:.0} ms"),
        found: format!("p50 {middle:.1} ms, p99 {p99:.1} ms, most {:.1} ms", at(1.0)),
        peer: String::new(),
        met: Some(p99 <= GOAL_MS),
    });
    Ok(())
}

/// Asks at the pace, whatever comes back; how long each took from when it was due, in milliseconds.
fn steady(port: u16, cookie: &str) -> io::Result<Vec<f64>> {
    let all = (PER_SECOND * SECONDS) as usize;
    let (next, took) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(all)));
    let page = http::get_with(port, "/vandaag", &[("Cookie", cookie)])?;
    if page.status != 200 {
        return Err(io::Error::other(format!("/vandaag answered {}", page.status)));
    }
    let cards = page.text().matches("/overdracht/").count();
    if cards < 200 {
        return Err(io::Error::other(format!("the day shows {cards} handovers and not 200")));
    }
    // As every load here, it is warm: PostgreSQL plans a statement five times in each connection before it keeps a plan.
    for _ in 0..WARM {
        http::get_with(port, "/vandaag", &[("Cookie", cookie)])?;
    }
    let began = Instant::now();
    let asks = || -> io::Result<()> {
        loop {
            let nth = next.fetch_add(1, Ordering::Relaxed);
            if nth >= all {
                return Ok(());
            }
            let due = began + Duration::from_secs_f64(nth as f64 / f64::from(PER_SECOND));
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let got = http::get_with(port, "/vandaag", &[("Cookie", cookie)])?;
            if got.status != 200 {
                return Err(io::Error::other(format!("/vandaag answered {}", got.status)));
            }
            let one = due.elapsed().as_secs_f64() * 1e3;
            took.lock().map_err(|_| io::Error::other("a hand stopped"))?.push(one);
        }
    };
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..HANDS).map(|_| scope.spawn(asks)).collect();
        hands
            .into_iter()
            .try_for_each(|hand| hand.join().unwrap_or_else(|_| Err(io::Error::other("a hand stopped"))))
    })?;
    took.into_inner().map_err(|_| io::Error::other("a hand stopped"))
}

/// What was measured was measured among a million: nothing went while it was asked.
async fn still_there(url: &str) -> Result<(), String> {
    let db = Db::open(url, Options::default()).await.map_err(|why| why.to_string())?;
    let there: i64 =
        db.read("select count(*) from handovers_handover").scalar().await.map_err(|why| why.to_string())?;
    db.close().await;
    if there < PARTS * IN_A_PART {
        return Err(format!("only {there} handovers are left after measuring, and not a million"));
    }
    Ok(())
}

/// An id as the program makes them: the moment first, in milliseconds since 1970 (`$3`), and then chance.
const fn in_order_of_time(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "unhex(printf('%012x', $3) || hex(randomblob(10)))",
        Engine::Postgres => {
            "(lpad(to_hex($3), 12, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 1, 20))::uuid"
        }
    }
}

/// Nearly all closed, some open, between all parties of the demo; and two hundred open of one party.
async fn fill(url: &str) -> Result<(), Box<dyn std::error::Error>> {
    let db = Db::open(url, Options::default()).await?;
    let now = Moment::now();
    let id = in_order_of_time(db.engine());
    let columns = "municipality_id, id, giver_party, receiver_party, theme, area, code_word, does, state, ball, \
                   version, turn, offered_at, since, half_at, term_at, tell_at, closed_at";
    let many: &'static str = Box::leak(
        format!(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < {IN_A_PART}), \
             p as (select municipality_id, id, row_number() over (order by id) as nr, count(*) over () as many \
             from directory_party) \
             insert into handovers_handover ({columns}) \
             select g.municipality_id, {id}, g.id, r.id, 'geld', '', 'appel', 'along', \
             case when n.i % 50 = 0 then 'accepted' else 'stopped' end, \
             case when n.i % 50 = 0 then 'receiver' else 'none' end, 1, 1, $1, $1, \
             case when n.i % 50 = 0 then $2 end, case when n.i % 50 = 0 then $2 end, \
             case when n.i % 50 = 0 then $2 end, case when n.i % 50 = 0 then null else $1 end \
             from n join p g on g.nr = 1 + (n.i * 7) % g.many join p r on r.nr = 1 + (n.i * 11 + 3) % r.many"
        )
        .into_boxed_str(),
    );
    for part in 0..PARTS {
        let then = now.minus(Duration::from_secs(3600 * 24 * (1 + part.unsigned_abs() % CLOSED_DAYS)));
        let later = now.plus(Duration::from_secs(3600 * 24 * 3));
        let mut tx = db.begin().await?;
        tx.sql(many).bind(then).bind(later).bind(then.micros() / 1000).execute().await?;
        tx.commit().await?;
    }
    // Those of the party itself are closed as well, so that its open ones are the two hundred below.
    let mut tx = db.begin().await?;
    tx.sql(
        "update handovers_handover set state = 'stopped', ball = 'none', half_at = null, term_at = null, \
         tell_at = null, closed_at = since where closed_at is null and state = 'accepted' and first_date is null \
         and exists (select 1 from people_membership m where m.role = 'coordinator' \
         and m.party_id in (giver_party, receiver_party))",
    )
    .execute()
    .await?;
    tx.commit().await?;
    for (giver, receiver) in [("o.party_id", "x.id"), ("x.id", "o.party_id")] {
        let own: &'static str = Box::leak(
            format!(
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < {OPEN_EACH_WAY}) \
                 insert into handovers_handover ({columns}) \
                 select o.municipality_id, {id}, {giver}, {receiver}, 'geld', '', 'appel', 'along', 'asked', \
                 'giver', 1, 1, $1, $1, $2, $2, $2, null \
                 from n, (select municipality_id, party_id from people_membership where role = 'coordinator' \
                 order by since, id limit 1) o, \
                 (select p.id from directory_party p where p.id not in (select party_id from people_membership \
                 where role = 'coordinator' and party_id is not null) order by p.id limit 1) x"
            )
            .into_boxed_str(),
        );
        let mut tx = db.begin().await?;
        let soon = now.plus(Duration::from_secs(3600 * 24));
        let then = now.minus(Duration::from_secs(3600));
        tx.sql(own).bind(then).bind(soon).bind(then.micros() / 1000).execute().await?;
        tx.commit().await?;
    }
    let mut tx = db.begin().await?;
    tx.learn_sizes(&["handovers_handover"]).await?;
    tx.commit().await?;
    db.close().await;
    Ok(())
}

/// Only this, on both engines where there is a PostgreSQL.
///
/// # Errors
/// A sentence when it could not be measured.
pub(crate) fn run(program: &Path) -> Result<bool, String> {
    let warden = Warden::start().map_err(|why| format!("The bench cannot make its folder: {why}."))?;
    let mut report = Report::default();
    report.note(crate::machine::Machine::look().said());
    let program = std::path::absolute(program).map_err(|why| why.to_string())?;
    on_sqlite(&warden, &program, &mut report)?;
    match postgres::Server::start(&warden).map_err(|why| why.to_string())? {
        None => report.note("PostgreSQL is not installed here: only SQLite was measured."),
        Some(server) => on_postgres(&warden, &program, &server, &mut report)?,
    }
    println!("{}", report.written());
    Ok(report.all_met())
}
