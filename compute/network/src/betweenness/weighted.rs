//! Exact betweenness where ties have lengths: whole numbers, in buckets as wide as the shortest tie.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::lengths::{Distance, Inexact, Length, Lengths, Rows};
use super::many::{MOST, Many, Ways, overflows};
use super::number::Number;
use super::{busiest_first, given_back, over_all_sources};
use crate::Graph;

/// Betweenness as [`super::betweenness`], over ways that are shortest by length.
///
/// Lengths are whole numbers of a unit that all ties have in common (for 1 / weight: the least common multiple of the
/// weights divided by the weight), so ways that are as long are found to be as long. Floating-point lengths break
/// such ties: networkx, NetworKit and graphrs are wrong by up to 633 on a network of 2,000 nodes for it. The longest
/// way there could be (the longest tie times the number of nodes) must be less than 2¹²⁶ of that unit; up to 2⁶² of it
/// a search is quicker, up to 2³⁰ quicker again.
///
/// Costs O(n · m), each search in buckets as wide as the shortest tie, within which no node can make another nearer
/// (E. A. Dinitz 1978); with lengths more than 2¹² apart O(n · (m + n log n)) by a heap. Ways beyond what a
/// floating-point number holds are counted as in [`super::betweenness`].
///
/// # Errors
/// [`Inexact`].
pub fn betweenness_weighted(graph: &Graph, length: Length) -> Result<Vec<f64>, Inexact> {
    counted(graph, length, MOST)
}

/// With each source done by [`Many`] that has more than `most` ways to somebody.
pub(super) fn counted(graph: &Graph, length: Length, most: f64) -> Result<Vec<f64>, Inexact> {
    let lengths = Lengths::of(graph, &graph.arcs_out(), length)?;
    let order = busiest_first(graph);
    // Numbers of which half are enough, so that a length can be added to what says that nobody came here yet.
    let sums = match lengths.longest(graph.nodes()) {
        longest if longest <= u128::from(u32::MAX / 4) => searched::<u32>(graph, &lengths, &order, most),
        longest if longest < 1 << 62 => searched::<u64>(graph, &lengths, &order, most),
        _ => searched::<u128>(graph, &lengths, &order, most),
    };
    Ok(given_back(&order, &sums, if graph.is_directed() { 1.0 } else { 0.5 }))
}

/// As many buckets as are worth their room.
const MOST_BUCKETS: u128 = 1 << 12;

fn searched<D: Distance>(graph: &Graph, lengths: &Lengths, order: &[u32], most: f64) -> Vec<f64> {
    let out = Rows::<D>::of(&graph.arcs_out(), lengths, order);
    let back = graph.is_directed().then(|| Rows::of(&graph.arcs_in(), lengths, order));
    let (nodes, back) = (graph.nodes(), back.as_ref());
    let shift = lengths.least.ilog2();
    let buckets = ((lengths.most >> shift) + 2).next_power_of_two();
    if buckets <= MOST_BUCKETS {
        let state = || Search::<D, _>::new(nodes, out.count(), Buckets::new(shift, buckets as usize));
        over_all_sources(nodes, state, |search, source, sums| {
            search.from(source, &out, back);
            search.back(sums, most);
        })
    } else {
        let state = || Search::<D, _>::new(nodes, out.count(), BinaryHeap::new());
        over_all_sources(nodes, state, |search, source, sums| {
            search.from(source, &out, back);
            search.back(sums, most);
        })
    }
}

/// Nodes that were reached, nearest first. A node may stand in it several times.
trait Queue<D> {
    fn push(&mut self, distance: D, node: u32);
    fn pop(&mut self) -> Option<u32>;
}

impl<D: Distance> Queue<D> for BinaryHeap<Reverse<(D, u32)>> {
    fn push(&mut self, distance: D, node: u32) {
        BinaryHeap::push(self, Reverse((distance, node)));
    }

    fn pop(&mut self) -> Option<u32> {
        BinaryHeap::pop(self).map(|Reverse((_, node))| node)
    }
}

/// A ring of buckets, each as wide as a power of two that no tie is shorter than.
struct Buckets {
    shift: u32,
    ring: Vec<Vec<u32>>,
    now: usize,
    waiting: usize,
}

impl Buckets {
    fn new(shift: u32, buckets: usize) -> Self {
        Self { shift, ring: vec![Vec::new(); buckets], now: 0, waiting: 0 }
    }
}

impl<D: Distance> Queue<D> for Buckets {
    #[inline(always)]
    fn push(&mut self, distance: D, node: u32) {
        let last = self.ring.len() - 1;
        self.ring[distance.bucket(self.shift) & last].push(node);
        self.waiting += 1;
    }

    #[inline(always)]
    fn pop(&mut self) -> Option<u32> {
        if self.waiting == 0 {
            // The next search begins where distances begin.
            self.now = 0;
            return None;
        }
        let last = self.ring.len() - 1;
        loop {
            if let Some(node) = self.ring[self.now & last].pop() {
                self.waiting -= 1;
                return Some(node);
            }
            self.now += 1;
        }
    }
}

/// What is known of a node: its distance, and its place in the order of being done.
#[derive(Clone, Copy)]
struct Known<D> {
    distance: D,
    place: u32,
}

struct Search<D, Q> {
    known: Vec<Known<D>>,
    queue: Q,
    order: Vec<u32>,
    ways: Vec<f64>,
    sum: Vec<f64>,
    links: Vec<u32>,
    begin: Vec<u32>,
}

impl<D: Distance, Q: Queue<D>> Search<D, Q> {
    fn new(nodes: usize, arcs: usize, queue: Q) -> Self {
        Self {
            known: vec![Known { distance: D::FAR, place: u32::NONE }; nodes],
            queue,
            order: Vec::with_capacity(nodes),
            ways: Vec::with_capacity(nodes),
            sum: vec![0.0; nodes],
            links: Vec::with_capacity(arcs),
            begin: Vec::with_capacity(nodes + 1),
        }
    }

    fn from(&mut self, source: usize, out: &Rows<D>, back: Option<&Rows<D>>) {
        self.known.fill(Known { distance: D::FAR, place: u32::NONE });
        self.order.clear();
        self.ways.clear();
        self.links.clear();
        self.begin.clear();
        self.known[source].distance = D::of(0);
        self.queue.push(D::of(0), source as u32);
        while let Some(node) = self.queue.pop() {
            let known = self.known[node as usize];
            if known.place != u32::NONE {
                continue;
            }
            self.known[node as usize].place = self.order.len() as u32;
            self.begin.push(self.links.len() as u32);
            self.order.push(node);
            let mut ways = if self.order.len() == 1 { 1.0 } else { 0.0 };
            match back {
                // Who is before and who comes after stand in one row.
                None => {
                    for &(other, length) in out.of_node(node as usize) {
                        self.before(other, length, known.distance, &mut ways);
                        self.after(other, length, known.distance);
                    }
                }
                Some(back) => {
                    for &(other, length) in back.of_node(node as usize) {
                        self.before(other, length, known.distance, &mut ways);
                    }
                    for &(other, length) in out.of_node(node as usize) {
                        self.after(other, length, known.distance);
                    }
                }
            }
            self.ways.push(ways);
        }
        self.begin.push(self.links.len() as u32);
    }

    /// Is the other on a shortest way to here? Then it is done: it is nearer by at least the shortest tie.
    #[inline(always)]
    fn before(&mut self, other: u32, length: D, distance: D, ways: &mut f64) {
        let known = self.known[other as usize];
        if known.distance + length == distance {
            *ways += self.ways[known.place as usize];
            self.links.push(known.place);
        }
    }

    #[inline(always)]
    fn after(&mut self, other: u32, length: D, distance: D) {
        let known = &mut self.known[other as usize];
        if distance + length < known.distance {
            known.distance = distance + length;
            self.queue.push(distance + length, other);
        }
    }

    /// Adds what this source gives each node, the furthest first.
    fn back(&mut self, sums: &mut [f64], most: f64) {
        if overflows(&self.ways, most) {
            return self.back_by_many(sums);
        }
        self.sum[..self.order.len()].fill(0.0);
        for at in (1..self.order.len()).rev() {
            let (sum, ways) = (self.sum[at], self.ways[at]);
            sums[self.order[at] as usize] += sum * ways;
            let share = sum + 1.0 / ways;
            for &link in &self.links[self.begin[at] as usize..self.begin[at + 1] as usize] {
                self.sum[link as usize] += share;
            }
        }
    }

    /// The same with the ways counted again as numbers without an end.
    fn back_by_many(&mut self, sums: &mut [f64]) {
        let Self { order, links, begin, sum, .. } = self;
        let before =
            |at: usize| links[begin[at] as usize..begin[at + 1] as usize].iter().map(|&at| at as usize);
        let mut ways = vec![Many::ONE; order.len()];
        for at in 1..order.len() {
            ways[at] = before(at).map(|link| ways[link]).fold(Many::NONE, Many::plus);
        }
        sum[..order.len()].fill(0.0);
        for at in (1..order.len()).rev() {
            sums[order[at] as usize] += sum[at];
            for link in before(at) {
                sum[link] += ways[link].share_of(ways[at]) * (1.0 + sum[at]);
            }
        }
    }
}
