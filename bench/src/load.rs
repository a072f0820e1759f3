//! Rounds of load, the program and the bare peer in turn, and what the middle round says.

use std::io;
use std::path::Path;

use crate::http::{self, Got};
use crate::peer::write_down;
use crate::program::{Server, peer};
use crate::report::{Line, Report, median};
use crate::warden::Warden;
use crate::watched;
use crate::wrk::{Load, Round};

/// Slower than this for one in a hundred is too slow.
const P99: f64 = 60.0;

/// What is asked for, and how many of it a second there should be.
pub(crate) struct Kind<'k> {
    pub(crate) name: &'k str,
    pub(crate) key: &'static str,
    pub(crate) paths: Vec<String>,
    pub(crate) goal: Option<f64>,
    pub(crate) accept: Option<&'static str>,
}

#[derive(Clone, Copy)]
pub(crate) struct Rounds {
    pub(crate) count: usize,
    pub(crate) seconds: u64,
}

/// One of the two, over all rounds.
#[derive(Default)]
struct Side {
    rounds: Vec<Round>,
    worked: f64,
}

impl Side {
    fn round(&mut self, load: &Load, server: &Server<'_>, seconds: u64) -> io::Result<()> {
        let before = watched::worked(server.running.pid());
        self.rounds.push(load.run(server.port, seconds)?);
        self.worked += (watched::worked(server.running.pid()) - before).as_secs_f64();
        Ok(())
    }

    fn middle(&self, of: impl Fn(&Round) -> f64) -> f64 {
        median(self.rounds.iter().map(of))
    }

    /// Time on the processor for one request, in microseconds.
    fn cost(&self) -> f64 {
        self.worked * 1e6 / self.rounds.iter().map(|round| round.requests).sum::<u64>().max(1) as f64
    }

    fn said(&self) -> String {
        format!(
            "{:.0}/s, p50 {:.1} ms, p99 {:.1} ms, {:.0} µs of processor each",
            self.middle(|round| round.a_second),
            self.middle(|round| round.half),
            self.middle(|round| round.slowest_hundredth),
            self.cost(),
        )
    }
}

/// # Errors
/// When a page does not answer with 200, or a process ends.
pub(crate) fn measure(
    warden: &Warden,
    server: &Server<'_>,
    kind: Kind<'_>,
    rounds: Rounds,
    report: &mut Report,
) -> io::Result<()> {
    let Kind { name, key, paths, goal, accept } = kind;
    // Each address once beforehand: an answer is what the peer will give, and everything is warm.
    let mut answers: Vec<(String, Got)> = Vec::with_capacity(paths.len());
    for path in &paths {
        let got = http::get(server.port, path, accept)?;
        if got.status != 200 {
            return Err(io::Error::other(format!("{path} answered {}", got.status)));
        }
        answers.push((path.clone(), got));
    }
    let bytes =
        answers.iter().map(|(_, got)| got.body.len()).sum::<usize>() as f64 / answers.len().max(1) as f64;
    let folder = fresh(warden, key)?;
    write_down(&folder, &answers)?;
    drop(answers);
    let peer = peer(warden, &folder)?;
    let load = Load::new(warden.dir(), key, &paths, accept)?;
    let (mut ours, mut theirs) = (Side::default(), Side::default());
    for nth in 0..rounds.count {
        // Who goes first changes, so that neither has the quiet half of a busy minute.
        if nth % 2 == 0 {
            ours.round(&load, server, rounds.seconds)?;
            theirs.round(&load, &peer, rounds.seconds)?;
        } else {
            theirs.round(&load, &peer, rounds.seconds)?;
            ours.round(&load, server, rounds.seconds)?;
        }
    }
    let (a_second, p99) = (ours.middle(|round| round.a_second), ours.middle(|round| round.slowest_hundredth));
    let wrong: u64 = ours.rounds.iter().map(|round| round.wrong).sum();
    let of_peer = 100.0 * a_second / theirs.middle(|round| round.a_second).max(1.0);
    report.add(Line {
        what: format!("{name} ({} addresses, {:.1} kB)", paths.len(), bytes / 1e3),
        goal: goal.map_or_else(String::new, |goal| format!("≥ {goal:.0}/s, p99 ≤ {P99:.0} ms, 0 wrong")),
        found: format!("{}, {wrong} wrong", ours.said()),
        peer: format!("{} ({of_peer:.0} %)", theirs.said()),
        met: goal.map(|goal| a_second >= goal && p99 <= P99 && wrong == 0).or((wrong > 0).then_some(false)),
    });
    Ok(())
}

fn fresh(warden: &Warden, key: &str) -> io::Result<std::path::PathBuf> {
    let folder: &Path = &warden.dir().join(format!("peer-{key}"));
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    Ok(folder.to_owned())
}
