//! What holds together, and what falls apart when somebody leaves.

mod strong;
mod walk;

pub use strong::strong_components;

use crate::{By, Graph};
use walk::{Piece, Walk};

/// Who is connected with whom, and through whom or which tie alone. Directions are left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    /// The component of each node; components are numbered by their lowest node.
    pub component: Vec<u32>,
    /// How many nodes each component has.
    pub sizes: Vec<u32>,
    /// The pairs of nodes that are connected by their tie alone, the lower node first, ascending. Several ties
    /// between two, and ties in both directions, are one here.
    pub bridges: Vec<(u32, u32)>,
    /// What is cut off when an articulation point leaves, by node, ascending. When any other node leaves, nothing is.
    pub lost: Vec<Loss>,
}

/// What is cut off when one node leaves: all of its component but the largest piece that remains (of several as
/// large, the one with the lowest node).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Who leaves.
    pub node: u32,
    /// In how many pieces the others then are; at least 2.
    pub pieces: u32,
    /// How many nodes of each group are cut off.
    pub cut_off: Vec<u32>,
}

impl Cuts {
    /// What is cut off when this node leaves; `None` when nothing is.
    #[must_use]
    pub fn lost_without(&self, node: usize) -> Option<&Loss> {
        self.lost.binary_search_by_key(&node, |loss| loss.node as usize).ok().map(|at| &self.lost[at])
    }
}

/// Components, bridges, articulation points (R. Tarjan 1972, *Depth-first search and linear graph algorithms*; J.
/// Hopcroft & R. Tarjan 1973) and what each of them keeps together, per group.
///
/// One walk over all ties; what is cut off is read from the order of the walk, in which every piece is one stretch:
/// O(n + m), and O(groups · log n) for each piece. No recursion, so a long chain is no trouble.
#[must_use]
pub fn cuts(graph: &Graph, by: By) -> Cuts {
    let walk = Walk::over(graph);
    let division = graph.divided(by);
    let counted = Counted::of(&walk.order, division.labels(), division.classes());
    let mut pieces = walk.pieces;
    pieces.sort_unstable_by_key(|piece| (piece.without, piece.begin));
    let mut lost = Vec::new();
    for pieces in pieces.chunk_by(|one, other| one.without == other.without) {
        let node = pieces[0].without;
        let component = walk.component[node as usize] as usize;
        let (begin, size) = (walk.begins[component], walk.sizes[component]);
        let below: u32 = pieces.iter().map(|piece| piece.size).sum();
        // What hangs above the node; nothing when the walk began with it.
        let above = size - 1 - below;
        if pieces.len() + usize::from(above > 0) < 2 {
            continue;
        }
        let largest = pieces.iter().map(|piece| piece.size).max().unwrap_or_default();
        let mut cut_off = if above >= largest {
            // The walk began at the lowest node of the component, so above is also the one to keep of two as large.
            let mut sum = vec![0; division.classes()];
            pieces.iter().for_each(|piece| counted.add(piece.begin, piece.size, &mut sum));
            sum
        } else {
            let lowest = |piece: &&Piece| walk.order[piece.stretch()].iter().copied().min();
            let as_large = || pieces.iter().filter(|piece| piece.size == largest);
            let kept =
                if as_large().count() == 1 { as_large().next() } else { as_large().min_by_key(lowest) };
            let (mut all, mut stays) = (vec![0; division.classes()], vec![0; division.classes()]);
            counted.add(begin, size, &mut all);
            kept.iter().for_each(|kept| counted.add(kept.begin, kept.size, &mut stays));
            all[usize::from(division.labels()[node as usize])] -= 1;
            all.iter().zip(stays).map(|(all, stays)| all - stays).collect()
        };
        cut_off.shrink_to_fit();
        lost.push(Loss { node, pieces: pieces.len() as u32 + u32::from(above > 0), cut_off });
    }
    let mut bridges = walk.bridges;
    bridges.sort_unstable();
    Cuts { component: walk.component, sizes: walk.sizes, bridges, lost }
}

/// Where in the order of the walk each group stands, so that a stretch can be counted without going through it.
struct Counted(Vec<Vec<u32>>);

impl Counted {
    fn of(order: &[u32], labels: &[u8], classes: usize) -> Self {
        let mut places = vec![Vec::new(); classes];
        for (place, &node) in order.iter().enumerate() {
            places[usize::from(labels[node as usize])].push(place as u32);
        }
        Self(places)
    }

    fn add(&self, begin: u32, size: u32, sum: &mut [u32]) {
        for (places, sum) in self.0.iter().zip(sum) {
            let upto = |end: u32| places.partition_point(|&place| place < end);
            *sum += (upto(begin + size) - upto(begin)) as u32;
        }
    }
}

#[cfg(test)]
mod tests;
