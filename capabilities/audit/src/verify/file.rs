//! What the files beside the database say, beside what the database says.

use std::path::Path;

use ground::id::Municipality;

use super::{Fault, Found, Witnesses};
use crate::papers::{Entry, Kept};
use crate::root::Root;

/// Each line of the file by itself, then the days of the file and those of the database, both ways.
pub(super) fn beside(roots: &[Root], kept: &Kept, key: Option<&[u8]>, file: &Path, found: &mut Found) {
    let name = file.display().to_string();
    if !kept.there {
        if !roots.is_empty() {
            found.add(Fault::NoFile { file: name });
        }
        return;
    }
    for (line, entry) in (1..).zip(&kept.lines) {
        match entry {
            Entry::Whole(root) if key.is_some_and(|key| key != root.public_key) => {
                found.add(Fault::FileOtherKey { file: name.clone(), line, day: root.day });
            }
            Entry::Whole(_) => {}
            Entry::Broken(Some(day)) => {
                found.add(Fault::FileAltered { file: name.clone(), line, day: *day });
            }
            Entry::Broken(None) => found.add(Fault::FileUnreadable { file: name.clone(), line }),
        }
    }
    for (line, entry) in (1..).zip(&kept.lines) {
        let Entry::Whole(root) = entry else { continue };
        if kept.first(root.day).is_some_and(|first| first.root != root.root) {
            found.add(Fault::FileTwice { file: name.clone(), line, day: root.day });
            continue;
        }
        match roots.iter().find(|known| known.day == root.day) {
            None => found.add(Fault::SetBack { day: root.day }),
            Some(known) if known.root != root.root => found.add(Fault::OtherThanFile { day: root.day }),
            // When it was closed is in no root.
            Some(known) if known != root => {
                found.add(Fault::FileAltered { file: name.clone(), line, day: root.day });
            }
            Some(_) => {}
        }
    }
    for root in roots.iter().filter(|root| !kept.names(root.day)) {
        found.add(Fault::NotInFile { day: root.day });
    }
}

/// Each line of the file of marks by itself. Those of closed days have a root for a witness: they are looked at when they
/// say something else than the chain, since a signature of each hour of years would take longer than all lines.
pub(super) fn marked(
    municipality: Municipality,
    witnesses: &Witnesses,
    unreadable: &[usize],
    file: &Path,
    found: &mut Found,
) {
    for line in unreadable {
        found.add(Fault::MarkUnreadable { file: file.display().to_string(), line: *line });
    }
    for mark in witnesses.marks.iter().filter(|mark| mark.lines > witnesses.closed()) {
        if !mark.is_by(witnesses.key.as_deref(), municipality) {
            found.add(Fault::MarkForged { at: mark.at });
        }
    }
}
