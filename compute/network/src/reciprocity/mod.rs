//! Whether ties come back: between which groups, and after how long.

use std::ops::RangeBounds;

use crate::{By, Direction, Graph, Ties};

/// How many ties there are, and how many have a tie back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reciprocity {
    /// Ties from group to group, row by row: `ties[from * classes + to]`.
    pub ties: Vec<u64>,
    /// Those with a tie back, in the same order.
    pub returned: Vec<u64>,
    /// How many groups there are: the matrices have as many rows and columns.
    pub classes: usize,
}

impl Reciprocity {
    /// The share of all ties that have a tie back; `None` without ties.
    #[must_use]
    pub fn whole(&self) -> Option<f64> {
        share(self.returned.iter().sum(), self.ties.iter().sum())
    }

    /// The share of the ties from one group to another that have a tie back; `None` without such ties.
    #[must_use]
    pub fn between(&self, from: u8, to: u8) -> Option<f64> {
        let (from, to) = (usize::from(from), usize::from(to));
        let cell = (from.max(to) < self.classes).then_some(from * self.classes + to)?;
        share(self.returned[cell], self.ties[cell])
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Reciprocity of arcs (S. Wasserman & K. Faust 1994, ch. 13; igraph's `reciprocity` in its default mode), also from
/// group to group. Costs O(m). `None` for an undirected network, where the question means nothing.
#[must_use]
pub fn reciprocity(graph: &Graph, by: By) -> Option<Reciprocity> {
    if graph.direction() == Direction::Undirected {
        return None;
    }
    let division = graph.divided(by);
    let (labels, classes) = (division.labels(), division.classes());
    let (mut ties, mut returned) = (vec![0; classes * classes], vec![0; classes * classes]);
    for (node, &label) in labels.iter().enumerate() {
        for end in graph.ends(node) {
            let way = graph.way(end);
            let cell = usize::from(label) * classes + usize::from(labels[graph.to()[end] as usize]);
            ties[cell] += u64::from(way & crate::graph::way::OUT != 0);
            returned[cell] += u64::from(way == crate::graph::way::BOTH);
        }
    }
    Some(Reciprocity { ties, returned, classes })
}

/// How long ties from group to group waited for a tie back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Of each group to each, row by row, the waits of those that were answered, ascending, in units of the moments.
    waits: Vec<Vec<u64>>,
    /// Of each group to each, how many ties had no tie back at or after their moment.
    unanswered: Vec<u64>,
    classes: usize,
}

impl Answers {
    /// The waits of the answered ties from one group to another, ascending.
    #[must_use]
    pub fn waits(&self, from: u8, to: u8) -> &[u64] {
        self.cell(from, to).map_or(&[], |cell| &self.waits[cell])
    }

    /// How many ties from one group to another had no tie back.
    #[must_use]
    pub fn unanswered(&self, from: u8, to: u8) -> u64 {
        self.cell(from, to).map_or(0, |cell| self.unanswered[cell])
    }

    /// The middle wait (of an even number halfway between the two in the middle) among those that were answered;
    /// `None` when none was. Read it beside [`Answers::unanswered`]: who is never answered is not in it.
    #[must_use]
    pub fn median(&self, from: u8, to: u8) -> Option<f64> {
        middle(self.waits(from, to))
    }

    /// The middle wait of all answered ties.
    #[must_use]
    pub fn median_of_all(&self) -> Option<f64> {
        let mut all = self.waits.concat();
        all.sort_unstable();
        middle(&all)
    }

    fn cell(&self, from: u8, to: u8) -> Option<usize> {
        let (from, to) = (usize::from(from), usize::from(to));
        (from.max(to) < self.classes).then_some(from * self.classes + to)
    }
}

fn middle(waits: &[u64]) -> Option<f64> {
    let half = waits.len() / 2;
    let upper = *waits.get(half)?;
    let lower = if waits.len().is_multiple_of(2) { waits[half - 1] } else { upper };
    Some((lower as f64 + upper as f64) / 2.0)
}

/// How long each tie with a moment waited for the first tie back between the same two, at its moment or later.
///
/// Each row with its moment in `window` counts (`..` for all), also repeated ones; loops and ties without a moment do
/// not. What comes back after the window is not seen, so who was asked near its end may yet answer. An undirected tie
/// has no back: `None` then. Costs O(m log m).
#[must_use]
pub fn answers(ties: &Ties, by: By, window: impl RangeBounds<i64>) -> Option<Answers> {
    if ties.direction() == Direction::Undirected {
        return None;
    }
    let division = ties.divided(by);
    let (labels, classes) = (division.labels(), division.classes());
    let mut dated: Vec<(u32, u32, i64)> = (0..ties.rows())
        .filter_map(|row| {
            let (from, to) = ties.ends_of(row);
            let counts = |moment: &i64| from != to && window.contains(moment);
            ties.moment_of(row).filter(counts).map(|moment| (from, to, moment))
        })
        .collect();
    dated.sort_unstable();
    let mut found = Answers {
        waits: vec![Vec::new(); classes * classes],
        unanswered: vec![0; classes * classes],
        classes,
    };
    for &(from, to, moment) in &dated {
        let cell = usize::from(labels[from as usize]) * classes + usize::from(labels[to as usize]);
        let first = dated.partition_point(|&other| other < (to, from, moment));
        match dated.get(first) {
            Some(&(back, again, later)) if (back, again) == (to, from) => {
                found.waits[cell].push(later.abs_diff(moment))
            }
            _ => found.unanswered[cell] += 1,
        }
    }
    found.waits.iter_mut().for_each(|waits| waits.sort_unstable());
    Some(found)
}

#[cfg(test)]
mod tests;
