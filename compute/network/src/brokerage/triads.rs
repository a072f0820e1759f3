//! All triangles, once each, with which of their six paths of two steps are closed by a tie.

use crate::Graph;
use crate::graph::way;

/// Three nodes that all have ties, and a bit for each closed path: see [`PATHS`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Triangle {
    pub(super) nodes: [u32; 3],
    closed: u8,
}

/// From, broker and to of the six paths through a triangle, by place in `nodes`.
const PATHS: [[usize; 3]; 6] = [[1, 0, 2], [2, 0, 1], [0, 1, 2], [2, 1, 0], [0, 2, 1], [1, 2, 0]];

impl Triangle {
    fn new(nodes: [u32; 3], [first, second, third]: [u8; 3]) -> Self {
        // Whether there is a tie from one place to another: the ways are of 0–1, 0–2 and 1–2.
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

/// Each node looks only to those with more neighbours (or as many and a higher number), which are never many:
/// O(m^1.5) in all (Chiba & Nishizeki 1985).
pub(super) fn triangles(graph: &Graph) -> Vec<Triangle> {
    let nodes = graph.nodes();
    let rank = |node: u32| (graph.ends(node as usize).len(), node);
    let (mut start, mut up) = (vec![0usize], Vec::with_capacity(graph.to().len() / 2));
    for node in 0..nodes {
        let own = rank(node as u32);
        for end in graph.ends(node).filter(|&end| rank(graph.to()[end]) > own) {
            up.push((graph.to()[end], graph.way(end)));
        }
        start.push(up.len());
    }
    let mut marked = vec![0u8; nodes];
    let mut found = Vec::new();
    for node in 0..nodes {
        let own = &up[start[node]..start[node + 1]];
        own.iter().for_each(|&(to, way)| marked[to as usize] = way);
        for &(middle, first) in own {
            for &(last, third) in &up[start[middle as usize]..start[middle as usize + 1]] {
                let second = marked[last as usize];
                if second != 0 {
                    found.push(Triangle::new([node as u32, middle, last], [first, second, third]));
                }
            }
        }
        own.iter().for_each(|&(to, _)| marked[to as usize] = 0);
    }
    found
}
