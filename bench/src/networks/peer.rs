//! igraph and NetworKit beside it, from PyPI into `target/peers`, and R's sna where it is; else only what was seen.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::drawn;

const IGRAPH: &str = "igraph==1.0.0";
const NETWORKIT: &str = "networkit==11.3";
/// What runs in Python and in R goes along in the program, so that it needs no sources beside it.
const SCRIPT: &str = include_str!("peer.py");
const SCRIPT_R: &str = include_str!("peer.R");

/// A piece of work that another program does too, or nearly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    Assortativity,
    Constraint,
    Articulation,
    Betweenness,
    /// NetworKit's, for which it takes minutes.
    BetweennessToo,
    Weighted,
    /// By drawing ways: NetworKit's KADABRA.
    Drawn,
    Leiden,
    /// R's `sna::brokerage`.
    Brokerage,
}

/// From which nodes a peer looks for exact betweenness of a large network, which is a sum over them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sources {
    All,
    /// And ten times what that takes. NetworKit cannot, and takes minutes for all: it is left out.
    OneInTen,
}

impl Work {
    fn name(self) -> &'static str {
        match self {
            Self::Assortativity => "assortativity",
            Self::Constraint => "constraint",
            Self::Articulation => "articulation",
            Self::Betweenness => "betweenness",
            Self::BetweennessToo => "betweenness too",
            Self::Weighted => "weighted",
            Self::Drawn => "drawn",
            Self::Leiden => "leiden",
            Self::Brokerage => "brokerage",
        }
    }

    pub(crate) fn program(self) -> &'static str {
        match self {
            Self::Drawn | Self::BetweennessToo => "NetworKit",
            Self::Brokerage => "R sna",
            _ => "igraph",
        }
    }
}

/// What the other took, and for communities how good they are.
pub(crate) struct Theirs {
    pub(crate) processor: f64,
    pub(crate) modularity: Option<f64>,
}

pub(crate) struct Peer {
    python: Option<PathBuf>,
    /// Whether there is an R that knows sna. Nothing is installed for it: R comes with a system, not from PyPI.
    sna: bool,
    sources: Sources,
}

impl Peer {
    /// Installs igraph and NetworKit when they are not there yet.
    pub(crate) fn ready(sources: Sources) -> Self {
        let sna = done(Command::new("Rscript").args(["-e", "library(sna)"]));
        let Some(folder) = folder() else { return Self { python: None, sna, sources } };
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
        Self { python: knows("igraph").then_some(python), sna, sources }
    }

    pub(crate) fn said(&self) -> String {
        let python = match (&self.python, self.sources) {
            (None, _) => format!(
                "Python could not get {IGRAPH} from PyPI, so only what they were seen to take on a machine like this \
                 stands beside it, and goals beside a peer are left open"
            ),
            (Some(_), Sources::All) => {
                format!("{IGRAPH} and {NETWORKIT} run beside it in this run, on the same networks")
            }
            (Some(_), Sources::OneInTen) => format!(
                "{IGRAPH} and {NETWORKIT} run beside it in this run, on the same networks; exact betweenness from one \
                 node in ten, times ten (with --whole from all, and NetworKit's too)"
            ),
        };
        let sna = if self.sna {
            "R's sna runs too"
        } else {
            "there is no Rscript here that knows sna, so only what it was seen to take stands there"
        };
        format!(
            "Peers of networks: {python}; {sna}. What was seen was on networks of the same size on a machine like this."
        )
    }

    /// On the same network; `None` without the peer.
    pub(crate) fn measure(&self, work: Work, nodes: usize) -> Option<Theirs> {
        if work == Work::BetweennessToo && self.sources != Sources::All {
            return None;
        }
        let folder = tempfile::tempdir().ok()?;
        written(folder.path(), nodes)?;
        let mut command = if work == Work::Brokerage {
            let script = folder.path().join("peer.R");
            std::fs::write(&script, SCRIPT_R).ok()?;
            let mut command = self.sna.then(|| Command::new("Rscript"))?;
            command.arg(script);
            command
        } else {
            let mut command = Command::new(self.python.as_ref()?);
            command.args(["-c", SCRIPT]);
            command
        };
        let sources = if self.sources == Sources::All { "all" } else { "some" };
        let told = command
            .arg(folder.path().join("ties"))
            .args([work.name(), &nodes.to_string(), sources])
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

/// The network as files for a peer.
fn written(folder: &Path, nodes: usize) -> Option<()> {
    let (groups, rows) = drawn::rows(nodes);
    let mut text = String::new();
    for (from, to, weight) in rows {
        writeln!(text, "{from} {to} {weight}").ok()?;
    }
    std::fs::write(folder.join("ties"), text).ok()?;
    let groups: String = groups.iter().map(|group| format!("{group}\n")).collect();
    std::fs::write(folder.join("ties.groups"), groups).ok()
}

/// Beside the folder of the release binary, which `cargo clean` takes away.
fn folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.parent().and_then(Path::parent).map(|target| target.join("peers"))
}

fn done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|how| how.success())
}
