//! What was seen: the best window of each centre, and of those the ones that do not overlap.

use rayon::prelude::*;

use crate::ask::Scan;
use crate::findings::{Cluster, Direction, rank};
use crate::plan::Plan;
use crate::score::Score;
use crate::study::{Model, Study};
use crate::tile::{Centre, Fit, Room, add, size};

/// The best window around a centre.
#[derive(Clone, Copy, Debug)]
struct Best {
    llr: f64,
    centre: u32,
    slot: usize,
    locations: usize,
    /// Of how far it reaches.
    square: f64,
    interval: (u16, u16),
    cases: u32,
    size: f64,
}

/// The best window of each centre, and how many windows there were.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    best: Vec<Best>,
    pub(crate) windows: u64,
    counts: Counts,
}

/// Of one centre, by period; room that is used again for the next.
#[derive(Debug, Default)]
struct Counts {
    /// Cases before a block, and at its end.
    before: Vec<u32>,
    after: Vec<u32>,
    sums: Vec<f64>,
}

impl Seen {
    /// Around all centres.
    pub(crate) fn of(plan: &Plan) -> Self {
        let most = vec![0; plan.near.count()];
        let fit = Fit { room: u32::MAX, most: &most };
        let look = |(mut seen, mut centre, mut room): (Self, Centre, Room), slot| {
            centre.fill(plan, slot, usize::MAX, fit, &mut room);
            seen.look(plan, slot, &centre);
            (seen, centre, room)
        };
        (0..plan.near.count())
            .into_par_iter()
            .fold(Default::default, look)
            .map(|(seen, ..)| seen)
            .reduce(Self::default, Self::and)
    }

    /// Around one more.
    pub(crate) fn look(&mut self, plan: &Plan, slot: usize, centre: &Centre) {
        self.best.extend(best(plan, slot, centre, &mut self.counts));
        self.windows += centre.slots.len() as u64 * plan.intervals.len() as u64;
    }

    pub(crate) fn and(mut self, other: Self) -> Self {
        self.best.extend(other.best);
        self.windows += other.windows;
        self
    }

    /// The clusters without p-values, best first.
    pub(crate) fn clusters(mut self, plan: &Plan, study: &Study, scan: &Scan) -> Vec<Cluster> {
        // Of the same score the smallest window is said.
        let key = |best: &Best| (rank(best.llr), best.locations);
        self.best.sort_by(|one, other| {
            key(one)
                .cmp(&key(other))
                .then(one.square.total_cmp(&other.square))
                .then(one.centre.cmp(&other.centre))
        });
        apart(plan, study, scan, &self.best)
    }
}

fn best(plan: &Plan, slot: usize, centre: &Centre, counts: &mut Counts) -> Option<Best> {
    let Counts { before, after, sums } = counts;
    after.clear();
    after.resize(plan.periods, 0);
    let mut best: Option<Best> = None;
    let mut from = 0;
    for (block, end) in centre.ends.iter().enumerate() {
        let slots = from..*end as usize;
        from = slots.end;
        before.clone_from(after);
        centre.slots[slots.clone()].iter().for_each(|slot| count(after, plan, *slot));
        let mut bounds = plan.ladder.at(best.map_or(0.0, |best| best.llr));
        let steps = block * plan.intervals.len()..(block + 1) * plan.intervals.len();
        let high = centre.high.get(steps.clone()).unwrap_or_default();
        let low = centre.low.get(steps).unwrap_or_default();
        let mut high = high.iter().zip(&plan.intervals);
        let mut low = low.iter().zip(&plan.intervals);
        if !high.any(|(step, interval)| within(after, *interval) >= bounds.high[usize::from(*step)])
            && !low.any(|(step, interval)| within(before, *interval) < bounds.low[usize::from(*step)])
        {
            continue;
        }
        sums.clear();
        sums.extend_from_slice(&centre.before[block * plan.periods..][..plan.periods]);
        for at in slots {
            let near = centre.slots[at];
            add(sums, plan.sizes_of(near));
            count(before, plan, near);
            for interval in &plan.intervals {
                let (size, cases) = (size(sums, *interval), within(before, *interval));
                if !plan.ladder.may(bounds, cases, size) {
                    continue;
                }
                let llr = plan.ladder.llr(cases, size);
                if llr > best.map_or(0.0, |best| best.llr) {
                    let (locations, square) = (at + 1, plan.near.square(slot, near));
                    let (centre, interval) = (plan.near.places[slot], *interval);
                    best = Some(Best { llr, centre, slot, locations, square, interval, cases, size });
                    bounds = plan.ladder.at(llr);
                }
            }
        }
    }
    best
}

fn count(counts: &mut [u32], plan: &Plan, slot: u32) {
    let cases = &plan.cases[slot as usize * plan.periods..][..plan.periods];
    counts.iter_mut().zip(cases).for_each(|(count, cases)| *count += cases);
}

fn within(counts: &[u32], (begin, end): (u16, u16)) -> u32 {
    counts[usize::from(begin)..usize::from(end)].iter().sum()
}

/// From the best on, those that share no location with one already taken; in time, none in the same time.
fn apart(plan: &Plan, study: &Study, scan: &Scan, best: &[Best]) -> Vec<Cluster> {
    let mut taken: Vec<Vec<(u16, u16)>> = vec![Vec::new(); plan.near.count()];
    let mut clusters = Vec::new();
    let mut room = Room::default();
    for best in best {
        if clusters.len() >= scan.clusters {
            break;
        }
        plan.near.order(best.slot, &plan.reach(best.locations), &mut room.hood);
        let (begin, end) = best.interval;
        let overlaps = |slot: u32| taken[slot as usize].iter().any(|(from, to)| begin < *to && *from < end);
        if room.hood.slots.iter().any(|near| overlaps(*near)) {
            continue;
        }
        for near in &room.hood.slots {
            taken[*near as usize].push(best.interval);
        }
        clusters.push(cluster(plan, study, best, &room));
    }
    clusters
}

fn cluster(plan: &Plan, study: &Study, best: &Best, room: &Room) -> Cluster {
    let (observed, expected) = (f64::from(best.cases), plan.ladder.score.mean(best.size));
    let whole = plan.periods == 1 && study.periods.count() > 1 && plan.first == 0;
    let periods = if whole {
        0..study.periods.count()
    } else {
        plan.first + usize::from(best.interval.0)..plan.first + usize::from(best.interval.1)
    };
    Cluster {
        centre: best.centre,
        locations: room.hood.slots.iter().map(|near| plan.near.places[*near as usize]).collect(),
        radius: Some(study.places.measured(best.square.sqrt())),
        periods,
        direction: if observed > expected { Direction::High } else { Direction::Low },
        observed: best.cases,
        expected,
        relative_risk: risk(plan, study.model(), observed, expected, best.size),
        llr: best.llr,
        p: None,
        gumbel: None,
    }
}

/// How much likelier a case is inside than outside; nothing where that cannot be said.
pub(crate) fn risk(plan: &Plan, model: Model, observed: f64, expected: f64, size: f64) -> Option<f64> {
    let (inside, outside) = match plan.ladder.score {
        Score::Poisson { total } => (observed / expected, (total - observed) / (total - expected)),
        Score::Bernoulli { cases, persons } => (observed / size, (cases - observed) / (persons - size)),
        Score::Expectation => (observed / expected, 1.0),
    };
    let risk = inside / outside;
    (model != Model::Permutation && risk.is_finite()).then_some(risk)
}
