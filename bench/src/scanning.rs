//! `bench scan`: where and when cases come together, in seconds of the processor, beside what SaTScan was seen to take.

// The work is that of the library's own bench, so that nothing is measured in two ways.
#[path = "../../compute/scan/benches/measured/map.rs"]
mod map;
#[path = "../../compute/scan/benches/measured/works.rs"]
mod works;

use std::process::Command;

use scan::Features;

use crate::report::{Line, Report};
use crate::watched;
use works::{WORKS, Work};

/// What a piece of work may cost, and what others were seen to take.
struct Goal {
    work: &'static str,
    /// In seconds of the processor.
    most: Option<f64>,
    /// In MB.
    memory: Option<f64>,
    /// What SaTScan 10.3.2 took for the same amount of work on a machine like this, seen and not measured here.
    seen: &'static str,
}

const GOALS: [Goal; 6] = [
    goal("space-10", Some(4.0), Some(60.0), "90.1 s"),
    goal("space-1", Some(1.2), Some(60.0), "27.0 s"),
    goal("space-time", Some(5.0), None, "141.5 s"),
    goal("permutation", Some(5.0), None, "141 s"),
    goal("bernoulli", Some(2.0), None, "88 s"),
    goal("space-50", None, None, "57.7 s for 99"),
];

const fn goal(work: &'static str, most: Option<f64>, memory: Option<f64>, seen: &'static str) -> Goal {
    Goal { work, most, memory, seen }
}

/// What a run took, in a process of its own.
struct Took {
    seconds: f64,
    /// In MB.
    memory: f64,
    windows: f64,
    llr: String,
}

/// `bench scan`, or one piece of work for it: `bench scan NAME FEATURES`.
///
/// # Errors
/// A sentence when something could not be measured.
pub(crate) fn run(arguments: &[String]) -> Result<bool, String> {
    match arguments {
        [] => {
            let mut report = Report::default();
            measure(&mut report)?;
            println!("{}", report.written());
            Ok(report.all_met())
        }
        [name, features] => one(name, features).map(|()| true),
        _ => Err("bench scan".to_owned()),
    }
}

fn one(name: &str, features: &str) -> Result<(), String> {
    let work = WORKS.iter().find(|work| work.name == name).ok_or("there is no such work")?;
    let features = match features {
        "plain" => Features::Plain,
        "avx2" => Features::Avx2,
        _ => Features::here(),
    };
    let findings = work.done(features).map_err(|why| why.to_string())?;
    let process = std::process::id();
    let seconds = watched::worked(process).as_secs_f64();
    let memory = watched::memory(process).map_or(0.0, |memory| memory.most * 1.048_576);
    let llr = findings.clusters.first().map_or(0.0, |cluster| cluster.llr);
    let sum: f64 = findings.maxima.iter().sum();
    println!("{seconds} {memory} {} {llr:.6}/{sum}", findings.windows);
    Ok(())
}

/// The allocator of this program asks the system for pages of 2 MB. Most of each is never touched and counts all the same,
/// which says something of the allocator and nothing of the library: it has none of its own.
const SMALL_PAGES: (&str, &str) = ("MIMALLOC_ALLOW_THP", "0");

fn apart(name: &str, features: &str) -> Result<Took, String> {
    let program = std::env::current_exe().map_err(|why| why.to_string())?;
    let ended = Command::new(program)
        .args(["scan", name, features])
        .env(SMALL_PAGES.0, SMALL_PAGES.1)
        .output()
        .map_err(|why| why.to_string())?;
    let text = String::from_utf8_lossy(&ended.stdout);
    let words: Vec<&str> = text.split_whitespace().collect();
    let [seconds, memory, windows, llr] = words[..] else {
        return Err(format!("{name} could not be run: {}", String::from_utf8_lossy(&ended.stderr)));
    };
    let number = |text: &str| text.parse::<f64>().map_err(|why| why.to_string());
    Ok(Took {
        seconds: number(seconds)?,
        memory: number(memory)?,
        windows: number(windows)?,
        llr: llr.to_owned(),
    })
}

/// # Errors
/// A sentence when a piece of work does not end well, or does not give the same on every kind of register.
pub(crate) fn measure(report: &mut Report) -> Result<(), String> {
    let here = Features::here();
    let best = format!("{here:?}").to_lowercase();
    report.note(format!(
        "Scans: seconds of the processor, reading and neighbours included; areas are drawn from a seed. The first figure \
         is with the best registers of this processor ({best}), the others without them. SaTScan's figures were seen on \
         a machine like this and not measured now: it is in no registry of packages. Time and memory are of one process \
         for each figure, whose allocator was told to do without pages of 2 MB ({}={}); with them the same work counts \
         for some 25 MB more.",
        SMALL_PAGES.0, SMALL_PAGES.1
    ));
    for work in &WORKS {
        println!("measuring: scan, {}", work.what);
        let goal = GOALS.iter().find(|goal| goal.work == work.name);
        row(work, goal, &best, report)?;
    }
    report.note(
        "Scans: the work grows as windows × replicates at most (connected: as centres × replicates), so the picoseconds \
         of each should not grow from one size to the next.",
    );
    Ok(())
}

fn row(work: &Work, goal: Option<&Goal>, best: &str, report: &mut Report) -> Result<(), String> {
    let took = apart(work.name, best)?;
    let mut found = format!("{:.2} s, {:.0} MB", took.seconds, took.memory);
    if goal.is_some_and(|goal| goal.most.is_some()) {
        for features in ["avx2", "plain"].iter().filter(|features| **features != best) {
            let other = apart(work.name, features)?;
            if other.llr != took.llr {
                return Err(format!("{} gives {} with {features}, not {}", work.name, other.llr, took.llr));
            }
            found = format!("{found}; {features} {:.2} s", other.seconds);
        }
    } else {
        let each = took.seconds / took.windows / f64::from(work.replicates) * 1e12;
        found = format!("{found}; {} {}, {each:.0} ps each a replicate", counted(took.windows), work.counted);
    }
    let most = goal.and_then(|goal| goal.most);
    let memory = goal.and_then(|goal| goal.memory);
    let goals = [most.map(|most| format!("≤ {most} s")), memory.map(|most| format!("≤ {most} MB"))];
    let met = most.is_none_or(|most| took.seconds <= most) && memory.is_none_or(|most| took.memory <= most);
    report.add(Line {
        what: format!("scan: {}", work.what),
        goal: goals.into_iter().flatten().collect::<Vec<_>>().join(", "),
        found,
        peer: goal.map(|goal| format!("SaTScan, seen: {}", goal.seen)).unwrap_or_default(),
        met: most.map(|_| met),
    });
    Ok(())
}

fn counted(count: f64) -> String {
    if count < 1e5 { format!("{count}") } else { format!("{:.1} million", count / 1e6) }
}

#[cfg(test)]
mod tests {
    use super::map::Map;

    #[test]
    fn a_map_is_the_same_each_time() {
        let expected = |areas: usize| {
            let study = Map::of(areas).poisson().unwrap();
            assert_eq!(study.total(), 2 * areas as u32);
            (0..areas as u32).map(|area| study.expected(area, 0)).collect::<Vec<f64>>()
        };
        assert_eq!(expected(300), expected(300));
    }
}
