//! Chance that is the same every time.

/// A row of numbers that looks like chance (xorshift); `SAMENSPEL_SEED` gives another row.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// Its own row for each part of a test.
    pub(crate) fn new(part: u64) -> Self {
        let seed = number("SAMENSPEL_SEED").unwrap_or(20_261_126);
        let mut chance = Self((seed ^ part.wrapping_mul(0x9e37_79b9_7f4a_7c15)).max(1));
        for _ in 0..8 {
            chance.next();
        }
        chance
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Any number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 11) as usize % end.max(1)
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }
}

/// A number somebody gave in the environment, to repeat a run or to make it longer.
pub(crate) fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
