//! Somebody's own table, read with a mapping.

use super::Unreadable;
use super::csv::Csv;
use super::files::base;
use super::load::{Source, whole};
use super::mapping::FileMapping;
use super::notes::Notes;
use super::schema::{self, Kind};
use super::store::{Fate, Origin, Store};
use super::table;
use crate::import::record::{At, Outcome, Reason};

pub(super) fn read(source: Source<'_>, store: &mut Store, notes: &mut Notes<'_>) -> Result<(), Unreadable> {
    let mut csv = Csv::open(source.text, source.settings.limits.row)?;
    let header = table::header(&mut csv, source.name)?;
    let mapping = source.settings.mapping.as_ref().and_then(|mapping| mapping.file(base(source.name)));
    let Some(mapping) = mapping else {
        return Err(Unreadable::NeedsMapping { file: source.name.to_owned(), found: header.join(", ") });
    };
    check(mapping, &header, source.name, notes)?;
    let lower: Vec<String> = header.iter().map(|column| column.to_lowercase()).collect();
    let hiding: Vec<(usize, &String)> =
        lower.iter().enumerate().filter(|(_, column)| schema::may_hide(column)).collect();
    table::each(&mut csv, &header, source.file, source.name, notes, |row, notes| {
        let cell = |column: &str| find(&lower, column).map(|at| row.cell(at));
        let hidden = hiding.iter().any(|(at, column)| schema::hides(column, row.cell(*at)));
        push(mapping, &cell, hidden, source.file, source.name, row.line, store, notes);
    })
}

fn find(lower: &[String], column: &str) -> Option<usize> {
    let wanted = column.trim().to_lowercase();
    lower.iter().position(|own| *own == wanted)
}

fn check(
    mapping: &FileMapping,
    header: &[String],
    name: &str,
    notes: &mut Notes<'_>,
) -> Result<(), Unreadable> {
    let lower: Vec<String> = header.iter().map(|column| column.to_lowercase()).collect();
    let (needed, wanted) = mapping.columns();
    let absent = |columns: &[&str]| {
        columns.iter().copied().filter(|column| find(&lower, column).is_none()).collect::<Vec<_>>().join(", ")
    };
    let missing = absent(&needed);
    if !missing.is_empty() {
        return Err(Unreadable::Columns { file: name.to_owned(), missing, found: header.join(", ") });
    }
    let missing = absent(&wanted);
    if !missing.is_empty() {
        notes.remark(Outcome::Noted, whole(name), "", Reason::WrongColumns, &missing);
    }
    let used = |column: &String| needed.iter().chain(&wanted).any(|own| own.eq_ignore_ascii_case(column));
    let (closed, unused): (Vec<&String>, Vec<&String>) =
        header.iter().filter(|column| !used(column)).partition(|column| schema::is_internal(column));
    for (outcome, reason, columns) in
        [(Outcome::LeftOut, Reason::Internal, closed), (Outcome::Noted, Reason::NotUsed, unused)]
    {
        let columns: Vec<&str> =
            columns.iter().map(|column| if column.is_empty() { "(…)" } else { column.as_str() }).collect();
        if !columns.is_empty() {
            notes.remark(outcome, whole(name), "", reason, &columns.join(", "));
        }
    }
    Ok(())
}

/// One row of a table, or one feature, into what the mapping makes of it.
#[expect(clippy::too_many_arguments, reason = "a row, where it stands, and where it goes")]
pub(super) fn push<'a>(
    mapping: &FileMapping,
    cell: &dyn Fn(&str) -> Option<&'a str>,
    hidden: bool,
    file: usize,
    name: &str,
    line: u64,
    store: &mut Store,
    notes: &mut Notes<'_>,
) {
    let left_out = mapping.leave_out.iter().any(|rule| {
        let value = rule.cell.read(cell);
        rule.values.iter().any(|word| word.eq_ignore_ascii_case(value.trim()))
    });
    if left_out {
        notes.count(file, Fate::LeftOut, 1);
        notes.remark(Outcome::LeftOut, At { file: name.to_owned(), line }, "", Reason::Inactive, "");
        return;
    }
    let made: Vec<(Kind, Vec<(&'static str, String)>)> = mapping
        .sections
        .iter()
        .map(|section| {
            (section.kind, section.cells.iter().map(|(field, from)| (*field, from.read(cell))).collect())
        })
        .collect();
    let field = |kind: Kind, field: &str| {
        let values = made.iter().find(|(own, _)| *own == kind).map(|(_, values)| values);
        values.and_then(|values| values.iter().find(|(own, _)| *own == field)).map(|(_, value)| value.clone())
    };
    // A column that says so counts as well where the mapping looks at none.
    let secret =
        schema::SECRECY.iter().filter_map(|column| cell(column)).find(|cell| schema::is_secret(cell));
    let party = field(Kind::Organization, "id");
    // Things in the same row belong together without a key of their own.
    let own = |kind: Kind, word: &str| {
        field(kind, "id").or_else(|| party.as_ref().map(|key| format!("{key}/{word}")))
    };
    let place =
        made.iter().any(|(kind, _)| *kind == Kind::Location).then(|| own(Kind::Location, "place")).flatten();
    let offer = own(Kind::Service, "offer");
    for (at, (kind, values)) in made.iter().enumerate() {
        let get =
            |column: &str| values.iter().find(|(own, _)| *own == column).map(|(_, value)| value.as_str());
        if at > 0 && *kind != Kind::Location && get("name").unwrap_or("").is_empty() {
            continue;
        }
        let cells = kind.columns().iter().map(|(column, _)| match (*column, *kind) {
            ("hidden", _) if hidden => "1",
            ("id", Kind::Organization) => party.as_deref().unwrap_or(""),
            ("id", Kind::Location) => place.as_deref().unwrap_or(""),
            ("id", _) => offer.as_deref().unwrap_or(""),
            ("confidential", Kind::Location) => {
                get(column).filter(|said| !said.is_empty()).or(secret).unwrap_or("")
            }
            ("organization_id", _) => get(column).or(party.as_deref()).unwrap_or(""),
            ("location_id", _) => get(column).or(place.as_deref()).unwrap_or(""),
            (column, _) => get(column).unwrap_or(""),
        });
        store.push(*kind, Origin { file, line, counted: at == 0 }, cells);
    }
}
