//! What the figures were measured on, and whether it had time for it.

use std::fs;

/// More work than this waiting for each core, before anything is started, spoils every figure.
const BUSY: f64 = 0.25;

pub(crate) struct Machine {
    pub(crate) cores: usize,
    pub(crate) model: String,
    pub(crate) load: String,
    pub(crate) busy: bool,
}

impl Machine {
    pub(crate) fn look() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpus.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown");
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load: Vec<&str> = load.split(' ').take(3).collect();
        let last: f64 = load.first().and_then(|load| load.parse().ok()).unwrap_or(0.0);
        Self {
            cores,
            model: model.trim_start_matches([' ', '\t', ':']).to_owned(),
            load: load.join(" "),
            busy: last > BUSY * cores as f64,
        }
    }

    pub(crate) fn said(&self) -> String {
        let Self { cores, model, load, .. } = self;
        let warning = if self.busy {
            " This machine is BUSY with something else: trust the ratios and the time of the processor, not the requests a second."
        } else {
            ""
        };
        format!("{cores} cores of {model}, load average {load} before the start.{warning}")
    }
}
