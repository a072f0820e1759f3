//! What each measure costs, beside igraph where it is there: `cargo bench -p network`, or with words to choose lines.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

mod drawn;
mod machine;
mod peer;

use std::process::ExitCode;

use network::{
    Accuracy, By, Counting, Graph, Length, betweenness, betweenness_sampled, betweenness_weighted, brokerage,
    brokerage_permuted, communities, cuts, distances, ei, ei_permuted, holes, layout, reach,
};

use machine::{Cost, cost_of, peak_memory};
use peer::{Peer, Work};

/// What a line measures, on networks of which sizes, and what it should be.
struct Line {
    name: &'static str,
    order: &'static str,
    /// The nodes of each network; four times as many ties.
    sizes: [usize; 4],
    /// Most processor seconds at the last size.
    goal: Option<f64>,
    /// What igraph does, at most how much of its time this may take, and on two cores of its wall time.
    peer: Option<(Work, f64, Option<f64>)>,
    /// What others were seen to take at the last size, on networks of their own.
    seen: &'static str,
    run: fn(&Graph),
}

const LARGE: [usize; 4] = [2_000, 20_000, 100_000, 200_000];
const MIDDLE: [usize; 4] = [1_000, 2_000, 8_000, 20_000];

fn lines() -> Vec<Line> {
    let line = |name, order, sizes, goal, peer, run: fn(&Graph)| {
        let seen = seen(name);
        Line { name, order, sizes, goal, peer, seen, run }
    };
    vec![
        line(
            "E-I with moments",
            "n + m",
            LARGE,
            Some(0.01),
            Some((Work::Assortativity, f64::INFINITY, None)),
            |graph| {
                hold(ei(graph, By::Group, Counting::Ties));
            },
        ),
        line("E-I, 999 deals", "n + m per deal", LARGE, None, None, |graph| {
            hold(ei_permuted(graph, By::Group, Counting::Ties, 999, 1));
        }),
        line("brokerage, all nodes and roles", "m^1.5", MIDDLE, Some(0.02), None, |graph| {
            hold(brokerage(graph, By::Group));
        }),
        line("brokerage, 999 deals", "n + m per deal", MIDDLE, None, None, |graph| {
            hold(brokerage_permuted(graph, By::Group, 999, 1));
        }),
        line(
            "constraint and effective size",
            "Σ degrees at ties",
            LARGE,
            Some(0.5),
            Some((Work::Constraint, f64::INFINITY, None)),
            |graph| {
                hold(holes(graph, Counting::Weights));
            },
        ),
        line(
            "what is cut off, all nodes",
            "n + m",
            LARGE,
            Some(0.15),
            Some((Work::Articulation, f64::INFINITY, None)),
            |graph| {
                hold(cuts(graph, By::Group));
            },
        ),
        line("direct, through one, further", "Σ degrees at ties", LARGE, None, None, |graph| {
            hold(reach(graph, By::Group));
        }),
        line("all distances by group", "n·m / 64", MIDDLE, None, None, |graph| {
            hold(distances(graph, By::Group));
        }),
        line(
            "betweenness, exact",
            "n·m",
            MIDDLE,
            None,
            Some((Work::Betweenness, 0.5, Some(0.28))),
            |graph| {
                hold(betweenness(graph));
            },
        ),
        line(
            "betweenness by length, exact",
            "n·m",
            MIDDLE,
            None,
            Some((Work::Weighted, 0.4, None)),
            |graph| {
                hold(betweenness_weighted(graph, Length::Inverse));
            },
        ),
        line(
            "betweenness, ε 0.01, δ 0.1",
            "draws · √n or so",
            LARGE,
            Some(2.3),
            Some((Work::Drawn, f64::INFINITY, None)),
            |graph| {
                hold(Accuracy::new(0.01, 0.1).map(|accuracy| betweenness_sampled(graph, accuracy, 1)));
            },
        ),
        line(
            "who are the ten of most betweenness, ε 0.005",
            "draws · √n or so",
            LARGE,
            None,
            None,
            |graph| {
                hold(
                    Accuracy::new(0.005, 0.1)
                        .map(|accuracy| betweenness_sampled(graph, accuracy.for_top(10), 1)),
                );
            },
        ),
        line(
            "communities, one start",
            "m per pass",
            LARGE,
            None,
            Some((Work::Leiden, f64::INFINITY, None)),
            |graph| {
                hold(communities(graph, Counting::Weights, 1, 1));
            },
        ),
        line("layout", "n + m per round", MIDDLE, None, None, |graph| {
            let keys: Vec<u64> = (0..graph.nodes() as u64).collect();
            hold(layout(graph, &keys, &vec![None; graph.nodes()]));
        }),
    ]
}

/// Processor seconds of others at the last size of a line, seen elsewhere on a machine like this one.
fn seen(name: &str) -> &'static str {
    match name {
        "E-I with moments" => "igraph assortativity was seen at 0.011",
        "brokerage, all nodes and roles" => "R sna was seen at 4.7",
        "constraint and effective size" => "igraph (constraint only) was seen at 1.6",
        "what is cut off, all nodes" => "igraph (points only) was seen at 0.27",
        "betweenness, exact" => "igraph was seen at 43–70, NetworKit at 256",
        "betweenness by length, exact" => "igraph was seen at 149–185",
        "betweenness, ε 0.01, δ 0.1" => "NetworKit KADABRA was seen at 3.5",
        "communities, one start" => "igraph was seen at 45, NetworKit at 2.2, leiden-rs at 15.6",
        _ => "",
    }
}

fn hold<T>(found: T) {
    std::hint::black_box(found);
}

/// How often a line is measured after the first time; the middle one counts, of long ones the first.
fn times(cost: &Cost) -> usize {
    if cost.wall > 5.0 { 0 } else { 5 }
}

fn measured(graph: &Graph, run: fn(&Graph)) -> Cost {
    let first = cost_of(1, || run(graph));
    // The scheduler counts in steps of some milliseconds: short work is done as often as makes a fifth of a second.
    let again = (0.2 / first.wall.max(1e-6)).clamp(1.0, 10_000.0) as u32;
    let mut costs: Vec<Cost> = (0..times(&first)).map(|_| cost_of(again, || run(graph))).collect();
    costs.extend((costs.is_empty()).then_some(first));
    costs.sort_by(|one, other| one.processor.total_cmp(&other.processor));
    costs.swap_remove(costs.len() / 2)
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if words.first().is_some_and(|word| word == "memory") {
        return memory();
    }
    println!("{}", machine::said());
    let peer = Peer::look();
    println!("{}\n", peer.said());
    println!(
        "Processor seconds, the middle of five (of one when it is long); networks of n nodes and 4n ties.\n"
    );
    println!("| what | order | n | found: processor s (wall s) | goal | peer | |");
    println!("|---|---|---|---|---|---|---|");
    let mut met = true;
    for line in
        lines().iter().filter(|line| words.is_empty() || words.iter().any(|word| line.name.contains(word)))
    {
        for (at, nodes) in line.sizes.into_iter().enumerate() {
            let graph = drawn::graph(nodes);
            let found = measured(&graph, line.run);
            let last = at + 1 == line.sizes.len();
            let (goal, theirs, ok) =
                if last { judged(line, &found, &peer, nodes) } else { Default::default() };
            met &= ok != Some(false);
            let mark = ok.map_or("", |ok| if ok { "ok" } else { "NOT MET" });
            println!(
                "| {} | {} | {nodes} | {:.4} ({:.4}) | {goal} | {theirs} | {mark} |",
                line.name, line.order, found.processor, found.wall
            );
        }
    }
    if words.is_empty() || words.iter().any(|word| word == "quality") {
        said_quality(&peer);
    }
    if words.is_empty() {
        met &= said_memory();
    }
    if met { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// The goal, the peer, and whether it was met.
fn judged(line: &Line, found: &Cost, peer: &Peer, nodes: usize) -> (String, String, Option<bool>) {
    let (mut goals, mut ok) = (Vec::new(), None::<bool>);
    let mut hold_to = |met: bool| ok = Some(ok.unwrap_or(true) && met);
    if let Some(goal) = line.goal {
        goals.push(format!("≤ {goal} s"));
        hold_to(found.processor <= goal);
    }
    let mut theirs = line.seen.to_owned();
    if let Some((work, share, on_two)) = line.peer {
        let measured = peer.measure(work, nodes);
        if share.is_finite() {
            goals.push(format!("≤ {share} × peer"));
        }
        if let Some(on_two) = on_two {
            goals.push(format!("≤ {on_two} × its wall time on 2 cores"));
        }
        if let Some(measured) = measured {
            theirs = format!("{:.4} in this run; {theirs}", measured);
            let part = format!("; {:.2} ×", found.processor / measured);
            theirs.push_str(&part);
            if share.is_finite() {
                hold_to(found.processor <= share * measured);
            }
            // Wall time says something only when nobody else is at work.
            if on_two.is_some() && machine::quiet() {
                hold_to(found.wall <= on_two.unwrap_or(1.0) * measured);
            }
        }
    }
    (goals.join(", "), theirs, ok)
}

/// In a process of its own: the peak of reading 200,000 nodes and asking everything that has a goal at that size.
fn memory() -> ExitCode {
    let graph = drawn::graph(200_000);
    hold((ei(&graph, By::Group, Counting::Ties), holes(&graph, Counting::Weights), cuts(&graph, By::Group)));
    hold(Accuracy::new(0.01, 0.1).map(|accuracy| betweenness_sampled(&graph, accuracy, 1)));
    println!("{}", peak_memory());
    ExitCode::SUCCESS
}

/// How good the communities of one start are, beside what igraph's Leiden finds when it may go on until it is done.
fn said_quality(peer: &Peer) {
    println!("\nModularity by weight, one start; igraph until nothing changes:");
    for nodes in LARGE {
        let found = communities(&drawn::graph(nodes), Counting::Weights, 1, 1).modularity.unwrap_or_default();
        let theirs =
            peer.measure(Work::Quality, nodes).map_or("not here".to_owned(), |found| format!("{found:.4}"));
        println!("  {nodes} nodes: {found:.4}; igraph {theirs}");
    }
}

fn said_memory() -> bool {
    let told = std::env::current_exe().and_then(|own| std::process::Command::new(own).arg("memory").output());
    let peak = told.ok().and_then(|told| String::from_utf8_lossy(&told.stdout).trim().parse::<u64>().ok());
    let Some(peak) = peak else {
        println!("\nMemory was not measured: this machine does not tell it.");
        return true;
    };
    let peak = peak as f64 / 1024.0;
    println!(
        "\nPeak memory with 200,000 nodes and 800,000 ties, the list of ties included: {peak:.0} MiB; goal ≤ 114 MiB (120 MB)."
    );
    peak <= 114.4
}
