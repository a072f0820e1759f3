//! A study made ready to be scanned: locations as slots, cells as rows, windows in time as intervals.

use crate::ask::{Scan, Time};
use crate::chance::Null;
use crate::near::{Near, Reach};
use crate::score::{Ladder, Score};
use crate::study::{Model, Study};
use crate::trouble::Trouble;

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
    /// Over all the cells of the study in the order of slots, also periods that no window can reach.
    pub(crate) null: Option<Null>,
    study_periods: usize,
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
        let near = Near::new(study.places.points());
        let sizes = |cell: usize| match study.model {
            Model::Bernoulli => f64::from(study.persons[cell]),
            _ => study.expected[cell],
        };
        let cells =
            || near.places.iter().flat_map(|place| (0..count).map(move |t| *place as usize * count + t));
        let all_cases: Vec<u32> = cells().map(|cell| study.cases[cell]).collect();
        let all_sizes: Vec<f64> = cells().map(sizes).collect();
        let persons: Vec<u32> = cells().filter_map(|cell| study.persons.get(cell).copied()).collect();
        let null = Null::new(study.model, &all_cases, &all_sizes, &persons, count);
        let weights: Vec<f64> = all_sizes.chunks(count).map(|sizes| sizes.iter().sum()).collect();
        let whole: f64 = weights.iter().sum();
        let (periods, first, cases, sizes) = match scan.time {
            Time::Whole => {
                (1, 0, all_cases.chunks(count).map(|cases| cases.iter().sum()).collect(), weights.clone())
            }
            _ => {
                let first = if prospective { count - longest } else { 0 };
                let kept = |cell: &usize| cell % count >= first;
                let cells = || (0..all_sizes.len()).filter(kept);
                let cases = cells().map(|cell| all_cases[cell]).collect();
                (count - first, first, cases, cells().map(|cell| all_sizes[cell]).collect())
            }
        };
        let ends = |begin: usize| begin + 1..=(begin + longest).min(periods);
        let intervals = (0..periods)
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
            study_periods: count,
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

    /// Where a cell of the study (in the order of slots) lies here; nowhere when no window can reach it.
    #[inline]
    pub(crate) fn cell(&self, of_study: usize) -> Option<usize> {
        if self.periods == self.study_periods {
            return Some(of_study);
        }
        let (slot, period) = (of_study / self.study_periods, of_study % self.study_periods);
        if self.periods == 1 && self.first == 0 {
            return Some(slot);
        }
        (period >= self.first).then(|| slot * self.periods + period - self.first)
    }

    /// The sizes of a slot by period.
    #[inline]
    pub(crate) fn sizes_of(&self, slot: u32) -> &[f64] {
        &self.sizes[slot as usize * self.periods..][..self.periods]
    }
}
