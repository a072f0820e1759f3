//! `bench network`: what measures of ties cost, beside igraph and NetworKit on the same networks in the same run.

mod goals;
mod peer;

// The lines are those of the library's own bench, so that nothing is measured in two ways.
#[path = "../../../compute/network/benches/measured/drawn.rs"]
mod drawn;
#[path = "../../../compute/network/benches/measured/lines.rs"]
mod lines;
#[path = "../../../compute/network/benches/measured/machine.rs"]
mod machine;

use std::process::Command;

use network::{Accuracy, By, Counting, betweenness_sampled, communities, cuts, ei, holes};

use crate::report::{Line as Row, Report};
use crate::watched;
use goals::{Beside, GOALS, Goal};
use lines::{LARGE, LINES, Line, Measured, hold};
use peer::{Peer, Sources, Theirs, Work};

const MEMORY_MB: f64 = 120.0;

/// `bench network`, or with words for only some lines; `bench network memory` is a part of it in a process of its own.
/// With `--whole` peers go through all sources of exact betweenness too, which takes minutes.
///
/// # Errors
/// A sentence when something could not be measured.
pub(crate) fn run(words: &[String]) -> Result<bool, String> {
    if words.iter().eq(["memory"]) {
        memory();
        return Ok(true);
    }
    let mut report = Report::default();
    measure(&mut report, words)?;
    println!("{}", report.written());
    Ok(report.all_met())
}

/// # Errors
/// A sentence when memory could not be measured.
pub(crate) fn measure(report: &mut Report, words: &[String]) -> Result<(), String> {
    let (options, words): (Vec<&String>, Vec<&String>) =
        words.iter().partition(|word| word.starts_with("--"));
    let whole = options.iter().any(|option| *option == "--whole");
    let peer = Peer::ready(if whole { Sources::All } else { Sources::OneInTen });
    report.note(machine::said());
    report.note(peer.said());
    report.note(
        "Networks: seconds of the processor, the middle of five times (of one that is long); n nodes and 4n ties \
         drawn from a seed. How it grows: behind each size what one of the stated order took, which should stay about \
         the same.",
    );
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    for line in LINES.iter().filter(|line| chosen(line.name)) {
        println!("measuring: {}", line.name);
        let sizes: Vec<Measured> = line.sizes.into_iter().map(|nodes| line.measured(nodes)).collect();
        if let (Some(goal), Some(last)) = (GOALS.iter().find(|goal| goal.line == line.name), sizes.last()) {
            judge(goal, last, &peer, report);
        }
        grown(line, &sizes, report);
    }
    if chosen("quality") {
        quality(&peer, report);
    }
    if chosen("memory") {
        let most = apart()?;
        report.goal(
            "network: memory, 200,000 nodes, 800,000 ties, the rows included",
            &format!("≤ {MEMORY_MB} MB"),
            format!("{most:.0} MB"),
            most <= MEMORY_MB,
        );
    }
    Ok(())
}

fn judge(goal: &Goal, last: &Measured, peer: &Peer, report: &mut Report) {
    let (nodes, cost) = (last.nodes, &last.cost);
    let what = format!("network: {}, {} nodes, {} ties", goal.line, thousands(nodes), thousands(4 * nodes));
    let theirs = goal.peer.as_ref().and_then(|beside| Some((beside, peer.measure(beside.work, nodes)?)));
    let mut goals: Vec<String> = goal.most.map(|most| format!("≤ {most} s")).into_iter().collect();
    if let Some(Beside { work, share: Some(share), .. }) = &goal.peer {
        goals.push(format!("≤ {share} × {}", work.program()));
    }
    let mut found = format!("{:.4} s (wall {:.4} s)", cost.processor, cost.wall);
    let mut told = Vec::new();
    let mut met: Vec<bool> = goal.most.map(|most| cost.processor <= most).into_iter().collect();
    if let Some((beside, Theirs { processor, .. })) = &theirs {
        told.push(format!("{} {processor:.4} s now", beside.work.program()));
        found = format!("{found}; {:.2} ×", cost.processor / processor);
        met.extend(beside.share.map(|share| cost.processor <= share * processor));
    }
    // For the record: of those no part of the time is asked.
    told.extend(goal.too.iter().map(|work| match peer.measure(*work, nodes) {
        Some(Theirs { processor, .. }) => format!("{} {processor:.4} s now", work.program()),
        None => format!("{} did not run", work.program()),
    }));
    told.push(format!("seen: {}", goal.seen));
    report.add(Row {
        what: what.clone(),
        goal: goals.join(", "),
        found,
        peer: told.join("; "),
        met: (!met.is_empty()).then(|| met.iter().all(|met| *met)),
    });
    if let Some(Beside { work, wall: Some(most), .. }) = &goal.peer {
        let theirs = theirs.as_ref().map(|(_, theirs)| theirs.processor);
        report.add(on_the_clock(&what, cost.wall, *most, work.program(), theirs, load()));
    }
}

/// Its own row: the clock says something only when nobody else is at work, and else the goal stays open.
fn on_the_clock(what: &str, wall: f64, most: f64, program: &str, theirs: Option<f64>, load: f64) -> Row {
    let quiet = load <= QUIET;
    let found = match theirs {
        None => format!("wall {wall:.4} s; open: {program} did not run"),
        Some(theirs) if quiet => format!("wall {wall:.4} s; {:.2} ×", wall / theirs),
        Some(theirs) => {
            format!("wall {wall:.4} s; {:.2} ×; open: load {load} is more than {QUIET}", wall / theirs)
        }
    };
    Row {
        what: format!("{what}, on the clock"),
        goal: format!("≤ {most} × {program} on 2 cores"),
        found,
        peer: theirs.map(|theirs| format!("{program}, on one, {theirs:.4} s now")).unwrap_or_default(),
        met: theirs.filter(|_| quiet).map(|theirs| wall <= most * theirs),
    }
}

/// Both cores of two are this program's own work.
const QUIET: f64 = 2.3;

fn load() -> f64 {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or(f64::INFINITY)
}

fn grown(line: &Line, sizes: &[Measured], report: &mut Report) {
    let each: Vec<String> = sizes
        .iter()
        .map(|size| {
            format!("{} nodes {:.4} s ({:.2} ns)", thousands(size.nodes), size.cost.processor, size.each())
        })
        .collect();
    report.figure(&format!("network, how it grows ({}): {}", line.order, line.name), each.join(", "));
}

/// How good the communities of one start are, beside what igraph's Leiden finds when it may go on until it is done.
fn quality(peer: &Peer, report: &mut Report) {
    let one = |nodes: usize| {
        let found = communities(&drawn::graph(nodes), Counting::Weights, 1, 1).modularity.unwrap_or_default();
        let theirs = peer.measure(Work::Leiden, nodes).and_then(|Theirs { processor, modularity }| {
            modularity.map(|found| format!("{found:.4} in {processor:.2} s"))
        });
        (format!("{} nodes {found:.4}", thousands(nodes)), theirs)
    };
    let (found, theirs): (Vec<String>, Vec<Option<String>>) = LARGE.into_iter().map(one).unzip();
    let theirs: Vec<String> = theirs.into_iter().flatten().collect();
    report.add(Row {
        what: "network: modularity by weight of one start".to_owned(),
        goal: String::new(),
        found: found.join(", "),
        peer: if theirs.is_empty() {
            String::new()
        } else {
            format!("igraph to its end: {}", theirs.join(", "))
        },
        met: None,
    });
}

/// The peak of reading 200,000 nodes and asking everything that has a goal at that size.
fn memory() {
    let graph = drawn::graph(200_000);
    hold((ei(&graph, By::Group, Counting::Ties), holes(&graph, Counting::Weights), cuts(&graph, By::Group)));
    hold(Accuracy::new(0.01, 0.1).map(|accuracy| betweenness_sampled(&graph, accuracy, 1)));
    println!("{}", watched::memory(std::process::id()).map_or(0.0, |memory| memory.most * 1.048_576));
}

fn apart() -> Result<f64, String> {
    let program = std::env::current_exe().map_err(|why| why.to_string())?;
    let told = Command::new(program).args(["network", "memory"]).output().map_err(|why| why.to_string())?;
    String::from_utf8_lossy(&told.stdout)
        .trim()
        .parse()
        .map_err(|why| format!("The memory of a network could not be measured: {why}"))
}

fn thousands(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

#[cfg(test)]
mod tests {
    use super::on_the_clock;

    #[test]
    fn a_goal_on_the_clock_stays_open_when_the_machine_is_at_other_work_or_there_is_no_peer() {
        let row = |theirs, load| on_the_clock("ways", 5.0, 0.28, "igraph", theirs, load);
        assert_eq!((row(Some(20.0), 1.9).met, row(Some(17.0), 1.9).met), (Some(true), Some(false)));
        assert_eq!((row(Some(17.0), 2.4).met, row(None, 0.1).met), (None, None));
        assert!(row(Some(17.0), 2.4).found.contains("open"));
        assert!(row(None, 0.1).found.contains("open"));
    }
}
