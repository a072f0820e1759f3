//! What could have been: cases laid out once more, as the model has it when nothing is going on.

use crate::chance::philox::Dice;
use crate::study::Model;

/// Draws cells with given weights in constant time each (Vose 1991, IEEE Trans. Softw. Eng. 17:972).
#[derive(Debug)]
pub(crate) struct Alias {
    /// How much of each slice is its own, in parts of 2³², and whose the rest is. All of it when it is its own rest.
    slices: Vec<(u32, u32)>,
}

impl Alias {
    fn new(weights: &[f64]) -> Self {
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let mut slices: Vec<(u32, u32)> = (0u32..).take(weights.len()).map(|at| (0, at)).collect();
        let mut parts: Vec<f64> = weights.iter().map(|weight| weight / mean).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..parts.len()).partition(|at| parts.get(*at).is_some_and(|part| *part < 1.0));
        while let (Some(much), Some(little)) = (large.last().copied(), small.pop()) {
            let own = parts[little];
            slices[little] = ((own * 4_294_967_296.0) as u32, much as u32);
            parts[much] -= 1.0 - own;
            if parts[much] < 1.0 {
                large.pop();
                small.push(much);
            }
        }
        // What is left over differs from 1 by rounding only; but what weighs nothing must never be drawn.
        let heaviest = (0..weights.len()).max_by(|one, other| weights[*one].total_cmp(&weights[*other]));
        for left in small.into_iter().filter(|left| weights[*left] <= 0.0) {
            slices[left] = (0, heaviest.unwrap_or(left) as u32);
        }
        Self { slices }
    }

    #[inline]
    fn draw(&self, dice: &mut Dice) -> usize {
        let (at, rest) = dice.below(self.slices.len() as u32);
        let (own, other) = self.slices[at as usize];
        // Nobody can guess which of the two, so it is better not done with a jump.
        let others = u32::from((rest >> 32) as u32 >= own).wrapping_neg();
        (at ^ ((at ^ other) & others)) as usize
    }

    /// As many as asked, a few together: who takes them in has their places before it needs them.
    fn draws(&self, count: u32, dice: &mut Dice, mut put: impl FnMut(usize)) {
        let mut cells = [0; 64];
        for first in (0..count).step_by(cells.len()) {
            let cells = &mut cells[..(count - first).min(64) as usize];
            cells.fill_with(|| self.draw(dice));
            cells.iter().for_each(|cell| put(*cell));
        }
    }
}

/// A time that no window reaches.
pub(crate) const ELSEWHEN: u16 = u16::MAX;

/// How to lay out the cases of one replicate.
#[derive(Debug)]
pub(crate) enum Null {
    /// So many cases, each in a cell drawn by what is expected.
    Multinomial { cells: Alias, total: u32 },
    /// First how many, then as above.
    Poisson { cells: Alias, mean: f64 },
    /// So many different persons. `ends` counts the persons up to and including each cell; those drawn are the
    /// cases, or `spared` from being one where that is fewer.
    Persons { ends: Vec<u32>, drawn: u32, spared: bool },
    /// Each case keeps its place (the first cell of it), and the times are dealt out anew.
    Times { places: Vec<u32>, times: Vec<u16> },
}

impl Null {
    /// For cells with so many cases and of such a size (what is expected; for Bernoulli, persons). For a permutation, of each case its place (the first cell of it) and its time ([`ELSEWHEN`] where no window
    /// reaches). Nothing when there is nothing to lay out.
    pub(crate) fn new(
        model: Model,
        cases: &[u32],
        sizes: &[f64],
        dealt: (Vec<u32>, Vec<u16>),
    ) -> Option<Self> {
        let total: u32 = cases.iter().sum();
        let mean: f64 = sizes.iter().sum();
        if (total == 0 && model != Model::Expectation) || mean <= 0.0 {
            return None;
        }
        Some(match model {
            Model::Poisson => Self::Multinomial { cells: Alias::new(sizes), total },
            Model::Expectation => Self::Poisson { cells: Alias::new(sizes), mean },
            Model::Bernoulli => {
                let ends: Vec<u32> = sizes
                    .iter()
                    .scan(0u32, |sum, persons| {
                        *sum += *persons as u32;
                        Some(*sum)
                    })
                    .collect();
                let all = ends.last().copied().unwrap_or(0);
                let spared = total > all / 2;
                Self::Persons { ends, drawn: if spared { all - total } else { total }, spared }
            }
            Model::Permutation => Self::Times { places: dealt.0, times: dealt.1 },
        })
    }

    /// At most so many cases in all, in any replicate.
    pub(crate) fn most(&self) -> u32 {
        match self {
            Self::Multinomial { total, .. } => *total,
            Self::Poisson { mean, .. } => most_of_poisson(*mean),
            Self::Persons { ends, drawn, spared } => {
                if *spared {
                    ends.last().copied().unwrap_or(0) - drawn
                } else {
                    *drawn
                }
            }
            Self::Times { places, .. } => places.len() as u32,
        }
    }

    /// Lays out replicate `replicate` of `seed`: `put(cell, cases)` is called until all lie, in steps that may
    /// also take away.
    pub(crate) fn lay(&self, seed: u64, replicate: u64, desk: &mut Desk, mut put: impl FnMut(usize, i32)) {
        let mut dice = Dice::of(seed, replicate);
        match self {
            Self::Multinomial { cells, total } => cells.draws(*total, &mut dice, |cell| put(cell, 1)),
            Self::Poisson { cells, mean } => {
                let count = poisson(*mean, &mut dice);
                cells.draws(count, &mut dice, |cell| put(cell, 1));
            }
            Self::Persons { ends, drawn, spared } => {
                if *spared {
                    let mut before = 0;
                    for (cell, end) in ends.iter().enumerate() {
                        put(cell, (end - before) as i32);
                        before = *end;
                    }
                }
                let step = if *spared { -1 } else { 1 };
                desk.persons(ends, *drawn, &mut dice, |cell| put(cell, step));
            }
            Self::Times { places, times } => {
                desk.times.clear();
                desk.times.extend_from_slice(times);
                // Fisher and Yates, from the end.
                for left in (1..desk.times.len()).rev() {
                    desk.times.swap(left, dice.below(left as u32 + 1).0 as usize);
                }
                for (place, time) in places.iter().zip(&desk.times).filter(|(_, time)| **time != ELSEWHEN) {
                    put(*place as usize + usize::from(*time), 1);
                }
            }
        }
    }
}

/// Room to lay out in, used again for each replicate.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    times: Vec<u16>,
    taken: Vec<u64>,
    who: Vec<u32>,
}

impl Desk {
    /// `drawn` different persons, and the cell of each.
    fn persons(&mut self, ends: &[u32], drawn: u32, dice: &mut Dice, mut found: impl FnMut(usize)) {
        let all = ends.last().copied().unwrap_or(0);
        self.taken.resize(all as usize / 64 + 1, 0);
        self.who.clear();
        while self.who.len() < drawn as usize {
            let (person, _) = dice.below(all);
            let (word, bit) = (person as usize / 64, 1u64 << (person % 64));
            if self.taken[word] & bit == 0 {
                self.taken[word] |= bit;
                self.who.push(person);
                found(ends.partition_point(|end| *end <= person));
            }
        }
        self.who.iter().for_each(|person| self.taken[*person as usize / 64] = 0);
    }
}

/// More than this comes in fewer than one of 10²⁰ draws.
fn most_of_poisson(mean: f64) -> u32 {
    (mean + 10.0 * mean.sqrt() + 40.0) as u32
}

/// How many events of mean 1 each fit before `mean` (Knuth, *The Art of Computer Programming*, 3.4.1): by steps
/// of 32, so that no product of parts becomes nothing.
fn poisson(mean: f64, dice: &mut Dice) -> u32 {
    let most = most_of_poisson(mean);
    let (mut left, mut count) = (mean, 0);
    while left > 0.0 {
        let (end, mut product) = (libm::exp(-left.min(32.0)), dice.part());
        while product > end && count < most {
            count += 1;
            product *= dice.part();
        }
        left -= 32.0;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_counts(null: &Null, cells: usize, replicates: u64) -> Vec<f64> {
        let mut sums = vec![0i64; cells];
        let mut desk = Desk::default();
        for replicate in 0..replicates {
            null.lay(3, replicate, &mut desk, |cell, step| sums[cell] += i64::from(step));
        }
        sums.iter().map(|sum| *sum as f64 / replicates as f64).collect()
    }

    #[test]
    fn each_cell_gets_what_is_expected_there_and_an_empty_one_nothing() {
        let expected = [0.5, 0.0, 6.5, 3.0, 0.0];
        let null = Null::new(Model::Poisson, &[10, 0, 0, 0, 0], &expected, Default::default()).unwrap();
        let found = mean_counts(&null, 5, 20_000);
        assert!(
            found.iter().zip(&expected).all(|(found, expected)| (found - expected).abs() < 0.06),
            "{found:?}"
        );
        assert!(found[1].abs() < 1e-9 && found[4].abs() < 1e-9);
        let null = Null::new(Model::Expectation, &[0; 5], &expected, Default::default()).unwrap();
        let found = mean_counts(&null, 5, 20_000);
        assert!(
            found.iter().zip(&expected).all(|(found, expected)| (found - expected).abs() < 0.08),
            "{found:?}"
        );
    }

    #[test]
    fn nobody_is_drawn_twice() {
        for cases in [[1, 0, 2], [3, 0, 4]] {
            let null = Null::new(Model::Bernoulli, &cases, &[3.0, 1.0, 6.0], Default::default()).unwrap();
            let total: u32 = cases.iter().sum();
            let mut desk = Desk::default();
            for replicate in 0..500 {
                let mut counts = [0i32; 3];
                null.lay(9, replicate, &mut desk, |cell, step| counts[cell] += step);
                assert_eq!(counts.iter().sum::<i32>(), total as i32);
                assert!(counts.iter().zip([3, 1, 6]).all(|(count, most)| (0..=most).contains(count)));
            }
            let share = f64::from(total) / 10.0;
            let found = mean_counts(&null, 3, 20_000);
            assert!(found.iter().zip([3.0, 1.0, 6.0]).all(|(found, all)| (found - all * share).abs() < 0.05));
        }
    }

    #[test]
    fn a_poisson_number_has_its_mean_and_its_spread() {
        let mut dice = Dice::of(5, 0);
        let draws: Vec<f64> = (0..20_000).map(|_| f64::from(poisson(70.0, &mut dice))).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let spread = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / 20_000.0;
        assert!((mean - 70.0).abs() < 0.3 && (spread - 70.0).abs() < 3.0, "{mean} {spread}");
    }

    #[test]
    fn each_place_and_each_time_keeps_its_cases() {
        let cases = [2, 0, 1, 0, 0, 3];
        let dealt = (vec![0, 0, 0, 3, 3, 3], vec![0, 0, 2, 2, 2, 2]);
        let null = Null::new(Model::Permutation, &cases, &[1.0; 6], dealt).unwrap();
        let mut desk = Desk::default();
        for replicate in 0..200 {
            let mut counts = [0i32; 6];
            null.lay(1, replicate, &mut desk, |cell, step| counts[cell] += step);
            assert_eq!([counts[0] + counts[1] + counts[2], counts[3] + counts[4] + counts[5]], [3, 3]);
            assert_eq!([counts[0] + counts[3], counts[1] + counts[4], counts[2] + counts[5]], [2, 0, 4]);
        }
    }
}
