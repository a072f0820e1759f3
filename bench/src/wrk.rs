//! The load: Debian's `wrk`, told by a small script to ask for another address each time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) const CONNECTIONS: u32 = 50;
/// One is enough to ask for more than any page gives, and leaves the other core to the server.
pub(crate) const THREADS: u32 = 1;

/// Requests are written out beforehand; errors of each kind are added up at the end.
const SCRIPT: &str = r#"
local requests, at = {}, 0
function init(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("figures %d %d %d %d %d %d\n", summary.requests, summary.duration,
    e.status, e.connect + e.read + e.write + e.timeout, latency:percentile(50), latency:percentile(99)))
end
"#;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Round {
    pub(crate) requests: u64,
    pub(crate) a_second: f64,
    /// Not an answer of success, or none at all.
    pub(crate) wrong: u64,
    /// In milliseconds.
    pub(crate) half: f64,
    pub(crate) slowest_hundredth: f64,
}

pub(crate) struct Load {
    script: PathBuf,
    addresses: PathBuf,
    accept: Option<&'static str>,
}

impl Load {
    pub(crate) fn new(
        folder: &Path,
        name: &str,
        paths: &[String],
        accept: Option<&'static str>,
    ) -> io::Result<Self> {
        let (script, addresses) = (folder.join("load.lua"), folder.join(format!("{name}.addresses")));
        fs::write(&script, SCRIPT)?;
        fs::write(&addresses, paths.join("\n"))?;
        Ok(Self { script, addresses, accept })
    }

    pub(crate) fn run(&self, port: u16, seconds: u64) -> io::Result<Round> {
        let mut wrk = Command::new("wrk");
        wrk.args(["-c", &CONNECTIONS.to_string(), "-t", &THREADS.to_string(), "-d", &format!("{seconds}s")]);
        if let Some(accept) = self.accept {
            wrk.args(["-H", &format!("Accept-Encoding: {accept}")]);
        }
        let told = wrk
            .arg("-s")
            .arg(&self.script)
            .arg(format!("http://127.0.0.1:{port}"))
            .arg("--")
            .arg(&self.addresses)
            .output()?;
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let line = told.lines().find_map(|line| line.strip_prefix("figures "));
        let figures: Vec<u64> =
            line.unwrap_or_default().split(' ').filter_map(|one| one.parse().ok()).collect();
        let [requests, micros, refused, broken, half, slowest] = figures[..] else {
            return Err(io::Error::other(format!("wrk gave no figures: {told}")));
        };
        Ok(Round {
            requests,
            a_second: requests as f64 * 1e6 / micros.max(1) as f64,
            wrong: refused + broken,
            half: half as f64 / 1e3,
            slowest_hundredth: slowest as f64 / 1e3,
        })
    }
}

/// The sentence to say when there is no `wrk`.
pub(crate) fn missing() -> Option<&'static str> {
    let there = Command::new("wrk").arg("-v").output().is_ok();
    (!there).then_some("wrk is not installed, so no load was measured: install Debian's package wrk.")
}
