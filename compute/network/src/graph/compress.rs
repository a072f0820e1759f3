//! From a list of ties to rows of neighbours: sorted, each pair once, loops counted and left out.

use super::{Direction, Refused, Ties, way};

/// Rows of neighbours, one after the other, and what was folded on the way.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) start: Vec<u32>,
    pub(super) to: Vec<u32>,
    /// What goes out to the neighbour; in an undirected network what there is between the two.
    pub(super) out: Vec<u32>,
    /// What comes back from the neighbour; empty in an undirected network.
    pub(super) back: Vec<u32>,
    /// Which of the two there are; empty in an undirected network.
    pub(super) way: Vec<u8>,
    pub(super) loops: usize,
    pub(super) repeated: usize,
}

/// The other end of a tie, and `row * 2 + (1 when the tie comes in)`.
type End = (u32, u32);

pub(super) fn compress(ties: &Ties, taken: impl Fn(usize) -> bool) -> Result<Rows, Refused> {
    let mut rows = Rows::default();
    let (begin, mut ends) = spread(ties, taken, &mut rows.loops);
    let directed = ties.direction() == Direction::Directed;
    rows.start.reserve_exact(begin.len());
    rows.start.push(0);
    rows.to.reserve(ends.len());
    rows.out.reserve(ends.len());
    for node in begin.windows(2) {
        let ends = &mut ends[node[0] as usize..node[1] as usize];
        ends.sort_unstable();
        for same in ends.chunk_by(|one, other| one.0 == other.0) {
            let (mut out, mut back, mut way, mut folded) = (0, 0, 0, 0);
            for &(_, end) in same {
                let row = (end >> 1) as usize;
                let comes_in = directed && end & 1 == 1;
                let (sum, mark) = if comes_in { (&mut back, way::BACK) } else { (&mut out, way::OUT) };
                *sum = u32::checked_add(*sum, ties.weight[row]).ok_or(Refused::TooHeavy { row })?;
                folded += u32::from(way & mark != 0);
                way |= mark;
            }
            // Each is seen from both ends.
            rows.repeated += folded as usize;
            rows.to.push(same[0].0);
            rows.out.push(out);
            if directed {
                rows.back.push(back);
                rows.way.push(way);
            }
        }
        rows.start.push(rows.to.len() as u32);
    }
    rows.repeated /= 2;
    rows.to.shrink_to_fit();
    rows.out.shrink_to_fit();
    rows.back.shrink_to_fit();
    rows.way.shrink_to_fit();
    Ok(rows)
}

/// The ends of all ties, those of one node together: a counting sort.
fn spread(ties: &Ties, taken: impl Fn(usize) -> bool, loops: &mut usize) -> (Vec<u32>, Vec<End>) {
    let mut place = vec![0u32; ties.nodes() + 1];
    let mut rows = Vec::new();
    for row in (0..ties.rows()).filter(|&row| taken(row)) {
        let (from, to) = ties.ends_of(row);
        if from == to {
            *loops += 1;
            continue;
        }
        place[from as usize] += 1;
        place[to as usize] += 1;
        rows.push(row as u32);
    }
    let mut sum = 0;
    for count in &mut place {
        sum += std::mem::replace(count, sum);
    }
    let begin = place.clone();
    let mut ends = vec![(0, 0); sum as usize];
    for row in rows {
        let (from, to) = ties.ends_of(row as usize);
        for (here, there, comes_in) in [(from, to, 0), (to, from, 1)] {
            let place = &mut place[here as usize];
            ends[*place as usize] = (there, row << 1 | comes_in);
            *place += 1;
        }
    }
    (begin, ends)
}
