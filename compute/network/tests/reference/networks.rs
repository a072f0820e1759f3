//! Reads the reference networks; without the folder the tests say so and pass.

use std::cell::RefCell;
use std::collections::BTreeSet;
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
    /// The same without directions: what goes both ways is one tie of both weights.
    pub(crate) undirected: Graph,
    /// The names of the groups and of the roles, in the order of their numbers.
    pub(crate) groups: Vec<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) python: Figures,
    pub(crate) r: Figures,
    pub(crate) folder: PathBuf,
}

impl Network {
    pub(crate) fn is_directed(&self) -> bool {
        self.graph.direction() == Direction::Directed
    }
}

/// What another program found, and what of it was asked for.
pub(crate) struct Figures {
    all: Value,
    asked: RefCell<BTreeSet<String>>,
}

impl Figures {
    fn new(all: Value) -> Self {
        Self { all, asked: RefCell::default() }
    }

    /// The figure of this name, of one within another `outer/inner`; null when it is not there.
    pub(crate) fn at(&self, name: &str) -> &Value {
        self.asked.borrow_mut().insert(name.to_owned());
        self.all.pointer(&format!("/{name}")).unwrap_or(&Value::Null)
    }

    /// The names of all there are: of what holds figures of its own, those.
    pub(crate) fn names(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for (outer, figure) in self.all.as_object().into_iter().flatten() {
            match figure.as_object() {
                Some(inner) => names.extend(inner.keys().map(|inner| format!("{outer}/{inner}"))),
                None => {
                    names.insert(outer.clone());
                }
            }
        }
        names
    }

    /// The names of those that were asked for.
    pub(crate) fn asked(&self) -> BTreeSet<String> {
        self.asked.borrow().clone()
    }
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
    let list = |direction| {
        Ties::between(group.len(), direction).unwrap().in_groups(&group).unwrap().in_roles(&role).unwrap()
    };
    let (mut ties, mut undirected) = (list(direction), list(Direction::Undirected));
    for row in csv::Reader::from_path(folder.join("edges.csv")).unwrap().records() {
        let row = row.unwrap();
        let node = |at: usize| row[at].parse::<usize>().unwrap() - 1;
        let tie = Tie::new(node(0), node(1)).weighing(row[2].parse().unwrap());
        ties.add(tie).unwrap();
        undirected.add(tie).unwrap();
    }
    let (python, synthetic) = (json("reference_py.json"), json("reference.json"));
    Network {
        name: name.to_owned(),
        graph: ties.graph().unwrap(),
        undirected: undirected.graph().unwrap(),
        groups,
        roles,
        python: Figures::new(if python.is_null() { synthetic } else { python }),
        r: Figures::new(json("reference_R.json")),
        folder: folder.to_owned(),
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

/// As many of ours as of theirs, and each the same but for `most`.
pub(crate) fn each_same<T: Into<Option<f64>>>(
    what: &str,
    found: impl IntoIterator<Item = T>,
    expected: &Value,
    most: f64,
) {
    let (found, expected): (Vec<T>, Vec<f64>) = (found.into_iter().collect(), numbers(expected));
    assert_eq!(found.len(), expected.len(), "{what}");
    for (at, (found, expected)) in found.into_iter().zip(expected).enumerate() {
        same(&format!("{what} at {at}"), found, expected, most);
    }
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
