//! Points of a GeoJSON collection, one feature at a time, each read with a mapping as if it were a row.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::files::base;
use super::json::{self, Hint};
use super::load::{Source, whole};
use super::notes::Notes;
use super::store::{Fate, Store};
use super::{Unreadable, plain, schema};
use crate::import::record::{At, Outcome, Reason};

/// The geometry as columns that a mapping can name.
const LON: &str = "@lon";
const LAT: &str = "@lat";
const ID: &str = "@id";

pub(super) fn read(source: Source<'_>, store: &mut Store, notes: &mut Notes<'_>) -> Result<(), Unreadable> {
    let name = source.name;
    let mapping = source.settings.mapping.as_ref().and_then(|mapping| mapping.file(base(name)));
    let Some(mapping) = mapping else {
        return Err(Unreadable::NeedsMapping { file: name.to_owned(), found: String::new() });
    };
    let (needed, wanted) = mapping.columns();
    let wanted: BTreeSet<String> = needed.iter().chain(&wanted).map(|column| column.to_lowercase()).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut number = 0u64;
    json::stream(source.text, name, source.settings.limits, &mut |hint, value| {
        let feature = value.get("properties").is_some() || value.get("geometry").is_some();
        if hint == Hint::Rest && !feature {
            return;
        }
        number += 1;
        let at = || At { file: name.to_owned(), line: number };
        if !feature {
            notes.count(source.file, Fate::Refused, 1);
            notes.remark(Outcome::Refused, at(), "", Reason::NoKey, "");
            return;
        }
        let mut cells = properties(&value);
        seen.extend(cells.keys().filter(|column| !wanted.contains(*column)).cloned());
        match point(&value) {
            Geometry::Point(lon, lat) => cells.extend([(LON.to_owned(), lon), (LAT.to_owned(), lat)]),
            Geometry::None => {}
            Geometry::Other(kind) => notes.remark(Outcome::Mended, at(), "", Reason::BadPoint, &kind),
        }
        let hidden = cells.iter().any(|(column, cell)| schema::hides(column, cell));
        let cell = |column: &str| cells.get(&column.trim().to_lowercase()).map(String::as_str);
        plain::push(mapping, &cell, hidden, source.file, name, number, store, notes);
    })?;
    if number == 0 {
        return Err(Unreadable::NoRecords { file: name.to_owned() });
    }
    seen.remove(ID);
    let (closed, unused): (Vec<&String>, Vec<&String>) =
        seen.iter().partition(|column| schema::is_internal(column));
    for (outcome, reason, columns) in
        [(Outcome::LeftOut, Reason::Internal, closed), (Outcome::Noted, Reason::NotUsed, unused)]
    {
        if !columns.is_empty() {
            let columns: Vec<&str> = columns.into_iter().map(String::as_str).collect();
            notes.remark(outcome, whole(name), "", reason, &columns.join(", "));
        }
    }
    Ok(())
}

fn properties(feature: &Value) -> BTreeMap<String, String> {
    let mut cells = BTreeMap::new();
    for (column, value) in feature.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(_) | Value::Bool(_) => value.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
        };
        cells.insert(column.to_lowercase(), text);
    }
    match feature.get("id") {
        Some(Value::String(id)) => cells.insert(ID.to_owned(), id.clone()),
        Some(Value::Number(id)) => cells.insert(ID.to_owned(), id.to_string()),
        _ => None,
    };
    cells
}

enum Geometry {
    Point(String, String),
    None,
    Other(String),
}

fn point(feature: &Value) -> Geometry {
    let Some(geometry) = feature.get("geometry").filter(|geometry| !geometry.is_null()) else {
        return Geometry::None;
    };
    let kind = geometry.get("type").and_then(Value::as_str).unwrap_or("");
    let coordinates = geometry.get("coordinates");
    let pair = match kind {
        "Point" => coordinates,
        "MultiPoint" => coordinates
            .filter(|list| list.as_array().is_some_and(|list| list.len() == 1))
            .and_then(|c| c.get(0)),
        _ => None,
    };
    match pair.and_then(|pair| Some((pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?))) {
        Some((lon, lat)) => Geometry::Point(lon.to_string(), lat.to_string()),
        None => Geometry::Other(kind.to_owned()),
    }
}
