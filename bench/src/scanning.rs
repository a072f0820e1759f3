//! `bench scan`: where and when cases come together, in seconds of the processor, beside what SaTScan was seen to take.

mod map;

use std::process::Command;

use scan::{Features, Findings, MonteCarlo, Scan, Study, Time};

use crate::report::{Line, Report};
use crate::watched;
use map::Map;

/// A piece of work with its goal.
struct Work {
    name: &'static str,
    what: &'static str,
    /// In seconds of the processor.
    goal: Option<f64>,
    /// What SaTScan 10.3.2 took for the same amount of work on a machine like this, seen and not measured here.
    seen: &'static str,
    /// In MiB.
    memory: Option<f64>,
    run: fn(Features) -> Result<Findings, scan::Trouble>,
}

const WORKS: [Work; 10] = [
    Work {
        name: "space-10",
        what: "spatial Poisson, 14,000 areas, windows to 10 %, 999 replicates",
        goal: Some(4.0),
        seen: "90.1 s",
        memory: Some(60.0),
        run: |features| in_space(14_000, 0.1, features),
    },
    Work {
        name: "space-1",
        what: "the same, windows to 1 %",
        goal: Some(1.2),
        seen: "27.0 s",
        memory: Some(60.0),
        run: |features| in_space(14_000, 0.01, features),
    },
    Work {
        name: "space-time",
        what: "space-time Poisson, 2,000 areas × 24 months, 10 %, to 6 months, 999",
        goal: Some(5.0),
        seen: "141.5 s",
        memory: None,
        run: |features| in_time(&Map::of(2_000).poisson()?, features),
    },
    Work {
        name: "permutation",
        what: "space-time permutation, the same",
        goal: Some(5.0),
        seen: "141 s",
        memory: None,
        run: |features| in_time(&Map::of(2_000).permutation()?, features),
    },
    Work {
        name: "bernoulli",
        what: "Bernoulli, 281 areas, 552 cases, 1.06 million controls, 9,999",
        goal: Some(2.0),
        seen: "88 s",
        memory: None,
        run: |features| {
            let study = Map::of(281).bernoulli()?;
            Scan::default().run(&study, &MonteCarlo { features, ..MonteCarlo::new(1, 9_999) })
        },
    },
    Work {
        name: "space-50",
        what: "spatial Poisson, 14,000 areas, windows to 50 %, 999",
        goal: None,
        seen: "57.7 s for 99",
        memory: None,
        run: |features| in_space(14_000, 0.5, features),
    },
    growth("grow-1", "growth, to 10 %, 999: 3,500 areas", |features| in_space(3_500, 0.1, features)),
    growth("grow-2", "growth: 7,000 areas", |features| in_space(7_000, 0.1, features)),
    growth("grow-3", "growth: 14,000 areas", |features| in_space(14_000, 0.1, features)),
    growth("grow-4", "growth: 28,000 areas", |features| in_space(28_000, 0.1, features)),
];

const fn growth(
    name: &'static str,
    what: &'static str,
    run: fn(Features) -> Result<Findings, scan::Trouble>,
) -> Work {
    Work { name, what, goal: None, seen: "", memory: None, run }
}

fn in_space(areas: usize, share: f64, features: Features) -> Result<Findings, scan::Trouble> {
    let study = Map::of(areas).poisson()?;
    Scan { share, ..Scan::default() }.run(&study, &MonteCarlo { features, ..MonteCarlo::new(1, 999) })
}

fn in_time(study: &Study, features: Features) -> Result<Findings, scan::Trouble> {
    let scan = Scan { share: 0.1, time: Time::Retrospective { longest: 6 }, ..Scan::default() };
    scan.run(study, &MonteCarlo { features, ..MonteCarlo::new(1, 999) })
}

/// What a run took, in a process of its own.
struct Took {
    seconds: f64,
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
    let findings = (work.run)(features).map_err(|why| why.to_string())?;
    let process = std::process::id();
    let seconds = watched::worked(process).as_secs_f64();
    let memory = watched::memory(process).map_or(0.0, |memory| memory.most);
    let llr = findings.clusters.first().map_or(0.0, |cluster| cluster.llr);
    let sum: f64 = findings.maxima.iter().sum();
    println!("{seconds} {memory} {} {llr:.6}/{sum}", findings.windows);
    Ok(())
}

fn apart(name: &str, features: &str) -> Result<Took, String> {
    let program = std::env::current_exe().map_err(|why| why.to_string())?;
    let ended =
        Command::new(program).args(["scan", name, features]).output().map_err(|why| why.to_string())?;
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
    let best = format!("{:?}", Features::here()).to_lowercase();
    report.note(format!(
        "Scanning: seconds of the processor (reading and neighbours included), best registers here: {best}. \
         Areas are generated from a seed. SaTScan's figures were seen on a machine like this, not measured now."
    ));
    for work in &WORKS {
        let took = apart(work.name, &best)?;
        let mut found = format!("{:.2} s, {:.0} MiB", took.seconds, took.memory);
        if work.goal.is_some() {
            for features in ["avx2", "plain"].iter().filter(|features| **features != best) {
                let other = apart(work.name, features)?;
                if other.llr != took.llr {
                    return Err(format!(
                        "{} gives {} with {features}, not {}",
                        work.name, other.llr, took.llr
                    ));
                }
                found = format!("{found}; {features} {:.2} s", other.seconds);
            }
        } else {
            let each = took.seconds / took.windows / 999.0 * 1e12;
            found =
                format!("{found}; {:.1} million windows, {each:.0} ps each a replicate", took.windows / 1e6);
        }
        let goals =
            [work.goal.map(|most| format!("≤ {most} s")), work.memory.map(|most| format!("≤ {most} MiB"))];
        let met = work.goal.is_none_or(|most| took.seconds <= most)
            && work.memory.is_none_or(|most| took.memory <= most);
        report.add(Line {
            what: format!("scan: {}", work.what),
            goal: goals.into_iter().flatten().collect::<Vec<_>>().join(", "),
            found,
            peer: if work.seen.is_empty() { String::new() } else { format!("SaTScan, seen: {}", work.seen) },
            met: work.goal.map(|_| met),
        });
    }
    report.note("Scanning: the work grows as windows × replicates, so the picoseconds of each should hardly grow from one size to the next.");
    Ok(())
}
