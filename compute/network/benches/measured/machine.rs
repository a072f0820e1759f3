//! What a piece of work cost the processor, and for which processors it was built.

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

/// On which features of the processor the figures stand.
pub(crate) fn said() -> String {
    let built = [
        ("SSE2", cfg!(target_feature = "sse2")),
        ("AVX2", cfg!(target_feature = "avx2")),
        ("AVX-512", cfg!(target_feature = "avx512f")),
    ];
    let built: Vec<&str> = built.iter().filter(|(_, built)| *built).map(|(name, _)| *name).collect();
    format!(
        "Networks: built for {}; there is no code for one kind of processor, so the figures stand as they are without \
         AVX2 and AVX-512.",
        if built.is_empty() { "any processor of this kind".to_owned() } else { built.join(" and ") }
    )
}
