//! A study made ready to be scanned: locations as slots, cells as rows, windows in time as intervals.

use crate::ask::{Scan, Time};
use crate::chance::{ELSEWHEN, Null};
use crate::near::{Near, Reach};
use crate::score::{Ladder, Score};
use crate::study::{Model, Study};
use crate::trouble::Trouble;

/// Windows in time that are looked at around each centre.
const MOST_INTERVALS: usize = 1 << 17;

#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) near: Near,
    /// How many periods a slot has here; 1 when there are no windows in time.
    pub(crate) periods: usize,
    /// The first of them, among the periods of the study.
    pub(crate) first: usize,
    /// By slot, then by period.
    pub(crate) cases: Vec<u32>,
    /// What is expected, or the persons for Bernoulli; in the same order.
    pub(crate) sizes: Vec<f64>,
    /// The size of each slot over the whole study.
    weights: Vec<f64>,
    limit: f64,
    square: f64,
    nearest: usize,
    pub(crate) intervals: Vec<(u16, u16)>,
    pub(crate) ladder: Ladder,
    /// Over the cells as they stand here; a cell behind the last is where no window reaches.
    pub(crate) null: Option<Null>,
}

impl Plan {
    pub(crate) fn new(scan: &Scan, study: &Study) -> Result<Self, Trouble> {
        if !(scan.share > 0.0 && scan.share <= 1.0) {
            return Err(Trouble::Limit { must: "a share above 0 and at most 1", given: scan.share });
        }
        if let Some(distance) = scan.distance
            && (distance.is_nan() || distance < 0.0)
        {
            return Err(Trouble::Limit { must: "a distance of at least 0", given: distance });
        }
        if scan.nearest == Some(0) {
            return Err(Trouble::Limit { must: "at least one location", given: 0.0 });
        }
        let count = study.periods.count();
        let (longest, prospective) = match scan.time {
            Time::Whole => (1, false),
            Time::Retrospective { longest } => (longest, false),
            Time::Prospective { longest } => (longest, true),
        };
        if !(1..=count).contains(&longest) {
            return Err(Trouble::Duration { given: longest, periods: count });
        }
        if study.model == Model::Permutation && scan.time == Time::Whole {
            return Err(Trouble::Unfit("permutation compares when with where: it needs windows in time"));
        }
        let spans = if prospective { longest } else { longest * count };
        if spans > MOST_INTERVALS {
            return Err(Trouble::TooManyIntervals(spans));
        }
        let near = Near::new(study.places.points());
        let size = |cell: usize| match study.model {
            Model::Bernoulli => f64::from(study.persons[cell]),
            _ => study.expected[cell],
        };
        // Without windows in time a slot is one cell; else those periods are kept that a window can reach, and what
        // lies before them is one cell more, behind the others.
        let (periods, first) = match scan.time {
            Time::Whole => (1, 0),
            _ if prospective => (longest, count - longest),
            _ => (count, 0),
        };
        let cells = near.count() * periods;
        let mut cases = vec![0u32; cells + usize::from(first > 0)];
        let mut sizes = vec![0.0; cases.len()];
        let mut weights = Vec::with_capacity(near.count());
        let mut dealt = (Vec::new(), Vec::new());
        for (slot, place) in near.places.iter().enumerate() {
            let mut weight = 0.0;
            for period in 0..count {
                let from = *place as usize * count + period;
                let to = match scan.time {
                    Time::Whole => slot,
                    _ if period < first => cells,
                    _ => slot * periods + period - first,
                };
                cases[to] += study.cases[from];
                sizes[to] += size(from);
                weight += size(from);
                if study.model == Model::Permutation {
                    let time = period.checked_sub(first).map_or(ELSEWHEN, |time| time as u16);
                    for _ in 0..study.cases[from] {
                        dealt.0.push((slot * periods) as u32);
                        dealt.1.push(time);
                    }
                }
            }
            weights.push(weight);
        }
        let null = Null::new(study.model, &cases, &sizes, dealt);
        cases.truncate(cells);
        sizes.truncate(cells);
        let whole: f64 = weights.iter().sum();
        let ends = |begin: usize| begin + 1..=(begin + longest).min(periods);
        let intervals: Vec<(u16, u16)> = (0..periods)
            .flat_map(|begin| ends(begin).map(move |end| (begin as u16, end as u16)))
            .filter(|(_, end)| !prospective || usize::from(*end) == periods)
            .collect();
        let score = Score::new(study.model, study.total, whole);
        let most = null.as_ref().map_or(0, Null::most).max(study.total);
        let limit = scan.share * whole;
        Ok(Self {
            ladder: Ladder::new(score, scan.rates, scan.fewest, most, limit),
            near,
            periods,
            first,
            cases,
            sizes,
            weights,
            limit,
            square: scan
                .distance
                .map_or(f64::INFINITY, |far| (study.places.straight(far) * (1.0 + 1e-12)).powi(2)),
            nearest: scan.nearest.unwrap_or(usize::MAX),
            intervals,
            null,
        })
    }

    /// What a window weighs at most.
    pub(crate) fn limit(&self) -> f64 {
        self.limit
    }

    /// How far windows go, with at most `nearest` locations.
    pub(crate) fn reach(&self, nearest: usize) -> Reach<'_> {
        Reach {
            weights: &self.weights,
            limit: self.limit,
            square: self.square,
            nearest: nearest.min(self.nearest),
        }
    }

    /// The sizes of a slot by period.
    #[inline]
    pub(crate) fn sizes_of(&self, slot: u32) -> &[f64] {
        &self.sizes[slot as usize * self.periods..][..self.periods]
    }
}
