//! Every file of the input into the tables of the store, each by the reader it needs.

use std::io::{Cursor, Read};

use super::charset::Decoded;
use super::files::{Files, base};
use super::notes::Notes;
use super::schema::{self, Kind, Known};
use super::store::Store;
use super::{Format, Settings, Unreadable, geojson, json, plain, table};
use crate::import::record::{At, Outcome, Reason};

const HEAD: usize = 8 * 1024;

/// The text of one file, and what a reader of it needs to know.
pub(super) struct Source<'a> {
    pub(super) text: &'a mut dyn Read,
    pub(super) file: usize,
    pub(super) name: &'a str,
    pub(super) settings: &'a Settings,
}

pub(super) fn load(
    files: &mut dyn Files,
    settings: &Settings,
    store: &mut Store,
    notes: &mut Notes<'_>,
) -> Result<(), Unreadable> {
    let names = files.names();
    if names.len() > settings.limits.files {
        return Err(Unreadable::TooManyFiles { max: settings.limits.files });
    }
    let alone = names.len() == 1;
    let mut tables = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if notes.stopped() {
            return Ok(());
        }
        store.files.push(name.clone());
        notes.file(name);
        match one(files, index, name, settings, store, notes) {
            Ok(Some(format)) => tables.extend((format == Format::HsdsCsv).then_some(index)),
            Ok(None) => {}
            Err(trouble) if !alone && is_bystander(&trouble) => {
                notes.remark(Outcome::Noted, whole(name), "", Reason::NotUsed, &trouble.to_string());
            }
            Err(trouble) => return Err(trouble),
        }
    }
    complete(store, &names, !tables.is_empty())
}

/// Troubles that do not spoil the other files of a folder.
const fn is_bystander(trouble: &Unreadable) -> bool {
    matches!(
        trouble,
        Unreadable::Unknown { .. }
            | Unreadable::NoRecords { .. }
            | Unreadable::NeedsMapping { .. }
            | Unreadable::Empty { .. }
            | Unreadable::NotText { .. }
    )
}

fn one(
    files: &mut dyn Files,
    index: usize,
    name: &str,
    settings: &Settings,
    store: &mut Store,
    notes: &mut Notes<'_>,
) -> Result<Option<Format>, Unreadable> {
    if base(name).eq_ignore_ascii_case("datapackage.json") {
        return Ok(None);
    }
    let mut decoded = Decoded::new(files.open(index)?, settings.limits.bytes);
    let mut head = Vec::new();
    decoded.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    if head.iter().all(u8::is_ascii_whitespace) && head.len() < HEAD {
        return Err(Unreadable::Empty { file: name.to_owned() });
    }
    if head.contains(&0) {
        return Err(Unreadable::NotText { file: name.to_owned() });
    }
    let format = format_of(name, &head, settings)?;
    let mut text = Cursor::new(head).chain(&mut decoded);
    let source = Source { text: &mut text, file: index, name, settings };
    match format {
        Format::HsdsJson => json::read(source, store, notes)?,
        Format::GeoJsonPoints => geojson::read(source, store, notes)?,
        Format::PlainCsv => plain::read(source, store, notes)?,
        Format::HsdsCsv => table::read(source, store, notes)?,
    }
    let charset = decoded.charset();
    notes.charset(index, charset);
    if charset.ends_with("windows-1252") {
        notes.remark(Outcome::Mended, whole(name), "", Reason::NotText, charset);
    }
    Ok(Some(format))
}

fn format_of(name: &str, head: &[u8], settings: &Settings) -> Result<Format, Unreadable> {
    let unknown = || Unreadable::Unknown { file: name.to_owned() };
    if [".md", ".yaml", ".yml", ".xml", ".html", ".pdf", ".license"]
        .iter()
        .any(|end| name.to_lowercase().ends_with(end))
    {
        return Err(unknown());
    }
    let guessed = Format::guess(name, head);
    let mapped = settings.mapping.as_ref().is_some_and(|mapping| mapping.covers(base(name)));
    match (settings.format, guessed) {
        // The format asked for, as far as this file can be it.
        (Some(Format::GeoJsonPoints), Some(Format::HsdsJson)) => Ok(Format::GeoJsonPoints),
        (Some(Format::HsdsJson), Some(Format::GeoJsonPoints)) => Ok(Format::HsdsJson),
        (Some(Format::PlainCsv), Some(Format::HsdsCsv)) => Ok(Format::PlainCsv),
        (_, Some(Format::HsdsCsv)) if mapped && settings.format != Some(Format::HsdsCsv) => {
            Ok(Format::PlainCsv)
        }
        (_, Some(format)) => Ok(format),
        (_, None) => Err(unknown()),
    }
}

/// There must be parties, and tables of the standard must be more than half a set.
fn complete(store: &Store, names: &[String], tables: bool) -> Result<(), Unreadable> {
    let found = || names.iter().map(|name| base(name)).collect::<Vec<_>>().join(", ");
    let has = |kind| names.iter().any(|name| schema::table(name) == Some(Known::Table(kind)));
    for kind in [Kind::Organization, Kind::Service] {
        if tables && !has(kind) && store.len(kind) == 0 {
            return Err(Unreadable::NoTable { wanted: format!("{}.csv", kind.word()), found: found() });
        }
    }
    Ok(())
}

/// About a file, not about a line in it.
pub(super) fn whole(name: &str) -> At {
    At { file: name.to_owned(), line: 0 }
}
