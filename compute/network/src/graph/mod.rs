//! One immutable network: rows of neighbours, compressed, with 32-bit numbers and whole weights.

mod arcs;
mod compress;
mod partition;
mod refused;
mod ties;

pub(crate) use arcs::Arcs;
pub use partition::{By, Partition};
pub use refused::Refused;
pub use ties::{MOST_TIES, Tie, Ties};

/// Whether the order of the two nodes of a tie means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From one to the other.
    Directed,
    /// Between two.
    Undirected,
}

/// Whether a tie counts for one, or for what it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counting {
    /// Each tie once, also when it weighs nothing.
    Ties,
    /// Each tie for its weight, in units.
    Weights,
}

/// Which ties there are between a node and its neighbour.
pub(crate) mod way {
    pub(crate) const OUT: u8 = 1;
    pub(crate) const BACK: u8 = 2;
    pub(crate) const BOTH: u8 = OUT | BACK;
}

/// A network that does not change. Nodes are numbered from 0; each has a group and a role.
///
/// Kept as rows of neighbours in ascending order, in both directions, one array for each fact:
/// 8 bytes for each end of an undirected tie, 13 for each end of a directed pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    direction: Direction,
    parts: u32,
    start: Vec<u32>,
    to: Vec<u32>,
    out: Vec<u32>,
    back: Vec<u32>,
    way: Vec<u8>,
    loops: usize,
    repeated: usize,
    ties: usize,
    group: Partition,
    role: Partition,
}

impl Graph {
    fn new(
        direction: Direction,
        parts: u32,
        rows: compress::Rows,
        group: Partition,
        role: Partition,
    ) -> Self {
        let ends: usize = match direction {
            Direction::Undirected => rows.to.len(),
            Direction::Directed => rows.way.iter().map(|way| way.count_ones() as usize).sum(),
        };
        let compress::Rows { start, to, out, back, way, loops, repeated } = rows;
        Self { direction, parts, start, to, out, back, way, loops, repeated, ties: ends / 2, group, role }
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.start.len() - 1
    }

    /// How many ties there are, each pair (in each direction) once, without loops.
    #[must_use]
    pub fn ties(&self) -> usize {
        self.ties
    }

    /// How many ties were of a node with itself; no measure counts them.
    #[must_use]
    pub fn loops(&self) -> usize {
        self.loops
    }

    /// How many ties were folded into another between the same nodes.
    #[must_use]
    pub fn repeated(&self) -> usize {
        self.repeated
    }

    /// Whether ties have a direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Units in a weight of 1: a weight is its units divided by this.
    #[must_use]
    pub fn parts(&self) -> u32 {
        self.parts
    }

    /// The groups of the nodes.
    #[must_use]
    pub fn groups(&self) -> &Partition {
        &self.group
    }

    /// The roles of the nodes.
    #[must_use]
    pub fn roles(&self) -> &Partition {
        &self.role
    }

    /// The groups or the roles.
    #[must_use]
    pub fn divided(&self, by: By) -> &Partition {
        match by {
            By::Group => &self.group,
            By::Role => &self.role,
        }
    }

    /// The nodes that `node` has a tie with, in either direction, ascending; none for a node that is not there.
    #[must_use]
    pub fn neighbours(&self, node: usize) -> &[u32] {
        if node < self.nodes() { &self.to[self.ends(node)] } else { &[] }
    }

    /// The weight of the tie from one node to another, in units; `None` when there is none.
    #[must_use]
    pub fn weight(&self, from: usize, to: usize) -> Option<u32> {
        let at = self.neighbours(from).binary_search(&u32::try_from(to).ok()?).ok()?;
        let end = self.ends(from).start + at;
        (self.way(end) & way::OUT != 0).then(|| self.out[end])
    }

    /// Where the ends of a node stand.
    pub(crate) fn ends(&self, node: usize) -> std::ops::Range<usize> {
        self.start[node] as usize..self.start[node + 1] as usize
    }

    pub(crate) fn is_directed(&self) -> bool {
        self.direction == Direction::Directed
    }

    pub(crate) fn to(&self) -> &[u32] {
        &self.to
    }

    pub(crate) fn start(&self) -> &[u32] {
        &self.start
    }

    /// Which ties there are at an end, seen from the node whose row it is in.
    pub(crate) fn way(&self, end: usize) -> u8 {
        if self.is_directed() { self.way[end] } else { way::BOTH }
    }

    /// What goes out and what comes back at an end, together; the weight itself when undirected.
    pub(crate) fn both(&self, end: usize) -> u64 {
        let back = if self.is_directed() { self.back[end] } else { 0 };
        u64::from(self.out[end]) + u64::from(back)
    }

    /// How much counts at an end: ties or weights, both directions together.
    pub(crate) fn counted(&self, end: usize, counting: Counting) -> u64 {
        match (counting, self.direction) {
            (Counting::Weights, _) => self.both(end),
            (Counting::Ties, Direction::Undirected) => 1,
            (Counting::Ties, Direction::Directed) => u64::from(self.way[end].count_ones()),
        }
    }

    /// The rows of what goes out.
    pub(crate) fn arcs_out(&self) -> Arcs<'_> {
        if !self.is_directed() {
            return Arcs::borrowed(&self.start, &self.to, &self.out);
        }
        Arcs::filtered(&self.start, &self.to, &self.out, |end| self.way[end] & way::OUT != 0)
    }

    /// The rows of what comes in.
    pub(crate) fn arcs_in(&self) -> Arcs<'_> {
        if !self.is_directed() {
            return Arcs::borrowed(&self.start, &self.to, &self.out);
        }
        Arcs::filtered(&self.start, &self.to, &self.back, |end| self.way[end] & way::BACK != 0)
    }
}

#[cfg(test)]
mod tests;
