//! Mean and variance of what is external when labels are dealt by chance, without dealing them.

/// Mean and variance of an index by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// The mean.
    pub mean: f64,
    /// The variance, not negative; zero when every deal gives the same.
    pub variance: f64,
}

impl Moments {
    /// How many standard deviations `found` is from the mean; `None` when every deal gives the same.
    #[must_use]
    pub fn z(&self, found: f64) -> Option<f64> {
        (self.variance > 0.0).then(|| (found - self.mean) / self.variance.sqrt())
    }
}

/// What the moments need to know of the ties: the weight of each pair of nodes, both directions together.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Σ over nodes of their weight: twice the whole.
    strength: u128,
    /// Σ over nodes of their weight squared.
    strength_squared: u128,
    /// Σ over nodes of the squares of the weights of their ties: twice that of the whole.
    squares: u128,
}

impl Sums {
    pub(super) fn node(&mut self, strength: u64, squares: u128) {
        self.strength += u128::from(strength);
        self.strength_squared += u128::from(strength) * u128::from(strength);
        self.squares += squares;
    }

    /// Join-count moments (P. A. P. Moran 1948; A. D. Cliff & J. K. Ord 1981, §2.3) of (E − I)/(E + I).
    ///
    /// A pair of ties is one tie twice, two that share a node, or two apart; how likely both are external then
    /// follows from the sizes of the groups. Two ties between the same nodes are one pair here, so that a tie back
    /// is external exactly when the tie is.
    pub(super) fn moments(&self, sizes: &[u32]) -> Option<Moments> {
        let (whole, squares) = (self.strength / 2, self.squares / 2);
        if whole == 0 {
            return None;
        }
        let shared = self.strength_squared - self.squares;
        let apart = whole * whole - squares - shared;
        let chances = Chances::of(sizes);
        let whole = whole as f64;
        let mean = chances.one * whole;
        let square =
            chances.one * squares as f64 + chances.shared * shared as f64 + chances.apart * apart as f64;
        let variance = if chances.certain { 0.0 } else { (square - mean * mean).max(0.0) };
        Some(Moments { mean: 2.0 * chances.one - 1.0, variance: 4.0 * variance / (whole * whole) })
    }
}

/// How likely ties are external when labels are dealt.
struct Chances {
    one: f64,
    shared: f64,
    apart: f64,
    /// Every deal is the same.
    certain: bool,
}

impl Chances {
    /// Counted in whole numbers (there are fewer than 2³¹ nodes, so 128 bits hold their fourth power) and divided
    /// once: of millions of nodes and one odd one, what rounding loses is more than the chance itself.
    fn of(sizes: &[u32]) -> Self {
        let nodes: u128 = sizes.iter().map(|&size| u128::from(size)).sum();
        let falling =
            |of: u128, steps: u128| (0..steps).map(|step| of.saturating_sub(step)).product::<u128>();
        let share = |ways: u128, steps: u128| match falling(nodes, steps) {
            0 => 0.0,
            all => ways as f64 / all as f64,
        };
        let sum =
            |ways: &dyn Fn(u128) -> u128| sizes.iter().map(|&size| ways(u128::from(size))).sum::<u128>();
        let pairs = sum(&|size| falling(size, 2));
        let both_within = sum(&|size| falling(size, 4) + falling(size, 2) * (pairs - falling(size, 2)));
        let one_within = pairs * falling(nodes.saturating_sub(2), 2);
        Self {
            one: share(sum(&|size| size * (nodes - size)), 2),
            shared: share(sum(&|size| size * falling(nodes - size, 2)), 3),
            // All, less those of which one is within, less the other; those of which both are were taken off twice.
            apart: share(falling(nodes, 4) + both_within - 2 * one_within, 4),
            certain: sizes.iter().filter(|&&size| size > 0).count() <= 1
                || sizes.iter().all(|&size| size <= 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_odd_one_among_millions_of_couples_has_one_tie_outward_in_every_deal() {
        let couples = 1_000_000;
        let mut sums = Sums::default();
        (0..2 * couples).for_each(|_| sums.node(1, 1));
        let found = sums.moments(&[2 * couples - 1, 1]).unwrap();
        // In ties: one, always.
        let whole = f64::from(couples);
        assert!(((found.mean + 1.0) / 2.0 * whole - 1.0).abs() < 1e-9, "{found:?}");
        assert!(found.variance / 4.0 * whole * whole < 1e-9, "{found:?}");
    }
}
