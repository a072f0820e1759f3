//! What was found: clusters, and how often chance does as much.

use std::cmp::Reverse;
use std::ops::Range;

use crate::ask::MonteCarlo;
use crate::score::Rates;

/// More or fewer cases than expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More.
    High,
    /// Fewer.
    Low,
}

/// Locations (and periods) in which there are more cases than chance would have it, or fewer.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// The number of the location in the middle.
    pub centre: u32,
    /// The numbers of all its locations, nearest to the centre first.
    pub locations: Vec<u32>,
    /// How far the farthest lies from the centre: in kilometres on the earth, else in the unit of the coordinates.
    /// None when the window is no circle.
    pub radius: Option<f64>,
    /// From which period up to, not including, which.
    pub periods: Range<usize>,
    /// Whether there are more cases than expected, or fewer.
    pub direction: Direction,
    /// How many cases there are in it.
    pub observed: u32,
    /// How many would be when nothing is going on, in cases.
    pub expected: f64,
    /// How much likelier a case is inside than outside; for [`crate::Model::Expectation`], than its baseline. None
    /// for a permutation, and when there are no cases outside.
    pub relative_risk: Option<f64>,
    /// The logarithm (natural) of the likelihood ratio of the model: Kulldorff 1997 for Poisson, permutation and
    /// Bernoulli, Neill et al. 2005 for expectation-based Poisson.
    pub llr: f64,
    /// How often chance scores as much anywhere (see [`P`]); None without replicates.
    pub p: Option<P>,
    /// The same from the tail of the extremes, where that holds.
    pub gumbel: Option<f64>,
}

/// A Monte Carlo p-value (Dwass 1957; Besag & Clifford 1991 when the replicates stopped early).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct P {
    /// Above 0, at most 1.
    pub value: f64,
    /// How many replicates scored as much, a hair less included: two windows that score the same must not differ by
    /// rounding.
    pub reached: u32,
    /// Of so many.
    pub of: u32,
}

impl P {
    /// One such signal comes by chance in so many analyses. A scan that is done once each period has it once in so
    /// many periods (Kleinman, Lazarus, Platt 2004, *Am. J. Epidemiol.* 159:217).
    #[must_use]
    pub fn recurrence(&self) -> f64 {
        1.0 / self.value
    }
}

/// The distribution of the largest of many scores (Gumbel), fitted by moments to the replicates: how small a p-value
/// is that no replicate reaches (Abrams, Kulldorff, Kleinman 2010, *Statistics in Medicine* 29:2952).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tail {
    /// It holds, with this place and scale.
    Gumbel {
        /// Where the distribution is highest, in units of the score.
        place: f64,
        /// How wide it is, in units of the score.
        scale: f64,
    },
    /// There are fewer than 99 replicates to fit it to, or they were stopped early.
    TooFew,
    /// Scores that come up often in exactly the same height: this share of the replicates has the commonest. The
    /// distribution has steps, and a smooth tail says too little. Use the Monte Carlo p-value.
    Ties {
        /// From 0 to 1.
        share: f64,
    },
    /// It was found for high rates only.
    LowRates,
}

impl Tail {
    /// How often chance scores at least `llr`; None where the tail does not hold.
    #[must_use]
    pub fn p(&self, llr: f64) -> Option<f64> {
        let Self::Gumbel { place, scale } = self else { return None };
        Some(-libm::expm1(-libm::exp(-(llr - place) / scale)))
    }
}

/// The answer to a [`crate::Scan`].
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// Best first; none overlaps one before it (in a scan in time: shares a location and a period with it). Those with
    /// a p-value of 1 are not named.
    pub clusters: Vec<Cluster>,
    /// The best score of each replicate, in the order of the replicates.
    pub maxima: Vec<f64>,
    /// So many windows were looked at; each is one question, and the p-values count them all. Connected windows are
    /// not counted one by one: then so many centres.
    pub windows: u64,
    /// Whether the tail of the extremes holds here, and why not.
    pub tail: Tail,
}

/// Whether a replicate scores as much as `llr`, leaving room for rounding.
pub(crate) fn reaches(maximum: f64, llr: f64) -> bool {
    maximum >= llr - 1e-8 * (1.0 + llr)
}

/// What clusters are sorted by, best first: scores that differ in the ninth digit are the same score, because rounding
/// may not decide which of two is named.
pub(crate) fn rank(llr: f64) -> Reverse<u64> {
    Reverse((llr * 1e8).round() as u64)
}

impl Findings {
    pub(crate) fn new(
        mut clusters: Vec<Cluster>,
        maxima: Vec<f64>,
        windows: u64,
        chance: &MonteCarlo,
        rates: Rates,
    ) -> Self {
        let stopped = maxima.len() < chance.replicates as usize;
        let tail = if rates.low() { Tail::LowRates } else { tail(&maxima, stopped) };
        for cluster in &mut clusters {
            cluster.p = p(&maxima, cluster.llr, chance.enough);
            cluster.gumbel = tail.p(cluster.llr);
        }
        clusters.retain(|cluster| cluster.p.is_none_or(|p| p.value < 1.0));
        Self { clusters, maxima, windows, tail }
    }
}

fn p(maxima: &[f64], llr: f64, enough: Option<u32>) -> Option<P> {
    let (mut reached, mut of) = (0, 0);
    for maximum in maxima {
        of += 1;
        reached += u32::from(reaches(*maximum, llr));
        if enough.is_some_and(|enough| reached >= enough) {
            return Some(P { value: f64::from(reached) / f64::from(of), reached, of });
        }
    }
    (of > 0).then(|| P { value: f64::from(reached + 1) / f64::from(of + 1), reached, of })
}

/// Of the replicates, this many may have the commonest score before the tail has steps.
const TIED: f64 = 0.05;

fn tail(maxima: &[f64], stopped: bool) -> Tail {
    if stopped || maxima.len() < 99 {
        return Tail::TooFew;
    }
    let mut sorted = maxima.to_vec();
    sorted.sort_by(f64::total_cmp);
    let commonest = sorted.chunk_by(|one, other| reaches(*one, *other)).map(<[f64]>::len).max().unwrap_or(0);
    let count = maxima.len() as f64;
    let share = commonest as f64 / count;
    if share > TIED {
        return Tail::Ties { share };
    }
    let mean = sorted.iter().sum::<f64>() / count;
    let variance = sorted.iter().map(|maximum| (maximum - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let scale = (6.0 * variance).sqrt() / std::f64::consts::PI;
    /// Euler's constant.
    const EULER: f64 = 0.577_215_664_901_532_9;
    Tail::Gumbel { place: mean - EULER * scale, scale }
}
