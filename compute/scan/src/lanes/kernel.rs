//! The two loops in which nearly all the time is spent, written once for every kind of register.

use crate::lanes::counts::{Counts, Register};
use crate::score::Bounds;

/// Windows around one centre: slots in order, cut into blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InSpace<'a> {
    pub(crate) slots: &'a [u32],
    /// Up to where each block goes, in `slots`. What a block adds up to stands in a lane of a row.
    pub(crate) ends: &'a [u32],
    /// The step in [`Bounds`] of each block, for high rates and for low.
    pub(crate) high: &'a [u16],
    pub(crate) low: &'a [u16],
    pub(crate) bounds: &'a Bounds,
}

/// The same with windows in time: a row for each slot and period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InTime<'a> {
    pub(crate) slots: &'a [u32],
    pub(crate) ends: &'a [u32],
    /// The steps of each block and interval.
    pub(crate) high: &'a [u16],
    pub(crate) low: &'a [u16],
    pub(crate) bounds: &'a Bounds,
    pub(crate) periods: usize,
    /// From period `.0` up to, not including, `.1`.
    pub(crate) intervals: &'a [(u16, u16)],
}

/// In this block and interval, these lanes may have a window that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit<K> {
    pub(crate) block: u32,
    pub(crate) interval: u32,
    pub(crate) lanes: u64,
    /// The counts before the block.
    pub(crate) before: K,
    /// And at its end.
    pub(crate) after: K,
}

type RowOf<C> = <<C as Counts>::Register as Register>::Row;

#[inline(always)]
pub(crate) fn in_space<C: Counts>(rows: &[RowOf<C>], work: &InSpace<'_>, hits: &mut Vec<Hit<C::Kept>>) {
    let bounds = work.bounds;
    let (mut counts, mut from) = (C::zero(), 0);
    for (block, end) in work.ends.iter().enumerate() {
        let before = counts;
        let mut sum = C::Register::zero();
        for slot in &work.slots[from..*end as usize] {
            sum = sum.add(C::Register::load(&rows[*slot as usize]));
        }
        counts = counts.and(sum);
        from = *end as usize;
        let mut lanes = 0;
        if let Some(step) = work.high.get(block) {
            lanes |= counts.at_least(bounds.high[usize::from(*step)]);
        }
        if let Some(step) = work.low.get(block) {
            lanes |= before.below(bounds.low[usize::from(*step)]);
        }
        if lanes != 0 {
            hits.push(Hit {
                block: block as u32,
                interval: 0,
                lanes,
                before: before.kept(),
                after: counts.kept(),
            });
        }
    }
}

/// `room` is where the sums over time stand; it may hold anything.
#[inline(always)]
pub(crate) fn in_time<C: Counts>(
    rows: &[RowOf<C>],
    work: &InTime<'_>,
    room: &mut Vec<C::Kept>,
    hits: &mut Vec<Hit<C::Kept>>,
) {
    let (bounds, periods) = (work.bounds, work.periods);
    room.clear();
    room.resize(3 * periods + 2, C::zero().kept());
    let (counts, sums) = room.split_at_mut(periods);
    // Counts up to each period, before the block and at its end.
    let (mut before, mut after) = sums.split_at_mut(periods + 1);
    let mut from = 0;
    for (block, end) in work.ends.iter().enumerate() {
        let slots = &work.slots[from..*end as usize];
        from = *end as usize;
        let mut sum = C::zero();
        for (period, (count, sum_to)) in counts.iter_mut().zip(&mut after[1..]).enumerate() {
            let mut more = C::Register::zero();
            for slot in slots {
                more = more.add(C::Register::load(&rows[*slot as usize * periods + period]));
            }
            let here = C::load(count).and(more);
            *count = here.kept();
            sum = sum.add(here);
            *sum_to = sum.kept();
        }
        let steps = block * work.intervals.len()..(block + 1) * work.intervals.len();
        if let Some(steps) = work.high.get(steps.clone()) {
            for (interval, ((begin, end), step)) in work.intervals.iter().zip(steps).enumerate() {
                let (begin, end) = (usize::from(*begin), usize::from(*end));
                let count = C::load(&after[end]).subtract(C::load(&after[begin]));
                let lanes = count.at_least(bounds.high[usize::from(*step)]);
                if lanes != 0 {
                    let before = C::load(&before[end]).subtract(C::load(&before[begin])).kept();
                    let (block, interval) = (block as u32, interval as u32);
                    hits.push(Hit { block, interval, lanes, before, after: count.kept() });
                }
            }
        }
        if let Some(steps) = work.low.get(steps) {
            for (interval, ((begin, end), step)) in work.intervals.iter().zip(steps).enumerate() {
                let (begin, end) = (usize::from(*begin), usize::from(*end));
                let count = C::load(&before[end]).subtract(C::load(&before[begin]));
                let lanes = count.below(bounds.low[usize::from(*step)]);
                if lanes != 0 {
                    let after = C::load(&after[end]).subtract(C::load(&after[begin])).kept();
                    let (block, interval) = (block as u32, interval as u32);
                    hits.push(Hit { block, interval, lanes, before: count.kept(), after });
                }
            }
        }
        std::mem::swap(&mut before, &mut after);
    }
}
