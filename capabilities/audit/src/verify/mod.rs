//! Checking the whole trail: each line, each root, the file beside the database, and the words on somebody's paper.

mod fault;
mod file;
mod walk;

use std::sync::Arc;

use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Reason, Trouble};
use tokio::task::JoinSet;

pub use fault::Fault;

use crate::chain::NOTHING;
use crate::cut::Cut;
use crate::key::{Key, signed};
use crate::mark::{Mark, Marks};
use crate::papers::{Kept, Papers};
use crate::root::Root;
use crate::store;
use crate::words::Words;
use walk::{Joined, Stretch, Walk, Walked, stretches};

/// So many faults are told; who rewrites a year need not be told line by line.
const MOST_FAULTS: usize = 20;

/// So many stretches are walked at once: each takes a connection, and a server with visitors has four.
const MOST_AT_ONCE: usize = 3;

/// Should a day be closed or the chain be shortened while it is read, so often it is read anew.
const TRIES: usize = 3;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// As many as there are now.
    pub lines: i64,
    pub roots: usize,
    /// The last closed day, with its words.
    pub last: Option<(Day, Words)>,
    /// Lines after the last closed day: only the chain itself and the marks speak for them.
    pub open: i64,
    /// When the end was last written down beside the database, and how many lines came after that: only the chain itself
    /// speaks for those.
    pub marked: Option<(Moment, i64)>,
    /// Up to which day old lines were deleted, and how many they were since the beginning.
    pub cut: Option<(Day, i64)>,
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

/// What knows of the chain from outside the database's lines.
struct Witnesses {
    roots: Vec<Root>,
    marks: Vec<Mark>,
    key: Option<Vec<u8>>,
}

impl Witnesses {
    /// How many lines there were when the last day was closed.
    fn closed(&self) -> i64 {
        self.roots.last().map_or(0, |root| root.lines)
    }

    /// What a mark says that the chain does not: `fault`, when we wrote it down ourselves. Marks of the open day were
    /// looked at before; of the others, whose days have a root, only those that contradict.
    fn against(&self, municipality: Municipality, mark: &Mark, fault: Fault) -> Option<Fault> {
        if mark.is_by(self.key.as_deref(), municipality) {
            return Some(fault);
        }
        (mark.lines <= self.closed()).then_some(Fault::MarkForged { at: mark.at })
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

    fn join(&mut self, later: Self) {
        later.faults.into_iter().for_each(|fault| self.add(fault));
        self.more += later.more;
    }
}

/// Reads the trail once, in a few stretches beside each other; nothing is written.
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
    let at_once = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_AT_ONCE);
    verify_in(db, municipality, papers, heard, at_once).await
}

/// In so many stretches.
pub(crate) async fn verify_in(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
    heard: Option<(Day, Words)>,
    parts: usize,
) -> Answer<Report> {
    for _ in 0..TRIES {
        let kept = papers.read(municipality)?;
        let (begins, report) = once(db, municipality, papers, &kept, heard, parts).await?;
        if store::cut(db, municipality).await? == begins && papers.read(municipality)? == kept {
            return Ok(report);
        }
    }
    Err(Trouble::NotYet(Reason::text("The trail is being closed or shortened just now; try again.")))
}

async fn once(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
    kept: &Kept,
    heard: Option<(Day, Words)>,
    parts: usize,
) -> Answer<(Option<Cut>, Report)> {
    let key = Key::found(&papers.key())?.map(|key| key.public());
    // Read before the database: what was marked by now was written there by now.
    let Marks { all: marks, unreadable } = Marks::read(papers, municipality)?;
    let mut tx = db.snapshot().await?;
    let roots = store::roots_in(&mut tx, municipality).await?;
    let head = store::head(&mut tx, municipality).await?;
    let last = store::last(&mut tx, municipality).await?;
    let cut = store::cut_in(&mut tx, municipality).await?;
    let mut found = Found::default();
    each_root(municipality, &roots, key.as_deref(), &mut found);
    file::beside(&roots, kept, key.as_deref(), &papers.roots(municipality), &mut found);
    let witnesses = Arc::new(Witnesses { roots, marks, key });
    file::marked(municipality, &witnesses, &unreadable, &papers.marks(municipality), &mut found);
    let (roots, key) = (witnesses.roots.as_slice(), witnesses.key.as_deref());
    if let Some((day, words)) = heard {
        listen(roots, day, words, &mut found);
    }
    let (begins_after, previous) = beginning(municipality, roots, cut.as_ref(), key, &mut found);
    store::each_before(&mut tx, municipality, begins_after + 1, |sequence| {
        found.add(Fault::Added { sequence });
    })
    .await?;
    tx.rollback().await?;
    let written = head.as_ref().map_or(0, |(written, _)| *written);
    let all = stretches(begins_after + 1, written, last.unwrap_or(0), parts);
    let mut joined = Joined::new(municipality, begins_after, previous, found);
    for walked in walk_all(db, municipality, &witnesses, cut.as_ref(), all).await? {
        joined.add(walked);
    }
    joined.end(&witnesses, cut.as_ref(), head);
    let report = Report {
        lines: joined.lines,
        roots: roots.len(),
        last: roots.last().map(|root| (root.day, root.words())),
        open: (joined.last - witnesses.closed()).max(0),
        marked: witnesses
            .marks
            .iter()
            .max_by_key(|mark| mark.at)
            .map(|mark| (mark.at, (joined.last - mark.lines).max(0))),
        cut: cut.as_ref().map(|cut| (cut.day, cut.lines)),
        faults: joined.found.faults,
        more: joined.found.more,
    };
    Ok((cut, report))
}

/// Each stretch in the order of the chain. What lies in one does not change while it is read: lines are only added.
async fn walk_all(
    db: &Db,
    municipality: Municipality,
    witnesses: &Arc<Witnesses>,
    cut: Option<&Cut>,
    all: Vec<Stretch>,
) -> Answer<Vec<Walked>> {
    let at_once = all.len().min(MOST_AT_ONCE);
    let mut walkers = JoinSet::new();
    for walker in 0..at_once {
        let own: Vec<(usize, Stretch)> =
            all.iter().copied().enumerate().skip(walker).step_by(at_once).collect();
        let (db, witnesses, cut) = (db.clone(), Arc::clone(witnesses), cut.cloned());
        walkers.spawn(async move {
            let mut tx = db.snapshot().await?;
            let mut walked = Vec::with_capacity(own.len());
            for (place, stretch) in own {
                walked.push((place, walk(&mut tx, municipality, &witnesses, cut.as_ref(), stretch).await?));
            }
            tx.rollback().await?;
            Ok::<_, Trouble>(walked)
        });
    }
    let mut found = Vec::with_capacity(all.len());
    while let Some(walked) = walkers.join_next().await {
        found.extend(walked.map_err(Trouble::fault)??);
    }
    found.sort_by_key(|(place, _)| *place);
    Ok(found.into_iter().map(|(_, walked)| walked).collect())
}

async fn walk(
    tx: &mut Tx,
    municipality: Municipality,
    witnesses: &Witnesses,
    cut: Option<&Cut>,
    stretch: Stretch,
) -> Answer<Walked> {
    let mut walk = Walk::new(municipality, witnesses, cut, stretch);
    store::each_link(tx, municipality, stretch, |line| walk.line(line)).await?;
    Ok(walk.end())
}

/// After how many lines the chain begins, and the hash its first line builds on: that of a closed day, once it was shortened.
fn beginning(
    municipality: Municipality,
    roots: &[Root],
    cut: Option<&Cut>,
    key: Option<&[u8]>,
    found: &mut Found,
) -> (i64, Option<Vec<u8>>) {
    let Some(cut) = cut else { return (0, Some(NOTHING.to_vec())) };
    let root = roots.iter().find(|root| cut.is_at(root));
    if root.is_none() || key.is_some_and(|key| key != cut.public_key) || !cut.is_signed(municipality) {
        found.add(Fault::CutAltered { day: cut.day });
    }
    (cut.lines, root.map(|root| root.last_hash.clone()))
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

/// Whether the roots of the database fit together, whatever stands elsewhere.
pub(crate) fn fit(municipality: Municipality, roots: &[Root], key: Option<&[u8]>) -> bool {
    let mut found = Found::default();
    each_root(municipality, roots, key, &mut found);
    found.faults.is_empty()
}

/// What was read aloud at the table.
fn listen(roots: &[Root], day: Day, words: Words, found: &mut Found) {
    match roots.iter().find(|root| root.day == day) {
        None => found.add(Fault::NoSuchDay { day }),
        Some(root) if root.words() != words => found.add(Fault::OtherWords { day }),
        Some(_) => {}
    }
}
