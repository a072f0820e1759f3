//! What the figures were measured on, and what a piece of work cost the processor.

use std::fs;
use std::time::Instant;

pub(crate) struct Cost {
    pub(crate) processor: f64,
    pub(crate) wall: f64,
}

/// What doing it once costs, when it is done so many times.
pub(crate) fn cost_of(times: u32, mut work: impl FnMut()) -> Cost {
    let (before, begin) = (processor_seconds(), Instant::now());
    (0..times).for_each(|_| work());
    let each = 1.0 / f64::from(times);
    Cost { wall: begin.elapsed().as_secs_f64() * each, processor: (processor_seconds() - before) * each }
}

/// Of all threads of this process, in nanoseconds from the scheduler.
fn processor_seconds() -> f64 {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let told = threads.filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok());
    let spent = told.filter_map(|told| told.split(' ').next().and_then(|spent| spent.parse::<u64>().ok()));
    spent.sum::<u64>() as f64 / 1e9
}

/// The most this process ever held, in KiB.
pub(crate) fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or_default()
}

fn load() -> f64 {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default()
}

/// Whether nobody else is at work, so that wall time says something.
pub(crate) fn quiet() -> bool {
    load() <= 2.3
}

pub(crate) fn said() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown");
    let built: Vec<&str> = [
        ("sse2", cfg!(target_feature = "sse2")),
        ("avx2", cfg!(target_feature = "avx2")),
        ("avx512f", cfg!(target_feature = "avx512f")),
    ]
    .iter()
    .filter(|(_, built)| *built)
    .map(|(name, _)| *name)
    .collect();
    format!(
        "{cores} cores of {}, load {}. Built for: {}. There is no code for one processor in this library, so the figures \
         stand as they are without AVX2 and AVX-512.",
        model.trim_start_matches(['\t', ' ', ':']),
        load(),
        if built.is_empty() { "this processor's least".to_owned() } else { built.join(", ") }
    )
}
