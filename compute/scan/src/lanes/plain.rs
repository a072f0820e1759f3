//! Registers of arrays: what every processor can do, and what the others are compared with.

use crate::lanes::counts::{Counts, Halved, One, Register, Two};
use crate::lanes::kernel::{self, Hit, InSpace, InTime};
use crate::lanes::{Features, Layout};

macro_rules! register {
    ($word:ty, $words:literal) => {
        impl Register for [$word; $words] {
            type Row = Self;

            #[inline(always)]
            fn zero() -> Self {
                [0; $words]
            }

            #[inline(always)]
            fn load(row: &Self) -> Self {
                *row
            }

            #[inline(always)]
            fn row(self) -> Self {
                self
            }

            #[inline(always)]
            fn add(mut self, other: Self) -> Self {
                for (one, other) in self.iter_mut().zip(&other) {
                    *one = one.wrapping_add(*other);
                }
                self
            }

            #[inline(always)]
            fn subtract(mut self, other: Self) -> Self {
                for (one, other) in self.iter_mut().zip(&other) {
                    *one = one.wrapping_sub(*other);
                }
                self
            }

            #[inline(always)]
            fn at_least(self, least: u32) -> u32 {
                // Mostly there is none, and that is seen fastest.
                let least = <$word>::try_from(least).unwrap_or(<$word>::MAX);
                if self.iter().fold(false, |any, count| any | (*count >= least)) {
                    bits(self.iter().map(|count| *count >= least))
                } else {
                    0
                }
            }

            #[inline(always)]
            fn below(self, bound: u32) -> u32 {
                let bound = <$word>::try_from(bound).unwrap_or(<$word>::MAX);
                bits(self.iter().map(|count| *count < bound))
            }
        }
    };
}

pub(crate) type Words = [u16; 32];

register!(u16, 32);
register!(u32, 16);

impl Halved for Words {
    #[inline(always)]
    fn halves(self) -> (Self, Self) {
        let (mut lower, mut upper) = (self, self);
        lower.iter_mut().for_each(|word| *word &= 0xFF);
        upper.iter_mut().for_each(|word| *word >>= 8);
        (lower, upper)
    }

    #[inline(always)]
    fn larger(mut self, other: Self) -> Self {
        for (one, other) in self.iter_mut().zip(&other) {
            *one = (*one).max(*other);
        }
        self
    }
}

fn bits(lanes: impl Iterator<Item = bool>) -> u32 {
    lanes.enumerate().fold(0, |bits, (lane, is)| bits | u32::from(is) << lane)
}

/// How lanes stand in 32 words of 16 bits: with which counts, in any register.
pub(crate) trait InWords: Layout<Row = Words> {
    type In<V: Halved<Row = Words>>: Counts<Register = V, Kept = Self::Counts>;
}

macro_rules! in_words {
    () => {
        fn in_space(
            rows: &[Words],
            work: &InSpace<'_>,
            features: Features,
            hits: &mut Vec<Hit<Self::Counts>>,
        ) {
            #[cfg(target_arch = "x86_64")]
            super::x86::in_space::<Self>(rows, work, features, hits);
            #[cfg(not(target_arch = "x86_64"))]
            let _ = (features, kernel::in_space::<<Self as InWords>::In<Words>>(rows, work, hits));
        }

        fn in_time(
            rows: &[Words],
            work: &InTime<'_>,
            features: Features,
            room: &mut Vec<Self::Counts>,
            hits: &mut Vec<Hit<Self::Counts>>,
        ) {
            #[cfg(target_arch = "x86_64")]
            super::x86::in_time::<Self>(rows, work, features, room, hits);
            #[cfg(not(target_arch = "x86_64"))]
            let _ = (features, kernel::in_time::<<Self as InWords>::In<Words>>(rows, work, room, hits));
        }
    };
}

/// Two lanes in each word, for cells of at most 255 cases: nearly every map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes;

impl InWords for Bytes {
    type In<V: Halved<Row = Words>> = Two<V>;
}

impl Layout for Bytes {
    const LANES: usize = 64;
    const MOST: u32 = 0xFF;
    type Row = Words;
    type Counts = [Words; 2];

    #[inline]
    fn put(row: &mut Words, lane: usize, step: i32) -> bool {
        let word = &mut row[lane % 32];
        let shift = lane / 32 * 8;
        let sum = i32::from(*word >> shift & 0xFF) + step;
        let fits = (0..=0xFF).contains(&sum);
        if fits {
            *word = *word & !(0xFF << shift) | (sum as u16) << shift;
        }
        fits
    }

    #[inline]
    fn count(row: &Words, lane: usize) -> u32 {
        u32::from(row[lane % 32] >> (lane / 32 * 8) & 0xFF)
    }

    #[inline]
    fn most(row: &Words) -> u32 {
        u32::from(row.iter().fold(0, |most, word| most.max(word & 0xFF).max(word >> 8)))
    }

    #[inline]
    fn count_of(counts: &[Words; 2], lane: usize) -> u32 {
        u32::from(counts[lane / 32][lane % 32])
    }

    in_words!();
}

/// A lane in each word, for maps of fewer than 65,535 cases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shorts;

impl InWords for Shorts {
    type In<V: Halved<Row = Words>> = One<V>;
}

impl Layout for Shorts {
    const LANES: usize = 32;
    const MOST: u32 = 0xFFFF;
    type Row = Words;
    type Counts = Words;

    #[inline]
    fn put(row: &mut Words, lane: usize, step: i32) -> bool {
        row[lane] = row[lane].wrapping_add(step as u16);
        true
    }

    #[inline]
    fn count(row: &Words, lane: usize) -> u32 {
        u32::from(row[lane])
    }

    #[inline]
    fn most(row: &Words) -> u32 {
        u32::from(row.iter().fold(0, |most, count| most.max(*count)))
    }

    #[inline]
    fn count_of(counts: &Words, lane: usize) -> u32 {
        u32::from(counts[lane])
    }

    in_words!();
}

/// For all others. There are hardly any, and the plain loops are fast enough for them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Longs;

impl Layout for Longs {
    const LANES: usize = 16;
    const MOST: u32 = u32::MAX;
    type Row = [u32; 16];
    type Counts = [u32; 16];

    #[inline]
    fn put(row: &mut [u32; 16], lane: usize, step: i32) -> bool {
        row[lane] = row[lane].wrapping_add(step as u32);
        true
    }

    #[inline]
    fn count(row: &[u32; 16], lane: usize) -> u32 {
        row[lane]
    }

    #[inline]
    fn most(row: &[u32; 16]) -> u32 {
        row.iter().fold(0, |most, count| most.max(*count))
    }

    #[inline]
    fn count_of(counts: &[u32; 16], lane: usize) -> u32 {
        counts[lane]
    }

    fn in_space(rows: &[Self::Row], work: &InSpace<'_>, _: Features, hits: &mut Vec<Hit<Self::Counts>>) {
        kernel::in_space::<One<[u32; 16]>>(rows, work, hits);
    }

    fn in_time(
        rows: &[Self::Row],
        work: &InTime<'_>,
        _: Features,
        room: &mut Vec<Self::Counts>,
        hits: &mut Vec<Hit<Self::Counts>>,
    ) {
        kernel::in_time::<One<[u32; 16]>>(rows, work, room, hits);
    }
}
