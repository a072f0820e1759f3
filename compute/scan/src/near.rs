//! Who lies near whom: a neighbourhood is found without looking at everybody.

/// So many locations share a box.
const BOX: usize = 16;
/// And so many boxes a larger one.
const BOXES: usize = 16;

/// The least and the largest coordinates of some points.
type Corners = ([f64; 3], [f64; 3]);

/// Locations under new numbers, *slots*: who is near in space has mostly a near slot, so that what belongs together
/// lies together in memory.
#[derive(Debug)]
pub(crate) struct Near {
    /// The location of each slot.
    pub(crate) places: Vec<u32>,
    points: Vec<[f64; 3]>,
    /// Corners of the box around slots `BOX * n ..`.
    boxes: Vec<Corners>,
    /// Around boxes `BOXES * n ..`.
    larger: Vec<Corners>,
    /// The square of the length of it all, shared out: a distance to begin with.
    share: f64,
}

/// Those nearest to a slot, and room to find the next ones in.
#[derive(Debug, Default)]
pub(crate) struct Hood {
    /// Nearest first, and of those as near, who was given first.
    pub(crate) slots: Vec<u32>,
    /// The square of a distance that was enough for the one before: it only makes things fast.
    guess: f64,
    /// How near, in parts of 2³² of how far was looked, and below that which slot.
    found: Vec<u64>,
    sorted: Vec<u64>,
    ends: Vec<u32>,
}

impl Near {
    pub(crate) fn new(points: &[[f64; 3]]) -> Self {
        let (low, high) = corners(points.iter());
        let span = (0..3).map(|axis| high[axis] - low[axis]).fold(f64::MIN_POSITIVE, f64::max);
        let mut keyed: Vec<(u64, u32)> =
            points.iter().zip(0u32..).map(|(point, place)| (curve(point, &low, span), place)).collect();
        keyed.sort_unstable();
        let places: Vec<u32> = keyed.into_iter().map(|(_, place)| place).collect();
        let points: Vec<[f64; 3]> = places.iter().map(|place| points[*place as usize]).collect();
        let boxes: Vec<Corners> = points.chunks(BOX).map(|points| corners(points.iter())).collect();
        let ends = |boxes: &[Corners]| corners(boxes.iter().flat_map(|(low, high)| [low, high]));
        let larger = boxes.chunks(BOXES).map(ends).collect();
        let share = (distance(&low, &high) / places.len() as f64).max(f64::MIN_POSITIVE);
        Self { places, points, boxes, larger, share }
    }

    pub(crate) fn count(&self) -> usize {
        self.places.len()
    }

    /// All within the root of `square` of a slot, itself too, in no order; and what they weigh.
    fn within(&self, slot: usize, square: f64, weights: &[f64], found: &mut Vec<u64>) -> f64 {
        found.clear();
        let mut weight = 0.0;
        let from = self.points[slot];
        // Whatever comes of rounding, a larger square has no smaller part.
        let scale = f64::from(u32::MAX) / square;
        // Rounding must not lose somebody who lies exactly on the edge.
        let outside = |corners: &Corners| beside(&from, corners) * (1.0 - 1e-12) > square;
        for (number, (larger, boxes)) in self.larger.iter().zip(self.boxes.chunks(BOXES)).enumerate() {
            if outside(larger) {
                continue;
            }
            for (at, _) in boxes.iter().enumerate().filter(|(_, corners)| !outside(corners)) {
                let first = (number * BOXES + at) * BOX;
                let last = (first + BOX).min(self.count());
                for ((slot, to), own) in
                    (first..last).zip(&self.points[first..last]).zip(&weights[first..last])
                {
                    let apart = distance(&from, to);
                    if apart <= square {
                        found.push(u64::from((apart * scale) as u32) << 32 | slot as u64);
                        weight += own;
                    }
                }
            }
        }
        weight
    }

    /// Those nearest to a slot, nearest first, up to where `reach` ends.
    pub(crate) fn order(&self, slot: usize, reach: &Reach<'_>, hood: &mut Hood) {
        let mut square = (hood.guess * 1.3).min(reach.square);
        loop {
            let weight = self.within(slot, square, reach.weights, &mut hood.found);
            let all = hood.found.len() == self.count() || square >= reach.square;
            if all || weight > reach.limit * 1.000_001 || hood.found.len() >= reach.nearest {
                break;
            }
            square = (square * 2.0).max(self.share).min(reach.square);
        }
        hood.sort(|found| {
            let near = found as u32;
            // The bits of numbers that are not negative go up as the numbers do.
            (self.square(slot, near).to_bits(), self.places[near as usize])
        });
        hood.slots.clear();
        let mut weight = 0.0;
        // A window may be exactly as large as the limit: a hair of room for rounding.
        let limit = reach.limit * (1.0 + 1e-9);
        for near in hood.found.iter().map(|found| *found as u32).take(reach.nearest) {
            weight += reach.weights[near as usize];
            if weight > limit {
                break;
            }
            hood.slots.push(near);
        }
        hood.guess = hood.slots.last().map_or(hood.guess, |last| self.square(slot, *last));
    }

    /// The square of the distance between two slots.
    pub(crate) fn square(&self, slot: usize, other: u32) -> f64 {
        distance(&self.points[slot], &self.points[other as usize])
    }
}

impl Hood {
    /// The square of a distance goes up evenly where places lie evenly over a plane, so nearly all of the work is
    /// dealing them out by it. `exactly` tells apart those of whom it was not seen who is nearer.
    fn sort(&mut self, exactly: impl Fn(u64) -> (u64, u32)) {
        let Self { found, sorted, ends, .. } = self;
        let piles = 2 * found.len();
        let pile = |found: u64| (((found >> 32) * piles as u64) >> 32) as usize;
        ends.clear();
        ends.resize(piles + 1, 0);
        for found in found.iter() {
            ends[pile(*found)] += 1;
        }
        let mut sum = 0;
        for end in ends.iter_mut() {
            sum += *end;
            *end = sum;
        }
        sorted.clear();
        sorted.resize(found.len(), 0);
        for found in found.iter() {
            let end = &mut ends[pile(*found)];
            *end -= 1;
            sorted[*end as usize] = *found;
        }
        // Now each number is where its pile begins.
        for ends in ends.windows(2) {
            let [begin, end] = ends else { continue };
            if end - begin > 1 {
                let pile = &mut sorted[*begin as usize..*end as usize];
                pile.sort_unstable();
                for alike in pile.chunk_by_mut(|one, other| one >> 32 == other >> 32) {
                    alike.sort_unstable_by_key(|found| exactly(*found));
                }
            }
        }
        std::mem::swap(found, sorted);
    }
}

/// How far windows go.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach<'a> {
    /// What each slot weighs, and what a window may weigh.
    pub(crate) weights: &'a [f64],
    pub(crate) limit: f64,
    /// The square of how far it may reach.
    pub(crate) square: f64,
    /// How many may be in it.
    pub(crate) nearest: usize,
}

fn distance(from: &[f64; 3], to: &[f64; 3]) -> f64 {
    let [x, y, z] = [from[0] - to[0], from[1] - to[1], from[2] - to[2]];
    x * x + y * y + z * z
}

/// The square of how far a point lies from a box; 0 within it.
#[inline]
fn beside(from: &[f64; 3], (low, high): &Corners) -> f64 {
    let outside = |axis: usize| (low[axis] - from[axis]).max(from[axis] - high[axis]).max(0.0);
    outside(0).powi(2) + outside(1).powi(2) + outside(2).powi(2)
}

fn corners<'a>(points: impl Iterator<Item = &'a [f64; 3]>) -> Corners {
    points.fold(([f64::INFINITY; 3], [f64::NEG_INFINITY; 3]), |(low, high), point| {
        (
            std::array::from_fn(|axis| low[axis].min(point[axis])),
            std::array::from_fn(|axis| high[axis].max(point[axis])),
        )
    })
}

/// Where a point lies on the curve of Morton: the bits of its coordinates in turn.
fn curve(point: &[f64; 3], low: &[f64; 3], span: f64) -> u64 {
    let steps: [u64; 3] = std::array::from_fn(|axis| {
        ((point[axis] - low[axis]) / span * 2_097_151.0).clamp(0.0, 2_097_151.0) as u64
    });
    (0..21).rev().fold(0, |key, bit| steps.iter().fold(key, |key, step| key << 1 | (step >> bit & 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_sorting_everybody() {
        // Points on a grid, so that many distances are equal.
        let points: Vec<[f64; 3]> =
            (0..300u32).map(|n| [f64::from(n * 7 % 17), f64::from(n * 5 % 13), f64::from(n % 2)]).collect();
        let near = Near::new(&points);
        let weights = vec![1.0; 300];
        for (limit, square, nearest) in
            [(40.0, f64::INFINITY, 999), (999.0, 20.0, 999), (999.0, 999.0, 11), (300.0, 1e9, 999)]
        {
            let reach = Reach { weights: &weights, limit, square, nearest };
            let mut hood = Hood::default();
            for slot in 0..300 {
                near.order(slot, &reach, &mut hood);
                let centre = points[near.places[slot] as usize];
                let mut all: Vec<(u64, u32)> = points
                    .iter()
                    .zip(0..)
                    .map(|(to, place)| (distance(&centre, to).to_bits(), place))
                    .collect();
                all.sort_unstable();
                all.retain(|(bits, _)| f64::from_bits(*bits) <= square);
                all.truncate((limit as usize).min(nearest));
                let found: Vec<(u64, u32)> = hood
                    .slots
                    .iter()
                    .map(|other| (near.square(slot, *other).to_bits(), near.places[*other as usize]))
                    .collect();
                assert_eq!(found, all);
            }
        }
    }
}
