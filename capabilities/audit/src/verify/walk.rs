//! One walk along the chain, with no more in hand than the line before.

use ground::id::Municipality;

use super::{Fault, Found};
use crate::chain::{self, Bytes, NOTHING};
use crate::root::Root;
use crate::store::LineRow;

pub(super) struct Walk<'r> {
    municipality: Municipality,
    /// Those still ahead.
    roots: &'r [Root],
    previous: Vec<u8>,
    last: i64,
    lines: i64,
    bytes: Bytes,
    found: Found,
}

impl<'r> Walk<'r> {
    pub(super) fn new(municipality: Municipality, roots: &'r [Root], found: Found) -> Self {
        let previous = NOTHING.to_vec();
        Self { municipality, roots, previous, last: 0, lines: 0, bytes: Bytes::new(), found }
    }

    pub(super) fn line(&mut self, line: &LineRow) {
        let expected = self.last + 1;
        if line.sequence > expected {
            // What this line was tied to is gone, so it cannot be judged itself.
            self.found.add(Fault::Missing { from: expected, to: line.sequence - 1 });
        } else if line.sequence < expected {
            // Numbers of ours begin at one and come in order; the key keeps them apart.
            self.found.add(Fault::Added { sequence: line.sequence });
        } else {
            let hash = chain::link(&mut self.bytes, &self.previous, &line.written(self.municipality));
            if hash != line.hash.as_slice() {
                self.found.add(Fault::Altered { sequence: line.sequence });
            }
        }
        self.pass_roots(line);
        self.previous.clear();
        self.previous.extend_from_slice(&line.hash);
        self.last = line.sequence.max(self.last);
        self.lines += 1;
    }

    /// A root that counts up to here must have signed this very line. Several may: days on which nothing happened.
    fn pass_roots(&mut self, line: &LineRow) {
        while let Some((root, ahead)) = self.roots.split_first()
            && root.lines <= line.sequence
        {
            if root.lines == line.sequence && root.last_hash != line.hash {
                self.found.add(Fault::Forked { day: root.day, sequence: line.sequence });
            }
            self.roots = ahead;
        }
    }

    /// How many lines there were, and what was wrong. `head` is how many were written, and the last one's hash.
    pub(super) fn end(mut self, head: Option<(i64, Vec<u8>)>) -> (i64, Found) {
        for root in self.roots {
            self.found.add(Fault::Short { day: root.day, lines: root.lines, last: self.last });
        }
        let (written, hash) = head.unwrap_or((0, NOTHING.to_vec()));
        if written > self.last {
            self.found.add(Fault::CutOff { written, last: self.last });
        } else if written < self.last {
            self.found.add(Fault::PutBehind { written, last: self.last });
        } else if hash != self.previous {
            self.found.add(Fault::OtherEnd { last: self.last });
        }
        (self.lines, self.found)
    }
}
