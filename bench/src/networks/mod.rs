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
use lines::{LARGE, LINES, Line, hold};
use machine::Cost;
use peer::{Peer, Theirs};

const MEMORY_MB: f64 = 120.0;

/// `bench network`, or with words for only some lines; `bench network memory` is a part of it in a process of its own.
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
    let peer = Peer::ready();
    report.note(machine::said());
    report.note(peer.said());
    report.note(
        "Networks: seconds of the processor, the middle of five times (of one that is long); n nodes and 4n ties \
         drawn from a seed.",
    );
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(&**word));
    for line in LINES.iter().filter(|line| chosen(line.name)) {
        println!("measuring: {}", line.name);
        let costs: Vec<(usize, Cost)> =
            line.sizes.into_iter().map(|nodes| (nodes, line.measured(&drawn::graph(nodes)))).collect();
        if let (Some(goal), Some((nodes, cost))) =
            (GOALS.iter().find(|goal| goal.line == line.name), costs.last())
        {
            judge(goal, *nodes, cost, &peer, report);
        }
        grown(line, &costs, report);
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

fn judge(goal: &Goal, nodes: usize, cost: &Cost, peer: &Peer, report: &mut Report) {
    let theirs = goal.peer.as_ref().and_then(|beside| Some((beside, peer.measure(beside.work, nodes)?)));
    let mut goals: Vec<String> = goal.most.map(|most| format!("≤ {most} s")).into_iter().collect();
    if let Some(Beside { work, share, wall }) = &goal.peer {
        goals.extend(share.map(|share| format!("≤ {share} × {}", work.program())));
        goals.extend(wall.map(|wall| format!("≤ {wall} × its wall time")));
    }
    let mut found = format!("{:.4} s (wall {:.4} s)", cost.processor, cost.wall);
    let mut told = vec![format!("seen: {}", goal.seen)];
    let mut met: Vec<bool> = goal.most.map(|most| cost.processor <= most).into_iter().collect();
    if let Some((beside, Theirs { processor, .. })) = &theirs {
        told.insert(0, format!("{} {processor:.4} s now", beside.work.program()));
        found = format!("{found}; {:.2} ×", cost.processor / processor);
        met.extend(beside.share.map(|share| cost.processor <= share * processor));
        if let Some(wall) = beside.wall {
            found = format!("{found}, wall {:.2} ×", cost.wall / processor);
            // The clock says something only when nobody else is at work.
            met.extend(quiet().then_some(cost.wall <= wall * processor));
        }
    }
    report.add(Row {
        what: format!("network: {}, {} nodes, {} ties", goal.line, thousands(nodes), thousands(4 * nodes)),
        goal: goals.join(", "),
        found,
        peer: told.join("; "),
        met: (!met.is_empty()).then(|| met.iter().all(|met| *met)),
    });
}

/// One core of two is this program's own work.
fn quiet() -> bool {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().and_then(|load| load.parse::<f64>().ok()).is_some_and(|load| load <= 2.3)
}

fn grown(line: &Line, costs: &[(usize, Cost)], report: &mut Report) {
    let each: Vec<String> = costs
        .iter()
        .map(|(nodes, cost)| format!("{} nodes {:.4} s", thousands(*nodes), cost.processor))
        .collect();
    report.figure(&format!("network, how it grows ({}): {}", line.order, line.name), each.join(", "));
}

/// How good the communities of one start are, beside what igraph's Leiden finds when it may go on until it is done.
fn quality(peer: &Peer, report: &mut Report) {
    let one = |nodes: usize| {
        let found = communities(&drawn::graph(nodes), Counting::Weights, 1, 1).modularity.unwrap_or_default();
        let theirs = peer.measure(peer::Work::Leiden, nodes).and_then(|Theirs { processor, modularity }| {
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
