//! One walk in depth over all ties, without recursion.

use crate::Graph;

/// A stretch of the order of the walk that only hangs on the node above it.
pub(super) struct Piece {
    pub(super) without: u32,
    pub(super) begin: u32,
    pub(super) size: u32,
}

impl Piece {
    pub(super) fn stretch(&self) -> std::ops::Range<usize> {
        self.begin as usize..(self.begin + self.size) as usize
    }
}

#[derive(Default)]
pub(super) struct Walk {
    /// The nodes in the order in which they were met; a component, and all below a node, is one stretch of it.
    pub(super) order: Vec<u32>,
    pub(super) component: Vec<u32>,
    pub(super) begins: Vec<u32>,
    pub(super) sizes: Vec<u32>,
    pub(super) pieces: Vec<Piece>,
    pub(super) bridges: Vec<(u32, u32)>,
}

/// A node of the way down to where the walk is.
struct Step {
    node: u32,
    above: u32,
    /// Its next end, and where its ends stop.
    end: u32,
    stop: u32,
    met: u32,
    /// The earliest met that is reached from here or below.
    low: u32,
}

const NOT_MET: u32 = u32::MAX;

impl Walk {
    pub(super) fn over(graph: &Graph) -> Self {
        let nodes = graph.nodes();
        let mut walk =
            Self { order: Vec::with_capacity(nodes), component: vec![0; nodes], ..Self::default() };
        let mut met = vec![NOT_MET; nodes];
        let mut way: Vec<Step> = Vec::new();
        for first in 0..nodes as u32 {
            if met[first as usize] == NOT_MET {
                let begin = walk.order.len() as u32;
                way.push(walk.step(graph, &mut met, first, NOT_MET));
                walk.down(graph, &mut met, &mut way);
                walk.begins.push(begin);
                walk.sizes.push(walk.order.len() as u32 - begin);
            }
        }
        walk
    }

    fn step(&mut self, graph: &Graph, met: &mut [u32], node: u32, above: u32) -> Step {
        let now = self.order.len() as u32;
        met[node as usize] = now;
        self.order.push(node);
        self.component[node as usize] = self.begins.len() as u32;
        let (end, stop) = (graph.start()[node as usize], graph.start()[node as usize + 1]);
        Step { node, above, end, stop, met: now, low: now }
    }

    fn down(&mut self, graph: &Graph, met: &mut [u32], way: &mut Vec<Step>) {
        while let Some(here) = way.last_mut() {
            if here.end < here.stop {
                let other = graph.to()[here.end as usize];
                here.end += 1;
                let seen = met[other as usize];
                if seen == NOT_MET {
                    let above = here.node;
                    way.push(self.step(graph, met, other, above));
                } else if other != here.above {
                    here.low = here.low.min(seen);
                }
                continue;
            }
            let Some(done) = way.pop() else { return };
            let Some(above) = way.last_mut() else { return };
            above.low = above.low.min(done.low);
            if done.low >= above.met {
                let size = self.order.len() as u32 - done.met;
                self.pieces.push(Piece { without: above.node, begin: done.met, size });
            }
            if done.low > above.met {
                self.bridges.push((above.node.min(done.node), above.node.max(done.node)));
            }
        }
    }
}
