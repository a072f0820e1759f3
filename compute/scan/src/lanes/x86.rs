//! The one place with unsafe code: registers of 256 and 512 bits, measured to matter (see docs/decisions/0021-scan.md).
#![allow(
    unsafe_code,
    reason = "registers of the processor; the tests compare each with the plain ones, bit by bit"
)]

use std::arch::x86_64::{
    __m256i, __m512i, _mm256_add_epi16, _mm256_and_si256, _mm256_cmpeq_epi16, _mm256_loadu_si256,
    _mm256_max_epu16, _mm256_movemask_epi8, _mm256_or_si256, _mm256_packs_epi16, _mm256_permute4x64_epi64,
    _mm256_set1_epi16, _mm256_setzero_si256, _mm256_srli_epi16, _mm256_storeu_si256, _mm256_sub_epi16,
    _mm256_testz_si256, _mm512_add_epi16, _mm512_and_si512, _mm512_cmpge_epu16_mask, _mm512_cmplt_epu16_mask,
    _mm512_loadu_si512, _mm512_max_epu16, _mm512_set1_epi16, _mm512_setzero_si512, _mm512_srli_epi16,
    _mm512_storeu_si512, _mm512_sub_epi16,
};

use crate::lanes::Features;
use crate::lanes::counts::{Counts, Halved, Register};
use crate::lanes::kernel::{self, Hit, InSpace, InTime};
use crate::lanes::plain::{InWords, Words as Row};

/// A number to compare with; more than fits is more than any count.
#[inline(always)]
fn bound(number: u32) -> i16 {
    u16::try_from(number).unwrap_or(u16::MAX).cast_signed()
}

#[derive(Clone, Copy)]
struct Wide(__m512i);

// SAFETY (of every block below): these functions are inlined into those at the end of this file, which are compiled
// for the feature they need and are called only where the processor has it. Loads and stores are of 64 bytes that a
// reference to a row points to, and need no alignment.
impl Register for Wide {
    type Row = Row;

    #[inline(always)]
    fn zero() -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_setzero_si512() })
    }

    #[inline(always)]
    fn load(row: &Row) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_loadu_si512(row.as_ptr().cast()) })
    }

    #[inline(always)]
    fn row(self) -> Row {
        let mut row = [0; 32];
        // SAFETY: see above.
        unsafe { _mm512_storeu_si512(row.as_mut_ptr().cast(), self.0) };
        row
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_add_epi16(self.0, other.0) })
    }

    #[inline(always)]
    fn subtract(self, other: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_sub_epi16(self.0, other.0) })
    }

    #[inline(always)]
    fn at_least(self, least: u32) -> u32 {
        // SAFETY: see above.
        unsafe { _mm512_cmpge_epu16_mask(self.0, _mm512_set1_epi16(bound(least))) }
    }

    #[inline(always)]
    fn below(self, number: u32) -> u32 {
        // SAFETY: see above.
        unsafe { _mm512_cmplt_epu16_mask(self.0, _mm512_set1_epi16(bound(number))) }
    }
}

// SAFETY (of every block below): as above.
impl Halved for Wide {
    #[inline(always)]
    fn halves(self) -> (Self, Self) {
        // SAFETY: see above.
        unsafe {
            (Self(_mm512_and_si512(self.0, _mm512_set1_epi16(0xFF))), Self(_mm512_srli_epi16::<8>(self.0)))
        }
    }

    #[inline(always)]
    fn larger(self, other: Self) -> Self {
        // SAFETY: see above.
        Self(unsafe { _mm512_max_epu16(self.0, other.0) })
    }
}

#[derive(Clone, Copy)]
struct Pair(__m256i, __m256i);

// SAFETY (of every block below): as above.
impl Register for Pair {
    type Row = Row;

    #[inline(always)]
    fn zero() -> Self {
        // SAFETY: see above.
        unsafe { Self(_mm256_setzero_si256(), _mm256_setzero_si256()) }
    }

    #[inline(always)]
    fn load(row: &Row) -> Self {
        // SAFETY: see above; the second half begins 16 lanes on.
        unsafe {
            let first = row.as_ptr();
            Self(_mm256_loadu_si256(first.cast()), _mm256_loadu_si256(first.add(16).cast()))
        }
    }

    #[inline(always)]
    fn row(self) -> Row {
        let mut row: Row = [0; 32];
        // SAFETY: see above.
        unsafe {
            let first = row.as_mut_ptr();
            _mm256_storeu_si256(first.cast(), self.0);
            _mm256_storeu_si256(first.add(16).cast(), self.1);
        }
        row
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        // SAFETY: see above.
        unsafe { Self(_mm256_add_epi16(self.0, other.0), _mm256_add_epi16(self.1, other.1)) }
    }

    #[inline(always)]
    fn subtract(self, other: Self) -> Self {
        // SAFETY: see above.
        unsafe { Self(_mm256_sub_epi16(self.0, other.0), _mm256_sub_epi16(self.1, other.1)) }
    }

    #[inline(always)]
    fn at_least(self, least: u32) -> u32 {
        // SAFETY: see above. Each lane that is the larger of itself and the bound becomes a byte of ones.
        unsafe {
            let least = _mm256_set1_epi16(bound(least));
            let first = _mm256_cmpeq_epi16(_mm256_max_epu16(self.0, least), self.0);
            let second = _mm256_cmpeq_epi16(_mm256_max_epu16(self.1, least), self.1);
            let any = _mm256_or_si256(first, second);
            if _mm256_testz_si256(any, any) == 1 {
                return 0;
            }
            let bytes = _mm256_permute4x64_epi64::<0b1101_1000>(_mm256_packs_epi16(first, second));
            _mm256_movemask_epi8(bytes).cast_unsigned()
        }
    }

    #[inline(always)]
    fn below(self, number: u32) -> u32 {
        !self.at_least(number.min(u32::from(u16::MAX)))
    }
}

// SAFETY (of every block below): as above.
impl Halved for Pair {
    #[inline(always)]
    fn halves(self) -> (Self, Self) {
        // SAFETY: see above.
        unsafe {
            let lower = _mm256_set1_epi16(0xFF);
            (
                Self(_mm256_and_si256(self.0, lower), _mm256_and_si256(self.1, lower)),
                Self(_mm256_srli_epi16::<8>(self.0), _mm256_srli_epi16::<8>(self.1)),
            )
        }
    }

    #[inline(always)]
    fn larger(self, other: Self) -> Self {
        // SAFETY: see above.
        unsafe { Self(_mm256_max_epu16(self.0, other.0), _mm256_max_epu16(self.1, other.1)) }
    }
}

#[target_feature(enable = "avx512f,avx512bw")]
fn space_512<C: Counts<Register = Wide>>(rows: &[Row], work: &InSpace<'_>, hits: &mut Vec<Hit<C::Kept>>) {
    kernel::in_space::<C>(rows, work, hits);
}

#[target_feature(enable = "avx2")]
fn space_256<C: Counts<Register = Pair>>(rows: &[Row], work: &InSpace<'_>, hits: &mut Vec<Hit<C::Kept>>) {
    kernel::in_space::<C>(rows, work, hits);
}

#[target_feature(enable = "avx512f,avx512bw")]
fn time_512<C: Counts<Register = Wide>>(
    rows: &[Row],
    work: &InTime<'_>,
    room: &mut Vec<C::Kept>,
    hits: &mut Vec<Hit<C::Kept>>,
) {
    kernel::in_time::<C>(rows, work, room, hits);
}

#[target_feature(enable = "avx2")]
fn time_256<C: Counts<Register = Pair>>(
    rows: &[Row],
    work: &InTime<'_>,
    room: &mut Vec<C::Kept>,
    hits: &mut Vec<Hit<C::Kept>>,
) {
    kernel::in_time::<C>(rows, work, room, hits);
}

/// With what the processor has of `features`.
pub(crate) fn in_space<L: InWords>(
    rows: &[Row],
    work: &InSpace<'_>,
    features: Features,
    hits: &mut Vec<Hit<L::Counts>>,
) {
    match features.min(Features::here()) {
        // SAFETY: the processor has what the function was compiled for; `here` asked it.
        Features::Avx512 => unsafe { space_512::<L::In<Wide>>(rows, work, hits) },
        // SAFETY: as above.
        Features::Avx2 => unsafe { space_256::<L::In<Pair>>(rows, work, hits) },
        Features::Plain => kernel::in_space::<L::In<Row>>(rows, work, hits),
    }
}

/// With what the processor has of `features`.
pub(crate) fn in_time<L: InWords>(
    rows: &[Row],
    work: &InTime<'_>,
    features: Features,
    room: &mut Vec<L::Counts>,
    hits: &mut Vec<Hit<L::Counts>>,
) {
    match features.min(Features::here()) {
        // SAFETY: the processor has what the function was compiled for; `here` asked it.
        Features::Avx512 => unsafe { time_512::<L::In<Wide>>(rows, work, room, hits) },
        // SAFETY: as above.
        Features::Avx2 => unsafe { time_256::<L::In<Pair>>(rows, work, room, hits) },
        Features::Plain => kernel::in_time::<L::In<Row>>(rows, work, room, hits),
    }
}
