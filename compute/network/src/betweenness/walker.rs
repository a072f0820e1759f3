//! One shortest way between two nodes, each as likely, found from both ends at once.

use super::many::{Many, Ways};
use crate::chance::Chance;
use crate::graph::Arcs;

/// What a search knows of a node: which end came here and how far that is, and how many shortest ways lead here.
#[derive(Clone, Copy)]
struct Seen<W> {
    /// Steps from the end plus one, and the end in the highest bit; 0 for nobody.
    mark: u32,
    ways: W,
}

impl<W: Ways> Seen<W> {
    const NOBODY: Self = Self { mark: 0, ways: W::NONE };
}

const OTHER_END: u32 = 1 << 31;

/// One end of a search: whom it reached, and which of them last.
#[derive(Default)]
struct End {
    reached: Vec<u32>,
    last: usize,
    /// How many ties its last have.
    cost: usize,
    steps: u32,
}

impl End {
    fn begin(&mut self, node: u32, rows: &Arcs<'_>) {
        self.reached.clear();
        self.reached.push(node);
        (self.last, self.cost, self.steps) = (0, rows.of(node as usize).len(), 0);
    }
}

/// Draws shortest ways; keeps its memory from one to the next.
pub(super) struct Walker {
    quick: Search<f64>,
    /// For ends with more ways between them than a floating-point number holds; made when it is first needed.
    careful: Option<Box<Search<Many>>>,
}

impl Walker {
    pub(super) fn new(nodes: usize) -> Self {
        Self { quick: Search::new(nodes), careful: None }
    }

    /// Draws one of the shortest ways from a node to another and gives those between them to `between`; none when
    /// there is no way.
    pub(super) fn walk(
        &mut self,
        rows: [&Arcs<'_>; 2],
        ends: [u32; 2],
        chance: &mut Chance,
        between: &mut Vec<u32>,
    ) {
        if !self.quick.walk(rows, ends, chance, between) {
            let nodes = self.quick.seen.len();
            let careful = self.careful.get_or_insert_with(|| Box::new(Search::new(nodes)));
            careful.walk(rows, ends, chance, between);
        }
    }
}

/// A search from both ends.
struct Search<W> {
    seen: Vec<Seen<W>>,
    ends: [End; 2],
    meetings: Vec<(u32, u32)>,
}

impl<W: Ways> Search<W> {
    fn new(nodes: usize) -> Self {
        Self { seen: vec![Seen::NOBODY; nodes], ends: <[End; 2]>::default(), meetings: Vec::new() }
    }

    /// Whether a way was drawn, or there is none; false when there are more ways than are held, and nothing was drawn.
    fn walk(
        &mut self,
        rows: [&Arcs<'_>; 2],
        [from, to]: [u32; 2],
        chance: &mut Chance,
        between: &mut Vec<u32>,
    ) -> bool {
        self.ends[0].begin(from, rows[0]);
        self.ends[1].begin(to, rows[1]);
        self.seen[from as usize] = Seen { mark: 1, ways: W::ONE };
        self.seen[to as usize] = Seen { mark: OTHER_END | 1, ways: W::ONE };
        self.meetings.clear();
        while self.meetings.is_empty() && self.ends.iter().all(|end| end.last < end.reached.len()) {
            // Whoever has less to do goes on (M. Borassi & E. Natale 2019).
            let side = usize::from(self.ends[1].cost < self.ends[0].cost);
            self.go_on(rows[side], side);
        }
        let all = self.meetings.iter().map(|meeting| self.over(meeting)).fold(W::NONE, W::plus);
        let held = all.is_held();
        if held && let Some((one, other)) = self.meeting(all, chance) {
            // Those from either end to the tie on which both met.
            self.trace(rows, one, chance, between);
            self.trace(rows, other, chance, between);
        }
        for end in &self.ends {
            end.reached.iter().for_each(|&node| self.seen[node as usize] = Seen::NOBODY);
        }
        held
    }

    fn go_on(&mut self, rows: &Arcs<'_>, side: usize) {
        let Self { seen, ends, meetings } = self;
        let end = &mut ends[side];
        let flag = if side == 1 { OTHER_END } else { 0 };
        let (begin, stop) = (end.last, end.reached.len());
        (end.last, end.cost) = (stop, 0);
        end.steps += 1;
        let mark = flag | (end.steps + 1);
        for at in begin..stop {
            let node = end.reached[at];
            let ways = seen[node as usize].ways;
            for &other in &rows.to[rows.of(node as usize)] {
                let known = &mut seen[other as usize];
                if known.mark == 0 {
                    *known = Seen { mark, ways };
                    end.cost += rows.of(other as usize).len();
                    end.reached.push(other);
                } else if known.mark == mark {
                    known.ways = known.ways.plus(ways);
                } else if known.mark & OTHER_END != flag {
                    meetings.push((node, other));
                }
            }
        }
    }

    /// How many shortest ways go over a tie on which the two ends met.
    fn over(&self, &(one, other): &(u32, u32)) -> W {
        self.seen[one as usize].ways.times(self.seen[other as usize].ways)
    }

    /// A tie on which the two ends met, as likely as ways go over it, of `all` together.
    fn meeting(&self, all: W, chance: &mut Chance) -> Option<(u32, u32)> {
        let mut drawn = chance.unit() * all.beside(all);
        let found = self.meetings.iter().find(|meeting| {
            drawn -= self.over(meeting).beside(all);
            drawn < 0.0
        });
        // The last, when rounding left a little over.
        found.or(self.meetings.last()).copied()
    }

    /// Goes back to the end that came here, and gives whom it passes, but not the end itself.
    fn trace(&self, rows: [&Arcs<'_>; 2], mut node: u32, chance: &mut Chance, between: &mut Vec<u32>) {
        let mark = self.seen[node as usize].mark;
        // One came along the ties that the other goes along.
        let back = rows[usize::from(mark & OTHER_END == 0)];
        let mut mark = mark;
        while mark & !OTHER_END > 1 {
            between.push(node);
            mark -= 1;
            let before = || {
                back.to[back.of(node as usize)]
                    .iter()
                    .filter(|&&other| self.seen[other as usize].mark == mark)
            };
            let all = self.seen[node as usize].ways;
            let mut drawn = chance.unit() * all.beside(all);
            let found = before().find(|&&other| {
                drawn -= self.seen[other as usize].ways.beside(all);
                drawn < 0.0
            });
            match found.or(before().next_back()) {
                Some(&other) => node = other,
                None => return,
            }
        }
    }
}
