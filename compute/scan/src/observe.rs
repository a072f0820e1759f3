//! What was seen: the best window of each centre, and of those the ones that do not overlap.

use rayon::prelude::*;

use crate::ask::Scan;
use crate::findings::{Cluster, Direction};
use crate::plan::Plan;
use crate::score::Score;
use crate::study::{Model, Study};
use crate::tile::{Room, add, size};

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

/// The clusters without p-values, best first, and how many windows there were.
pub(crate) fn clusters(plan: &Plan, study: &Study, scan: &Scan) -> (Vec<Cluster>, u64) {
    if plan.null.is_none() {
        return (Vec::new(), 0);
    }
    let each =
        (0..plan.near.count()).into_par_iter().map_init(Room::default, |room, slot| best(plan, slot, room));
    let (best, windows): (Vec<Option<Best>>, Vec<u64>) = each.unzip();
    let mut best: Vec<Best> = best.into_iter().flatten().collect();
    // Scores that differ in the ninth digit are the same score: then the smallest window is said.
    let key = |best: &Best| (std::cmp::Reverse((best.llr * 1e8).round() as u64), best.locations);
    best.sort_by(|one, other| {
        key(one)
            .cmp(&key(other))
            .then(one.square.total_cmp(&other.square))
            .then(one.centre.cmp(&other.centre))
    });
    (apart(plan, study, scan, &best), windows.iter().sum())
}

fn best(plan: &Plan, slot: usize, room: &mut Room) -> (Option<Best>, u64) {
    plan.near.order(slot, &plan.reach(usize::MAX), &mut room.guess, &mut room.found);
    let mut best: Option<Best> = None;
    let mut sums = vec![0.0; plan.periods];
    let mut counts = vec![0u32; plan.periods];
    let mut bounds = plan.ladder.at(0.0);
    for (at, near) in room.found.iter().enumerate() {
        add(&mut sums, plan.sizes_of(near.slot));
        let cases = &plan.cases[near.slot as usize * plan.periods..][..plan.periods];
        counts.iter_mut().zip(cases).for_each(|(count, cases)| *count += cases);
        for interval in &plan.intervals {
            let size = size(&sums, *interval);
            let cases: u32 = counts[usize::from(interval.0)..usize::from(interval.1)].iter().sum();
            if !plan.ladder.may(bounds, cases, size) {
                continue;
            }
            let llr = plan.ladder.llr(cases, size);
            if llr > best.map_or(0.0, |best| best.llr) {
                let centre = plan.near.places[slot];
                let (locations, square, interval) = (at + 1, near.square, *interval);
                best = Some(Best { llr, centre, slot, locations, square, interval, cases, size });
                bounds = plan.ladder.at(llr);
            }
        }
    }
    (best, room.found.len() as u64 * plan.intervals.len() as u64)
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
        plan.near.order(best.slot, &plan.reach(best.locations), &mut room.guess, &mut room.found);
        let (begin, end) = best.interval;
        let overlaps = |slot: u32| taken[slot as usize].iter().any(|(from, to)| begin < *to && *from < end);
        if room.found.iter().any(|near| overlaps(near.slot)) {
            continue;
        }
        for near in &room.found {
            taken[near.slot as usize].push(best.interval);
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
        locations: room.found.iter().map(|near| plan.near.places[near.slot as usize]).collect(),
        radius: Some(study.places.measured(room.found.last().map_or(0.0, |last| last.square).sqrt())),
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
