//! Rows kept small: the cells we use, one behind the other, so that a hundred thousand offers fit in memory.

use super::schema::{self, Kind};
use crate::import::record::At;

const CHUNK: usize = 1 << 20;

/// What became of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    #[default]
    Pending,
    Taken,
    Refused,
    LeftOut,
}

#[derive(Clone, Copy)]
struct Meta {
    chunk: u32,
    start: u32,
    line: u32,
    file: u16,
    /// A row of its own in the file, not one we found inside another.
    counted: bool,
}

#[derive(Default)]
struct Table {
    chunks: Vec<Vec<u8>>,
    rows: Vec<Meta>,
}

#[derive(Default)]
pub(super) struct Store {
    tables: [Table; Kind::ALL.len()],
    pub(super) files: Vec<String>,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) file: usize,
    pub(super) line: u64,
    pub(super) counted: bool,
}

impl Store {
    /// `cells` in the order of [`Kind::columns`].
    pub(super) fn push<'a>(&mut self, kind: Kind, origin: Origin, cells: impl IntoIterator<Item = &'a str>) {
        let Some(table) = self.tables.get_mut(kind.index()) else { return };
        if table.chunks.last().is_none_or(|chunk| chunk.len() >= CHUNK) {
            if let Some(full) = table.chunks.last_mut() {
                full.shrink_to_fit();
            }
            // A small table must not cost a whole chunk.
            table.chunks.push(Vec::with_capacity(if table.chunks.is_empty() {
                0
            } else {
                CHUNK + CHUNK / 16
            }));
        }
        let number = table.chunks.len().saturating_sub(1);
        let Some(chunk) = table.chunks.last_mut() else { return };
        let start = chunk.len();
        for cell in cells {
            put(chunk, cell);
        }
        let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        table.rows.push(Meta {
            chunk: small(number as u64),
            start: small(start as u64),
            line: small(origin.line),
            file: u16::try_from(origin.file).unwrap_or(u16::MAX),
            counted: origin.counted,
        });
    }

    pub(super) fn len(&self, kind: Kind) -> u32 {
        self.tables.get(kind.index()).map_or(0, |table| u32::try_from(table.rows.len()).unwrap_or(u32::MAX))
    }

    pub(super) fn rows(&self, kind: Kind) -> std::ops::Range<u32> {
        0..self.len(kind)
    }

    pub(super) fn cell(&self, kind: Kind, row: u32, column: &str) -> &str {
        kind.column(column).map_or("", |index| self.at_column(kind, row, index))
    }

    pub(super) fn at_column(&self, kind: Kind, row: u32, index: usize) -> &str {
        let mut rest = self.bytes(kind, row);
        for _ in 0..index {
            rest = take(rest).1;
        }
        std::str::from_utf8(take(rest).0).unwrap_or_default()
    }

    /// Its key, as a report may show it: that of a secret place can be its address.
    pub(super) fn shown_key(&self, kind: Kind, row: u32) -> &str {
        let secret = kind == Kind::Location && schema::is_secret(self.cell(kind, row, "confidential"));
        if secret { "" } else { self.cell(kind, row, "id") }
    }

    /// All cells equal: one record that stands in the file twice.
    pub(super) fn same(&self, kind: Kind, one: u32, other: u32) -> bool {
        let count = kind.columns().len();
        let whole = |row: u32| {
            let bytes = self.bytes(kind, row);
            let rest = (0..count).fold(bytes, |rest, _| take(rest).1);
            bytes.get(..bytes.len() - rest.len()).unwrap_or_default()
        };
        whole(one) == whole(other)
    }

    pub(super) fn at(&self, kind: Kind, row: u32) -> At {
        let meta = self.meta(kind, row);
        let file = meta.and_then(|meta| self.files.get(usize::from(meta.file))).cloned().unwrap_or_default();
        At { file, line: meta.map_or(0, |meta| u64::from(meta.line)) }
    }

    pub(super) fn file(&self, kind: Kind, row: u32) -> usize {
        self.meta(kind, row).map_or(0, |meta| usize::from(meta.file))
    }

    pub(super) fn counted(&self, kind: Kind, row: u32) -> bool {
        self.meta(kind, row).is_some_and(|meta| meta.counted)
    }

    fn meta(&self, kind: Kind, row: u32) -> Option<&Meta> {
        self.tables.get(kind.index())?.rows.get(row as usize)
    }

    fn bytes(&self, kind: Kind, row: u32) -> &[u8] {
        let table = self.tables.get(kind.index());
        let found = table.and_then(|table| {
            let meta = table.rows.get(row as usize)?;
            table.chunks.get(meta.chunk as usize)?.get(meta.start as usize..)
        });
        found.unwrap_or_default()
    }
}

/// A length in one byte or, from 255 on, in five; then the text.
fn put(chunk: &mut Vec<u8>, cell: &str) {
    match u8::try_from(cell.len()) {
        Ok(short) if short < u8::MAX => chunk.push(short),
        _ => {
            chunk.push(u8::MAX);
            chunk.extend(u32::try_from(cell.len()).unwrap_or(u32::MAX).to_le_bytes());
        }
    }
    chunk.extend_from_slice(cell.as_bytes());
}

fn take(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (length, rest) = match bytes {
        [u8::MAX, a, b, c, d, rest @ ..] => (u32::from_le_bytes([*a, *b, *c, *d]) as usize, rest),
        [short, rest @ ..] => (usize::from(*short), rest),
        [] => return (&[], &[]),
    };
    rest.split_at_checked(length).unwrap_or((rest, &[]))
}

/// What became of each row, beside the rows because it changes while they do not.
pub(super) struct Fates(Vec<Vec<Fate>>);

impl Fates {
    pub(super) fn of(store: &Store) -> Self {
        Self(Kind::ALL.iter().map(|kind| vec![Fate::Pending; store.len(*kind) as usize]).collect())
    }

    pub(super) fn get(&self, kind: Kind, row: u32) -> Fate {
        self.0.get(kind.index()).and_then(|rows| rows.get(row as usize)).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, kind: Kind, row: u32, fate: Fate) {
        if let Some(slot) = self.0.get_mut(kind.index()).and_then(|rows| rows.get_mut(row as usize)) {
            *slot = fate;
        }
    }

    /// Used in a record; what was refused or left out stays so.
    pub(super) fn take(&mut self, kind: Kind, row: u32) {
        if self.get(kind, row) == Fate::Pending {
            self.set(kind, row, Fate::Taken);
        }
    }

    pub(super) fn is_pending(&self, kind: Kind, row: u32) -> bool {
        self.get(kind, row) == Fate::Pending
    }
}
