//! Reads the reference networks; without the folder the tests say so and pass.

use std::path::{Path, PathBuf};

use network::{Direction, Graph, Tie, Ties};
use serde_json::Value;

/// The real networks; the synthetic ones are read by name.
pub(crate) const REAL: [&str; 17] = [
    "chemnet",
    "dhhs",
    "emon_cheyenne",
    "emon_hurrfrederic",
    "emon_lakepomona",
    "emon_mtsi",
    "emon_mtsthelens",
    "emon_wichita",
    "karate",
    "kite",
    "law_advice",
    "law_cowork",
    "lhds",
    "polblogs",
    "tobacco_cnt",
    "tobacco_coll",
    "ukfaculty",
];

/// A network with `group2` as its groups and `group` as its roles, and what others found in it.
pub(crate) struct Network {
    pub(crate) name: String,
    pub(crate) graph: Graph,
    /// The names of the groups and of the roles, in the order of their numbers.
    pub(crate) groups: Vec<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) python: Value,
    pub(crate) r: Value,
}

pub(crate) fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/network");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no folder ../shared/reference/network beside this repository.");
    None
}

/// The networks of these names; none when the folder is not there.
pub(crate) fn read(names: &[&str]) -> Vec<Network> {
    let Some(folder) = folder() else { return Vec::new() };
    names.iter().map(|name| one(&folder.join(name), name)).collect()
}

fn one(folder: &Path, name: &str) -> Network {
    let json = |file: &str| match std::fs::read_to_string(folder.join(file)) {
        Ok(text) => serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}/{file}: {error}")),
        Err(_) => Value::Null,
    };
    let directed = json("meta.json")["directed"].as_bool().unwrap();
    let (groups, group) = classes(folder, "group2");
    let (roles, role) = classes(folder, "group");
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties =
        Ties::between(group.len(), direction).unwrap().in_groups(&group).unwrap().in_roles(&role).unwrap();
    for row in csv::Reader::from_path(folder.join("edges.csv")).unwrap().records() {
        let row = row.unwrap();
        let node = |at: usize| row[at].parse::<usize>().unwrap() - 1;
        ties.add(Tie::new(node(0), node(1)).weighing(row[2].parse().unwrap())).unwrap();
    }
    let (python, synthetic) = (json("reference_py.json"), json("reference.json"));
    Network {
        name: name.to_owned(),
        graph: ties.graph().unwrap(),
        groups,
        roles,
        python: if python.is_null() { synthetic } else { python },
        r: json("reference_R.json"),
    }
}

/// The names of the classes in one column of the nodes, and the class of each.
fn classes(folder: &Path, column: &str) -> (Vec<String>, Vec<u8>) {
    let mut reader = csv::Reader::from_path(folder.join("nodes.csv")).unwrap();
    let at = reader.headers().unwrap().iter().position(|name| name == column).unwrap();
    let mut names: Vec<String> = Vec::new();
    let labels = reader.records().map(|row| {
        let name = row.unwrap()[at].to_owned();
        let class = names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        u8::try_from(class).unwrap()
    });
    let labels = labels.collect();
    (names, labels)
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect()
}

/// Both are missing, or both are the same but for `most`.
pub(crate) fn same(what: &str, found: impl Into<Option<f64>>, expected: impl Into<Option<f64>>, most: f64) {
    match (found.into(), expected.into().filter(|expected: &f64| !expected.is_nan())) {
        (None, None) => {}
        (Some(found), Some(expected)) => {
            assert!(
                (found - expected).abs() <= most * expected.abs().max(1.0),
                "{what}: {found}, expected {expected}"
            );
        }
        (found, expected) => panic!("{what}: {found:?}, expected {expected:?}"),
    }
}
