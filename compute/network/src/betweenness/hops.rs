//! Exact betweenness where every tie is one step: Brandes' sums, searched from whichever side is smaller.

use super::many::{MOST, Many, Ways, overflows};
use super::number::Number;
use super::{busiest_first, given_back, over_all_sources, renamed};
use crate::Graph;
use crate::graph::Arcs;

/// How many shortest ways between two others go over each node, as a share of all shortest ways between them, summed
/// over all pairs (ordered when directed, unordered when not): L. C. Freeman (1977); U. Brandes (2001), *A faster
/// algorithm for betweenness centrality*. Not normalised: at most (n − 1)(n − 2), half of that when undirected.
///
/// Costs O(n · m), sources over all threads. From each source a level is found from the side that has fewer nodes:
/// from those already met, or from those not met yet (after S. Beamer et al. 2012). Nobody on the way, isolates and
/// empty networks give 0. Between two nodes may be more shortest ways than a floating-point number holds: such a
/// source is done once more, slower.
#[must_use]
pub fn betweenness(graph: &Graph) -> Vec<f64> {
    counted(graph, MOST)
}

/// With each source done by [`Many`] that has more than `most` ways to somebody.
pub(super) fn counted(graph: &Graph, most: f64) -> Vec<f64> {
    // A place one beyond the last must be a number too, and none of them the one that says there is none.
    let small = graph.nodes() < usize::from(u16::MAX) - 1;
    if small { searched::<u16>(graph, most) } else { searched::<u32>(graph, most) }
}

fn searched<I: Number>(graph: &Graph, most: f64) -> Vec<f64> {
    let nodes = graph.nodes();
    let order = busiest_first(graph);
    let out = Rows::<I>::of(&graph.arcs_out(), &order);
    let back = graph.is_directed().then(|| Rows::of(&graph.arcs_in(), &order));
    let back = back.as_ref().unwrap_or(&out);
    let found = over_all_sources(
        nodes,
        || Search::new(nodes, out.to.len()),
        |search, source, sums| {
            search.from(source, &out, back);
            if overflows(&search.ways, most) { search.back_by_many(sums) } else { search.back(sums) }
        },
    );
    let share = if graph.is_directed() { 1.0 } else { 0.5 };
    given_back(&order, &found, share)
}

/// Rows of neighbours under their new numbers.
struct Rows<I> {
    start: Vec<u32>,
    to: Vec<I>,
}

impl<I: Number> Rows<I> {
    fn of(arcs: &Arcs<'_>, order: &[u32]) -> Self {
        let renamed = renamed(order);
        let (mut start, mut to) = (vec![0], Vec::with_capacity(arcs.to.len()));
        for &node in order {
            let begin = to.len();
            to.extend(arcs.of(node as usize).map(|at| renamed[arcs.to[at] as usize]));
            to[begin..].sort_unstable();
            start.push(to.len() as u32);
        }
        Self { start, to: to.into_iter().map(|node| I::of(node as usize)).collect() }
    }

    #[inline(always)]
    fn of_node(&self, node: usize) -> &[I] {
        &self.to[self.start[node] as usize..self.start[node + 1] as usize]
    }
}

/// All nodes at one distance from the source: a stretch of the order in which nodes were met.
#[derive(Clone, Copy)]
struct Level {
    begin: usize,
    end: usize,
    /// Where its links forward stop, if those after it were found from here.
    forward: Option<u32>,
    /// Where its links back stop, if it was found from the side of those not met.
    backward: Option<u32>,
}

/// One search, with everything it keeps by place in the order of meeting.
struct Search<I> {
    place: Vec<I>,
    order: Vec<I>,
    /// How many shortest ways lead here.
    ways: Vec<f64>,
    /// What comes back: Σ over those after it of (1 + their sum) / their ways.
    sum: Vec<f64>,
    share: Vec<f64>,
    links: Vec<I>,
    forward: Vec<u32>,
    backward: Vec<u32>,
    levels: Vec<Level>,
    met: usize,
    /// Who was not met yet; made when it is first needed.
    left: Vec<I>,
}

impl<I: Number> Search<I> {
    fn new(nodes: usize, arcs: usize) -> Self {
        Self {
            place: vec![I::NONE; nodes],
            order: vec![I::of(0); nodes + 1],
            ways: vec![0.0; nodes + 1],
            sum: vec![0.0; nodes + 1],
            share: vec![0.0; nodes + 1],
            // One more, because a link is written before it is known to count.
            links: vec![I::of(0); arcs + 1],
            forward: vec![0; nodes + 1],
            backward: vec![0; nodes + 1],
            levels: Vec::new(),
            met: 0,
            left: Vec::new(),
        }
    }

    fn from(&mut self, source: usize, out: &Rows<I>, back: &Rows<I>) {
        let nodes = self.place.len();
        self.place.fill(I::NONE);
        self.ways.fill(0.0);
        self.levels.clear();
        self.left.clear();
        self.place[source] = I::of(0);
        self.order[0] = I::of(source);
        self.ways[0] = 1.0;
        let (mut begin, mut end, mut links, mut listed) = (0, 1, 0, false);
        let mut found_back = None;
        while begin < end {
            let level = Level { begin, end, forward: None, backward: found_back.take() };
            self.levels.push(level);
            if nodes - end > end - begin {
                links = self.go_on(out, begin, end, links);
                if let Some(level) = self.levels.last_mut() {
                    level.forward = Some(links as u32);
                }
                listed = false;
            } else {
                if !listed {
                    self.left.clear();
                    let place = &self.place;
                    self.left.extend((0..nodes).filter(|&node| place[node] == I::NONE).map(I::of));
                    listed = true;
                }
                links = self.look_back(back, begin, end, links);
                found_back = Some(links as u32);
            }
            (begin, end) = (end, self.met);
        }
    }

    /// Finds the next level from those of this one.
    fn go_on(&mut self, out: &Rows<I>, begin: usize, end: usize, mut count: usize) -> usize {
        let mut met = end;
        let first = I::of(end);
        for at in begin..end {
            let ways = self.ways[at];
            let from = count;
            self.forward[at] = from as u32;
            for &other in out.of_node(self.order[at].at()) {
                // Without a branch: whether somebody is new cannot be foreseen.
                let place = self.place[other.at()];
                let new = place == I::NONE;
                let place = if new { I::of(met) } else { place };
                self.order[met] = other;
                self.place[other.at()] = place;
                met += usize::from(new);
                self.links[count] = place;
                count += usize::from(place >= first);
            }
            for link in &self.links[from..count] {
                self.ways[link.at()] += ways;
            }
        }
        self.met = met;
        count
    }

    /// Finds the next level from those who were not met.
    fn look_back(&mut self, back: &Rows<I>, begin: usize, end: usize, mut count: usize) -> usize {
        let mut met = end;
        let (first, past) = (I::of(begin), I::of(end));
        let mut kept = 0;
        for at in 0..self.left.len() {
            let node = self.left[at];
            let from = count;
            for &other in back.of_node(node.at()) {
                let place = self.place[other.at()];
                self.links[count] = place;
                count += usize::from(place >= first) & usize::from(place < past);
            }
            if count == from {
                self.left[kept] = node;
                kept += 1;
            } else {
                self.ways[met] = self.links[from..count].iter().map(|link| self.ways[link.at()]).sum();
                self.backward[met] = from as u32;
                self.order[met] = node;
                self.place[node.at()] = I::of(met);
                met += 1;
            }
        }
        self.left.truncate(kept);
        self.met = met;
        count
    }

    /// Adds what this source gives each node, the furthest first.
    fn back(&mut self, sums: &mut [f64]) {
        let met = self.levels.last().map_or(0, |level| level.end);
        self.sum[..met].fill(0.0);
        for level in self.levels.iter().rev() {
            for at in (level.begin..level.end).rev() {
                if let Some(stop) = level.forward {
                    let stop = if at + 1 < level.end { self.forward[at + 1] } else { stop };
                    let links = &self.links[self.forward[at] as usize..stop as usize];
                    self.sum[at] = links.iter().map(|link| self.share[link.at()]).sum();
                }
                let share = self.sum[at] + 1.0 / self.ways[at];
                self.share[at] = share;
                if at > 0 {
                    sums[self.order[at].at()] += self.sum[at] * self.ways[at];
                }
                if let Some(stop) = level.backward {
                    let stop = if at + 1 < level.end { self.backward[at + 1] } else { stop };
                    for link in &self.links[self.backward[at] as usize..stop as usize] {
                        self.sum[link.at()] += share;
                    }
                }
            }
        }
    }

    /// As [`Search::back`], with the ways counted again as numbers without an end. What comes back to a node is its
    /// share of the ways to those after it, so nothing here is larger than the number of nodes.
    fn back_by_many(&self, sums: &mut [f64]) {
        let met = self.levels.last().map_or(0, |level| level.end);
        let mut ways = vec![Many::NONE; met];
        ways[0] = Many::ONE;
        for level in &self.levels {
            for at in level.begin..level.end {
                let before = self.before(level, at).iter().map(|link| ways[link.at()]);
                let own = before.fold(ways[at], Many::plus);
                ways[at] = own;
                for link in self.after(level, at) {
                    ways[link.at()] = ways[link.at()].plus(own);
                }
            }
        }
        let mut sum = vec![0.0; met];
        for level in self.levels.iter().rev() {
            for at in (level.begin..level.end).rev() {
                for link in self.after(level, at) {
                    sum[at] += ways[at].share_of(ways[link.at()]) * (1.0 + sum[link.at()]);
                }
                if at > 0 {
                    sums[self.order[at].at()] += sum[at];
                }
                for link in self.before(level, at) {
                    sum[link.at()] += ways[link.at()].share_of(ways[at]) * (1.0 + sum[at]);
                }
            }
        }
    }

    /// Who comes after a node, where the next level was found from its own.
    fn after(&self, level: &Level, at: usize) -> &[I] {
        self.linked(&self.forward, level.forward, level.end, at)
    }

    /// Who comes before a node, where its level was found from the side of those not met.
    fn before(&self, level: &Level, at: usize) -> &[I] {
        self.linked(&self.backward, level.backward, level.end, at)
    }

    fn linked(&self, begin: &[u32], stop: Option<u32>, end: usize, at: usize) -> &[I] {
        let Some(stop) = stop else { return &[] };
        let stop = if at + 1 < end { begin[at + 1] } else { stop };
        &self.links[begin[at] as usize..stop as usize]
    }
}
