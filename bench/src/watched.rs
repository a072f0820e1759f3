//! What the system knows of a process: its memory and its time on the processor.

use std::fs;
use std::time::Duration;

/// The kernel counts a process's time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

#[derive(Clone, Copy, Default)]
pub(crate) struct Memory {
    /// In MiB.
    pub(crate) now: f64,
    pub(crate) most: f64,
}

/// Nothing when the process is gone.
pub(crate) fn memory(pid: u32) -> Option<Memory> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let field = |name: &str| -> Option<f64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok().map(|kib| kib / 1024.0)
    };
    Some(Memory { now: field("VmRSS:")?, most: field("VmHWM:")? })
}

/// Time on the processor, in the program and in the system for it.
pub(crate) fn worked(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name stands between brackets and may hold anything.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    let ticks: u32 =
        after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u32>().ok()).sum();
    TICK * ticks
}
