//! Chance as a function: the same seed, replicate and place in the row always give the same number.

/// Philox 4x32 with ten rounds (Salmon, Moraes, Dror, Shaw 2011, *Parallel random numbers: as easy as 1, 2, 3*, SC'11).
fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let ([mut a, mut b, mut c, mut d], [mut left, mut right]) = (counter, key);
    for _ in 0..10 {
        let (first, second) = (u64::from(a) * 0xD251_1F53, u64::from(c) * 0xCD9E_8D57);
        (a, b, c, d) =
            ((second >> 32) as u32 ^ b ^ left, second as u32, (first >> 32) as u32 ^ d ^ right, first as u32);
        left = left.wrapping_add(0x9E37_79B9);
        right = right.wrapping_add(0xBB67_AE85);
    }
    [a, b, c, d]
}

/// The numbers of one replicate, in a row.
#[derive(Clone, Debug)]
pub(crate) struct Dice {
    key: [u32; 2],
    replicate: u64,
    block: u64,
    kept: Option<u64>,
}

impl Dice {
    pub(crate) fn of(seed: u64, replicate: u64) -> Self {
        Self { key: [seed as u32, (seed >> 32) as u32], replicate, block: 0, kept: None }
    }

    /// Any of 2⁶⁴ numbers.
    #[inline]
    pub(crate) fn next(&mut self) -> u64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        let (block, replicate) = (self.block, self.replicate);
        let counter = [block as u32, (block >> 32) as u32, replicate as u32, (replicate >> 32) as u32];
        self.block += 1;
        let [a, b, c, d] = philox(counter, self.key);
        self.kept = Some(u64::from(c) | u64::from(d) << 32);
        u64::from(a) | u64::from(b) << 32
    }

    /// A whole number below `bound`, and how far between it and the next, in parts of 2⁶⁴. No number is likelier
    /// than another by more than `bound` in 2⁶⁴.
    #[inline]
    pub(crate) fn below(&mut self, bound: u32) -> (u32, u64) {
        let wide = u128::from(self.next()) * u128::from(bound);
        ((wide >> 64) as u32, wide as u64)
    }

    /// Between 0 and 1, neither included.
    pub(crate) fn part(&mut self) -> f64 {
        ((self.next() >> 12) as f64 + 0.5) / (1u64 << 52) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_known_from_the_paper_come_out() {
        // `kat_vectors` of Random123, philox4x32 10.
        assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(philox([!0; 4], [!0; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        let pi = [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344];
        assert_eq!(
            philox(pi, [0xa409_3822, 0x299f_31d0]),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn a_number_below_a_bound_is_below_it_and_reaches_all() {
        let mut dice = Dice::of(7, 1);
        let mut seen = [0u32; 6];
        for _ in 0..6_000 {
            seen[dice.below(6).0 as usize] += 1;
        }
        assert!(seen.iter().all(|times| (850..1_150).contains(times)), "{seen:?}");
    }
}
