//! igraph beside it, when somebody installed it; otherwise only what it was seen to do.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::drawn;

/// A piece of work that another program does too, or nearly.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    Assortativity,
    Constraint,
    Articulation,
    Betweenness,
    Weighted,
    /// By drawing ways: NetworKit's KADABRA, when that is there too.
    Drawn,
    Leiden,
    /// Not what it costs but the modularity it finds.
    Quality,
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
            Self::Quality => "quality",
        }
    }
}

pub(crate) struct Peer(Option<PathBuf>);

impl Peer {
    /// A Python with igraph in `target/peers` of the workspace.
    pub(crate) fn look() -> Self {
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers/bin/python");
        let works =
            Command::new(&python).args(["-c", "import igraph"]).status().is_ok_and(|how| how.success());
        Self(works.then_some(python))
    }

    pub(crate) fn said(&self) -> &'static str {
        match self.0 {
            Some(_) => {
                "igraph (and NetworKit, if it is there) run beside it, from target/peers, on the same networks."
            }
            None => {
                "igraph is skipped: there is none in target/peers (python3 -m venv target/peers && \
                 target/peers/bin/pip install igraph networkit)."
            }
        }
    }

    /// Processor seconds of the peer on the same network (or what else the work is about); `None` without it.
    pub(crate) fn measure(&self, work: Work, nodes: usize) -> Option<f64> {
        let python = self.0.as_ref()?;
        let path = std::env::temp_dir().join(format!("network-bench-{}-{nodes}", std::process::id()));
        let (groups, rows) = drawn::rows(nodes);
        let mut text = String::new();
        for (from, to, weight) in rows {
            writeln!(text, "{from} {to} {weight}").ok()?;
        }
        let beside = path.with_file_name(format!("{}.groups", path.file_name()?.to_string_lossy()));
        std::fs::write(&path, text).ok()?;
        std::fs::write(&beside, groups.iter().map(|group| format!("{group}\n")).collect::<String>()).ok()?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/measured/peer.py");
        let told =
            Command::new(python).arg(script).arg(&path).args([work.name(), &nodes.to_string()]).output();
        for file in [&path, &beside] {
            std::fs::remove_file(file).ok()?;
        }
        let told = told.ok()?;
        if !told.status.success() {
            eprintln!("{}", String::from_utf8_lossy(&told.stderr));
        }
        String::from_utf8_lossy(&told.stdout).trim().parse().ok()
    }
}
