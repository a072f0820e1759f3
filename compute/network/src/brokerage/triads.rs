//! All triangles, once each, with which of their six paths of two steps are closed by a tie.

use crate::Graph;
use crate::graph::way;

/// Most triangles that are kept to be gone through again: 64 MB of them.
pub(super) const KEPT: usize = 1 << 22;

/// Three nodes that all have ties, and a bit for each closed path: see [`PATHS`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Triangle {
    nodes: [u32; 3],
    closed: u8,
}

/// From, broker and to of the six paths through a triangle, by place in `nodes`.
const PATHS: [[usize; 3]; 6] = [[1, 0, 2], [2, 0, 1], [0, 1, 2], [2, 1, 0], [0, 2, 1], [1, 2, 0]];

impl Triangle {
    fn new(nodes: [u32; 3], ways: [u8; 3]) -> Self {
        if ways == [way::BOTH; 3] {
            return Self { nodes, closed: 0b11_1111 };
        }
        // Whether there is a tie from one place to another: the ways are of 0–1, 0–2 and 1–2.
        let [first, second, third] = ways;
        let tie = |from: usize, to: usize| {
            let way = match from.min(to) + from.max(to) {
                1 => first,
                2 => second,
                _ => third,
            };
            way & if from < to { way::OUT } else { way::BACK } != 0
        };
        let mut closed = 0;
        for (bit, [from, broker, to]) in PATHS.into_iter().enumerate() {
            closed |= u8::from(tie(from, broker) && tie(broker, to) && tie(from, to)) << bit;
        }
        Self { nodes, closed }
    }

    /// From, broker and to of the closed paths.
    pub(super) fn closed(self) -> impl Iterator<Item = [u32; 3]> {
        let paths = PATHS.into_iter().enumerate().filter(move |(bit, _)| self.closed >> bit & 1 == 1);
        paths.map(move |(_, path)| path.map(|place| self.nodes[place]))
    }
}

/// What it takes to go through all triangles. Each node looks only to those with more neighbours (or as many and a
/// higher number), which are never many: O(m^1.5) in all (Chiba & Nishizeki 1985).
///
/// Where everybody knows everybody there are far more triangles than ties, so they are not kept unless asked.
#[derive(Debug)]
pub(super) struct Triangles {
    start: Vec<usize>,
    up: Vec<(u32, u8)>,
    kept: Option<Vec<Triangle>>,
}

impl Triangles {
    pub(super) fn of(graph: &Graph) -> Self {
        let rank = |node: u32| (graph.ends(node as usize).len(), node);
        let (mut start, mut up) = (vec![0usize], Vec::with_capacity(graph.to().len() / 2));
        for node in 0..graph.nodes() {
            let own = rank(node as u32);
            for end in graph.ends(node).filter(|&end| rank(graph.to()[end]) > own) {
                up.push((graph.to()[end], graph.way(end)));
            }
            start.push(up.len());
        }
        Self { start, up, kept: None }
    }

    /// The same, and kept so that they are found only once; unless they are more than `most`.
    pub(super) fn keeping(mut self, most: usize) -> Self {
        let (mut list, mut fits) = (Vec::new(), true);
        self.each(|triangle| {
            fits = list.len() < most;
            if fits {
                list.push(triangle);
            }
        });
        self.kept = fits.then_some(list);
        self
    }

    #[cfg(test)]
    pub(super) fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// Gives every triangle once.
    pub(super) fn each(&self, visit: impl FnMut(Triangle)) {
        match &self.kept {
            Some(list) => list.iter().copied().for_each(visit),
            None => self.search(visit),
        }
    }

    fn search(&self, mut visit: impl FnMut(Triangle)) {
        let above = |node: usize| &self.up[self.start[node]..self.start[node + 1]];
        let nodes = self.start.len() - 1;
        let mut marked = vec![0u8; nodes];
        for node in 0..nodes {
            let own = above(node);
            own.iter().for_each(|&(to, way)| marked[to as usize] = way);
            for &(middle, first) in own {
                for &(last, third) in above(middle as usize) {
                    let second = marked[last as usize];
                    if second != 0 {
                        visit(Triangle::new([node as u32, middle, last], [first, second, third]));
                    }
                }
            }
            own.iter().for_each(|&(to, _)| marked[to as usize] = 0);
        }
    }
}
