//! Chance that was given: a stream of numbers that follows from a seed and the number of the stream, and nothing else.

/// SplitMix64 (Steele, Lea & Flood 2014). One stream for each sample or replicate, so that threads cannot matter.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

fn mixed(mut state: u64) -> u64 {
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

impl Chance {
    /// The stream with number `stream` of those that follow from `seed`.
    pub(crate) fn stream(seed: u64, stream: u64) -> Self {
        Self(mixed(mixed(seed ^ STEP).wrapping_add(mixed(stream.wrapping_mul(STEP)))))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A whole number below `end` (at least 1), each as likely (Lemire 2019).
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let mut product = u64::from(self.next() as u32) * u64::from(end);
        if (product as u32) < end {
            let least = end.wrapping_neg() % end;
            while (product as u32) < least {
                product = u64::from(self.next() as u32) * u64::from(end);
            }
        }
        (product >> 32) as u32
    }

    /// At least 0 and below 1, in steps of 2⁻⁵³.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// Puts the list in an order of which each is as likely (Fisher & Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_order_of_four_comes_up_about_as_often() {
        let mut counts = std::collections::BTreeMap::new();
        let mut chance = Chance::stream(7, 3);
        for _ in 0..24_000 {
            let mut list = [0, 1, 2, 3];
            chance.shuffle(&mut list);
            *counts.entry(list).or_insert(0u32) += 1;
        }
        assert_eq!(counts.len(), 24);
        // Chi-square with 23 degrees of freedom: above 58.6 once in ten thousand.
        let chi: f64 = counts.values().map(|&found| (f64::from(found) - 1000.0).powi(2) / 1000.0).sum();
        assert!(chi < 58.6, "{chi}");
    }

    #[test]
    fn the_same_seed_and_stream_say_the_same_and_others_do_not() {
        let said = |seed, stream| Chance::stream(seed, stream).next();
        assert_eq!(said(1, 2), said(1, 2));
        assert!(said(1, 2) != said(2, 1) && said(1, 2) != said(1, 3) && said(0, 0) != 0);
    }
}
