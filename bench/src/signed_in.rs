//! What it costs that somebody is in: the same pages of the invented municipality, signed out and signed in, in turn.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::addresses::links;
use crate::http;
use crate::program::{Program, Server};
use crate::report::{Line, Report, median};
use crate::warden::Warden;
use crate::watched;

/// In microseconds, on the processor of the server.
const GOAL: f64 = 1_000.0;
const ROUNDS: usize = 5;
/// Each page is asked for so often in a round.
const TIMES: usize = 20;

/// One who asks, over all rounds.
struct Side {
    cookie: Option<String>,
    worked: Duration,
    asked: u32,
    took: Vec<f64>,
}

impl Side {
    const fn new(cookie: Option<String>) -> Self {
        Self { cookie, worked: Duration::ZERO, asked: 0, took: Vec::new() }
    }

    fn round(&mut self, server: &Server<'_>, pages: &[String]) -> io::Result<()> {
        let cookie = self.cookie.as_deref().map(|cookie| ("Cookie", cookie));
        let before = watched::worked(server.running.pid());
        for path in std::iter::repeat_n(pages, TIMES).flatten() {
            let began = Instant::now();
            let got = http::get_with(server.port, path, cookie.as_slice())?;
            self.took.push(began.elapsed().as_secs_f64() * 1e6);
            if got.status != 200 {
                return Err(io::Error::other(format!("{path} answered {}", got.status)));
            }
            self.asked += 1;
        }
        self.worked += watched::worked(server.running.pid()) - before;
        Ok(())
    }

    /// Time on the processor for one page, in microseconds.
    fn cost(&self) -> f64 {
        self.worked.as_secs_f64() * 1e6 / f64::from(self.asked.max(1))
    }

    fn said(&self) -> String {
        format!("{:.0} µs of processor each, p50 {:.0} µs", self.cost(), median(self.took.iter().copied()))
    }
}

/// # Errors
/// When the demo does not start, let somebody in, or give a page.
pub(crate) fn measure(warden: &Warden, program: &Path, report: &mut Report) -> io::Result<()> {
    let data = warden.dir().join("signed-in");
    std::fs::create_dir_all(&data)?;
    let database = format!("sqlite:{}", data.join("demo.db").display());
    let server = Program::new(warden, program, database, &data).demo()?;
    let mut pages = BTreeSet::new();
    links(&http::get(server.port, "/wie", None)?.text(), "/partij/", &mut pages);
    let mut pages: Vec<String> = pages.into_iter().collect();
    pages.extend(["/", "/wie", "/zoek?q=brieven"].map(str::to_owned));
    let mut out = Side::new(None);
    let mut inside = Side::new(Some(come_in(server.port)?));
    for nth in 0..ROUNDS {
        let [first, second] = if nth % 2 == 0 { [&mut out, &mut inside] } else { [&mut inside, &mut out] };
        first.round(&server, &pages)?;
        second.round(&server, &pages)?;
    }
    let more = inside.cost() - out.cost();
    report.add(Line {
        what: format!("page for somebody who is in, {} pages of the demo", pages.len()),
        goal: format!("≤ {GOAL:.0} µs more than signed out"),
        found: format!("{more:.0} µs more: {}", inside.said()),
        peer: format!("the same, signed out: {}", out.said()),
        met: Some(more <= GOAL),
    });
    Ok(())
}

/// As the demo's coordinator; the cookie as a browser would send it.
pub(crate) fn come_in(port: u16) -> io::Result<String> {
    let got = http::post(port, "/aanmelden/demo", "key=coordinator")?;
    let cookie =
        got.headers.iter().find(|(name, value)| name == "set-cookie" && value.contains("samenspel-ik="));
    let cookie = cookie.and_then(|(_, value)| value.split(';').next()).map(str::to_owned);
    cookie.ok_or_else(|| io::Error::other(format!("nobody was let in: it answered {}", got.status)))
}

/// Only this, without a map.
///
/// # Errors
/// A sentence when it could not be measured.
pub(crate) fn run(program: &Path) -> Result<bool, String> {
    let warden = Warden::start().map_err(|why| format!("The bench cannot make its folder: {why}."))?;
    let mut report = Report::default();
    let program = std::path::absolute(program).map_err(|why| why.to_string())?;
    measure(&warden, &program, &mut report).map_err(|why| format!("The bench stopped: {why}."))?;
    println!("{}", report.written());
    Ok(report.all_met())
}
