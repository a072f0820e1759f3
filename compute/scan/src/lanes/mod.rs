//! Many replicates at once: each has a lane in a row, and one addition adds a location for all of them.

mod counts;
mod kernel;
mod plain;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "x86_64")]
mod x86;

use std::fmt::Debug;

pub(crate) use kernel::{Hit, InSpace, InTime};
pub(crate) use plain::{Bytes, Longs, Shorts};

/// How counts stand in rows of 64 bytes, as wide as the widest register.
pub(crate) trait Layout: Copy + Send + Sync + 'static {
    /// Replicates in a row.
    const LANES: usize;
    /// What a lane holds at most.
    const MOST: u32;
    type Row: Copy + Default + Send + Sync;
    /// Counts of windows, which may be more than a lane of a row holds.
    type Counts: Copy + Debug + PartialEq + Send + Sync;

    /// Adds, also what is less than nothing. Not when it would be more than fits: then false.
    fn put(row: &mut Self::Row, lane: usize, step: i32) -> bool;

    fn count(row: &Self::Row, lane: usize) -> u32;

    /// The most in any lane.
    fn most(row: &Self::Row) -> u32;

    fn count_of(counts: &Self::Counts, lane: usize) -> u32;

    /// The blocks of one centre in space that may hold something, with the fastest kernel of `features`.
    fn in_space(
        rows: &[Self::Row],
        work: &InSpace<'_>,
        features: Features,
        hits: &mut Vec<Hit<Self::Counts>>,
    );

    /// The same in space and time.
    fn in_time(
        rows: &[Self::Row],
        work: &InTime<'_>,
        features: Features,
        room: &mut Vec<Self::Counts>,
        hits: &mut Vec<Hit<Self::Counts>>,
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
