//! Key figures from CSV, columns by name: CBS kerncijfers as published here, and our demo's own names.

use std::collections::BTreeMap;
use std::io::Read;

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::Municipality as Code;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::import::{Ask, is_district, present, source};
use super::refusal::{Note, Outcome, Why};
use super::{Area, AreaCode, Figures, store, table};
use crate::municipality::store as municipalities;
use crate::wording::Name;

/// One row; figures that CBS does not publish are absent.
#[derive(Debug)]
struct Row {
    at: u64,
    name: Option<Name>,
    figures: Figures,
}

/// What a file of figures says, by municipality.
#[derive(Debug, Default)]
pub struct Table {
    whole: BTreeMap<Code, Row>,
    areas: BTreeMap<Code, Vec<(AreaCode, Row)>>,
    notes: Vec<Note>,
}

/// Reads a file of figures of one year. Nothing is written.
///
/// # Errors
/// A sentence when the file as a whole cannot be read.
pub fn read(input: impl Read, year: i32) -> Result<Table, String> {
    let (mut csv, columns) = table::open(input)?;
    if !columns.contains_key("code") {
        return Err(
            "The table needs a column named \"code\", with codes such as GM0363, WK036300 and BU03630000."
                .into(),
        );
    }
    let mut found = Table::default();
    let mut seen = std::collections::HashSet::new();
    for (at, record) in (2..).zip(csv.records()) {
        let record = record.map_err(table::unreadable)?;
        let says = |names: &[&str]| {
            let cells = names.iter().filter_map(|name| record.get(*columns.get(*name)?));
            cells.map(str::trim).find(|cell| !cell.is_empty())
        };
        let whole = |names: &[&str]| says(names).and_then(number).and_then(whole_of);
        let row = Row {
            at,
            name: says(&["naam", "name"]).and_then(|name| Name::parse(name).ok()),
            figures: Figures {
                residents: whole(&["inwoners", "residents"]),
                residents_65_plus: whole(&["inwoners65plus", "residents_65_plus"]),
                residents_under_15: whole(&["inwoners0tot15", "residents_under_15"]),
                households: whole(&["huishoudens", "households"]),
                household_size: says(&["huishoudensgrootte", "household_size"]).and_then(number),
                density: whole(&["dichtheid", "density"]),
                year: Some(year),
            },
        };
        found.take(says(&["code"]).unwrap_or(""), row, &mut seen);
    }
    Ok(found)
}

fn number(cell: &str) -> Option<f64> {
    cell.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)
}

#[allow(clippy::cast_possible_truncation, reason = "checked against the range first")]
fn whole_of(number: f64) -> Option<i32> {
    (number <= f64::from(i32::MAX)).then(|| number.round() as i32)
}

impl Table {
    fn take(&mut self, typed: &str, row: Row, seen: &mut std::collections::HashSet<String>) {
        let note = |why| Note { row: row.at, code: typed.to_owned(), why };
        if typed.is_empty() {
            self.notes.push(note(Why::NoCode));
        } else if !seen.insert(typed.to_owned()) {
            self.notes.push(note(Why::DoubleCode));
        } else if let Some(whole) = Code::parse(typed) {
            self.whole.insert(whole, row);
        } else {
            match AreaCode::parse(typed).ok().and_then(|code| Some((code.municipality()?, code))) {
                Some((municipality, code)) => self.areas.entry(municipality).or_default().push((code, row)),
                None => self.notes.push(note(Why::BadCode)),
            }
        }
    }
}

/// Puts the figures with their areas, or (without [`Ask::apply`]) says what that would do.
pub async fn put(db: &Db, ask: &Ask, mut table: Table, now: Moment) -> Answer<Outcome> {
    let mut tx = db.begin().await?;
    let mut outcome = Outcome { notes: std::mem::take(&mut table.notes), ..Outcome::default() };
    let codes: std::collections::BTreeSet<Code> =
        table.whole.keys().chain(table.areas.keys()).copied().collect();
    for code in codes {
        let permit = Permit::at_the_machine(code);
        let whole = table.whole.remove(&code);
        let rows = table.areas.remove(&code).unwrap_or_default();
        // A national table may be brought in beside the areas of a few: whoever has none stays away.
        let areas = store::in_year(&mut tx, code, ask.year).await?;
        if areas.is_empty() {
            let notes = rows
                .iter()
                .map(|(area, row)| (area.to_string(), row))
                .chain(whole.iter().map(|row| (code.to_string(), row)));
            outcome.notes.extend(notes.map(|(code, row)| Note { row: row.at, code, why: Why::NotHere }));
            continue;
        }
        let name = whole.as_ref().and_then(|row| row.name.as_ref());
        present(&mut tx, &permit, name, now, &mut outcome).await?;
        outcome.municipalities += 1;
        put_in_one(&mut tx, &permit, ask, areas, whole.as_ref(), rows, now, &mut outcome).await?;
    }
    if ask.apply {
        tx.commit().await?
    } else {
        tx.rollback().await?
    }
    Ok(outcome)
}

#[allow(clippy::too_many_arguments, reason = "one municipality's part of the file, and where the counts go")]
async fn put_in_one(
    tx: &mut Tx,
    permit: &Permit,
    ask: &Ask,
    areas: Vec<Area>,
    whole: Option<&Row>,
    rows: Vec<(AreaCode, Row)>,
    now: Moment,
    outcome: &mut Outcome,
) -> Answer<()> {
    let known: BTreeMap<AreaCode, Area> = areas.into_iter().map(|area| (area.code.clone(), area)).collect();
    let mut districts = Vec::new();
    let mut hang: BTreeMap<AreaCode, Vec<AreaCode>> = BTreeMap::new();
    let mut figures = Vec::new();
    for (code, row) in rows {
        let old = known.get(&code);
        if is_district(&code) {
            let below: Vec<AreaCode> = known
                .values()
                .filter(|area| !is_district(&area.code) && area.code.district() == code)
                .filter(|area| area.parent.as_ref() != Some(&code))
                .map(|area| area.code.clone())
                .collect();
            let renamed = row.name.clone().filter(|name| {
                // A drawn district keeps the name of its map; two files would rename it forever otherwise.
                old.is_none_or(|old| old.shape.is_none() && old.name != *name)
            });
            match (renamed, old) {
                (Some(name), _) => {
                    districts.push(Area {
                        code: code.clone(),
                        year: ask.year,
                        name,
                        parent: None,
                        shape: None,
                        figures: Figures::default(),
                        source: old.and_then(|old| old.source),
                    });
                }
                (None, Some(_)) => {}
                (None, None) => {
                    outcome.notes.push(Note { row: row.at, code: code.to_string(), why: Why::NoName });
                    continue;
                }
            }
            if !below.is_empty() {
                hang.insert(code.clone(), below);
            }
        } else if old.is_none() {
            outcome.notes.push(Note { row: row.at, code: code.to_string(), why: Why::NoArea });
            continue;
        }
        outcome.count(&code);
        match old {
            None => outcome.added += 1,
            Some(old) if old.figures.year.is_none() => outcome.added += 1,
            Some(old) if old.figures == row.figures && !districts.iter().any(|area| area.code == code) => {
                outcome.same += 1;
                continue;
            }
            Some(_) => outcome.changed += 1,
        }
        figures.push((code, row.figures));
    }
    let residents = whole.and_then(|row| row.figures.residents);
    let counted = municipalities::find_in(tx, permit.municipality()).await?.and_then(|it| it.residents);
    let residents = residents.filter(|residents| counted != Some(*residents));
    if districts.is_empty() && hang.is_empty() && figures.is_empty() && residents.is_none() {
        return Ok(());
    }
    let source = source(tx, permit, &ask.about, now).await?;
    for district in &mut districts {
        district.source.get_or_insert(source);
    }
    store::save_many(tx, permit, &districts, now).await?;
    for (district, below) in hang {
        store::hang_under_district(tx, permit, ask.year, &district, &below, now).await?;
    }
    for (code, figures) in figures {
        store::set_figures(tx, permit, (&code, ask.year), &figures, source, now).await?;
    }
    if let Some(residents) = residents {
        municipalities::set_residents(tx, permit, residents).await?;
    }
    municipalities::touch(tx, permit, now).await
}
