//! What is kept outside the database: the key, and the file of roots that is only ever added to.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use ground::id::Municipality;
use ground::moment::Day;
use ground::trouble::{Answer, Reason, Trouble};

use crate::key::{hex, unhex};
use crate::root::Root;

/// Where the papers of an installation lie.
#[derive(Clone, Debug)]
pub struct Papers {
    folder: PathBuf,
}

/// A file of roots as it was read.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// Whether there is a file at all.
    pub(crate) there: bool,
    /// Each day's root; the first line of a day counts.
    pub(crate) roots: BTreeMap<Day, Vec<u8>>,
    /// Lines that cannot be read, or say another root of a day that was there already.
    pub(crate) unreadable: Vec<usize>,
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

    pub(crate) fn read(&self, municipality: Municipality) -> Answer<Kept> {
        let file = self.roots(municipality);
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Kept::default()),
            Err(error) => return Err(said(&file, &error)),
        };
        let mut kept = Kept { there: true, ..Kept::default() };
        for (number, line) in String::from_utf8_lossy(&bytes).split_inclusive('\n').enumerate() {
            // What a crash cut short was never a line: the next root takes its place.
            let Some(line) = line.strip_suffix('\n') else { break };
            let Some((day, root)) = parsed(municipality, line) else {
                kept.unreadable.push(number + 1);
                continue;
            };
            if *kept.roots.entry(day).or_insert_with(|| root.clone()) != root {
                kept.unreadable.push(number + 1);
            }
        }
        Ok(kept)
    }

    /// Adds what is newer than the last day in the file; nothing that stands there is ever changed.
    pub(crate) fn add(&self, municipality: Municipality, roots: &[Root]) -> Answer<()> {
        let last = self.read(municipality)?.roots.keys().next_back().copied();
        let new: String = roots
            .iter()
            .filter(|root| last.is_none_or(|last| root.day > last))
            .map(|root| written(municipality, root))
            .collect();
        if new.is_empty() {
            return Ok(());
        }
        let file = self.roots(municipality);
        append(&file, new.as_bytes()).map_err(|error| said(&file, &error))
    }
}

fn append(file: &Path, new: &[u8]) -> std::io::Result<()> {
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
    // Over what a crash cut short.
    let mut before = Vec::new();
    open.read_to_end(&mut before)?;
    let whole = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    open.set_len(u64::try_from(whole).map_err(std::io::Error::other)?)?;
    open.seek(std::io::SeekFrom::End(0))?;
    open.write_all(new)?;
    open.sync_all()
}

fn written(municipality: Municipality, root: &Root) -> String {
    format!(
        "{municipality} {} {} {} {} {} {}\n",
        root.day,
        root.lines,
        hex(&root.root),
        hex(&root.signature),
        hex(&root.public_key),
        root.words()
    )
}

fn parsed(municipality: Municipality, line: &str) -> Option<(Day, Vec<u8>)> {
    let mut parts = line.split(' ');
    if parts.next()? != municipality.to_string() {
        return None;
    }
    let day = Day::parse(parts.next()?)?;
    let _lines: i64 = parts.next()?.parse().ok()?;
    let root = unhex(parts.next()?).filter(|root| root.len() == 32)?;
    Some((day, root))
}

fn said(file: &Path, error: &std::io::Error) -> Trouble {
    Trouble::NotYet(Reason::text(format!("The file of roots {} does not work: {error}.", file.display())))
}
