//! Walks along stretches of the chain, with no more in hand than the line before, and how stretches are joined.

use ground::id::Municipality;

use super::{Fault, Found, Witnesses};
use crate::chain::{self, Bytes, Digest, NOTHING};
use crate::cut::Cut;
use crate::mark::Mark;
use crate::root::Root;
use crate::store::Link;

/// Numbers of lines; both ends are in it.
pub(super) type Stretch = (i64, i64);

/// The lines from `from` to `last` in `parts` stretches of the same length. Beyond `written` is nothing to share out.
pub(super) fn stretches(from: i64, written: i64, last: i64, parts: usize) -> Vec<Stretch> {
    if last < from {
        return Vec::new();
    }
    let parts = i64::try_from(parts).unwrap_or(1).max(1);
    let length = ((written.min(last) - from) / parts + 1).max(1);
    let mut found: Vec<Stretch> = (0..parts)
        .map(|part| from + part * length)
        .take_while(|start| *start <= last)
        .map(|start| (start, start + length - 1))
        .collect();
    if let Some(end) = found.last_mut() {
        end.1 = last;
    }
    found
}

/// One stretch. Its first line is judged by whoever joins it to the stretch before.
pub(super) struct Walk<'r> {
    municipality: Municipality,
    witnesses: &'r Witnesses,
    /// Those that are still ahead.
    roots: &'r [Root],
    marks: &'r [Mark],
    cut: Option<&'r Cut>,
    bytes: Bytes,
    walked: Walked,
}

/// What a walk brings back.
#[derive(Default)]
pub(super) struct Walked {
    first: Option<Link>,
    last: i64,
    hash: Vec<u8>,
    lines: i64,
    told: bool,
    found: Found,
}

impl<'r> Walk<'r> {
    pub(super) fn new(
        municipality: Municipality,
        witnesses: &'r Witnesses,
        cut: Option<&'r Cut>,
        (from, _): Stretch,
    ) -> Self {
        let behind = witnesses.roots.partition_point(|root| root.lines < from);
        let roots = witnesses.roots.get(behind..).unwrap_or_default();
        let behind = witnesses.marks.partition_point(|mark| mark.lines < from);
        let marks = witnesses.marks.get(behind..).unwrap_or_default();
        Self { municipality, witnesses, roots, marks, cut, bytes: Bytes::new(), walked: Walked::default() }
    }

    pub(super) fn line(&mut self, line: Link) {
        let walked = &mut self.walked;
        walked.lines += 1;
        if walked.first.is_none() {
            walked.first = Some(line.clone());
        } else {
            let before = (walked.last, Some(walked.hash.as_slice()));
            judge(self.municipality, before, &line, &mut self.bytes, &mut walked.found);
        }
        // A root that counts up to here must have signed this very line. Several may: days on which nothing happened.
        while let Some((root, ahead)) = self.roots.split_first()
            && root.lines <= line.sequence
        {
            if root.lines == line.sequence && root.last_hash != line.hash {
                walked.found.add(Fault::Forked { day: root.day, sequence: line.sequence });
            }
            self.roots = ahead;
        }
        while let Some((mark, ahead)) = self.marks.split_first()
            && mark.lines <= line.sequence
        {
            if mark.lines == line.sequence && mark.last_hash != line.hash {
                let fault = Fault::OtherThanMark { at: mark.at, sequence: line.sequence };
                let told = self.witnesses.against(self.municipality, mark, fault);
                told.into_iter().for_each(|fault| walked.found.add(fault));
            }
            self.marks = ahead;
        }
        walked.told |= self.cut.is_some_and(|cut| cut.is_told_by(&line, self.municipality));
        walked.last = line.sequence;
        walked.hash = line.hash;
    }

    pub(super) fn end(self) -> Walked {
        self.walked
    }
}

/// A line, given the number and, where it is known, the hash of the one before.
fn judge(
    municipality: Municipality,
    (last, previous): (i64, Option<&[u8]>),
    line: &Link,
    bytes: &mut Bytes,
    found: &mut Found,
) {
    if line.sequence > last + 1 {
        // What this line was tied to is gone, so it cannot be judged itself.
        found.add(Fault::Missing { from: last + 1, to: line.sequence - 1 });
    } else if let Some(previous) = previous {
        let hash: Option<Digest> =
            line.written(municipality).map(|written| chain::link(bytes, previous, &written));
        if hash.is_none_or(|hash| hash != line.hash.as_slice()) {
            found.add(Fault::Altered { sequence: line.sequence });
        }
    }
}

/// The whole chain, as far as it was joined.
pub(super) struct Joined {
    municipality: Municipality,
    pub(super) last: i64,
    /// None when it is not known what the first line builds on.
    previous: Option<Vec<u8>>,
    pub(super) lines: i64,
    told: bool,
    bytes: Bytes,
    pub(super) found: Found,
}

impl Joined {
    /// A chain that begins after so many lines, with this hash before its first one.
    pub(super) fn new(
        municipality: Municipality,
        begins_after: i64,
        previous: Option<Vec<u8>>,
        found: Found,
    ) -> Self {
        Self { municipality, last: begins_after, previous, lines: 0, told: false, bytes: Bytes::new(), found }
    }

    pub(super) fn add(&mut self, next: Walked) {
        let Some(first) = next.first else { return };
        let before = (self.last, self.previous.as_deref());
        judge(self.municipality, before, &first, &mut self.bytes, &mut self.found);
        self.found.join(next.found);
        self.last = next.last;
        self.previous = Some(next.hash);
        self.lines += next.lines;
        self.told |= next.told;
    }

    /// What is wrong with the end. `head` is how many lines were written, and the last one's hash.
    pub(super) fn end(&mut self, witnesses: &Witnesses, cut: Option<&Cut>, head: Option<(i64, Vec<u8>)>) {
        for root in witnesses.roots.iter().filter(|root| root.lines > self.last) {
            self.found.add(Fault::Short { day: root.day, lines: root.lines, last: self.last });
        }
        // All others of that time say the same with fewer lines.
        let ours = |mark: &&Mark| mark.is_by(witnesses.key.as_deref(), self.municipality);
        let beyond = witnesses.marks.iter().rev().take_while(|mark| mark.lines > self.last).find(ours);
        if let Some(mark) = beyond {
            self.found.add(Fault::BehindMark { at: mark.at, lines: mark.lines, last: self.last });
        }
        let (written, hash) = head.unwrap_or((0, NOTHING.to_vec()));
        if written > self.last {
            self.found.add(Fault::CutOff { written, last: self.last });
        } else if written < self.last {
            self.found.add(Fault::PutBehind { written, last: self.last });
        } else if self.previous.as_ref().is_some_and(|previous| *previous != hash) {
            self.found.add(Fault::OtherEnd { last: self.last });
        }
        if let Some(cut) = cut.filter(|_| !self.told) {
            self.found.add(Fault::CutUntold { day: cut.day });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_lie_one_after_another_and_leave_no_line_out() {
        assert_eq!(stretches(1, 10, 10, 3), [(1, 4), (5, 8), (9, 10)]);
        assert_eq!(stretches(1, 3, 3, 8), [(1, 1), (2, 2), (3, 3)]);
        assert_eq!(stretches(6, 10, 10, 1), [(6, 10)]);
        assert_eq!(stretches(1, 4, 1_000_000, 2), [(1, 2), (3, 1_000_000)]);
        assert_eq!(stretches(1, 0, 2, 2), [(1, 1), (2, 2)]);
        assert_eq!(stretches(1, 0, 0, 2), []);
        for parts in 1..9 {
            for last in 1..40 {
                let found = stretches(1, last, last, parts);
                assert!(found.len() <= parts);
                let seen: Vec<i64> = found.into_iter().flat_map(|(from, to)| from..=to).collect();
                assert_eq!(seen, (1..=last).collect::<Vec<i64>>());
            }
        }
    }
}
