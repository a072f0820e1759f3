//! The reading side of the import: bytes in, records and remarks out. No database, no clock, no files of its own.

mod archive;
mod assemble;
mod charset;
mod clean;
mod csv;
mod date;
mod files;
mod flatten;
mod geojson;
mod guess;
mod hours;
mod json;
mod key;
mod links;
mod load;
mod mapping;
mod markup;
mod notes;
mod plain;
mod schema;
mod source_cell;
mod store;
mod table;
mod trouble;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::sync::Arc;

pub use date::parse as parse_date;
pub use files::{Files, Folder};
pub use guess::Format;
pub use mapping::{BUILT_IN, Mapping, MappingFault};
pub use trouble::Unreadable;

use crate::import::record::{Outcome, PartyRecord, Reason, Remark, ThemeRecord};
use crate::party::Sphere;
use crate::theme::Taxonomy;

/// What a reader reads from: a file, an upload on disk, a slice in memory.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek + ?Sized> ReadSeek for T {}

/// What comes out, one at a time and in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Party(Box<PartyRecord>),
    Remark(Remark),
}

/// Where rows go. `Break` stops the reading.
pub type Sink<'a> = &'a mut dyn FnMut(Row) -> ControlFlow<()>;

#[derive(Clone, Debug)]
pub struct Settings {
    /// Absent: looked up from the name and the first bytes.
    pub format: Option<Format>,
    /// Needed for plain CSV and GeoJSON; not looked at otherwise.
    pub mapping: Option<Mapping>,
    /// For parties whose file does not say in which world they work. A mapping's own setting goes first.
    pub sphere: Option<Sphere>,
    /// With it, opening hours whose validity has ended are not taken over.
    pub today: Option<jiff::civil::Date>,
    /// The themes of the municipality: what a word in a file can mean.
    pub themes: Arc<Taxonomy>,
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        let themes = Taxonomy::shipped();
        Self { format: None, mapping: None, sphere: None, today: None, themes, limits: Limits::default() }
    }
}

/// Where reading stops before memory or patience does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text in total, after unpacking.
    pub bytes: u64,
    /// How many times larger than packed a file in a zip may become.
    pub ratio: u64,
    pub files: usize,
    /// Bytes of one cell, and of a row that runs over lines because of a quote.
    pub row: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 30, ratio: 200, files: 500, row: 1 << 20 }
    }
}

/// What became of all rows. `taken + refused + left_out == rows`, unless the sink stopped the reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub rows: u64,
    pub taken: u64,
    pub refused: u64,
    pub left_out: u64,
    pub parties: u64,
    pub places: u64,
    pub offers: u64,
    pub files: Vec<FileSummary>,
    /// Themes another municipality made itself, which are not known here.
    pub themes: Vec<ThemeRecord>,
    pub remarks: BTreeMap<(&'static str, &'static str), u64>,
    /// The last row of a file was not whole: what is missing after it must not count as gone.
    pub cut_off: bool,
    pub stopped: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileSummary {
    pub name: String,
    /// `utf-8`, `windows-1252`, `utf-8 + windows-1252` or `utf-16`.
    pub charset: &'static str,
    pub rows: u64,
    pub taken: u64,
    pub refused: u64,
    pub left_out: u64,
}

impl Summary {
    /// How many remarks of this kind were made.
    #[must_use]
    pub fn count(&self, outcome: Outcome, reason: Reason) -> u64 {
        self.remarks.get(&(notes::outcome_word(outcome), notes::reason_word(reason))).copied().unwrap_or(0)
    }
}

/// Reads one file: a zip, a table, a JSON document or GeoJSON points.
///
/// # Errors
/// [`Unreadable`] when the file as a whole cannot be taken. Everything smaller is a [`Remark`].
pub fn read(
    input: &mut dyn ReadSeek,
    file_name: &str,
    settings: &Settings,
    sink: Sink<'_>,
) -> Result<Summary, Unreadable> {
    let mut first = [0u8; 4];
    let got = files::fill(input, &mut first).map_err(Unreadable::from)?;
    input.rewind().map_err(Unreadable::from)?;
    if first
        .get(..got)
        .is_some_and(|bytes| bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06"))
    {
        return archive::Archive::open(input, settings.limits)
            .and_then(|mut zip| read_files(&mut zip, settings, sink));
    }
    if got == 0 {
        return Err(Unreadable::Empty { file: file_name.to_owned() });
    }
    let mut one = files::One::new(file_name, input);
    read_files(&mut one, settings, sink)
}

/// Reads several files that belong together, such as a folder of tables.
///
/// # Errors
/// As [`read`].
pub fn read_files(files: &mut dyn Files, settings: &Settings, sink: Sink<'_>) -> Result<Summary, Unreadable> {
    let mut notes = notes::Notes::new(sink);
    let mut store = store::Store::default();
    load::load(files, settings, &mut store, &mut notes)?;
    let fates = assemble::assemble(&store, settings, &mut notes);
    Ok(notes.finish(&store, &fates))
}
