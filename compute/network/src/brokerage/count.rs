//! What brokers do, from how many come in and go out by class, less the paths that are closed.

use super::triads::Triangles;
use super::{Roles, role};
use crate::graph::way;
use crate::{By, Graph};

/// Who brokers how often, in which role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brokerage {
    /// Of each node.
    pub by_node: Vec<Roles>,
    /// Of all nodes together.
    pub whole: Roles,
    /// From class to class, row by row (`by_pair[from * classes + to]`): how often somebody stands between them, in
    /// each role.
    pub by_pair: Vec<Roles>,
    /// How many classes there are: the matrix has as many rows and columns.
    pub classes: usize,
}

/// Brokerage: R. V. Gould & R. M. Fernandez (1989), *Structures of mediation*, Sociological Methodology 19, 89–126.
///
/// Counted as (in by class) × (out by class) − pairs that are one and the same node − paths closed by a tie, so that
/// no open path is walked: O(m^1.5), in practice little more than O(m + n). Closed paths are taken off as they are
/// found, so its memory is O(n + m + classes²) also where everybody knows everybody. Weights and loops do not matter.
/// An undirected tie is one in both directions, as R's `sna` has it, so each open pair counts twice.
#[must_use]
pub fn brokerage(graph: &Graph, by: By) -> Brokerage {
    let division = graph.divided(by);
    let mut figures = Figures::new(graph.nodes(), division.classes());
    figures.count(graph, division.labels(), &Triangles::of(graph));
    figures.told()
}

/// How often `node` stands between each class and each other, row by row (`[from * classes + to]`); `None` for a node
/// that is not there. Its role in a cell follows from the two classes and its own. Costs O(d + Σ d of its neighbours).
#[must_use]
pub fn brokered_by(graph: &Graph, by: By, node: usize) -> Option<Vec<u64>> {
    if node >= graph.nodes() {
        return None;
    }
    let division = graph.divided(by);
    let (labels, classes) = (division.labels(), division.classes());
    let mut cells = vec![0; classes * classes];
    let goes_out: Vec<u32> = reached(graph, node, way::OUT).collect();
    for from in reached(graph, node, way::BACK) {
        let mut known = reached(graph, from as usize, way::OUT).peekable();
        for &to in &goes_out {
            while known.next_if(|&known| known < to).is_some() {}
            if to != from && known.peek() != Some(&to) {
                cells[usize::from(labels[from as usize]) * classes + usize::from(labels[to as usize])] += 1;
            }
        }
    }
    Some(cells)
}

/// The nodes with a tie in this way, ascending.
fn reached(graph: &Graph, node: usize, wanted: u8) -> impl Iterator<Item = u32> {
    graph.ends(node).filter(move |&end| graph.way(end) & wanted != 0).map(|end| graph.to()[end])
}

/// The figures one after the other: five of each node, five of the whole, five of each pair of classes.
pub(super) struct Figures {
    pub(super) values: Vec<u64>,
    pub(super) nodes: usize,
    pub(super) classes: usize,
    /// How many of each class come in, go out, and do both; of the classes that were seen.
    tally: Vec<[u64; 3]>,
    seen: Vec<u8>,
}

impl Figures {
    pub(super) fn new(nodes: usize, classes: usize) -> Self {
        let values = vec![0; (nodes + 1 + classes * classes) * 5];
        Self { values, nodes, classes, tally: vec![[0; 3]; classes], seen: Vec::new() }
    }

    /// Counts anew, with these labels.
    pub(super) fn count(&mut self, graph: &Graph, labels: &[u8], triangles: &Triangles) {
        self.values.fill(0);
        for broker in 0..self.nodes {
            self.look_around(graph, labels, broker);
            for from in 0..self.seen.len() {
                for to in 0..self.seen.len() {
                    let (from, to) = (self.seen[from], self.seen[to]);
                    let (coming, going) = (self.tally[usize::from(from)], self.tally[usize::from(to)]);
                    let itself = if from == to { coming[2] } else { 0 };
                    let (node, pair) = self.places(broker, labels, from, to);
                    let open = coming[0] * going[1] - itself;
                    self.values[node] += open;
                    self.values[pair] += open;
                }
            }
            self.seen.drain(..).for_each(|class| self.tally[usize::from(class)] = [0; 3]);
        }
        triangles.each(|triangle| {
            for [from, broker, to] in triangle.closed() {
                let (from, to) = (labels[from as usize], labels[to as usize]);
                let (node, pair) = self.places(broker as usize, labels, from, to);
                self.values[node] -= 1;
                self.values[pair] -= 1;
            }
        });
        let (by_node, rest) = self.values.split_at_mut(self.nodes * 5);
        for node in by_node.chunks_exact(5) {
            rest.iter_mut().zip(node).for_each(|(whole, node)| *whole += node);
        }
    }

    fn look_around(&mut self, graph: &Graph, labels: &[u8], node: usize) {
        for end in graph.ends(node) {
            let (class, way) = (labels[graph.to()[end] as usize], graph.way(end));
            let tally = &mut self.tally[usize::from(class)];
            if *tally == [0; 3] {
                self.seen.push(class);
            }
            tally[0] += u64::from(way & way::BACK != 0);
            tally[1] += u64::from(way & way::OUT != 0);
            tally[2] += u64::from(way == way::BOTH);
        }
    }

    /// Where a broker's figure and that of the pair of classes stand.
    fn places(&self, broker: usize, labels: &[u8], from: u8, to: u8) -> (usize, usize) {
        let role = role(from, labels[broker], to);
        let pair = usize::from(from) * self.classes + usize::from(to);
        (broker * 5 + role, (self.nodes + 1 + pair) * 5 + role)
    }

    fn told(&self) -> Brokerage {
        let mut each = self.values.chunks_exact(5).map(Roles::of);
        let by_node = each.by_ref().take(self.nodes).collect();
        let whole = each.next().unwrap_or_default();
        Brokerage { by_node, whole, by_pair: each.collect(), classes: self.classes }
    }
}
