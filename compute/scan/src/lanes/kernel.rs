//! The two loops in which nearly all the time is spent, written once for every kind of register.

use crate::score::Bounds;

/// A row of lanes in a register, or as near to one as there is.
pub(crate) trait Register: Copy {
    type Row: Copy;

    fn zero() -> Self;
    fn load(row: &Self::Row) -> Self;
    fn row(self) -> Self::Row;
    fn add(self, other: Self) -> Self;
    fn subtract(self, other: Self) -> Self;
    /// A bit for each lane that is `least` or more.
    fn at_least(self, least: u32) -> u32;
    /// A bit for each lane that is less than `bound`.
    fn below(self, bound: u32) -> u32;
}

/// Windows around one centre: slots in order, cut into blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InSpace<'a> {
    pub(crate) slots: &'a [u32],
    /// Up to where each block goes, in `slots`.
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
pub(crate) struct Hit<R> {
    pub(crate) block: u32,
    pub(crate) interval: u32,
    pub(crate) lanes: u32,
    /// The counts before the block.
    pub(crate) before: R,
    /// And at its end.
    pub(crate) after: R,
}

#[inline(always)]
pub(crate) fn in_space<V: Register>(rows: &[V::Row], work: &InSpace<'_>, hits: &mut Vec<Hit<V::Row>>) {
    let bounds = work.bounds;
    let (mut counts, mut from) = (V::zero(), 0);
    for (block, end) in work.ends.iter().enumerate() {
        let before = counts;
        for slot in &work.slots[from..*end as usize] {
            counts = counts.add(V::load(&rows[*slot as usize]));
        }
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
                before: before.row(),
                after: counts.row(),
            });
        }
    }
}

/// `room` is where the sums over time stand; it may hold anything.
#[inline(always)]
pub(crate) fn in_time<V: Register>(
    rows: &[V::Row],
    work: &InTime<'_>,
    room: &mut Vec<V::Row>,
    hits: &mut Vec<Hit<V::Row>>,
) {
    let (bounds, periods) = (work.bounds, work.periods);
    room.clear();
    room.resize(3 * periods + 2, V::zero().row());
    let (counts, sums) = room.split_at_mut(periods);
    // Counts up to each period, before the block and at its end.
    let (mut before, mut after) = sums.split_at_mut(periods + 1);
    let mut from = 0;
    for (block, end) in work.ends.iter().enumerate() {
        let slots = &work.slots[from..*end as usize];
        from = *end as usize;
        let mut sum = V::zero();
        for (period, (count, sum_to)) in counts.iter_mut().zip(&mut after[1..]).enumerate() {
            let mut here = V::load(count);
            for slot in slots {
                here = here.add(V::load(&rows[*slot as usize * periods + period]));
            }
            *count = here.row();
            sum = sum.add(here);
            *sum_to = sum.row();
        }
        let steps = block * work.intervals.len()..(block + 1) * work.intervals.len();
        if let Some(steps) = work.high.get(steps.clone()) {
            for (interval, ((begin, end), step)) in work.intervals.iter().zip(steps).enumerate() {
                let (begin, end) = (usize::from(*begin), usize::from(*end));
                let count = V::load(&after[end]).subtract(V::load(&after[begin]));
                let lanes = count.at_least(bounds.high[usize::from(*step)]);
                if lanes != 0 {
                    let before = V::load(&before[end]).subtract(V::load(&before[begin])).row();
                    let (block, interval) = (block as u32, interval as u32);
                    hits.push(Hit { block, interval, lanes, before, after: count.row() });
                }
            }
        }
        if let Some(steps) = work.low.get(steps) {
            for (interval, ((begin, end), step)) in work.intervals.iter().zip(steps).enumerate() {
                let (begin, end) = (usize::from(*begin), usize::from(*end));
                let count = V::load(&before[end]).subtract(V::load(&before[begin]));
                let lanes = count.below(bounds.low[usize::from(*step)]);
                if lanes != 0 {
                    let after = V::load(&after[end]).subtract(V::load(&after[begin])).row();
                    let (block, interval) = (block as u32, interval as u32);
                    hits.push(Hit { block, interval, lanes, before: count.row(), after });
                }
            }
        }
        std::mem::swap(&mut before, &mut after);
    }
}
