//! Who pushes whom: those near by one by one, those far away together, as one from their middle.

use super::Place;

/// How wide a group may be, as a share of its distance, to push as one.
const AS_ONE: f64 = 0.7;

/// As many as push one by one wherever they are.
const FEW: usize = 8;

/// Bits for each of the two coordinates of a square.
const BITS: u32 = 16;

/// A square with somebody in it; those within it follow it, up to `next`.
struct Square {
    middle: Place,
    width: f64,
    begin: u32,
    end: u32,
    next: u32,
    /// Whether there are squares within it.
    divided: bool,
}

/// Squares within squares (J. Barnes & P. Hut 1986), over the nodes in the order of a curve through all squares.
pub(super) struct Crowd {
    squares: Vec<Square>,
    places: Vec<(u32, Place)>,
}

impl Crowd {
    pub(super) fn of(places: &[Place]) -> Self {
        let least = places
            .iter()
            .fold([f64::INFINITY; 2], |least, place| [least[0].min(place.x), least[1].min(place.y)]);
        let most = places
            .iter()
            .fold([f64::NEG_INFINITY; 2], |most, place| [most[0].max(place.x), most[1].max(place.y)]);
        let width = (most[0] - least[0]).max(most[1] - least[1]).max(1e-9);
        let cells = f64::from((1u32 << BITS) - 1);
        let cell = |figure: f64, least: f64| ((figure - least) / width * cells) as u32;
        let mut order: Vec<(u32, u32)> = (0..)
            .zip(places)
            .map(|(node, place)| {
                (spread(cell(place.x, least[0])) | spread(cell(place.y, least[1])) << 1, node)
            })
            .collect();
        order.sort_unstable();
        let mut crowd = Self {
            squares: Vec::new(),
            places: order.iter().map(|&(_, node)| (node, places[node as usize])).collect(),
        };
        if !order.is_empty() {
            crowd.divide(&order, 0, order.len(), 2 * BITS, width);
        }
        crowd
    }

    /// The square of those from `begin` to `end`, which agree in all bits above `bits`. At most sixteen deep.
    fn divide(&mut self, order: &[(u32, u32)], begin: usize, end: usize, bits: u32, width: f64) {
        let within = &self.places[begin..end];
        let sum = within.iter().fold((0.0, 0.0), |sum, (_, place)| (sum.0 + place.x, sum.1 + place.y));
        let count = within.len() as f64;
        let middle = Place { x: sum.0 / count, y: sum.1 / count };
        let at = self.squares.len();
        let divided = end - begin > FEW && bits > 0;
        self.squares.push(Square { middle, width, begin: begin as u32, end: end as u32, next: 0, divided });
        if divided {
            let mut from = begin;
            while from < end {
                let quarter = order[from].0 >> (bits - 2);
                let upto =
                    from + order[from..end].partition_point(|(curve, _)| curve >> (bits - 2) == quarter);
                self.divide(order, from, upto, bits - 2, width / 2.0);
                from = upto;
            }
        }
        self.squares[at].next = self.squares.len() as u32;
    }

    /// How the others push a node: each by 1 / distance.
    pub(super) fn push(&self, node: u32, here: Place) -> (f64, f64) {
        let (mut x, mut y, mut at) = (0.0, 0.0, 0);
        while let Some(square) = self.squares.get(at) {
            let (dx, dy) = (here.x - square.middle.x, here.y - square.middle.y);
            let apart = dx * dx + dy * dy;
            if square.width * square.width < AS_ONE * AS_ONE * apart {
                let share = f64::from(square.end - square.begin) / apart;
                (x, y) = (x + dx * share, y + dy * share);
                at = square.next as usize;
            } else if square.divided {
                at += 1;
            } else {
                for &(other, there) in &self.places[square.begin as usize..square.end as usize] {
                    let (dx, dy) = (here.x - there.x, here.y - there.y);
                    let apart = dx * dx + dy * dy;
                    if other != node && apart > 1e-12 {
                        (x, y) = (x + dx / apart, y + dy / apart);
                    } else if other != node {
                        // On the same spot: apart, the lower to the left.
                        x += if node < other { -1.0 } else { 1.0 };
                    }
                }
                at = square.next as usize;
            }
        }
        (x, y)
    }
}

/// The bits of a number with room between them for those of another.
fn spread(number: u32) -> u32 {
    let mut wide = number & 0xffff;
    for (shift, mask) in [(8, 0x00ff_00ff), (4, 0x0f0f_0f0f), (2, 0x3333_3333), (1, 0x5555_5555)] {
        wide = (wide | wide << shift) & mask;
    }
    wide
}
