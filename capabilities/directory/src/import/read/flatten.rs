//! A nested record into rows of tables: what stands inside another belongs to it.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Map, Value};

use super::schema::{self, Kind};
use super::store::{Origin, Store};
use super::table::is_of;

/// Deeper than any record of the standard.
const DEEPEST: usize = 12;

#[derive(Default)]
pub(super) struct Flattener {
    /// Hashes of rows found inside others: the same party stands in each of its offers.
    seen: HashSet<u64>,
    pub(super) people: u64,
    /// Fields whose name says they are not for everybody.
    pub(super) closed: BTreeSet<String>,
}

/// Keys of what a record stands in.
#[derive(Clone, Default)]
struct Within {
    organization: Option<String>,
    service: Option<String>,
    location: Option<String>,
    service_at_location: Option<String>,
    contact: Option<String>,
}

impl Within {
    fn key(&self, column: &str) -> Option<&String> {
        match column {
            "organization_id" => self.organization.as_ref(),
            "service_id" => self.service.as_ref(),
            "location_id" => self.location.as_ref(),
            "service_at_location_id" => self.service_at_location.as_ref(),
            "contact_id" => self.contact.as_ref(),
            _ => None,
        }
    }

    fn inside(kind: Kind, key: String) -> Self {
        let mut within = Self::default();
        match kind {
            Kind::Organization => within.organization = Some(key),
            Kind::Service => within.service = Some(key),
            Kind::Location => within.location = Some(key),
            Kind::ServiceAtLocation => within.service_at_location = Some(key),
            Kind::Contact => within.contact = Some(key),
            _ => {}
        }
        within
    }
}

impl Flattener {
    pub(super) fn record(
        &mut self,
        kind: Kind,
        record: &Map<String, Value>,
        file: usize,
        number: u64,
        store: &mut Store,
    ) {
        let origin = Origin { file, line: number, counted: true };
        self.put(kind, record, &Within::default(), origin, 0, store);
    }

    /// As [`Self::record`], of what is only there for others to point at: it does not count as a row.
    pub(super) fn aside(
        &mut self,
        kind: Kind,
        record: &Map<String, Value>,
        file: usize,
        number: u64,
        store: &mut Store,
    ) {
        let origin = Origin { file, line: number, counted: false };
        self.put(kind, record, &Within::default(), origin, 0, store);
    }

    fn put(
        &mut self,
        kind: Kind,
        record: &Map<String, Value>,
        within: &Within,
        origin: Origin,
        depth: usize,
        store: &mut Store,
    ) -> String {
        if depth > DEEPEST {
            return String::new();
        }
        let mut within = within.clone();
        let inner = Origin { counted: false, ..origin };
        // What this belongs to can stand inside it.
        for (field, parent) in
            [("organization", Kind::Organization), ("service", Kind::Service), ("location", Kind::Location)]
        {
            let wanted = matches!(
                (kind, parent),
                (Kind::Service, Kind::Organization)
                    | (Kind::ServiceAtLocation, Kind::Service | Kind::Location)
                    | (Kind::Location, Kind::Organization)
            );
            if let (true, Some(Value::Object(inside))) = (wanted, record.get(field)) {
                let key = self.put(parent, inside, &Within::default(), inner, depth + 1, store);
                match parent {
                    Kind::Organization => within.organization = Some(key),
                    Kind::Service => within.service = Some(key),
                    _ => within.location = Some(key),
                }
            }
        }
        let cells = self.cells(kind, record, &within);
        let key = cells.first().cloned().unwrap_or_default();
        let key = if key.is_empty() && !origin.counted { made_up(kind, &within, &cells) } else { key };
        let mut hasher = DefaultHasher::new();
        (kind, &key, &cells).hash(&mut hasher);
        if origin.counted || self.seen.insert(hasher.finish()) {
            let rest = cells.iter().skip(1).map(String::as_str);
            store.push(kind, origin, std::iter::once(key.as_str()).chain(rest));
        }
        self.children(kind, record, &key, &within, inner, depth, store);
        key
    }

    #[expect(clippy::too_many_arguments, reason = "the record, where it stands, and where it goes")]
    fn children(
        &mut self,
        kind: Kind,
        record: &Map<String, Value>,
        key: &str,
        within: &Within,
        origin: Origin,
        depth: usize,
        store: &mut Store,
    ) {
        for (field, value) in record {
            let Some(child) = child_of(kind, field) else { continue };
            let inside = match kind {
                Kind::ServiceAtLocation if key.is_empty() => within.clone(),
                _ => Within::inside(kind, key.to_owned()),
            };
            let one = std::slice::from_ref(value);
            for item in value.as_array().map_or(one, Vec::as_slice) {
                match item {
                    Value::Object(item) => {
                        self.put(child, item, &inside, origin, depth + 1, store);
                    }
                    // `"languages": ["Dutch", "Turkish"]`
                    Value::String(_) => {
                        let column =
                            child.columns().iter().map(|column| column.0).find(|column| named(child, column));
                        let item: Map<String, Value> =
                            column.map(|column| (column.to_owned(), item.clone())).into_iter().collect();
                        self.put(child, &item, &inside, origin, depth + 1, store);
                    }
                    _ => {}
                }
            }
        }
    }

    fn cells(&mut self, kind: Kind, record: &Map<String, Value>, within: &Within) -> Vec<String> {
        let secret = record
            .iter()
            .filter(|(field, _)| schema::is_secrecy(field))
            .map(|(_, value)| text(value))
            .find(|cell| schema::is_secret(cell));
        let hidden = record.iter().any(|(field, value)| schema::hides(field, &text(value)))
            || (kind.hides_secret() && secret.is_some());
        self.closed.extend(
            record.keys().filter(|field| schema::is_internal(field) && !schema::is_secrecy(field)).cloned(),
        );
        let person = if kind == Kind::Contact {
            record.get("name").map(text).unwrap_or_default()
        } else {
            String::new()
        };
        self.people += u64::from(!person.is_empty());
        let find = |names: &mut dyn Iterator<Item = &&str>| {
            names.filter_map(|name| record.get(*name)).map(text).find(|text| !text.is_empty())
        };
        let cell = |own: &'static str, others: &[&str]| match own {
            "call_for" | "not_for" | "does" | "does_not" | "themes" => lines(record.get(own)),
            "hidden" => if hidden { "1" } else { "" }.to_owned(),
            "confidential" => secret.clone().unwrap_or_default(),
            "named" => if person.is_empty() { "" } else { "1" }.to_owned(),
            "term_id" | "name" if kind == Kind::Attribute => {
                let term = record.get("taxonomy_term").and_then(Value::as_object);
                let inner =
                    term.and_then(|term| term.get(if own == "name" { "name" } else { "id" })).map(text);
                inner.or_else(|| find(&mut std::iter::once(&own).chain(others))).unwrap_or_default()
            }
            "code" if kind == Kind::Attribute => {
                let term = record.get("taxonomy_term").and_then(Value::as_object);
                term.and_then(|term| term.get("code")).map(text).unwrap_or_default()
            }
            "email" if kind == Kind::Contact => {
                find(&mut std::iter::once(&own)).filter(|email| !is_of(&person, email)).unwrap_or_default()
            }
            _ => {
                let found = find(&mut std::iter::once(&own).chain(others));
                within.key(own).cloned().filter(|key| !key.is_empty()).or(found).unwrap_or_default()
            }
        };
        kind.columns().iter().map(|(own, others)| cell(own, others)).collect()
    }
}

/// The column that says the most about a row that is only a word.
fn named(kind: Kind, column: &str) -> bool {
    matches!(
        (kind, column),
        (Kind::Phone, "number")
            | (Kind::Eligibility, "eligibility")
            | (Kind::Accessibility | Kind::Schedule, "description")
            | (Kind::Cost, "amount_description")
            | (_, "name")
    )
}

fn child_of(kind: Kind, field: &str) -> Option<Kind> {
    let child = match field {
        "services" => Kind::Service,
        "locations" => Kind::Location,
        "service_at_locations" | "services_at_location" => Kind::ServiceAtLocation,
        "contacts" => Kind::Contact,
        "phones" => Kind::Phone,
        "addresses" | "physical_addresses" => Kind::Address,
        "schedules" | "regular_schedules" => Kind::Schedule,
        "languages" => Kind::Language,
        "eligibility" | "eligibilities" | "eligibilitys" => Kind::Eligibility,
        "service_areas" => Kind::ServiceArea,
        "accessibility" | "accessibility_for_disabilities" => Kind::Accessibility,
        "cost_options" => Kind::Cost,
        "attributes" | "service_taxonomys" | "service_taxonomies" => Kind::Attribute,
        _ => return None,
    };
    let belongs = match child {
        Kind::Service => kind == Kind::Organization,
        Kind::Location => kind == Kind::Organization,
        _ => child.links().iter().any(|(_, parent)| *parent == kind),
    };
    belongs.then_some(child)
}

/// A thing without a key of its own inside one that has: the same each time the file is read.
fn made_up(kind: Kind, within: &Within, cells: &[String]) -> String {
    let parent = [
        &within.service,
        &within.location,
        &within.organization,
        &within.service_at_location,
        &within.contact,
    ];
    let parent = parent.into_iter().flatten().find(|key| !key.is_empty());
    let mut hasher = DefaultHasher::new();
    cells.hash(&mut hasher);
    match (kind, parent) {
        // Parties need a key that outlives a change of their text.
        (Kind::Organization, _) | (_, None) => String::new(),
        (_, Some(parent)) => format!("{parent}/{:08x}", hasher.finish() & 0xffff_ffff),
    }
}

/// One thing a line: things may have commas in them.
fn lines(value: Option<&Value>) -> String {
    match value {
        Some(Value::Array(items)) => items.iter().map(text).collect::<Vec<_>>().join("\n"),
        value => value.map(text).unwrap_or_default(),
    }
}

/// A scalar as text, a list of scalars with commas; nothing for what has an inside.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().filter(|item| !item.is_array()).map(text).collect();
            items.into_iter().filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}
