//! igraph and NetworKit beside it, from PyPI into `target/peers`; without a network or Python only what was seen.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::drawn;

const IGRAPH: &str = "igraph==1.0.0";
const NETWORKIT: &str = "networkit==11.3";
/// What runs in Python goes along in the program, so that it needs no sources beside it.
const SCRIPT: &str = include_str!("peer.py");

/// A piece of work that another program does too, or nearly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    Assortativity,
    Constraint,
    Articulation,
    Betweenness,
    Weighted,
    /// By drawing ways: NetworKit's KADABRA.
    Drawn,
    Leiden,
}

impl Work {
    fn name(self) -> &'static str {
        match self {
            Self::Assortativity => "assortativity",
            Self::Constraint => "constraint",
            Self::Articulation => "articulation",
            Self::Betweenness => "betweenness",
            Self::Weighted => "weighted",
            Self::Drawn => "drawn",
            Self::Leiden => "leiden",
        }
    }

    pub(crate) fn program(self) -> &'static str {
        if self == Self::Drawn { "NetworKit" } else { "igraph" }
    }
}

/// What the other took, and for communities how good they are.
pub(crate) struct Theirs {
    pub(crate) processor: f64,
    pub(crate) modularity: Option<f64>,
}

pub(crate) struct Peer {
    python: Option<PathBuf>,
}

impl Peer {
    /// Installs both when they are not there yet.
    pub(crate) fn ready() -> Self {
        let Some(folder) = folder() else { return Self { python: None } };
        let python = folder.join("bin/python");
        let knows = |module: &str| done(Command::new(&python).args(["-c", &format!("import {module}")]));
        if !python.exists() {
            println!("making {} for {IGRAPH} and {NETWORKIT}", folder.display());
            done(Command::new("python3").args(["-m", "venv"]).arg(&folder));
        }
        for (module, package) in [("igraph", IGRAPH), ("networkit", NETWORKIT)] {
            if python.exists() && !knows(module) {
                let quietly = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
                done(Command::new(&python).args(quietly).arg(package));
            }
        }
        Self { python: knows("igraph").then_some(python) }
    }

    pub(crate) fn said(&self) -> String {
        match self.python {
            Some(_) => format!(
                "Peers of networks: {IGRAPH} and {NETWORKIT} run beside it in this run, on the same networks; exact \
                 betweenness from one node in ten, times ten. What the others were seen to take was on networks of \
                 the same size on a machine like this."
            ),
            None => format!(
                "Peers of networks: Python could not get {IGRAPH} from PyPI, so only what they were seen to take on a \
                 machine like this stands beside it, and goals beside a peer are left open."
            ),
        }
    }

    /// On the same network; `None` without the peer.
    pub(crate) fn measure(&self, work: Work, nodes: usize) -> Option<Theirs> {
        let python = self.python.as_ref()?;
        let folder = tempfile::tempdir().ok()?;
        let (groups, rows) = drawn::rows(nodes);
        let mut text = String::new();
        for (from, to, weight) in rows {
            writeln!(text, "{from} {to} {weight}").ok()?;
        }
        std::fs::write(folder.path().join("ties"), text).ok()?;
        let groups: String = groups.iter().map(|group| format!("{group}\n")).collect();
        std::fs::write(folder.path().join("ties.groups"), groups).ok()?;
        let told = Command::new(python)
            .args(["-c", SCRIPT])
            .arg(folder.path().join("ties"))
            .args([work.name(), &nodes.to_string()])
            .output()
            .ok()?;
        if !told.status.success() {
            eprintln!("{}", String::from_utf8_lossy(&told.stderr));
        }
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let mut figures = told.split_whitespace().map(str::parse::<f64>);
        Some(Theirs { processor: figures.next()?.ok()?, modularity: figures.next().and_then(Result::ok) })
    }
}

/// Beside the folder of the release binary, which `cargo clean` takes away.
fn folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.parent().and_then(Path::parent).map(|target| target.join("peers"))
}

fn done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|how| how.success())
}
