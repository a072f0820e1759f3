//! Where to draw each node: near whom it has ties with, and where it was when it had a place already.

mod crowd;

use rayon::prelude::*;

use crate::Graph;
use crate::chance::Chance;
use crowd::Crowd;

/// A place on the plane, in lengths of an ideal tie.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Why there is no drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPlace {
    /// Keys or places are not as many as there are nodes.
    #[error("there are {nodes} nodes, {keys} keys and {places} places; they must be as many")]
    NotAsMany {
        /// How many nodes.
        nodes: usize,
        /// How many keys.
        keys: usize,
        /// How many places.
        places: usize,
    },
    /// A place is not a number, or further away than anything is drawn.
    #[error("row {row}: the place it had is not a number between -1,000,000,000 and 1,000,000,000")]
    Nowhere {
        /// The node.
        row: usize,
    },
}

/// Rounds of pushing and pulling.
const ROUNDS: u32 = 200;

/// Further from the middle nothing was drawn.
const FURTHEST: f64 = 1e9;

/// How strongly everything is drawn to the middle, so that what has no ties stays in sight.
const MIDDLE: f64 = 0.02;

/// A place for each node. Who had a place keeps it, to the bit; the others go near whom they have ties with.
///
/// `keys` are what a node is known by from one drawing to the next: where a node without placed neighbours begins
/// follows from its key and not from its number, so the same nodes give the same drawing. `places` are those of the
/// drawing before, `None` for who is new; all `None` for a first drawing.
///
/// Forces after T. M. J. Fruchterman & E. M. Reingold (1991), *Graph drawing by force-directed placement*; who is far
/// away pushes together with those around it (J. Barnes & P. Hut 1986). Only + − × ÷ and √ are used, so the bits are
/// the same everywhere, on any number of threads. Costs 200 rounds of O(m + n log n).
///
/// # Errors
/// [`NoPlace`].
pub fn layout(graph: &Graph, keys: &[u64], places: &[Option<Place>]) -> Result<Vec<Place>, NoPlace> {
    let nodes = graph.nodes();
    if keys.len() != nodes || places.len() != nodes {
        return Err(NoPlace::NotAsMany { nodes, keys: keys.len(), places: places.len() });
    }
    let inside = |figure: f64| figure.abs() <= FURTHEST;
    let broken = |place: &Option<Place>| place.is_some_and(|place| !inside(place.x) || !inside(place.y));
    if let Some(row) = places.iter().position(broken) {
        return Err(NoPlace::Nowhere { row });
    }
    let free: Vec<u32> = (0..nodes as u32).filter(|&node| places[node as usize].is_none()).collect();
    let mut found = beginnings(graph, keys, places);
    // As wide as a square in which each node has the room of one tie.
    let width = (nodes as f64).sqrt().max(1.0);
    let middle = middle(places);
    for round in 0..ROUNDS {
        let left = 1.0 - f64::from(round) / f64::from(ROUNDS);
        let most = width * 0.2 * left * left + 0.01;
        let crowd = Crowd::of(&found);
        let moved: Vec<Place> =
            free.par_iter().map(|&node| pulled(graph, &found, &crowd, node, middle, most)).collect();
        free.iter().zip(moved).for_each(|(&node, place)| found[node as usize] = place);
    }
    Ok(found)
}

/// Where everything is drawn to: the middle of what has a place.
fn middle(places: &[Option<Place>]) -> Place {
    let (mut sum, mut count) = (Place::default(), 0.0);
    for place in places.iter().flatten() {
        sum = Place { x: sum.x + place.x, y: sum.y + place.y };
        count += 1.0;
    }
    if count > 0.0 { Place { x: sum.x / count, y: sum.y / count } } else { sum }
}

/// Who is new begins in the middle of its placed neighbours, a little beside it by its key; else where its key says.
fn beginnings(graph: &Graph, keys: &[u64], places: &[Option<Place>]) -> Vec<Place> {
    let width = (keys.len() as f64).sqrt();
    let begin = |node: usize| {
        let mut chance = Chance::stream(keys[node], 0);
        let aside = Place { x: chance.unit() - 0.5, y: chance.unit() - 0.5 };
        let near: Vec<Option<Place>> = graph
            .neighbours(node)
            .iter()
            .map(|&other| places[other as usize])
            .filter(Option::is_some)
            .collect();
        if near.is_empty() {
            return Place { x: aside.x * width, y: aside.y * width };
        }
        let middle = middle(&near);
        Place { x: middle.x + aside.x * 0.5, y: middle.y + aside.y * 0.5 }
    };
    (0..keys.len()).map(|node| places[node].unwrap_or_else(|| begin(node))).collect()
}

/// Where a node goes: pulled by its ties, pushed by the others, no further than `most`.
fn pulled(graph: &Graph, found: &[Place], crowd: &Crowd, node: u32, middle: Place, most: f64) -> Place {
    let here = found[node as usize];
    let (mut x, mut y) = crowd.push(node, here);
    (x, y) = (x + (middle.x - here.x) * MIDDLE, y + (middle.y - here.y) * MIDDLE);
    for &other in graph.neighbours(node as usize) {
        let there = found[other as usize];
        let (dx, dy) = (there.x - here.x, there.y - here.y);
        let distance = (dx * dx + dy * dy).sqrt();
        x += dx * distance;
        y += dy * distance;
    }
    let length = (x * x + y * y).sqrt();
    let step = if length > most { most / length } else { 1.0 };
    Place { x: here.x + x * step, y: here.y + y * step }
}

#[cfg(test)]
mod tests;
