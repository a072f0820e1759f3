//! Reads a network from a folder (`nodes.csv` with id and group2, `edges.csv` with from, to, weight) and mirrors it.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints what it found")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use network::{
    By, Counting, Direction, Graph, Length, Tie, Ties, assortativity, betweenness_weighted, brokerage,
    brokerage_permuted, cuts, ei, holes, reach,
};

type Wrong = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("Which folder? For example ../shared/reference/network/karate");
        return ExitCode::FAILURE;
    };
    match read(Path::new(&folder)).and_then(|(names, groups, graph)| told(&names, &groups, &graph)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{folder}: {wrong}");
            ExitCode::FAILURE
        }
    }
}

/// The names of the nodes and of the groups, and the network.
fn read(folder: &Path) -> Result<(Vec<String>, Vec<String>, Graph), Wrong> {
    let meta = std::fs::read_to_string(folder.join("meta.json")).unwrap_or_default();
    let meta: serde_json::Value = serde_json::from_str(&meta).unwrap_or_default();
    let directed = meta["directed"].as_bool().unwrap_or(false);
    let (mut names, mut ids, mut groups, mut labels) = (Vec::new(), BTreeMap::new(), Vec::new(), Vec::new());
    for row in csv::Reader::from_path(folder.join("nodes.csv"))?.deserialize() {
        let row: BTreeMap<String, String> = row?;
        let cell =
            |name: &str| row.get(name).cloned().ok_or_else(|| format!("nodes.csv has no column {name}"));
        ids.insert(cell("id")?, names.len());
        names.push(cell("label").or_else(|_| cell("id"))?);
        let group = cell("group2")?;
        let known = groups.iter().position(|known| *known == group).unwrap_or_else(|| {
            groups.push(group);
            groups.len() - 1
        });
        labels.push(u8::try_from(known).map_err(|_| "more than 256 groups")?);
    }
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(names.len(), direction)?.in_groups(&labels)?;
    for (number, row) in csv::Reader::from_path(folder.join("edges.csv"))?.records().enumerate() {
        let row = row?;
        let node = |at: usize| {
            let id = row.get(at).unwrap_or_default();
            ids.get(id).copied().ok_or_else(|| format!("edges.csv, row {number}: there is no node {id}"))
        };
        let weight: f64 = row.get(2).map_or(Ok(1.0), str::parse)?;
        ties.add(Tie::new(node(0)?, node(1)?).weighing(weight))?;
    }
    Ok((names, groups, ties.graph()?))
}

fn told(names: &[String], groups: &[String], graph: &Graph) -> Result<(), Wrong> {
    println!(
        "{} nodes in {} groups ({}), {} ties",
        graph.nodes(),
        groups.len(),
        groups.join(", "),
        graph.ties()
    );
    let mixing = ei(graph, By::Group, Counting::Ties);
    if let (Some(index), Some(chance)) = (mixing.whole.index(), mixing.by_chance) {
        println!("E-I index {index:.4}; by chance {:.4} ± {:.4}", chance.mean, chance.variance.sqrt());
    }
    for (group, split) in groups.iter().zip(&mixing.by_group) {
        println!("  {group}: {} to others, {} within", split.external, split.internal);
    }
    let mixed = assortativity(graph, By::Group, Counting::Ties);
    if let (Some(r), Some(error)) = (mixed.r, mixed.error) {
        println!("assortativity {r:.4} ± {error:.4}");
    }
    if let Some([direct, through_one, further, apart]) = reach(graph, By::Group).across().shares() {
        println!(
            "pairs of different groups: direct {direct:.3}, through one {through_one:.3}, further {further:.3}, apart {apart:.3}"
        );
    }
    let (found, chances) = (brokerage(graph, By::Group).whole, brokerage_permuted(graph, By::Group, 999, 1));
    let roles = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"];
    for ((role, count), chance) in roles.iter().zip(found.each()).zip(chances.whole) {
        println!("  {role} {count} (p as few {:.3}, as many {:.3})", chance.p_low, chance.p_high);
    }
    let (ways, free) = (betweenness_weighted(graph, Length::Inverse)?, holes(graph, Counting::Weights));
    let mut order: Vec<usize> = (0..graph.nodes()).collect();
    order.sort_by(|&one, &other| ways[other].total_cmp(&ways[one]).then(one.cmp(&other)));
    println!("most ways go over:");
    for node in order.into_iter().take(5) {
        let constraint = free[node].map_or(String::from("none"), |hole| format!("{:.3}", hole.constraint));
        println!("  {}: {:.1}, constraint {constraint}", names[node], ways[node]);
    }
    let cuts = cuts(graph, By::Group);
    println!("{} components; {} nodes whose leaving cuts others off:", cuts.sizes.len(), cuts.lost.len());
    for loss in cuts.lost.iter().take(10) {
        let lost = groups.iter().zip(&loss.cut_off).map(|(group, lost)| format!("{lost} {group}"));
        println!("  without {}: {}", names[loss.node as usize], lost.collect::<Vec<_>>().join(", "));
    }
    Ok(())
}
