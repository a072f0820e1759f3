//! What is asked: which windows are looked at, in space and in time, and by how much chance.

use crate::chance::Desk;
use crate::lanes::Features;
use crate::plan::Plan;
use crate::score::Rates;
use crate::study::{Model, Study};
use crate::trouble::Trouble;
use crate::{Findings, replicate};

/// Windows in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Time {
    /// None: the whole study period at once, purely spatial.
    #[default]
    Whole,
    /// From any period to any later one, at most `longest` periods long.
    Retrospective {
        /// In periods, from 1; SaTScan's own is half of them ([`crate::Periods::longest`]).
        longest: usize,
    },
    /// Only those that are still going on in the last period, at most `longest` periods long.
    Prospective {
        /// In periods, from 1; SaTScan's own is half of them ([`crate::Periods::longest`]).
        longest: usize,
    },
}

/// Which windows are looked at. Each location is a centre, and its windows are itself, itself and the nearest, and so
/// on, one location at a time, until a limit would be passed.
///
/// ```
/// use scan::{Scan, Time};
///
/// let scan = Scan { share: 0.1, time: Time::Prospective { longest: 3 }, ..Scan::default() };
/// assert_eq!(scan.fewest, 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// A window holds at most this share of what is expected over the whole study period (of cases and controls, for
    /// Bernoulli). More than 0, at most 1; SaTScan's own is 0.5.
    pub share: f64,
    /// And reaches at most so far from its centre: in kilometres on the earth, in the unit of the coordinates on a
    /// plane.
    pub distance: Option<f64>,
    /// And holds at most so many locations, from 1.
    pub nearest: Option<usize>,
    /// Which windows there are in time.
    pub time: Time,
    /// Whether more cases than expected are looked for, fewer, or both.
    pub rates: Rates,
    /// A window of high rates has at least so many cases; SaTScan's own is 2.
    pub fewest: u32,
    /// At most so many clusters are named.
    pub clusters: usize,
}

impl Default for Scan {
    fn default() -> Self {
        Self {
            share: 0.5,
            distance: None,
            nearest: None,
            time: Time::Whole,
            rates: Rates::High,
            fewest: 2,
            clusters: 10,
        }
    }
}

/// How often cases are laid out by chance, to see what chance does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonteCarlo {
    /// Decides all chance: the same seed gives the same bits, on any number of threads and any processor.
    pub seed: u64,
    /// 999 or 9,999 are usual; with 0 there are no p-values.
    pub replicates: u32,
    /// Stop when so many replicates have scored as much as the first cluster (Besag & Clifford 1991, *Biometrika*
    /// 78:301): it is no signal, and more replicates would not make it one.
    pub enough: Option<u32>,
    /// What of the processor may be used; it changes the time, not what comes out.
    pub features: Features,
}

impl MonteCarlo {
    /// All of them, as fast as this processor goes.
    #[must_use]
    pub fn new(seed: u64, replicates: u32) -> Self {
        Self { seed, replicates, enough: None, features: Features::here() }
    }

    pub(crate) fn check(&self) -> Result<(), Trouble> {
        if self.replicates > 10_000_000 {
            return Err(Trouble::TooManyReplicates(self.replicates));
        }
        if self.enough == Some(0) {
            return Err(Trouble::Limit { must: "at least one replicate that is enough", given: 0.0 });
        }
        Ok(())
    }
}

impl Scan {
    /// The clusters that stand out most, and how often chance does as much. Uses the threads of the `rayon` pool it is
    /// called in.
    ///
    /// Nothing to find is an answer, not an error: without cases, with nothing expected, or when each location alone
    /// is more than the limit (one area with `share` 0.5), there are no clusters; [`Findings::windows`] says how many
    /// windows there were.
    ///
    /// # Errors
    /// When a limit, a length in time or a number of replicates is impossible.
    pub fn run(&self, study: &Study, chance: &MonteCarlo) -> Result<Findings, Trouble> {
        chance.check()?;
        let plan = Plan::new(self, study)?;
        let (clusters, windows, maxima) = replicate::scanned(&plan, study, self, chance);
        Ok(Findings::new(clusters, maxima, windows, chance, self.rates))
    }

    /// The study with its cases laid out as replicate number `replicate` (from 0) of this scan with that seed has them:
    /// to look at one, or to check one. Without windows in time all cases of a location stand in its first period; of
    /// cases in periods that no window reaches only the number is kept, in the total. None when there is nothing to
    /// lay out.
    ///
    /// # Errors
    /// As [`Scan::run`].
    pub fn replicate(&self, study: &Study, seed: u64, replicate: u64) -> Result<Option<Study>, Trouble> {
        let plan = Plan::new(self, study)?;
        let Some(null) = &plan.null else { return Ok(None) };
        let mut drawn = study.clone();
        let count = study.periods.count();
        drawn.cases.fill(0);
        let mut total = 0i64;
        null.lay(seed, replicate, &mut Desk::default(), |cell, step| {
            total += i64::from(step);
            let (slot, period) = (cell / plan.periods, cell % plan.periods + plan.first);
            if let Some(place) = plan.near.places.get(slot) {
                let cases = &mut drawn.cases[*place as usize * count + period];
                *cases = cases.wrapping_add_signed(step);
            }
        });
        // A permutation does not lay out what no window reaches.
        drawn.total =
            if study.model == Model::Permutation { study.total } else { total.unsigned_abs() as u32 };
        Ok(Some(drawn))
    }
}
