//! The replicates: laid out in lanes, scanned tile by tile, each to the best score it has anywhere.

use rayon::prelude::*;

use crate::ask::MonteCarlo;
use crate::chance::{Desk, Null};
use crate::findings::reaches;
use crate::lanes::{Features, Hit, InSpace, InTime, Row};
use crate::plan::Plan;
use crate::tile::{Centre, Room, add, size};

/// Rows of replicates take at most so many bytes at a time.
const TABLE: usize = 32 << 20;
/// Centres whose windows are made ready together: their rows stay near to the processor.
const TILE: usize = 32;
/// To begin with, only so many locations around each centre, so that the bounds bite early.
const WARM: usize = 6;

/// The best score of each replicate, in order; fewer than asked when there were enough (see [`MonteCarlo::enough`]).
pub(crate) fn maxima(plan: &Plan, chance: &MonteCarlo, first: f64) -> Vec<f64> {
    let Some(null) = &plan.null else { return Vec::new() };
    if plan.ladder.most() < u32::from(u16::MAX) {
        chunks::<[u16; 32]>(plan, null, chance, first)
    } else {
        chunks::<[u32; 16]>(plan, null, chance, first)
    }
}

fn chunks<R: Row>(plan: &Plan, null: &Null, chance: &MonteCarlo, first: f64) -> Vec<f64> {
    let cells = plan.near.count() * plan.periods;
    let at_once = (TABLE / (cells * size_of::<R>()).max(1)).max(1) * R::LANES;
    let mut maxima: Vec<f64> = Vec::new();
    let mut table: Vec<R> = Vec::new();
    while maxima.len() < chance.replicates as usize {
        let left = chance.replicates as usize - maxima.len();
        // With a stop, begin with few: most of what is looked at is no signal.
        let most = if chance.enough.is_some() && maxima.is_empty() { R::LANES } else { at_once };
        let count = left.min(most);
        fill(plan, null, chance.seed, maxima.len()..maxima.len() + count, &mut table);
        maxima.extend(scan(plan, &table, chance.features, count));
        if let Some(enough) = chance.enough {
            let reached = |maximum: &&f64| reaches(**maximum, first);
            if maxima.iter().filter(reached).count() >= enough as usize {
                let mut seen = 0;
                let stop = maxima.iter().position(|maximum| {
                    seen += u32::from(reaches(*maximum, first));
                    seen >= enough
                });
                maxima.truncate(stop.map_or(maxima.len(), |stop| stop + 1));
                break;
            }
        }
    }
    maxima
}

/// Lays out these replicates: for each batch of lanes, a row for each cell.
fn fill<R: Row>(plan: &Plan, null: &Null, seed: u64, replicates: std::ops::Range<usize>, table: &mut Vec<R>) {
    let cells = plan.near.count() * plan.periods;
    table.clear();
    table.resize(cells * replicates.len().div_ceil(R::LANES), R::default());
    let (first, last) = (replicates.start, replicates.end);
    table.par_chunks_mut(cells).enumerate().for_each_init(Desk::default, |desk, (batch, rows)| {
        for lane in 0..R::LANES {
            let replicate = first + batch * R::LANES + lane;
            if replicate < last {
                null.lay(seed, replicate as u64, desk, |cell, step| {
                    // What no window reaches lies behind the last row.
                    if let Some(row) = rows.get_mut(cell) {
                        row.put(lane, step);
                    }
                });
            }
        }
    });
}

/// What one thread knows so far.
struct Hand<R> {
    maxima: Vec<f64>,
    room: Room,
    time: Vec<R>,
    hits: Vec<Hit<R>>,
    sums: Vec<f64>,
}

fn scan<R: Row>(plan: &Plan, table: &[R], features: Features, replicates: usize) -> Vec<f64> {
    let lanes = replicates.div_ceil(R::LANES) * R::LANES;
    let warm = round(plan, table, features, vec![0.0; lanes], WARM);
    let mut maxima = round(plan, table, features, warm, usize::MAX);
    maxima.truncate(replicates);
    maxima
}

/// Windows of at most `nearest` locations around each centre. The order of work does not matter: the largest of some
/// numbers is the same in any order, and whatever is skipped is smaller than a number that is there.
fn round<R: Row>(plan: &Plan, table: &[R], features: Features, known: Vec<f64>, nearest: usize) -> Vec<f64> {
    // Many windows in time make the steps of a centre long, and a few centres enough.
    let tile = (TILE * 512 / (512 + plan.intervals.len())).max(1);
    let tiles = plan.near.count().div_ceil(tile);
    let hand = || Hand {
        maxima: known.clone(),
        room: Room::default(),
        time: Vec::new(),
        hits: Vec::new(),
        sums: Vec::new(),
    };
    (0..tiles)
        .into_par_iter()
        .fold(hand, |mut hand, number| {
            let last = ((number + 1) * tile).min(plan.near.count());
            let centres: Vec<Centre> =
                (number * tile..last).map(|slot| Centre::new(plan, slot, nearest, &mut hand.room)).collect();
            for (batch, rows) in table.chunks(plan.near.count() * plan.periods).enumerate() {
                hand.batch(plan, &centres, rows, batch * R::LANES, features);
            }
            hand
        })
        .map(|hand| hand.maxima)
        .reduce(
            || known.clone(),
            |one, other| one.into_iter().zip(other).map(|(one, other)| one.max(other)).collect(),
        )
}

impl<R: Row> Hand<R> {
    fn batch(&mut self, plan: &Plan, centres: &[Centre], rows: &[R], first: usize, features: Features) {
        for centre in centres {
            // What no lane of the batch has reached cannot be skipped for all of them.
            let least = self.maxima[first..first + R::LANES].iter().copied().fold(f64::INFINITY, f64::min);
            let bounds = plan.ladder.at(least);
            let (slots, ends) = (&centre.slots[..], &centre.ends[..]);
            let (high, low) = (&centre.high[..], &centre.low[..]);
            self.hits.clear();
            if plan.periods == 1 {
                R::in_space(rows, &InSpace { slots, ends, high, low, bounds }, features, &mut self.hits);
            } else {
                let (periods, intervals) = (plan.periods, &plan.intervals[..]);
                let work = InTime { slots, ends, high, low, bounds, periods, intervals };
                R::in_time(rows, &work, features, &mut self.time, &mut self.hits);
            }
            let hits = std::mem::take(&mut self.hits);
            for hit in &hits {
                self.look(plan, centre, rows, hit, first);
            }
            self.hits = hits;
        }
    }

    /// Goes through the windows of a block one by one, for the lanes in which one may be the best so far.
    fn look(&mut self, plan: &Plan, centre: &Centre, rows: &[R], hit: &Hit<R>, first: usize) {
        let (block, interval) = (hit.block as usize, plan.intervals[hit.interval as usize]);
        let from = block.checked_sub(1).map_or(0, |before| centre.ends[before] as usize);
        let slots = &centre.slots[from..centre.ends[block] as usize];
        let steps = block * plan.intervals.len() + hit.interval as usize;
        let mut lanes = hit.lanes;
        while lanes != 0 {
            let lane = lanes.trailing_zeros() as usize;
            lanes &= lanes - 1;
            let best = &mut self.maxima[first + lane];
            let mut bounds = plan.ladder.at(*best);
            let high = centre
                .high
                .get(steps)
                .is_some_and(|step| hit.after.count(lane) >= bounds.high[usize::from(*step)]);
            let low = centre
                .low
                .get(steps)
                .is_some_and(|step| hit.before.count(lane) < bounds.low[usize::from(*step)]);
            if !high && !low {
                continue;
            }
            self.sums.clear();
            self.sums.extend_from_slice(&centre.before[block * plan.periods..][..plan.periods]);
            let mut cases = hit.before.count(lane);
            for slot in slots {
                add(&mut self.sums, plan.sizes_of(*slot));
                let row = *slot as usize * plan.periods;
                let periods = row + usize::from(interval.0)..row + usize::from(interval.1);
                cases += rows[periods].iter().map(|row| row.count(lane)).sum::<u32>();
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
