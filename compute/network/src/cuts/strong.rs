//! Components within which everybody reaches everybody along the direction of the ties.

use crate::Graph;

const NOT_MET: u32 = u32::MAX;

/// The strong component of each node, numbered by their lowest node; in an undirected network the components.
/// R. Tarjan (1972), without recursion. Costs O(n + m).
#[must_use]
pub fn strong_components(graph: &Graph) -> Vec<u32> {
    let arcs = graph.arcs_out();
    let nodes = graph.nodes();
    let (mut met, mut low) = (vec![NOT_MET; nodes], vec![0; nodes]);
    // `lowest` becomes the lowest node of the component once that is closed.
    let mut lowest = vec![NOT_MET; nodes];
    let (mut open, mut way): (Vec<u32>, Vec<(u32, u32)>) = (Vec::new(), Vec::new());
    let mut now = 0;
    for first in 0..nodes as u32 {
        if met[first as usize] != NOT_MET {
            continue;
        }
        way.push((first, arcs.start[first as usize]));
        while let Some((node, next)) = way.last_mut() {
            let here = *node as usize;
            if met[here] == NOT_MET {
                (met[here], low[here]) = (now, now);
                now += 1;
                open.push(*node);
            }
            if *next < arcs.start[here + 1] {
                let other = arcs.to[*next as usize];
                *next += 1;
                if met[other as usize] == NOT_MET {
                    way.push((other, arcs.start[other as usize]));
                } else if lowest[other as usize] == NOT_MET {
                    low[here] = low[here].min(met[other as usize]);
                }
                continue;
            }
            way.pop();
            if let Some(&(above, _)) = way.last() {
                low[above as usize] = low[above as usize].min(low[here]);
            }
            if low[here] == met[here] {
                let begin = open.iter().rposition(|&node| node as usize == here).unwrap_or_default();
                let least = open[begin..].iter().copied().min().unwrap_or_default();
                open.drain(begin..).for_each(|node| lowest[node as usize] = least);
            }
        }
    }
    let mut number = 0;
    let mut numbers = vec![0; nodes];
    for node in 0..nodes {
        let least = lowest[node] as usize;
        if least == node {
            numbers[node] = number;
            number += 1;
        } else {
            numbers[node] = numbers[least];
        }
    }
    numbers
}
