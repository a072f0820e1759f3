//! What is scanned: locations, periods, cases in each cell, and what is expected there.

mod build;
mod expect;
mod place;

pub use build::Builder;
pub(crate) use place::Places;

use crate::day::Periods;

/// What is said to hold when nothing is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Model {
    /// Cases fall in proportion to what is expected, given how many there are in all
    /// (Kulldorff 1997, *Comm. Statist. Theory Meth.* 26:1481, section 3.2).
    Poisson,
    /// Each person, case or control, is as likely a case as any other (Kulldorff 1997, section 3.1).
    Bernoulli,
    /// Where and when are independent; needs cases only
    /// (Kulldorff, Heffernan, Hartman, Assunção, Mostashari 2005, *PLoS Med.* 2:e59).
    Permutation,
    /// Each cell has a baseline of its own, and the total is not given
    /// (Neill, Moore, Sabhnani, Daniel 2005, KDD: expectation-based Poisson).
    Expectation,
}

/// A cell for each location and period, with its cases and what is expected; made by a [`Builder`].
#[derive(Clone, Debug)]
pub struct Study {
    pub(crate) places: Places,
    pub(crate) periods: Periods,
    pub(crate) model: Model,
    /// By location, then by period.
    pub(crate) cases: Vec<u32>,
    /// In the same order, in cases.
    pub(crate) expected: Vec<f64>,
    /// Cases and controls, in the same order; only for [`Model::Bernoulli`].
    pub(crate) persons: Vec<u32>,
    pub(crate) total: u32,
}

impl Study {
    /// How many locations there are.
    #[must_use]
    pub fn locations(&self) -> usize {
        self.places.count()
    }

    /// The name of a location, by its number from 0 in the order in which they were given.
    #[must_use]
    pub fn name(&self, location: u32) -> Option<&str> {
        self.places.name(location)
    }

    /// The periods it is cut into.
    #[must_use]
    pub fn periods(&self) -> &Periods {
        &self.periods
    }

    /// What is said to hold when nothing is going on.
    #[must_use]
    pub fn model(&self) -> Model {
        self.model
    }

    /// All cases.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.total
    }

    /// Cases in a cell; 0 where there is none.
    #[must_use]
    pub fn cases(&self, location: u32, period: usize) -> u32 {
        self.cell(location, period).and_then(|at| self.cases.get(at)).copied().unwrap_or(0)
    }

    /// What is expected in a cell, in cases: by indirect standardisation over the strata (Poisson), the share of
    /// the persons (Bernoulli), the product of the margins (permutation), the baseline given (expectation).
    /// 0 where there is no such cell.
    #[must_use]
    pub fn expected(&self, location: u32, period: usize) -> f64 {
        self.cell(location, period).and_then(|at| self.expected.get(at)).copied().unwrap_or(0.0)
    }

    /// All that is expected together: the number of cases, but for [`Model::Expectation`] the sum of the baselines.
    #[must_use]
    pub fn expected_total(&self) -> f64 {
        self.expected.iter().sum()
    }

    fn cell(&self, location: u32, period: usize) -> Option<usize> {
        let location = usize::try_from(location).ok().filter(|location| *location < self.locations())?;
        (period < self.periods.count()).then_some(location * self.periods.count() + period)
    }
}
