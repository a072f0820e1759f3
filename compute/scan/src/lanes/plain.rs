//! Registers of arrays: what every processor can do, and what the others are compared with.

use crate::lanes::kernel::{self, Hit, InSpace, InTime, Register};
use crate::lanes::{Features, Row};

macro_rules! lanes {
    ($count:ty, $lanes:literal) => {
        impl Register for [$count; $lanes] {
            type Row = Self;

            #[inline(always)]
            fn zero() -> Self {
                [0; $lanes]
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
                let least = <$count>::try_from(least).unwrap_or(<$count>::MAX);
                if self.iter().fold(false, |any, count| any | (*count >= least)) {
                    bits(self.iter().map(|count| *count >= least))
                } else {
                    0
                }
            }

            #[inline(always)]
            fn below(self, bound: u32) -> u32 {
                let bound = <$count>::try_from(bound).unwrap_or(<$count>::MAX);
                bits(self.iter().map(|count| *count < bound))
            }
        }
    };
}

lanes!(u16, 32);
lanes!(u32, 16);

fn bits(lanes: impl Iterator<Item = bool>) -> u32 {
    lanes.enumerate().fold(0, |bits, (lane, is)| bits | u32::from(is) << lane)
}

impl Row for [u16; 32] {
    const LANES: usize = 32;

    #[inline]
    fn put(&mut self, lane: usize, step: i32) {
        self[lane] = self[lane].wrapping_add(step as u16);
    }

    #[inline]
    fn count(&self, lane: usize) -> u32 {
        u32::from(self[lane])
    }

    fn in_space(rows: &[Self], work: &InSpace<'_>, features: Features, hits: &mut Vec<Hit<Self>>) {
        #[cfg(target_arch = "x86_64")]
        super::x86::in_space(rows, work, features, hits);
        #[cfg(not(target_arch = "x86_64"))]
        let _ = (features, kernel::in_space::<Self>(rows, work, hits));
    }

    fn in_time(
        rows: &[Self],
        work: &InTime<'_>,
        features: Features,
        room: &mut Vec<Self>,
        hits: &mut Vec<Hit<Self>>,
    ) {
        #[cfg(target_arch = "x86_64")]
        super::x86::in_time(rows, work, features, room, hits);
        #[cfg(not(target_arch = "x86_64"))]
        let _ = (features, kernel::in_time::<Self>(rows, work, room, hits));
    }
}

impl Row for [u32; 16] {
    const LANES: usize = 16;

    #[inline]
    fn put(&mut self, lane: usize, step: i32) {
        self[lane] = self[lane].wrapping_add(step as u32);
    }

    #[inline]
    fn count(&self, lane: usize) -> u32 {
        self[lane]
    }

    // Hardly any map has 65,535 cases: for those that do, the plain loops are fast enough.
    fn in_space(rows: &[Self], work: &InSpace<'_>, _: Features, hits: &mut Vec<Hit<Self>>) {
        kernel::in_space::<Self>(rows, work, hits);
    }

    fn in_time(
        rows: &[Self],
        work: &InTime<'_>,
        _: Features,
        room: &mut Vec<Self>,
        hits: &mut Vec<Hit<Self>>,
    ) {
        kernel::in_time::<Self>(rows, work, room, hits);
    }
}
