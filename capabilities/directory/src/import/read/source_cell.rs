//! Where a mapping gets the value of a field from: a column, several, a constant, a piece, a translation.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Parts {
    column: Option<String>,
    columns: Vec<String>,
    first: Vec<String>,
    constant: Option<String>,
    join: Option<String>,
    split: Option<String>,
    part: Option<i64>,
    after: Option<String>,
    before: Option<String>,
    values: BTreeMap<String, String>,
    otherwise: Option<String>,
}

/// A column by its name, or a small table that says more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceCell(Parts);

impl SourceCell {
    /// The columns it looks at.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        let parts = &self.0;
        parts.column.iter().chain(&parts.columns).chain(&parts.first).map(String::as_str)
    }

    /// Every word it can give by itself, to check against the words a field knows.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let parts = &self.0;
        parts.constant.iter().chain(parts.values.values()).chain(&parts.otherwise).map(String::as_str)
    }

    /// Several values come one a line.
    pub(super) fn read<'a>(&self, cell: &dyn Fn(&str) -> Option<&'a str>) -> String {
        let parts = &self.0;
        let get = |column: &String| cell(column).unwrap_or("").trim();
        let text = match parts {
            Parts { constant: Some(constant), .. } => constant.clone(),
            Parts { column: Some(column), .. } => get(column).to_owned(),
            Parts { columns, .. } if !columns.is_empty() => {
                let filled: Vec<&str> = columns.iter().map(get).filter(|part| !part.is_empty()).collect();
                filled.join(parts.join.as_deref().unwrap_or(" "))
            }
            Parts { first, .. } => {
                first.iter().map(get).find(|part| !part.is_empty()).unwrap_or("").to_owned()
            }
        };
        let mut rest = text.as_str();
        if let Some(mark) = &parts.after {
            rest = rest.split_once(mark.as_str()).map_or("", |(_, behind)| behind);
        }
        if let Some(mark) = &parts.before {
            rest = rest.split_once(mark.as_str()).map_or(rest, |(front, _)| front);
        }
        let Some(mark) = parts.split.as_deref().filter(|mark| !mark.is_empty()) else {
            return self.value(rest);
        };
        let pieces: Vec<&str> = rest.split(mark).map(str::trim).filter(|piece| !piece.is_empty()).collect();
        match parts.part {
            Some(part) => self.value(pick(&pieces, part)),
            None => {
                let mut values: Vec<String> = Vec::new();
                for value in
                    pieces.into_iter().map(|piece| self.value(piece)).filter(|value| !value.is_empty())
                {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
                values.join("\n")
            }
        }
    }

    fn value(&self, text: &str) -> String {
        let text = text.trim();
        match (self.0.values.get(text), &self.0.otherwise) {
            (Some(value), _) => value.clone(),
            (None, Some(otherwise)) => otherwise.clone(),
            (None, None) => text.to_owned(),
        }
    }
}

/// Counted from 1, or from the end with a minus.
fn pick<'a>(pieces: &[&'a str], part: i64) -> &'a str {
    let index = match usize::try_from(part) {
        Ok(part) => part.checked_sub(1),
        Err(_) => usize::try_from(part.unsigned_abs()).ok().and_then(|back| pieces.len().checked_sub(back)),
    };
    index.and_then(|index| pieces.get(index)).copied().unwrap_or("")
}

impl<'de> Deserialize<'de> for SourceCell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = SourceCell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a column, or { column = … }")
            }

            fn visit_str<E: Error>(self, column: &str) -> Result<SourceCell, E> {
                Ok(SourceCell(Parts { column: Some(column.to_owned()), ..Parts::default() }))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<SourceCell, A::Error> {
                let parts = Parts::deserialize(MapAccessDeserializer::new(map))?;
                let sources = [
                    parts.column.is_some(),
                    !parts.columns.is_empty(),
                    !parts.first.is_empty(),
                    parts.constant.is_some(),
                ];
                if sources.iter().filter(|given| **given).count() != 1 {
                    return Err(A::Error::custom("give exactly one of column, columns, first or constant"));
                }
                Ok(SourceCell(parts))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
