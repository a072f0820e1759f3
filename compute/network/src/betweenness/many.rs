//! How many ways there are, also where that is more than a floating-point number holds.

/// Where a source has more ways than this to somebody, they are counted again as [`Many`]: up to here neither a number
/// nor one divided by it loses a digit.
pub(super) const MOST: f64 = 1e300;

/// Whether some number of ways is above `most`. Without a jump, so that looking costs next to nothing.
pub(super) fn overflows(ways: &[f64], most: f64) -> bool {
    ways.iter().fold(false, |over, &ways| over | (ways > most))
}

/// How numbers of ways are added and drawn by.
pub(super) trait Ways: Copy {
    const NONE: Self;
    const ONE: Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    /// Whether it is still a number.
    fn is_held(self) -> bool;
    /// How heavy it is beside others that together are `whole`, which is held.
    fn beside(self, whole: Self) -> f64;
}

impl Ways for f64 {
    const NONE: Self = 0.0;
    const ONE: Self = 1.0;

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self + other
    }

    #[inline(always)]
    fn times(self, other: Self) -> Self {
        self * other
    }

    #[inline(always)]
    fn is_held(self) -> bool {
        self.is_finite()
    }

    #[inline(always)]
    fn beside(self, _whole: Self) -> f64 {
        self
    }
}

/// 2⁵¹².
const TURN: f64 = f64::from_bits((1023 + 512) << 52);

/// `part` times 2⁵¹² to the power of `turns`. The part of none is 0, of any other from 1 to below 2⁵¹².
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Many {
    part: f64,
    turns: u32,
}

impl Many {
    /// Which share of `whole` this is; it is not more than that.
    pub(super) fn share_of(self, whole: Self) -> f64 {
        self.at(whole.turns) / whole.part
    }

    /// Its part with so many turns, which are not fewer than its own. What lies two turns below is less than the last
    /// digit of any sum.
    fn at(self, turns: u32) -> f64 {
        match turns.saturating_sub(self.turns) {
            0 => self.part,
            1 => self.part / TURN,
            _ => 0.0,
        }
    }

    fn of(part: f64, turns: u32) -> Self {
        if part < TURN { Self { part, turns } } else { Self { part: part / TURN, turns: turns + 1 } }
    }
}

impl Ways for Many {
    const NONE: Self = Self { part: 0.0, turns: 0 };
    const ONE: Self = Self { part: 1.0, turns: 0 };

    fn plus(self, other: Self) -> Self {
        let turns = self.turns.max(other.turns);
        Self::of(self.at(turns) + other.at(turns), turns)
    }

    fn times(self, other: Self) -> Self {
        Self::of(self.part * other.part, self.turns + other.turns)
    }

    fn is_held(self) -> bool {
        true
    }

    fn beside(self, whole: Self) -> f64 {
        self.share_of(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_beyond_any_float_are_added_multiplied_and_shared_out() {
        // 3^1000, by adding.
        let grown = (0..1_000).fold(Many::ONE, |ways, _| ways.plus(ways).plus(ways));
        let before = (0..999).fold(Many::ONE, |ways, _| ways.plus(ways).plus(ways));
        assert!((before.share_of(grown) - 1.0 / 3.0).abs() < 1e-12);
        assert!((Many::ONE.share_of(Many::ONE.plus(Many::ONE)) - 0.5).abs() < 1e-15);
        let squared = grown.times(grown);
        assert!((before.times(grown).share_of(squared) - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!((Many::ONE.share_of(squared), squared.share_of(squared)), (0.0, 1.0));
        assert_eq!(squared.plus(Many::NONE), squared);
        assert!(overflows(&[1.0, f64::INFINITY], MOST) && !overflows(&[1.0, 1e299], MOST));
    }
}
