//! Checking the whole trail: each line, each root, the file beside the database, and the words on somebody's paper.

mod fault;
mod walk;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Day;
use ground::trouble::Answer;

pub use fault::Fault;

use crate::chain::NOTHING;
use crate::key::{Key, signed};
use crate::papers::{Kept, Papers};
use crate::root::Root;
use crate::store;
use crate::words::Words;
use walk::Walk;

/// So many faults are told; who rewrites a year need not be told line by line.
const MOST_FAULTS: usize = 20;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub lines: i64,
    pub roots: usize,
    /// The last closed day, with its words.
    pub last: Option<(Day, Words)>,
    /// Lines after the last closed day: only the chain itself speaks for them.
    pub open: i64,
    pub faults: Vec<Fault>,
    /// How many more there were.
    pub more: u64,
}

impl Report {
    /// Nothing is wrong.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Faults, the first of them kept and the rest counted.
#[derive(Debug, Default)]
struct Found {
    faults: Vec<Fault>,
    more: u64,
}

impl Found {
    fn add(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        } else {
            self.more += 1;
        }
    }
}

/// Reads the trail once, line by line, as it stood at one moment; nothing is written.
///
/// `heard` are the words of a day as somebody wrote them down.
///
/// # Errors
/// What the database answers, and a sentence when key or file cannot be read. What is wrong with the trail is no error.
pub async fn verify(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
    heard: Option<(Day, Words)>,
) -> Answer<Report> {
    let key = Key::found(&papers.key())?.map(|key| key.public());
    // Before the database: a day that is closed meanwhile may be missing here, never there.
    let kept = papers.read(municipality)?;
    let mut tx = db.snapshot().await?;
    let roots = store::roots_in(&mut tx, municipality).await?;
    let head = store::head(&mut tx, municipality).await?;
    let mut found = Found::default();
    each_root(municipality, &roots, key.as_deref(), &mut found);
    beside(&roots, &kept, municipality, papers, &mut found);
    if let Some((day, words)) = heard {
        listen(&roots, day, words, &mut found);
    }
    let mut walk = Walk::new(municipality, &roots, found);
    store::each_line(&mut tx, municipality, |line| walk.line(&line)).await?;
    tx.rollback().await?;
    let (lines, found) = walk.end(head);
    Ok(Report {
        lines,
        roots: roots.len(),
        last: roots.last().map(|root| (root.day, root.words())),
        open: (lines - roots.last().map_or(0, |root| root.lines)).max(0),
        faults: found.faults,
        more: found.more,
    })
}

/// What a root says of itself, and of the one before.
fn each_root(municipality: Municipality, roots: &[Root], key: Option<&[u8]>, found: &mut Found) {
    let mut previous: &[u8] = &NOTHING;
    let mut lines = 0;
    for root in roots {
        if root.digest(municipality) != root.root.as_slice() {
            found.add(Fault::RootAltered { day: root.day });
        } else if key.is_some_and(|key| key != root.public_key) {
            found.add(Fault::OtherKey { day: root.day });
        } else if !signed(&root.public_key, &root.root, &root.signature) {
            found.add(Fault::Unsigned { day: root.day });
        }
        if root.previous != previous || root.lines < lines {
            found.add(Fault::RootMissing { before: root.day });
        }
        (previous, lines) = (&root.root, root.lines);
    }
}

/// What the file says, beside what the database says.
fn beside(roots: &[Root], kept: &Kept, municipality: Municipality, papers: &Papers, found: &mut Found) {
    let file = papers.roots(municipality).display().to_string();
    if !kept.there && !roots.is_empty() {
        found.add(Fault::NoFile { file });
        return;
    }
    for line in &kept.unreadable {
        found.add(Fault::FileAltered { file: file.clone(), line: *line });
    }
    for (day, root) in &kept.roots {
        match roots.iter().find(|known| known.day == *day) {
            None => found.add(Fault::SetBack { day: *day }),
            Some(known) if known.root != *root => found.add(Fault::OtherThanFile { day: *day }),
            Some(_) => {}
        }
    }
    let last = kept.roots.keys().next_back();
    for root in roots.iter().filter(|root| last.is_some_and(|last| root.day < *last)) {
        if !kept.roots.contains_key(&root.day) {
            found.add(Fault::NotInFile { day: root.day });
        }
    }
}

/// What was read aloud at the table.
fn listen(roots: &[Root], day: Day, words: Words, found: &mut Found) {
    match roots.iter().find(|root| root.day == day) {
        None => found.add(Fault::NoSuchDay { day }),
        Some(root) if root.words() != words => found.add(Fault::OtherWords { day }),
        Some(_) => {}
    }
}
