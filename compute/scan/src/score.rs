//! How much more likely what was seen is with a cluster than without: the log-likelihood ratio of each model.

use std::sync::OnceLock;

use crate::study::Model;

/// `x ln(x / y)`, with nothing where there is nothing.
fn term(x: f64, y: f64) -> f64 {
    if x > 0.0 { x * libm::log(x / y) } else { 0.0 }
}

/// What a window with `cases` and a `size` scores. The size is what is expected there; for Bernoulli, the persons.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Score {
    /// Kulldorff 1997, (7): n ln(n/u) + (N-n) ln((N-n)/(N-u)).
    Poisson { total: f64 },
    /// Kulldorff 1997, (2): the binomial one.
    Bernoulli { cases: f64, persons: f64 },
    /// Neill 2005: n ln(n/b) + b - n.
    Expectation,
}

impl Score {
    pub(crate) fn new(model: Model, total: u32, persons: f64) -> Self {
        let total = f64::from(total);
        match model {
            Model::Poisson | Model::Permutation => Self::Poisson { total },
            Model::Bernoulli => Self::Bernoulli { cases: total, persons },
            Model::Expectation => Self::Expectation,
        }
    }

    /// How many cases a window of that size has when nothing is going on.
    #[inline]
    pub(crate) fn mean(self, size: f64) -> f64 {
        match self {
            Self::Bernoulli { cases, persons } => size * (cases / persons),
            _ => size,
        }
    }

    fn nearly_all(self, size: f64) -> bool {
        match self {
            Self::Poisson { total } => size >= 0.999_999 * total,
            Self::Bernoulli { persons, .. } => size >= 0.999_999 * persons,
            Self::Expectation => false,
        }
    }

    /// The log-likelihood ratio, whether there are more or fewer cases than the mean. Never negative, never NaN:
    /// 0 where the model says nothing (no size, all cases and all of the population inside).
    pub(crate) fn llr(self, cases: f64, size: f64) -> f64 {
        if size <= 0.0 {
            return 0.0;
        }
        let llr = match self {
            Self::Poisson { total } => {
                let (outside, rest) = (total - cases, total - size);
                if rest <= 0.0 && outside > 0.0 {
                    return 0.0;
                }
                term(cases, size) + term(outside, rest)
            }
            Self::Bernoulli { cases: all, persons } => {
                // A bound may ask for a window that cannot be: the nearest one that can.
                let size = size.max(cases).min(persons - (all - cases));
                let (outside, rest) = (all - cases, persons - size);
                term(cases, size)
                    + term(size - cases, size)
                    + term(outside, rest)
                    + term(rest - outside, rest)
                    - term(all, persons)
                    - term(persons - all, persons)
            }
            Self::Expectation => term(cases, size) + size - cases,
        };
        llr.max(0.0)
    }
}

/// Sizes are looked up by their root, in this many steps.
const STEPS: usize = 2048;
/// Levels of the score, so far apart.
const HEIGHT: f64 = 0.125;
/// Scores above `HEIGHT * LEVELS` are looked up at the highest level.
const LEVELS: usize = 400;

/// From how many cases on a window of some size can reach a score.
#[derive(Debug)]
pub(crate) struct Bounds {
    /// By step: at least so many cases.
    pub(crate) high: Vec<u32>,
    /// By step: fewer cases than this.
    pub(crate) low: Vec<u32>,
}

/// Which of high and low rates are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rates {
    /// More cases than expected.
    #[default]
    High,
    /// Fewer.
    Low,
    /// Either.
    Both,
}

impl Rates {
    pub(crate) fn high(self) -> bool {
        self != Self::Low
    }

    pub(crate) fn low(self) -> bool {
        self != Self::High
    }
}

/// A score rises with the cases and falls with the size where rates are high, and the other way round where they are
/// low. So for all windows of a block one comparison of the most cases with the least size says whether any of them
/// can matter. The comparisons are made ready here, when they are first needed.
#[derive(Debug)]
pub(crate) struct Ladder {
    pub(crate) score: Score,
    rates: Rates,
    fewest: u32,
    most: u32,
    scale: f64,
    levels: Vec<OnceLock<Bounds>>,
}

impl Ladder {
    /// For windows of at most `largest` in size, with at most `most` cases; high rates from `fewest` cases on.
    pub(crate) fn new(score: Score, rates: Rates, fewest: u32, most: u32, largest: f64) -> Self {
        let scale = (STEPS - 1) as f64 / largest.max(1e-300).sqrt();
        let levels = (0..=LEVELS).map(|_| OnceLock::new()).collect();
        Self { score, rates, fewest: fewest.max(1), most, scale, levels }
    }

    /// The step of a size.
    #[inline]
    pub(crate) fn step(&self, size: f64) -> u16 {
        ((size.max(0.0).sqrt() * self.scale) as usize).min(STEPS - 1) as u16
    }

    /// No replicate has more cases than this.
    pub(crate) fn most(&self) -> u32 {
        self.most
    }

    pub(crate) fn rates(&self) -> Rates {
        self.rates
    }

    /// Whether a window may reach what `bounds` are for.
    #[inline]
    pub(crate) fn may(&self, bounds: &Bounds, cases: u32, size: f64) -> bool {
        let step = usize::from(self.step(size));
        bounds.high.get(step).is_some_and(|least| cases >= *least)
            || bounds.low.get(step).is_some_and(|bound| cases < *bound)
    }

    /// What a window scores; 0 when its rate is not one that is looked for.
    #[inline]
    pub(crate) fn llr(&self, cases: u32, size: f64) -> f64 {
        let (count, mean) = (f64::from(cases), self.score.mean(size));
        let counts =
            self.rates.high() && count > mean && cases >= self.fewest || self.rates.low() && count < mean;
        if counts { self.score.llr(count, size) } else { 0.0 }
    }

    /// What windows must have to score `llr` or more, or a little less.
    pub(crate) fn at(&self, llr: f64) -> &Bounds {
        let level = ((llr / HEIGHT) as usize).min(LEVELS);
        // A hair less than asked, so that rounding never hides a window that reaches it exactly.
        let hair = 1e-7 + 1e-14 * f64::from(self.most);
        self.levels[level].get_or_init(|| self.make(level as f64 * HEIGHT - hair))
    }

    fn make(&self, llr: f64) -> Bounds {
        let mut bounds = Bounds { high: Vec::new(), low: Vec::new() };
        if self.rates.high() {
            let mut cases = self.fewest;
            bounds.high = (0..STEPS)
                .map(|step| {
                    // The least size of the step, and a hair less.
                    let size = (step as f64 / self.scale).powi(2) * (1.0 - 1e-9);
                    cases = self.first(cases, |cases| {
                        size <= 0.0 || (cases > self.score.mean(size) && self.score.llr(cases, size) >= llr)
                    });
                    cases
                })
                .collect();
        }
        if self.rates.low() {
            let mut cases = 0;
            bounds.low = (0..STEPS)
                .map(|step| {
                    // The largest size of the step, and a hair more. Where nearly all is inside, anything may be.
                    let size = ((step + 1) as f64 / self.scale).powi(2) * (1.0 + 1e-9);
                    let nearly_all = step + 1 == STEPS || self.score.nearly_all(size);
                    cases = self.first(cases, |cases| {
                        cases >= self.score.mean(size) || !nearly_all && self.score.llr(cases, size) < llr
                    });
                    cases
                })
                .collect();
        }
        bounds
    }

    /// The first count from `from` on for which `reached` holds and goes on to hold; one more than the most when none.
    fn first(&self, from: u32, reached: impl Fn(f64) -> bool) -> u32 {
        if from > self.most || reached(f64::from(from)) {
            return from;
        }
        let (mut below, mut stride) = (from, 1);
        while below + stride <= self.most && !reached(f64::from(below + stride)) {
            below += stride;
            stride *= 2;
        }
        let mut above = (below + stride).min(self.most + 1);
        while above - below > 1 {
            let middle = below + (above - below) / 2;
            if middle <= self.most && reached(f64::from(middle)) { above = middle } else { below = middle }
        }
        above
    }
}
