//! The replicates: laid out in lanes, scanned tile by tile, each to the best score it has anywhere.

use std::ops::Range;

use rayon::prelude::*;

use crate::ask::{MonteCarlo, Scan};
use crate::chance::{Desk, Null};
use crate::findings::{Cluster, reaches};
use crate::lanes::{Bytes, Features, Hit, InSpace, InTime, Layout, Longs, Shorts};
use crate::observe::Seen;
use crate::plan::Plan;
use crate::study::Study;
use crate::tile::{Centre, Fit, Room, add, size};

/// Rows of replicates take at most so many bytes at a time.
const TABLE: usize = 16 << 20;
/// Centres whose windows are made ready together: their rows stay near to the processor.
const TILE: usize = 64;
/// To begin with, only so many locations around each centre, so that the bounds bite early.
const WARM: usize = 6;

/// What was seen and how often chance does as much: the clusters without p-values, how many windows there were, and
/// the best score of each replicate, in order; fewer than asked when there were enough (see [`MonteCarlo::enough`]).
pub(crate) fn scanned(
    plan: &Plan,
    study: &Study,
    scan: &Scan,
    chance: &MonteCarlo,
) -> (Vec<Cluster>, u64, Vec<f64>) {
    let Some(null) = &plan.null else { return Default::default() };
    let asked = chance.replicates as usize;
    let mut bytes = true;
    // Who is near whom is found once for both: what was seen and the first replicates.
    let first = if asked == 0 {
        Part { maxima: Vec::new(), seen: Seen::of(plan) }
    } else {
        part(plan, null, chance, 0, &mut bytes)
    };
    let (mut maxima, windows) = (first.maxima, first.seen.windows);
    let clusters = first.seen.clusters(plan, study, scan);
    let Some(best) = clusters.first().map(|cluster| cluster.llr) else {
        return (clusters, windows, Vec::new());
    };
    loop {
        if let Some(end) = chance.enough.and_then(|enough| end(&maxima, best, enough)) {
            maxima.truncate(end);
            break;
        }
        if maxima.len() >= asked {
            break;
        }
        maxima.extend(part(plan, null, chance, maxima.len(), &mut bytes).maxima);
    }
    (clusters, windows, maxima)
}

/// After so many replicates there were enough.
fn end(maxima: &[f64], best: f64, enough: u32) -> Option<usize> {
    let reached = maxima.iter().enumerate().filter(|(_, maximum)| reaches(**maximum, best));
    reached.map(|(at, _)| at + 1).nth(enough as usize - 1)
}

/// Some replicates, in order; with the first of them, what was seen.
#[derive(Default)]
struct Part {
    maxima: Vec<f64>,
    seen: Seen,
}

/// The next replicates, after the first `done`. `bytes` says whether cells held no more than a byte until now.
fn part(plan: &Plan, null: &Null, chance: &MonteCarlo, done: usize, bytes: &mut bool) -> Part {
    let short = plan.ladder.most() < u32::from(u16::MAX);
    *bytes &= short;
    let narrow = if *bytes { laid::<Bytes>(plan, null, chance, done) } else { None };
    // A cell of more than a byte is seldom the only one.
    *bytes = narrow.is_some();
    let wide = || {
        if short { laid::<Shorts>(plan, null, chance, done) } else { laid::<Longs>(plan, null, chance, done) }
    };
    narrow.or_else(wide).unwrap_or_default()
}

/// Nothing when a cell holds more than a lane does.
fn laid<L: Layout>(plan: &Plan, null: &Null, chance: &MonteCarlo, done: usize) -> Option<Part> {
    let cells = plan.near.count() * plan.periods;
    let at_once = (TABLE / (cells * size_of::<L::Row>()).max(1)).max(1) * L::LANES;
    // With a stop, begin with few: most of what is looked at is no signal.
    let most = if chance.enough.is_some() && done == 0 { L::LANES } else { at_once };
    let count = (chance.replicates as usize - done).min(most);
    let table = Table::<L>::filled(plan, null, chance.seed, done..done + count)?;
    let mut known = vec![0.0; count.div_ceil(L::LANES) * L::LANES];
    // Lanes that stand for no replicate must not keep the bounds down.
    known[count..].fill(f64::INFINITY);
    let warm = round(plan, &table, chance.features, Look { nearest: WARM, seen: false }, known).maxima;
    let look = Look { nearest: usize::MAX, seen: done == 0 };
    let mut part = round(plan, &table, chance.features, look, warm);
    part.maxima.truncate(count);
    Some(part)
}

/// Replicates laid out: for each batch of lanes, a row for each cell.
struct Table<L: Layout> {
    rows: Vec<L::Row>,
    /// The most that each slot has in any lane.
    most: Vec<u32>,
}

impl<L: Layout> Table<L> {
    fn filled(plan: &Plan, null: &Null, seed: u64, replicates: Range<usize>) -> Option<Self> {
        let cells = plan.near.count() * plan.periods;
        let mut rows = vec![L::Row::default(); cells * replicates.len().div_ceil(L::LANES)];
        let batches =
            rows.par_chunks_mut(cells).enumerate().map_init(Desk::default, |desk, (batch, rows)| {
                let first = replicates.start + batch * L::LANES;
                for replicate in first..replicates.end.min(first + L::LANES) {
                    let mut fits = true;
                    null.lay(seed, replicate as u64, desk, |cell, step| {
                        // What no window reaches lies behind the last row.
                        fits &= rows.get_mut(cell).is_none_or(|row| L::put(row, replicate - first, step));
                    });
                    if !fits {
                        return None;
                    }
                }
                Some(
                    rows.chunks(plan.periods)
                        .map(|rows| rows.iter().map(L::most).max().unwrap_or(0))
                        .collect(),
                )
            });
        let larger = |one: Vec<u32>, other: Vec<u32>| {
            Some(one.into_iter().zip(other).map(|(one, other)| one.max(other)).collect())
        };
        let most = batches.try_reduce_with(larger)??;
        Some(Self { rows, most })
    }
}

/// What one thread knows so far.
struct Hand<L: Layout> {
    part: Part,
    room: Room,
    centres: Vec<Centre>,
    time: Vec<L::Counts>,
    hits: Vec<Hit<L::Counts>>,
    sums: Vec<f64>,
}

/// Where a round looks: at how many locations around each centre, and whether also at what was seen.
#[derive(Clone, Copy)]
struct Look {
    nearest: usize,
    seen: bool,
}

/// The order of work does not matter: the largest of some numbers is the same in any order, and whatever is skipped is
/// smaller than a number that is there.
fn round<L: Layout>(plan: &Plan, table: &Table<L>, features: Features, look: Look, known: Vec<f64>) -> Part {
    // Many windows in time make the steps of a centre long, and a few centres enough.
    let tile = (TILE * 512 / (512 + plan.intervals.len())).max(1);
    let tiles = plan.near.count().div_ceil(tile);
    let fit = Fit { room: L::MOST, most: &table.most };
    let hand = || Hand::<L> {
        part: Part { maxima: known.clone(), seen: Seen::default() },
        room: Room::default(),
        centres: Vec::new(),
        time: Vec::new(),
        hits: Vec::new(),
        sums: Vec::new(),
    };
    (0..tiles)
        .into_par_iter()
        .fold(hand, |mut hand, number| {
            let last = ((number + 1) * tile).min(plan.near.count());
            let slots = number * tile..last;
            hand.centres.resize_with(slots.len(), Centre::default);
            for (slot, centre) in slots.zip(&mut hand.centres) {
                centre.fill(plan, slot, look.nearest, fit, &mut hand.room);
                if look.seen {
                    hand.part.seen.look(plan, slot, centre);
                }
            }
            for (batch, rows) in table.rows.chunks(plan.near.count() * plan.periods).enumerate() {
                hand.batch(plan, rows, batch * L::LANES, features);
            }
            hand
        })
        .map(|hand| hand.part)
        .reduce(
            || Part { maxima: known.clone(), seen: Seen::default() },
            |one, other| Part {
                maxima: one.maxima.into_iter().zip(other.maxima).map(|(one, other)| one.max(other)).collect(),
                seen: one.seen.and(other.seen),
            },
        )
}

impl<L: Layout> Hand<L> {
    fn batch(&mut self, plan: &Plan, rows: &[L::Row], first: usize, features: Features) {
        let centres = std::mem::take(&mut self.centres);
        for centre in &centres {
            // What no lane of the batch has reached cannot be skipped for all of them.
            let least =
                self.part.maxima[first..first + L::LANES].iter().copied().fold(f64::INFINITY, f64::min);
            let bounds = plan.ladder.at(least);
            let (slots, ends) = (&centre.slots[..], &centre.ends[..]);
            let (high, low) = (&centre.high[..], &centre.low[..]);
            self.hits.clear();
            if plan.periods == 1 {
                L::in_space(rows, &InSpace { slots, ends, high, low, bounds }, features, &mut self.hits);
            } else {
                let (periods, intervals) = (plan.periods, &plan.intervals[..]);
                let work = InTime { slots, ends, high, low, bounds, periods, intervals };
                L::in_time(rows, &work, features, &mut self.time, &mut self.hits);
            }
            let hits = std::mem::take(&mut self.hits);
            for hit in &hits {
                self.look(plan, centre, rows, hit, first);
            }
            self.hits = hits;
        }
        self.centres = centres;
    }

    /// Goes through the windows of a block one by one, for the lanes in which one may be the best so far.
    fn look(&mut self, plan: &Plan, centre: &Centre, rows: &[L::Row], hit: &Hit<L::Counts>, first: usize) {
        let (block, interval) = (hit.block as usize, plan.intervals[hit.interval as usize]);
        let from = block.checked_sub(1).map_or(0, |before| centre.ends[before] as usize);
        let slots = &centre.slots[from..centre.ends[block] as usize];
        let steps = block * plan.intervals.len() + hit.interval as usize;
        let mut lanes = hit.lanes;
        while lanes != 0 {
            let lane = lanes.trailing_zeros() as usize;
            lanes &= lanes - 1;
            let best = &mut self.part.maxima[first + lane];
            let mut bounds = plan.ladder.at(*best);
            let high = centre
                .high
                .get(steps)
                .is_some_and(|step| L::count_of(&hit.after, lane) >= bounds.high[usize::from(*step)]);
            let low = centre
                .low
                .get(steps)
                .is_some_and(|step| L::count_of(&hit.before, lane) < bounds.low[usize::from(*step)]);
            if !high && !low {
                continue;
            }
            self.sums.clear();
            self.sums.extend_from_slice(&centre.before[block * plan.periods..][..plan.periods]);
            let mut cases = L::count_of(&hit.before, lane);
            for slot in slots {
                add(&mut self.sums, plan.sizes_of(*slot));
                let row = *slot as usize * plan.periods;
                let periods = row + usize::from(interval.0)..row + usize::from(interval.1);
                cases += rows[periods].iter().map(|row| L::count(row, lane)).sum::<u32>();
                let size = size(&self.sums, interval);
                if plan.ladder.may(bounds, cases, size) {
                    let llr = plan.ladder.llr(cases, size);
                    if llr > *best {
                        *best = llr;
                        bounds = plan.ladder.at(llr);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Builder, Day, Periods, Time};

    /// Places on a plane with some cases each in every season, and many at the first one.
    fn study(many: i64) -> Study {
        let mut builder = Builder::planar();
        for place in 0..90 {
            let name = place.to_string();
            builder.location(&name, f64::from(place * 7 % 30), f64::from(place * 11 % 17)).unwrap();
            let cases = if place == 0 { many } else { 1 + i64::from(place % 3) };
            for season in 0..4 {
                builder.cases(&name, Day(90 * season), 0, cases).unwrap();
                builder.baseline(&name, season as usize, cases as f64).unwrap();
            }
        }
        builder.expectation(&Periods::days(Day(0), 4, 90).unwrap()).unwrap()
    }

    fn maxima<L: Layout>(study: &Study, scan: &Scan) -> Option<Vec<u64>> {
        let plan = Plan::new(scan, study).unwrap();
        let part = laid::<L>(&plan, plan.null.as_ref().unwrap(), &MonteCarlo::new(5, 99), 0)?;
        assert_eq!(part.seen.windows, Seen::of(&plan).windows);
        Some(part.maxima.iter().map(|maximum| maximum.to_bits()).collect())
    }

    #[test]
    fn replicates_score_the_same_however_their_counts_stand_in_rows() {
        for time in [Time::Whole, Time::Retrospective { longest: 3 }] {
            let scan = Scan { time, ..Scan::default() };
            let (few, many) = (study(9), study(400));
            let bytes = maxima::<Bytes>(&few, &scan).unwrap();
            assert_eq!(bytes.len(), 99);
            assert_eq!(Some(&bytes), maxima::<Shorts>(&few, &scan).as_ref());
            assert_eq!(Some(&bytes), maxima::<Longs>(&few, &scan).as_ref());
            // More than a byte holds is noticed, and never lost.
            assert_eq!(maxima::<Bytes>(&many, &scan), None);
            assert!(maxima::<Shorts>(&many, &scan).is_some());
            assert_eq!(maxima::<Shorts>(&many, &scan), maxima::<Longs>(&many, &scan));
        }
    }
}
