//! Ties in one direction, as rows: of an undirected network those that are there, of a directed one a copy.

use std::borrow::Cow;

/// Rows of nodes and weights: those of `node` are at `start[node]..start[node + 1]`.
#[derive(Debug, Clone)]
pub(crate) struct Arcs<'a> {
    pub(crate) start: Cow<'a, [u32]>,
    pub(crate) to: Cow<'a, [u32]>,
    pub(crate) weight: Cow<'a, [u32]>,
}

impl<'a> Arcs<'a> {
    pub(super) fn borrowed(start: &'a [u32], to: &'a [u32], weight: &'a [u32]) -> Self {
        Self { start: Cow::Borrowed(start), to: Cow::Borrowed(to), weight: Cow::Borrowed(weight) }
    }

    pub(super) fn filtered(start: &[u32], to: &[u32], weight: &[u32], kept: impl Fn(usize) -> bool) -> Self {
        let mut rows = (vec![0], Vec::new(), Vec::new());
        for row in start.windows(2) {
            for end in (row[0] as usize..row[1] as usize).filter(|&end| kept(end)) {
                rows.1.push(to[end]);
                rows.2.push(weight[end]);
            }
            rows.0.push(rows.1.len() as u32);
        }
        Self { start: Cow::Owned(rows.0), to: Cow::Owned(rows.1), weight: Cow::Owned(rows.2) }
    }

    pub(crate) fn of(&self, node: usize) -> std::ops::Range<usize> {
        self.start[node] as usize..self.start[node + 1] as usize
    }
}
