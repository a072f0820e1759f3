//! The CSV tables of HSDS 3.0 with the columns of the Dutch profile, and the datapackage that describes them, in one zip.

use std::fs::File;
use std::io::{BufWriter, Seek as _, Write};

use serde_json::{Map, Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::walk::Walk;
use super::{Broken, LICENCE, LICENCE_ADDRESS};
use crate::shape::{Organization, Taxonomy, Term};

/// A table: its name, its file, the field it stands in inside a record, and its columns.
struct Shape(&'static str, &'static str, &'static str, &'static [&'static str]);

const SHAPES: [Shape; 15] = [
    Shape(
        "organization",
        "organizations.csv",
        "",
        &[
            "id",
            "name",
            "description",
            "email",
            "website",
            "sphere",
            "call_for",
            "not_for",
            "best_way",
            "lived_experience",
            "works_gladly",
            "capacity",
            "capacity_note",
            "role_name",
            "serves_all",
            "serves",
            "serves_year",
            "confirmed_at",
            "confirmed_by",
            "last_modified",
            "source_name",
            "source_licence",
            "source_dated",
            "source_key",
        ],
    ),
    Shape(
        "service",
        "services.csv",
        "services",
        &[
            "id",
            "organization_id",
            "name",
            "description",
            "url",
            "email",
            "status",
            "fees_description",
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "assured_date",
            "last_modified",
            "does",
            "does_not",
            "themes",
            "way",
            "capacity",
            "opening_note",
            "confirmed_at",
            "confirmed_by",
            "source_name",
            "source_licence",
            "source_dated",
            "source_key",
        ],
    ),
    Shape(
        "location",
        "locations.csv",
        "locations",
        &[
            "id",
            "location_type",
            "organization_id",
            "name",
            "description",
            "latitude",
            "longitude",
            "confidential",
            "area_code",
            "area_year",
        ],
    ),
    Shape(
        "service_at_location",
        "service_at_location.csv",
        "service_at_locations",
        &["id", "service_id", "location_id"],
    ),
    Shape(
        "address",
        "addresses.csv",
        "addresses",
        &[
            "id",
            "location_id",
            "address_1",
            "city",
            "state_province",
            "postal_code",
            "country",
            "address_type",
            "street",
            "house_number",
        ],
    ),
    Shape("accessibility", "accessibility.csv", "accessibility", &["id", "location_id", "details"]),
    Shape(
        "contact",
        "contacts.csv",
        "contacts",
        &["id", "organization_id", "title", "department", "email", "languages"],
    ),
    Shape(
        "phone",
        "phones.csv",
        "phones",
        &["id", "organization_id", "service_id", "contact_id", "number", "type"],
    ),
    Shape(
        "schedule",
        "schedules.csv",
        "schedules",
        &["id", "service_id", "freq", "interval", "byday", "opens_at", "closes_at", "description"],
    ),
    Shape(
        "language",
        "languages.csv",
        "languages",
        &["id", "organization_id", "service_id", "name", "code", "inherited"],
    ),
    Shape(
        "service_area",
        "service_areas.csv",
        "service_areas",
        &["id", "service_id", "name", "extent", "extent_type", "area_code", "area_year"],
    ),
    Shape("cost_option", "cost_options.csv", "cost_options", &["id", "service_id", "amount_description"]),
    Shape(
        "attribute",
        "attributes.csv",
        "attributes",
        &["id", "link_id", "taxonomy_term_id", "link_type", "link_entity"],
    ),
    Shape("taxonomy", "taxonomies.csv", "", &["id", "name", "description", "version"]),
    Shape(
        "taxonomy_term",
        "taxonomy_terms.csv",
        "taxonomy_terms",
        &["id", "code", "name", "description", "parent_id", "taxonomy", "taxonomy_id", "language"],
    ),
];

const TAXONOMIES: usize = 13;
const TERMS: usize = 14;

/// Each on disk while it grows.
struct Tables(Vec<csv::Writer<BufWriter<File>>>);

impl Tables {
    fn begin() -> Result<Self, Broken> {
        let mut all = Vec::new();
        for Shape(_, _, _, columns) in &SHAPES {
            let mut table = csv::Writer::from_writer(BufWriter::new(tempfile::tempfile()?));
            table.write_record(*columns)?;
            all.push(table);
        }
        Ok(Self(all))
    }

    /// A record into its table, and what stands inside it into theirs.
    fn put(&mut self, table: usize, record: &Map<String, Value>) -> Result<(), Broken> {
        let Some(Shape(_, _, _, columns)) = SHAPES.get(table) else { return Ok(()) };
        if let Some(writer) = self.0.get_mut(table) {
            writer.write_record(columns.iter().map(|column| cell(record, column)))?;
        }
        for (field, value) in record {
            let inside = SHAPES.iter().position(|Shape(_, _, within, _)| within == field);
            if let (Some(child), Value::Array(items)) = (inside, value) {
                items.iter().filter_map(Value::as_object).try_for_each(|item| self.put(child, item))?;
            }
        }
        Ok(())
    }

    fn put_value(&mut self, table: usize, record: &impl serde::Serialize) -> Result<(), Broken> {
        match serde_json::to_value(record)? {
            Value::Object(record) => self.put(table, &record),
            _ => Ok(()),
        }
    }
}

/// A list of words one a line; of the source its parts.
fn cell(record: &Map<String, Value>, column: &str) -> String {
    let value = match column.strip_prefix("source_") {
        Some(part) => record.get("source").and_then(|source| source.get(part)),
        None => record.get(column),
    };
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
        _ => String::new(),
    }
}

pub(super) async fn write<W: Write + std::io::Seek + Send>(
    walk: &mut Walk,
    out: &mut W,
) -> Result<(), Broken> {
    let mut tables = Tables::begin()?;
    while let Some(wholes) = walk.next().await? {
        for whole in &wholes {
            tables.put_value(0, &Organization::with_offers(walk.scene(), whole, |_| true))?;
        }
    }
    tables.put_value(TAXONOMIES, &Taxonomy::ours())?;
    Term::all(walk.scene().themes).try_for_each(|term| tables.put_value(TERMS, &term))?;

    let mut zip = ZipWriter::new(out);
    let options =
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated).large_file(true);
    for (Shape(_, file, _, _), table) in SHAPES.iter().zip(tables.0) {
        let buffer =
            table.into_inner().map_err(|error| Broken::Io(std::io::Error::other(error.to_string())))?;
        let mut rows = buffer.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        rows.rewind()?;
        zip.start_file(*file, options)?;
        std::io::copy(&mut rows, &mut zip)?;
    }
    zip.start_file("datapackage.json", options)?;
    serde_json::to_writer_pretty(&mut zip, &described(walk))?;
    zip.finish()?;
    Ok(())
}

/// `datapackage.json`: each table, its columns and where its keys point.
fn described(walk: &Walk) -> Value {
    let scene = walk.scene();
    let resources: Vec<Value> = SHAPES.iter().map(resource).collect();
    json!({
        "name": "human_services_data",
        "title": format!("Sociale kaart van {}", scene.municipality.name),
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "created": scene.now.to_string(),
        "licenses": [{ "name": LICENCE, "path": LICENCE_ADDRESS }],
        "resources": resources,
    })
}

fn resource(Shape(name, file, _, columns): &Shape) -> Value {
    let fields: Vec<Value> =
        columns.iter().map(|column| json!({ "name": column, "type": kind(column) })).collect();
    let keys: Vec<Value> = columns
        .iter()
        .filter_map(|column| {
            let to = column.strip_suffix("_id").map(|to| if to == "parent" { *name } else { to });
            let to = to.filter(|to| SHAPES.iter().any(|Shape(it, ..)| it == to))?;
            Some(json!({ "fields": column, "reference": { "resource": to, "fields": "id" } }))
        })
        .collect();
    json!({
        "name": name,
        "path": file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "primaryKey": "id", "fields": fields, "foreignKeys": keys },
    })
}

fn kind(column: &str) -> &'static str {
    match column {
        "latitude" | "longitude" | "minimum_age" | "maximum_age" => "number",
        "interval" | "area_year" | "serves_year" => "integer",
        "serves_all" | "confidential" | "inherited" => "boolean",
        "assured_date" | "source_dated" => "date",
        "confirmed_at" | "last_modified" => "datetime",
        _ => "string",
    }
}
