//! Marks: where the chain ended at a moment, signed, in a file beside the database. A day that is still open has no other witness.

use std::io::ErrorKind;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::chain::{Bytes, Digest};
use crate::key::{Key, hex, signed, unhex};
use crate::papers::{Papers, append, said};
use crate::store;

const MARK: &[u8] = b"samenspel audit mark 1";

/// The end of the chain as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) at: Moment,
    /// How many lines there were, from the first one ever.
    pub(crate) lines: i64,
    pub(crate) last_hash: Vec<u8>,
    signature: Vec<u8>,
    public_key: Vec<u8>,
}

impl Mark {
    fn new(municipality: Municipality, (lines, last_hash): (i64, Vec<u8>), key: &Key, now: Moment) -> Self {
        let mut mark = Self { at: now, lines, last_hash, signature: Vec::new(), public_key: key.public() };
        mark.signature = key.sign(&mark.digest(municipality));
        mark
    }

    fn digest(&self, municipality: Municipality) -> Digest {
        let mut bytes = Bytes::new();
        bytes.start(MARK);
        bytes.put(&municipality.0.to_be_bytes());
        bytes.put(&self.at.micros().to_be_bytes());
        bytes.put(&self.lines.to_be_bytes());
        bytes.put(&self.last_hash);
        bytes.digest()
    }

    /// Whether whoever has this key wrote it down; where there is no key, the one that the mark names.
    pub(crate) fn is_by(&self, key: Option<&[u8]>, municipality: Municipality) -> bool {
        key.is_none_or(|key| key == self.public_key)
            && signed(&self.public_key, &self.digest(municipality), &self.signature)
    }

    fn written(&self, municipality: Municipality) -> String {
        format!(
            "{municipality} {} {} {} {} {}\n",
            self.at,
            self.lines,
            hex(&self.last_hash),
            hex(&self.signature),
            hex(&self.public_key)
        )
    }

    fn parsed(municipality: Municipality, line: &str) -> Option<Self> {
        let mut parts = line.split(' ').skip(1);
        let mark = Self {
            at: Moment::parse(parts.next()?)?,
            lines: parts.next()?.parse().ok()?,
            last_hash: unhex(parts.next()?)?,
            signature: unhex(parts.next()?)?,
            public_key: unhex(parts.next()?)?,
        };
        (mark.written(municipality).trim_end() == line).then_some(mark)
    }
}

/// A file of marks as it was read.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// In the order of the chain.
    pub(crate) all: Vec<Mark>,
    /// The numbers of the lines that are none.
    pub(crate) unreadable: Vec<usize>,
}

impl Marks {
    /// What a crash cut short was never a mark.
    pub(crate) fn read(papers: &Papers, municipality: Municipality) -> Answer<Self> {
        let file = papers.marks(municipality);
        match std::fs::read(&file) {
            Ok(bytes) => Ok(Self::of(municipality, &bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(said(&file, &error)),
        }
    }

    fn of(municipality: Municipality, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
        let mut marks = Self::default();
        for (number, line) in (1..).zip(lines) {
            match Mark::parsed(municipality, line) {
                Some(mark) => marks.all.push(mark),
                None => marks.unreadable.push(number),
            }
        }
        marks.all.sort_by_key(|mark| mark.lines);
        marks
    }
}

/// Writes down where the chain ends now, unless that is what was written down last. Says whether anything was written.
///
/// Nothing that stands in the file is changed. A chain that was set back is not mended by what is written after it.
///
/// # Errors
/// What the database answers, and a sentence when key or file do not work.
pub async fn mark(db: &Db, municipality: Municipality, papers: &Papers, now: Moment) -> Answer<bool> {
    let mut tx = db.snapshot().await?;
    let head = store::head(&mut tx, municipality).await?;
    let root = store::newest_root_in(&mut tx, municipality).await?;
    tx.rollback().await?;
    let Some(end) = head else { return Ok(false) };
    let file = papers.marks(municipality);
    if last_is(municipality, &file, &end).map_err(|error| said(&file, &error))? {
        return Ok(false);
    }
    let key = match root {
        Some(root) => Key::of(&papers.key(), &root.public_key)?,
        None => Key::at(&papers.key())?,
    };
    let mark = Mark::new(municipality, end, &key, now);
    append(&file, |_| mark.written(municipality)).map_err(|error| said(&file, &error))?;
    Ok(true)
}

/// Whether the last whole line of the file says this.
fn last_is(
    municipality: Municipality,
    file: &std::path::Path,
    (lines, hash): &(i64, Vec<u8>),
) -> std::io::Result<bool> {
    let text = match std::fs::read(file) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    let whole = text.rfind('\n').map_or("", |end| text.get(..end).unwrap_or_default());
    let last = whole.rsplit('\n').next().and_then(|line| Mark::parsed(municipality, line));
    Ok(last.is_some_and(|last| last.lines == *lines && last.last_hash == *hash))
}
