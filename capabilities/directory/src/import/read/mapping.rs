//! A mapping file (TOML): which column of somebody's own table is what. Mistakes in it come back with their line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::schema::Kind;
use super::source_cell::SourceCell;
use crate::offer::Way;
use crate::party::{Capacity, Sphere};
use crate::theme::Taxonomy;

/// Mappings that come with the program, by name: facts about the columns of well-known files.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("amsterdam-voorzieningen", include_str!("../../../mappings/amsterdam-voorzieningen.toml")),
    ("florida-legal-aid", include_str!("../../../mappings/florida-legal-aid.toml")),
    ("ilao-legal-aid", include_str!("../../../mappings/ilao-legal-aid.toml")),
    ("voorbeeld", include_str!("../../../mappings/voorbeeld.toml")),
];

/// A mistake in a mapping file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("mapping, line {line}: {what}")]
pub struct MappingFault {
    pub line: u64,
    pub what: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    pub title: String,
    pub sphere: Option<Sphere>,
    pub(super) files: Vec<FileMapping>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct FileMapping {
    name: Option<String>,
    pub(super) leave_out: Vec<LeaveOut>,
    /// What each row makes, the thing that a row is first.
    pub(super) sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    pub(super) kind: Kind,
    pub(super) cells: Vec<(&'static str, SourceCell)>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LeaveOut {
    pub(super) cell: SourceCell,
    pub(super) values: Vec<String>,
}

type Fields = BTreeMap<Spanned<String>, Spanned<SourceCell>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    title: String,
    sphere: Option<Spanned<String>>,
    file: Vec<Spanned<WrittenFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenFile {
    name: Option<String>,
    one_row_is: Option<Spanned<String>>,
    #[serde(default)]
    leave_out: Vec<LeaveOut>,
    party: Option<Fields>,
    place: Option<Fields>,
    offer: Option<Fields>,
}

impl Mapping {
    /// `themes` are the ones it may name.
    ///
    /// # Errors
    /// [`MappingFault`], with the line of the mistake.
    pub fn parse(text: &str, themes: &Taxonomy) -> Result<Self, MappingFault> {
        let written: Written = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            fault(text, at, error.message())
        })?;
        let sphere = match &written.sphere {
            None => None,
            Some(word) => match Sphere::parse(word.get_ref()) {
                Ok(sphere) => Some(sphere),
                Err(_) => return Err(fault(text, word.span().start, "sphere is formal or informal")),
            },
        };
        if written.file.is_empty() {
            return Err(fault(text, 0, "there is no [[file]]"));
        }
        let files: Result<Vec<FileMapping>, MappingFault> =
            written.file.into_iter().map(|file| file_mapping(text, themes, file)).collect();
        Ok(Self { title: written.title, sphere, files: files? })
    }

    /// One of [`BUILT_IN`].
    #[must_use]
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Self::parse(text, &Taxonomy::shipped()).ok()
    }

    pub(super) fn file(&self, name: &str) -> Option<&FileMapping> {
        let named =
            |file: &&FileMapping| file.name.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name));
        self.files.iter().find(named).or_else(|| self.files.iter().find(|file| file.name.is_none()))
    }

    pub(super) fn covers(&self, name: &str) -> bool {
        self.file(name).is_some()
    }
}

impl FileMapping {
    /// Columns without which no row can be taken, and all others it looks at.
    pub(super) fn columns(&self) -> (Vec<&str>, Vec<&str>) {
        let (mut needed, mut wanted) = (Vec::new(), Vec::new());
        for section in &self.sections {
            for (field, cell) in &section.cells {
                let vital = matches!(*field, "id" | "organization_id")
                    || (*field == "name" && section.kind == self.row());
                let list = if vital { &mut needed } else { &mut wanted };
                list.extend(cell.columns());
            }
        }
        wanted.extend(self.leave_out.iter().flat_map(|rule| rule.cell.columns()));
        wanted.retain(|column| !needed.contains(column));
        (needed, wanted)
    }

    fn row(&self) -> Kind {
        self.sections.first().map_or(Kind::Organization, |section| section.kind)
    }
}

fn file_mapping(
    text: &str,
    themes: &Taxonomy,
    file: Spanned<WrittenFile>,
) -> Result<FileMapping, MappingFault> {
    let start = file.span().start;
    let file = file.into_inner();
    let mut sections = Vec::new();
    for (word, kind, fields) in [
        ("party", Kind::Organization, file.party),
        ("place", Kind::Location, file.place),
        ("offer", Kind::Service, file.offer),
    ] {
        if let Some(fields) = fields {
            sections.push((word, section((text, themes), word, kind, fields)?));
        }
    }
    if sections.is_empty() {
        return Err(fault(text, start, "a [[file]] makes a party, a place or an offer"));
    }
    if let Some(word) = &file.one_row_is {
        let Some(at) = sections.iter().position(|(own, _)| own == word.get_ref()) else {
            return Err(fault(
                text,
                word.span().start,
                "one-row-is names a section of this file: party, place or offer",
            ));
        };
        let first = sections.remove(at);
        sections.insert(0, first);
    }
    let sections: Vec<Section> = sections.into_iter().map(|(_, section)| section).collect();
    let has = |kind| sections.iter().any(|section: &Section| section.kind == kind);
    let keyed = |section: &Section| section.cells.iter().any(|(field, _)| *field == "id");
    if sections.first().is_some_and(|row| !keyed(row)) {
        return Err(fault(text, start, "what a row is needs a key"));
    }
    let lost = sections.iter().any(|section| {
        section.kind != Kind::Organization
            && !section.cells.iter().any(|(field, _)| matches!(*field, "organization_id" | "location_id"))
    });
    if lost && !has(Kind::Organization) {
        return Err(fault(text, start, "a place or offer needs the key of its party: party = \"…\""));
    }
    Ok(FileMapping { name: file.name, leave_out: file.leave_out, sections })
}

fn section(
    (text, themes): (&str, &Taxonomy),
    word: &str,
    kind: Kind,
    fields: Fields,
) -> Result<Section, MappingFault> {
    let mut cells = Vec::new();
    for (field, cell) in fields {
        let at = field.span().start;
        let own = match field.get_ref().replace('-', "_") {
            name if name == "key" => "id".to_owned(),
            name if name == "party" => "organization_id".to_owned(),
            name if name == "place" => "location_id".to_owned(),
            name if matches!(name.as_str(), "id" | "organization_id" | "location_id" | "hidden") => {
                String::new()
            }
            name => name,
        };
        let Some(index) = kind.column(&own) else {
            return Err(fault(text, at, &format!("[{word}] has no field \"{}\"", field.get_ref())));
        };
        let name = kind.columns().get(index).map_or("", |column| column.0);
        let (line, cell) = (cell.span().start, cell.into_inner());
        if let Some(wrong) = cell.words().find(|value| !fits(name, value, themes)) {
            return Err(fault(text, line, &format!("\"{wrong}\" is no {name}")));
        }
        cells.push((name, cell));
    }
    Ok(Section { kind, cells })
}

/// Is this a word that the field knows?
fn fits(field: &str, value: &str, themes: &Taxonomy) -> bool {
    match field {
        _ if value.is_empty() => true,
        "sphere" => Sphere::parse(value).is_ok(),
        "themes" => themes.read(value.split_whitespace()).is_ok(),
        "way" => Way::parse(value).is_ok(),
        "capacity" => Capacity::parse(value).is_ok(),
        _ => true,
    }
}

fn fault(text: &str, at: usize, what: &str) -> MappingFault {
    let before = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
    MappingFault { line: before as u64 + 1, what: what.to_owned() }
}
