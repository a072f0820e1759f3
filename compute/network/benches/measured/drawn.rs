//! Networks drawn from a seed: two groups that keep somewhat to themselves, some nodes busier than others, weights 1–9.

use network::{Direction, Graph, Tie, Ties};

/// SplitMix64, so that the networks are the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(word ^ (word >> 31)) * end as u128) >> 64) as usize
    }
}

/// All pairs of nodes with a tie, once each, with its weight; and the group of each node.
pub(crate) fn rows(nodes: usize) -> (Vec<u8>, Vec<(usize, usize, u32)>) {
    let mut chance = Chance(nodes as u64);
    let groups: Vec<u8> = (0..nodes).map(|_| u8::from(chance.below(10) < 4)).collect();
    let (mut rows, mut known) = (Vec::with_capacity(nodes * 4), std::collections::BTreeSet::new());
    while rows.len() < nodes * 4 {
        // One in three goes to whoever has a tie already: the busy get busier.
        let from = chance.below(nodes);
        let to = if chance.below(3) == 0 && !rows.is_empty() {
            let row: &(usize, usize, u32) = &rows[chance.below(rows.len())];
            row.1
        } else {
            chance.below(nodes)
        };
        let weight = chance.below(9) as u32 + 1;
        let kept = groups[from] == groups[to] || chance.below(10) < 3;
        if kept && from != to && known.insert((from.min(to), from.max(to))) {
            rows.push((from, to, weight));
        }
    }
    (groups, rows)
}

pub(crate) fn graph(nodes: usize) -> Graph {
    let (groups, rows) = rows(nodes);
    let made = Ties::between(nodes, Direction::Undirected).and_then(|ties| ties.in_groups(&groups)).and_then(
        |mut ties| {
            rows.iter().try_for_each(|&(from, to, weight)| {
                ties.add(Tie::new(from, to).weighing(f64::from(weight)))
            })?;
            ties.graph()
        },
    );
    made.unwrap_or_else(|refused| unreachable!("drawn ties are in order: {refused}"))
}
