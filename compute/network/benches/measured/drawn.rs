//! Networks drawn from a seed: two groups that keep somewhat to themselves, some nodes busier than others, weights 1–9.

use network::{Direction, Graph, Refused, Tie, Ties};

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
    let ties = rows.iter().map(|&(from, to, weight)| Tie::new(from, to).weighing(f64::from(weight)));
    in_order(listed(nodes, Direction::Undirected, &groups, ties).and_then(|ties| ties.graph()))
}

/// With a direction and a moment each; one in four goes back along the one before it.
pub(crate) fn dated(nodes: usize) -> Ties {
    let (groups, rows) = rows(nodes);
    let ties = (0..).zip(&rows).map(|(at, &(from, to, weight))| {
        let (from, to) = if at % 4 == 3 { (rows[at - 1].1, rows[at - 1].0) } else { (from, to) };
        Tie::new(from, to).weighing(f64::from(weight)).at((at * 7_919 % (2 * nodes)) as i64)
    });
    in_order(listed(nodes, Direction::Directed, &groups, ties))
}

pub(crate) fn directed(ties: &Ties) -> Graph {
    in_order(ties.graph())
}

fn listed(
    nodes: usize,
    direction: Direction,
    groups: &[u8],
    mut rows: impl Iterator<Item = Tie>,
) -> Result<Ties, Refused> {
    let mut ties = Ties::between(nodes, direction)?.in_groups(groups)?;
    rows.try_for_each(|tie| ties.add(tie))?;
    Ok(ties)
}

fn in_order<T>(made: Result<T, Refused>) -> T {
    made.unwrap_or_else(|refused| unreachable!("drawn ties are in order: {refused}"))
}
