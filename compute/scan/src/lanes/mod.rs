//! Many replicates at once: each has a lane in a row, and one addition adds a location for all of them.

mod kernel;
mod plain;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "x86_64")]
mod x86;

pub(crate) use kernel::{Hit, InSpace, InTime};

/// Counts that can stand in lanes; a row is 64 bytes, as wide as the widest register.
pub(crate) trait Row: Copy + Default + Send + Sync + std::fmt::Debug + 'static {
    const LANES: usize;

    /// Adds, also what is less than nothing.
    fn put(&mut self, lane: usize, step: i32);

    fn count(&self, lane: usize) -> u32;

    /// The blocks of one centre in space that may hold something, with the fastest kernel of `features`.
    fn in_space(rows: &[Self], work: &InSpace<'_>, features: Features, hits: &mut Vec<Hit<Self>>);

    /// The same in space and time.
    fn in_time(
        rows: &[Self],
        work: &InTime<'_>,
        features: Features,
        room: &mut Vec<Self>,
        hits: &mut Vec<Hit<Self>>,
    );
}

/// What this processor can do that matters here. What comes out is the same with each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Features {
    /// What every processor can.
    Plain,
    /// 256 bits at a time.
    Avx2,
    /// 512 bits at a time (AVX-512F and BW).
    Avx512,
}

impl Features {
    /// The best this processor has.
    #[must_use]
    pub fn here() -> Self {
        #[cfg(target_arch = "x86_64")]
        {
            if std::arch::is_x86_feature_detected!("avx512f")
                && std::arch::is_x86_feature_detected!("avx512bw")
            {
                return Self::Avx512;
            }
            if std::arch::is_x86_feature_detected!("avx2") {
                return Self::Avx2;
            }
        }
        Self::Plain
    }
}
