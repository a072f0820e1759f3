//! A few centres that lie together, with their windows in order, cut into blocks that can be skipped at once.

use crate::near::Hood;
use crate::plan::Plan;

/// How much the size may grow within a block, in roots of the size: small enough that the bound of a block is hardly
/// above its best window, large enough that there are few blocks.
const GROWTH: f64 = 0.6;

/// Windows of one centre; in the room of one before it.
#[derive(Debug, Default)]
pub(crate) struct Centre {
    pub(crate) slots: Vec<u32>,
    /// Up to where each block goes, in `slots`.
    pub(crate) ends: Vec<u32>,
    /// The step of the least size in each block and interval; nothing when high rates are not looked for.
    pub(crate) high: Vec<u16>,
    /// The step of the largest; nothing when low rates are not looked for.
    pub(crate) low: Vec<u16>,
    /// The sizes by period before each block.
    pub(crate) before: Vec<f64>,
}

/// Room that is used again from one centre to the next.
#[derive(Debug, Default)]
pub(crate) struct Room {
    pub(crate) hood: Hood,
    sums: Vec<f64>,
}

/// What a block may hold in a lane, and what each slot has there at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit<'a> {
    pub(crate) room: u32,
    pub(crate) most: &'a [u32],
}

impl Centre {
    pub(crate) fn fill(&mut self, plan: &Plan, slot: usize, nearest: usize, fit: Fit<'_>, room: &mut Room) {
        plan.near.order(slot, &plan.reach(nearest), &mut room.hood);
        self.slots.clone_from(&room.hood.slots);
        self.ends.clear();
        self.high.clear();
        self.low.clear();
        self.before.clear();
        self.cut(plan, fit, &mut room.sums);
    }

    fn cut(&mut self, plan: &Plan, fit: Fit<'_>, sums: &mut Vec<f64>) {
        sums.clear();
        sums.resize(plan.periods, 0.0);
        let longest = plan.intervals.iter().map(|(begin, end)| end - begin).max().unwrap_or(1);
        // What the longest window in time has of the whole, roughly: its blocks grow fastest.
        let part = f64::from(longest) / plan.periods as f64;
        let mean = |sums: &[f64]| plan.ladder.score.mean(sums.iter().sum::<f64>()) * part;
        let mut from = 0;
        while from < self.slots.len() {
            self.before.extend_from_slice(sums);
            add(sums, plan.sizes_of(self.slots[from]));
            self.steps(plan, sums, true);
            let least = mean(sums);
            let most = least + GROWTH * least.sqrt();
            let mut held = fit.most[self.slots[from] as usize];
            let mut to = from + 1;
            while to < self.slots.len() {
                let next = plan.sizes_of(self.slots[to]);
                held = held.saturating_add(fit.most[self.slots[to] as usize]);
                if held > fit.room || mean(sums) + mean(next) > most {
                    break;
                }
                add(sums, next);
                to += 1;
            }
            self.steps(plan, sums, false);
            self.ends.push(to as u32);
            from = to;
        }
    }

    /// The steps of a block with these sizes by period, in each interval.
    fn steps(&mut self, plan: &Plan, sums: &[f64], high: bool) {
        let rates = plan.ladder.rates();
        let steps = match (high, rates.high(), rates.low()) {
            (true, true, _) => &mut self.high,
            (false, _, true) => &mut self.low,
            _ => return,
        };
        steps.extend(plan.intervals.iter().map(|interval| plan.ladder.step(size(sums, *interval))));
    }
}

/// The size of an interval: always added in the same order, so that the same window has the same size to the last bit.
#[inline]
pub(crate) fn size(sums: &[f64], (begin, end): (u16, u16)) -> f64 {
    sums[usize::from(begin)..usize::from(end)].iter().sum()
}

#[inline]
pub(crate) fn add(sums: &mut [f64], sizes: &[f64]) {
    for (sum, size) in sums.iter_mut().zip(sizes) {
        *sum += size;
    }
}
