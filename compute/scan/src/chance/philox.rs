//! Chance as a function: the same seed, replicate and place in the row always give the same number.

/// So many counters are turned into numbers together: side by side they keep the processor busy.
const TOGETHER: usize = 16;

/// Philox 4x32 with ten rounds (Salmon, Moraes, Dror, Shaw 2011, *Parallel random numbers: as easy as 1, 2, 3*, SC'11),
/// of counters that lie side by side: `words[n]` are the words number `n` of all of them.
#[inline]
fn philox<const COUNT: usize>(words: &mut [[u32; COUNT]; 4], key: [u32; 2]) {
    let [mut left, mut right] = key;
    let [first, second, third, fourth] = words;
    for _ in 0..10 {
        for (((a, b), c), d) in first.iter_mut().zip(&mut *second).zip(&mut *third).zip(&mut *fourth) {
            let (one, other) = (u64::from(*a) * 0xD251_1F53, u64::from(*c) * 0xCD9E_8D57);
            *a = (other >> 32) as u32 ^ *b ^ left;
            *b = other as u32;
            *c = (one >> 32) as u32 ^ *d ^ right;
            *d = one as u32;
        }
        left = left.wrapping_add(0x9E37_79B9);
        right = right.wrapping_add(0xBB67_AE85);
    }
}

/// The numbers of one replicate, in a row.
#[derive(Clone, Debug)]
pub(crate) struct Dice {
    key: [u32; 2],
    replicate: u64,
    /// The next counter.
    block: u64,
    kept: [u64; 2 * TOGETHER],
    used: usize,
}

impl Dice {
    pub(crate) fn of(seed: u64, replicate: u64) -> Self {
        let key = [seed as u32, (seed >> 32) as u32];
        Self { key, replicate, block: 0, kept: [0; 2 * TOGETHER], used: 2 * TOGETHER }
    }

    /// Any of 2⁶⁴ numbers.
    #[inline]
    pub(crate) fn next(&mut self) -> u64 {
        if self.used == self.kept.len() {
            self.more();
        }
        let number = self.kept[self.used];
        self.used += 1;
        number
    }

    #[inline(never)]
    fn more(&mut self) {
        let blocks: [u64; TOGETHER] = std::array::from_fn(|at| self.block + at as u64);
        let replicate = [self.replicate as u32, (self.replicate >> 32) as u32];
        let mut words = [
            blocks.map(|block| block as u32),
            blocks.map(|block| (block >> 32) as u32),
            [replicate[0]; TOGETHER],
            [replicate[1]; TOGETHER],
        ];
        philox(&mut words, self.key);
        let [a, b, c, d] = words;
        for (at, pair) in self.kept.chunks_exact_mut(2).enumerate() {
            pair[0] = u64::from(a[at]) | u64::from(b[at]) << 32;
            pair[1] = u64::from(c[at]) | u64::from(d[at]) << 32;
        }
        self.block += TOGETHER as u64;
        self.used = 0;
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
        // `kat_vectors` of Random123, philox4x32 10: two counters side by side with each key.
        let known = |counter: [u32; 4], key, answer: [u32; 4]| {
            let mut words = counter.map(|word| [word, 0]);
            philox(&mut words, key);
            assert_eq!(words.map(|[word, _]| word), answer);
        };
        known([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        known([!0; 4], [!0; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        let pi = [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344];
        known(pi, [0xa409_3822, 0x299f_31d0], [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
        // The first numbers of a replicate are those of its first counter.
        let mut dice = Dice::of(0, 0);
        assert_eq!((dice.next(), dice.next()), (0xe169_c58d_6627_e8d5, 0x9b00_dbd8_bc57_ac4c));
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
