//! One CSV table of HSDS or Ohana into the store, whatever the order of its columns.

use super::Unreadable;
use super::csv::{Csv, Next, RawRow};
use super::load::{Source, whole};
use super::notes::Notes;
use super::schema::{self, Kind, Known};
use super::store::{Fate, Origin, Store};
use crate::import::record::{At, Outcome, Reason};

pub(super) fn read(source: Source<'_>, store: &mut Store, notes: &mut Notes<'_>) -> Result<(), Unreadable> {
    let Some(known) = schema::table(source.name) else {
        return Err(Unreadable::Unknown { file: source.name.to_owned() });
    };
    let mut csv = Csv::open(source.text, source.settings.limits.row)?;
    let header = header(&mut csv, source.name)?;
    let kind = match known {
        Known::Table(kind) => Some(kind),
        Known::Unused => None,
    };
    let plan = kind.map(|kind| Plan::of(kind, &header, source.name, notes)).transpose()?;
    let mut left_out = 0;
    each(&mut csv, &header, source.file, source.name, notes, |row, notes| match &plan {
        Some(plan) => plan.push(row, source.file, source.name, store, notes),
        None => left_out += 1,
    })?;
    if kind.is_none() && left_out > 0 {
        notes.count(source.file, Fate::LeftOut, left_out);
        notes.remark(Outcome::LeftOut, whole(source.name), "", Reason::NotUsed, &left_out.to_string());
    }
    Ok(())
}

/// The names of the columns, trimmed, as they stand.
pub(super) fn header<R: std::io::Read>(csv: &mut Csv<R>, name: &str) -> Result<Vec<String>, Unreadable> {
    let mut row = RawRow::default();
    match csv.next(&mut row)? {
        Next::Row => {}
        _ => return Err(Unreadable::Unknown { file: name.to_owned() }),
    }
    let header: Vec<String> = (0..row.len()).map(|index| row.cell(index).trim().to_owned()).collect();
    csv.expect(header.len());
    Ok(header)
}

/// Every row that has the shape of the header; the others end as a remark here.
pub(super) fn each<R: std::io::Read>(
    csv: &mut Csv<R>,
    header: &[String],
    file: usize,
    name: &str,
    notes: &mut Notes<'_>,
    mut take: impl FnMut(&RawRow, &mut Notes<'_>),
) -> Result<(), Unreadable> {
    let mut row = RawRow::default();
    let at = |line| At { file: name.to_owned(), line };
    loop {
        if notes.stopped() {
            return Ok(());
        }
        let refused = match csv.next(&mut row)? {
            Next::End => return Ok(()),
            Next::Row if row.at_end && row.len() < header.len() => {
                notes.cut_off();
                Some((row.line, Reason::CutOff))
            }
            Next::Row
                if row.len() > header.len()
                    && (header.len()..row.len()).any(|i| !row.cell(i).trim().is_empty()) =>
            {
                Some((row.line, Reason::WrongColumns))
            }
            Next::Row => {
                if row.len() < header.len() {
                    let detail = format!("{} < {}", row.len(), header.len());
                    notes.remark(Outcome::Noted, at(row.line), "", Reason::WrongColumns, &detail);
                }
                take(&row, notes);
                None
            }
            Next::Unclosed(line) => {
                if row.at_end {
                    notes.cut_off();
                }
                Some((line, Reason::UnclosedQuote))
            }
            Next::TooLong(line) => Some((line, Reason::TooLong)),
        };
        if let Some((line, reason)) = refused {
            notes.count(file, Fate::Refused, 1);
            notes.remark(
                Outcome::Refused,
                at(line),
                "",
                reason,
                &format!("{} / {}", row.len(), header.len()),
            );
        }
    }
}

/// Which cell of a row goes where.
struct Plan {
    kind: Kind,
    /// For each of our columns the cells it may stand in.
    cells: Vec<Vec<usize>>,
    /// Cells that can hide the row, with the name of their column.
    hiding: Vec<(usize, String)>,
    /// Columns that say whether a row is secret.
    secret: Vec<usize>,
    /// The cell with a person's name: looked at to keep it out, never kept.
    person: Option<usize>,
    postal: bool,
}

impl Plan {
    fn of(kind: Kind, header: &[String], name: &str, notes: &mut Notes<'_>) -> Result<Self, Unreadable> {
        let lower: Vec<String> =
            header.iter().map(|column| column.to_lowercase().replace([' ', '-'], "_")).collect();
        let find = |name: &str| lower.iter().position(|column| column == name);
        let mut cells = Vec::new();
        let mut missing = Vec::new();
        for (own, others) in kind.columns() {
            let here: Vec<usize> = std::iter::once(own)
                .chain(others.iter())
                .filter_map(|name| find(name))
                .filter(|at| !lower.get(*at).is_some_and(|column| is_closed(column)))
                .collect();
            if here.is_empty() && kind.needed().contains(own) {
                missing.push(*own);
            }
            cells.push(here);
        }
        if !missing.is_empty() {
            let (missing, found) = (missing.join(", "), header.join(", "));
            return Err(Unreadable::Columns { file: name.to_owned(), missing, found });
        }
        let person = (kind == Kind::Contact).then(|| find("name")).flatten();
        report(&lower, &cells, person, name, notes);
        let hiding =
            lower.iter().cloned().enumerate().filter(|(_, column)| schema::may_hide(column)).collect();
        let secret = (0..lower.len())
            .filter(|at| lower.get(*at).is_some_and(|column| schema::is_secrecy(column)))
            .collect();
        Ok(Self { kind, cells, hiding, secret, person, postal: schema::is_postal(name) })
    }

    fn push(&self, row: &RawRow, file: usize, name: &str, store: &mut Store, notes: &mut Notes<'_>) {
        let secret = || self.secret.iter().map(|at| row.cell(*at)).find(|cell| schema::is_secret(cell));
        let hidden = self.hiding.iter().any(|(at, column)| schema::hides(column, row.cell(*at)))
            || (self.kind.hides_secret() && secret().is_some());
        let person = self.person.map_or("", |at| row.cell(at)).trim();
        if !person.is_empty() {
            notes.person(name);
        }
        let cells = self.kind.columns().iter().zip(&self.cells).map(|((column, _), here)| match *column {
            "hidden" if hidden => "1",
            // Of several columns the one that says so.
            "confidential" if secret().is_some() => secret().unwrap_or_default(),
            "named" if !person.is_empty() => "1",
            "address_type" if self.postal => "postal",
            column => {
                let cell =
                    here.iter().map(|at| row.cell(*at).trim()).find(|cell| !cell.is_empty()).unwrap_or("");
                if column == "email" && is_of(person, cell) { "" } else { cell }
            }
        });
        let origin = Origin { file, line: row.line, counted: true };
        store.push(self.kind, origin, cells);
    }
}

fn is_closed(column: &str) -> bool {
    schema::is_internal(column) && !schema::is_secrecy(column)
}

/// An address that carries the name of its owner is a person's, whatever role it stands beside.
pub(super) fn is_of(person: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or("").to_lowercase();
    let named = person.to_lowercase();
    let carries =
        named.split(|c: char| !c.is_alphanumeric()).any(|word| word.len() > 2 && local.contains(word));
    let parts: Vec<&str> = local.split('.').collect();
    let two_words = parts.len() == 2
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic));
    !person.is_empty() && (carries || two_words)
}

fn report(lower: &[String], cells: &[Vec<usize>], person: Option<usize>, name: &str, notes: &mut Notes<'_>) {
    let used = |at: usize| cells.iter().flatten().any(|cell| *cell == at) || person == Some(at);
    let (mut unused, mut closed, mut odd) = (Vec::new(), Vec::new(), Vec::new());
    for (at, column) in lower.iter().enumerate() {
        let again = lower.iter().take(at).any(|before| before == column);
        match () {
            () if column.is_empty() || again => {
                odd.push(if again && !column.is_empty() { column.as_str() } else { "(…)" })
            }
            () if is_closed(column) => closed.push(column.as_str()),
            () if !used(at) => unused.push(column.as_str()),
            () => {}
        }
    }
    for (outcome, reason, columns) in [
        (Outcome::LeftOut, Reason::Internal, closed),
        (Outcome::Noted, Reason::NotUsed, unused),
        (Outcome::Noted, Reason::WrongColumns, odd),
    ] {
        if !columns.is_empty() {
            notes.remark(outcome, whole(name), "", reason, &columns.join(", "));
        }
    }
}
