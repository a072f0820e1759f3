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

/// A location at some distance, squared. In order: nearer first, then who was given first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Neighbour {
    pub(crate) square: f64,
    place: u32,
    pub(crate) slot: u32,
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

    /// All within the root of `square` of a slot, itself too, in no order.
    fn within(&self, slot: usize, square: f64, found: &mut Vec<Neighbour>) {
        found.clear();
        let from = self.points[slot];
        // Rounding must not lose somebody who lies exactly on the edge.
        let outside = |corners: &Corners| beside(&from, corners) * (1.0 - 1e-12) > square;
        for (number, (larger, boxes)) in self.larger.iter().zip(self.boxes.chunks(BOXES)).enumerate() {
            if outside(larger) {
                continue;
            }
            for (at, _) in boxes.iter().enumerate().filter(|(_, corners)| !outside(corners)) {
                let first = (number * BOXES + at) * BOX;
                let last = (first + BOX).min(self.count());
                for (slot, to) in (first..last).zip(&self.points[first..last]) {
                    let apart = distance(&from, to);
                    if apart <= square {
                        found.push(Neighbour { square: apart, place: self.places[slot], slot: slot as u32 });
                    }
                }
            }
        }
    }

    /// Those nearest to a slot, nearest first, up to where `reach` ends. `guess` is the square of a distance that
    /// was enough for the one before; it only makes things fast.
    pub(crate) fn order(&self, slot: usize, reach: &Reach<'_>, guess: &mut f64, found: &mut Vec<Neighbour>) {
        let mut square = (*guess * 1.2).min(reach.square);
        loop {
            self.within(slot, square, found);
            let all = found.len() == self.count() || square >= reach.square;
            let weight: f64 = found.iter().map(|near| reach.weights[near.slot as usize]).sum();
            if all || weight > reach.limit * 1.000_001 || found.len() >= reach.nearest {
                break;
            }
            square = (square * 2.0).max(self.share).min(reach.square);
        }
        sort(found);
        let mut weight = 0.0;
        // A window may be exactly as large as the limit: a hair of room for rounding.
        let limit = reach.limit * (1.0 + 1e-9);
        let fits = found.iter().position(|near| {
            weight += reach.weights[near.slot as usize];
            weight > limit
        });
        found.truncate(fits.unwrap_or(found.len()).min(reach.nearest));
        *guess = found.last().map_or(*guess, |last| last.square);
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

/// Nearest first. The square of a distance goes up evenly where places lie evenly over a plane, so nearly all of the
/// work is dealing them out by it.
fn sort(found: &mut Vec<Neighbour>) {
    // The bits of numbers that are not negative go up as the numbers do.
    let key = |near: &Neighbour| (near.square.to_bits(), near.place);
    let farthest = found.iter().fold(0.0, |far: f64, near| far.max(near.square));
    if found.len() < 64 || farthest <= 0.0 {
        found.sort_unstable_by_key(key);
        return;
    }
    let scale = found.len() as f64 / farthest * (1.0 - 1e-9);
    let pile = |near: &Neighbour| (near.square * scale) as usize;
    let mut ends = vec![0u32; found.len() + 1];
    for near in found.iter() {
        ends[pile(near)] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum;
    }
    let mut sorted = found.clone();
    for near in found.iter() {
        let end = &mut ends[pile(near)];
        *end -= 1;
        sorted[*end as usize] = *near;
    }
    // Now each number is where its pile begins.
    for (at, begin) in ends.iter().enumerate() {
        let end = ends.get(at + 1).map_or(sorted.len(), |end| *end as usize);
        if end - *begin as usize > 1 {
            sorted[*begin as usize..end].sort_unstable_by_key(key);
        }
    }
    *found = sorted;
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
            let (mut guess, mut found) = (0.0, Vec::new());
            for slot in 0..300 {
                near.order(slot, &reach, &mut guess, &mut found);
                let centre = points[near.places[slot] as usize];
                let mut all: Vec<(u64, u32)> = points
                    .iter()
                    .zip(0..)
                    .map(|(to, place)| (distance(&centre, to).to_bits(), place))
                    .collect();
                all.sort_unstable();
                all.retain(|(bits, _)| f64::from_bits(*bits) <= square);
                all.truncate((limit as usize).min(nearest));
                let found: Vec<(u64, u32)> =
                    found.iter().map(|near| (near.square.to_bits(), near.place)).collect();
                assert_eq!(found, all);
            }
        }
    }
}
