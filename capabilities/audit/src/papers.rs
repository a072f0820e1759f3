//! What is kept outside the database: the key, and the file of roots that is only ever added to.

use std::io::{ErrorKind, Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Reason, Trouble};

use crate::key::{hex, signed, unhex};
use crate::root::Root;

/// Where the papers of an installation lie.
#[derive(Clone, Debug)]
pub struct Papers {
    folder: PathBuf,
}

/// A file of roots as it was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Whether there is a file at all.
    pub(crate) there: bool,
    pub(crate) lines: Vec<Entry>,
}

/// One line of the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// It says what a root is made of, and whoever has the key signed that.
    Whole(Root),
    /// It does not fit together any more; perhaps its day can still be read.
    Broken(Option<Day>),
}

impl Entry {
    fn day(&self) -> Option<Day> {
        match self {
            Self::Whole(root) => Some(root.day),
            Self::Broken(day) => *day,
        }
    }
}

impl Kept {
    /// What was said of this day first: that counts.
    pub(crate) fn first(&self, day: Day) -> Option<&Root> {
        self.whole().find(|root| root.day == day)
    }

    /// Whether a line is about this day, whole or not.
    pub(crate) fn names(&self, day: Day) -> bool {
        self.lines.iter().any(|line| line.day() == Some(day))
    }

    fn whole(&self) -> impl Iterator<Item = &Root> {
        self.lines.iter().filter_map(|line| match line {
            Entry::Whole(root) => Some(root),
            Entry::Broken(_) => None,
        })
    }
}

impl Papers {
    /// In the data folder of the program.
    #[must_use]
    pub fn of(data: &Path) -> Self {
        Self { folder: data.to_owned() }
    }

    /// The key's file.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.folder.join("audit.key")
    }

    /// The roots of a municipality.
    #[must_use]
    pub fn roots(&self, municipality: Municipality) -> PathBuf {
        self.folder.join("audit-roots").join(format!("{municipality}.txt"))
    }

    /// Where the chain of a municipality ended, moment by moment.
    #[must_use]
    pub fn marks(&self, municipality: Municipality) -> PathBuf {
        self.folder.join("audit-roots").join(format!("{municipality}.marks.txt"))
    }

    pub(crate) fn read(&self, municipality: Municipality) -> Answer<Kept> {
        let file = self.roots(municipality);
        match std::fs::read(&file) {
            Ok(bytes) => Ok(kept(municipality, &bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Kept::default()),
            Err(error) => Err(said(&file, &error)),
        }
    }

    /// The first closed day begins the file; after that it is never made by itself again.
    pub(crate) fn begin(&self, municipality: Municipality) -> Answer<()> {
        let file = self.roots(municipality);
        append(&file, |_| String::new()).map_err(|error| said(&file, &error))
    }

    /// Adds what the last closing made, and this program had no time to write or another server did.
    /// A file that lacks more than that was shortened, and one that is gone was taken away: neither is mended quietly.
    pub(crate) fn catch_up(&self, municipality: Municipality, roots: &[Root]) -> Answer<()> {
        let kept = self.read(municipality)?;
        let Some(last) = roots.last() else { return Ok(()) };
        let mut missing = roots.iter().filter(|root| !kept.names(root.day)).peekable();
        if !kept.there {
            return Err(self.lacks(municipality));
        }
        if missing.peek().is_none() {
            return Ok(());
        }
        if missing.any(|root| root.closed_at != last.closed_at) {
            return Err(self.lacks(municipality));
        }
        self.add(municipality, roots)
    }

    /// Adds the days that are not in it; nothing that stands there is ever changed.
    pub(crate) fn add(&self, municipality: Municipality, roots: &[Root]) -> Answer<()> {
        let file = self.roots(municipality);
        append(&file, |whole| {
            let there = kept(municipality, whole);
            let new = roots.iter().filter(|root| !there.names(root.day));
            new.map(|root| written(municipality, root)).collect()
        })
        .map_err(|error| said(&file, &error))
    }

    /// Puts the file aside, if there is one, and writes all roots anew. Gives the name under which the old one is kept.
    /// The marks go aside with it: they tell of the same database.
    pub(crate) fn make_anew(
        &self,
        municipality: Municipality,
        roots: &[Root],
        now: Moment,
    ) -> Answer<Option<PathBuf>> {
        put_aside(&self.marks(municipality), now)?;
        let old = put_aside(&self.roots(municipality), now)?;
        self.add(municipality, roots)?;
        Ok(old)
    }

    fn lacks(&self, municipality: Municipality) -> Trouble {
        Trouble::NotYet(Reason::text(format!(
            "The file of roots {} is gone or shortened: `samenspel audit verify` says what it lacks. Put it back from where you keep a copy, or make it anew with `samenspel audit roots --make-anew`. Until then no day is closed.",
            self.roots(municipality).display()
        )))
    }
}

/// Under another name, with the moment in it.
fn put_aside(file: &Path, now: Moment) -> Answer<Option<PathBuf>> {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("audit");
    let aside = file.with_file_name(format!("{stem}.until-{}.txt", now.micros()));
    let old = match std::fs::hard_link(file, &aside) {
        Ok(()) => std::fs::remove_file(file).map(|()| Some(aside)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    old.map_err(|error| said(file, &error))
}

/// Behind the last whole line, while no other process does: what a crash cut short was never a line.
pub(crate) fn append(file: &Path, new: impl FnOnce(&[u8]) -> String) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut open = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(file)?;
    open.lock()?;
    let mut before = Vec::new();
    open.read_to_end(&mut before)?;
    let whole = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let new = new(before.get(..whole).unwrap_or_default());
    if new.is_empty() {
        return open.sync_all();
    }
    open.set_len(u64::try_from(whole).map_err(std::io::Error::other)?)?;
    open.seek(std::io::SeekFrom::End(0))?;
    open.write_all(new.as_bytes())?;
    open.sync_all()
}

fn kept(municipality: Municipality, bytes: &[u8]) -> Kept {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    Kept { there: true, lines: lines.map(|line| entry(municipality, line)).collect() }
}

fn written(municipality: Municipality, root: &Root) -> String {
    format!(
        "{municipality} {} {} {} {} {} {} {} {} {}\n",
        root.day,
        root.lines,
        hex(&root.last_hash),
        hex(&root.previous),
        hex(&root.root),
        hex(&root.signature),
        hex(&root.public_key),
        root.closed_at,
        root.words()
    )
}

/// A line proves itself: its root is made of what stands before it, and signed with the key that stands behind it.
fn entry(municipality: Municipality, line: &str) -> Entry {
    let root = parsed(line).filter(|root| {
        written(municipality, root).trim_end() == line
            && root.digest(municipality) == root.root.as_slice()
            && signed(&root.public_key, &root.root, &root.signature)
    });
    match root {
        Some(root) => Entry::Whole(root),
        None => Entry::Broken(line.split(' ').nth(1).and_then(Day::parse)),
    }
}

fn parsed(line: &str) -> Option<Root> {
    let mut parts = line.split(' ').skip(1);
    Some(Root {
        day: Day::parse(parts.next()?)?,
        lines: parts.next()?.parse().ok()?,
        last_hash: unhex(parts.next()?)?,
        previous: unhex(parts.next()?)?,
        root: unhex(parts.next()?)?,
        signature: unhex(parts.next()?)?,
        public_key: unhex(parts.next()?)?,
        closed_at: Moment::parse(parts.next()?)?,
    })
}

pub(crate) fn said(file: &Path, error: &std::io::Error) -> Trouble {
    Trouble::NotYet(Reason::text(format!("The file {} does not work: {error}.", file.display())))
}
