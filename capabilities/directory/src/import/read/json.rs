//! JSON read one record at a time: arrays, pages (`contents`), tables under their names, single objects, one a line.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::flatten::Flattener;
use super::load::{Source, whole};
use super::notes::Notes;
use super::schema::{self, Kind, Known};
use super::store::{Fate, Store};
use super::{Limits, Unreadable};
use crate::import::record::{At, Outcome, Reason};

/// One record may be this many times as long as a row of a table: it has much inside it.
const RECORD_ROWS: u64 = 32;

/// What the place where a record stands says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    Any,
    Table(Known),
    Feature,
    /// What was left of an outermost object after its lists were read.
    Rest,
}

/// Hands over every record in the document.
pub(super) fn stream(
    text: &mut dyn Read,
    name: &str,
    limits: Limits,
    each: &mut dyn FnMut(Hint, Value),
) -> Result<(), Unreadable> {
    let spent = Rc::new(Cell::new(0));
    let max = (limits.row as u64).saturating_mul(RECORD_ROWS);
    let meter = Meter { text, spent: Rc::clone(&spent), max };
    let mut document = serde_json::Deserializer::from_reader(BufReader::with_capacity(64 * 1024, meter));
    let mut roots = 0u64;
    loop {
        let mut entered = false;
        let root =
            Root { hint: Hint::Any, outermost: true, entered: &mut entered, spent: &spent, each: &mut *each };
        match root.deserialize(&mut document) {
            Ok(()) => roots += 1,
            Err(error) if error.is_eof() && !entered && roots > 0 => return Ok(()),
            Err(error) if error.is_io() => return Err(io::Error::from(error).into()),
            Err(error) => {
                let (line, column) = (error.line() as u64, error.column() as u64);
                let file = name.to_owned();
                return Err(match error.is_eof() {
                    true => Unreadable::CutOff { file, line, column },
                    false => Unreadable::BadJson { file, line, column },
                });
            }
        }
    }
}

/// Stops a record that has no end.
struct Meter<'a> {
    text: &'a mut dyn Read,
    spent: Rc<Cell<u64>>,
    max: u64,
}

impl Read for Meter<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.text.read(buffer)?;
        self.spent.set(self.spent.get() + got as u64);
        if self.spent.get() > self.max {
            return Err(Unreadable::TooBig { max: self.max }.into());
        }
        Ok(got)
    }
}

struct Root<'a> {
    hint: Hint,
    outermost: bool,
    entered: &'a mut bool,
    spent: &'a Rc<Cell<u64>>,
    each: &'a mut dyn FnMut(Hint, Value),
}

impl<'de> DeserializeSeed<'de> for Root<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Root<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record or a list of records")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        *self.entered = true;
        while let Some(record) = list.next_element::<Value>()? {
            self.spent.set(0);
            (self.each)(self.hint, record);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        *self.entered = true;
        if !self.outermost {
            let record = Value::deserialize(MapAccessDeserializer::new(map))?;
            (self.each)(self.hint, record);
            return Ok(());
        }
        let mut rest = Map::new();
        let mut lists = false;
        while let Some(key) = map.next_key::<String>()? {
            let Some(hint) = list(&key, rest.contains_key("id")) else {
                rest.insert(key, map.next_value()?);
                continue;
            };
            lists = true;
            let (entered, spent, each) = (&mut *self.entered, self.spent, &mut *self.each);
            map.next_value_seed(Root { hint, outermost: false, entered, spent, each })?;
        }
        self.spent.set(0);
        let page = rest.values().all(|value| !value.is_object() && !value.is_array());
        if !(lists && page) {
            (self.each)(Hint::Rest, Value::Object(rest));
        }
        Ok(())
    }
}

/// Is this the name of a list of records, rather than of something that belongs to one record?
fn list(key: &str, inside_record: bool) -> Option<Hint> {
    match key {
        "contents" | "items" | "results" | "data" => Some(Hint::Any),
        "features" => Some(Hint::Feature),
        "organizations" | "services" if !inside_record => schema::table(key).map(Hint::Table),
        _ if key.ends_with(".csv") => schema::table(key).map(Hint::Table),
        _ => None,
    }
}

pub(super) fn read(source: Source<'_>, store: &mut Store, notes: &mut Notes<'_>) -> Result<(), Unreadable> {
    let (mut number, mut unused, mut records) = (0u64, 0u64, 0u64);
    let mut flattener = Flattener::default();
    let (file, name) = (source.file, source.name);
    stream(source.text, name, source.settings.limits, &mut |hint, value| {
        if let (Hint::Rest, Value::Object(rest)) = (hint, &value)
            && !rest.contains_key("id")
            && !rest.contains_key("name")
        {
            tables(rest, &mut |kind, row| {
                number += 1;
                records += 1;
                flattener.record(kind, row, file, number, store);
            });
            terms(rest, &mut |row| flattener.aside(Kind::Term, row, file, number, store));
            return;
        }
        number += 1;
        let at = || At { file: name.to_owned(), line: number };
        let Value::Object(record) = &value else {
            notes.count(file, Fate::Refused, 1);
            notes.remark(Outcome::Refused, at(), "", Reason::NoKey, "");
            return;
        };
        match kind_of(hint, record) {
            Some(kind) => {
                records += 1;
                flattener.record(kind, record, file, number, store);
            }
            None => unused += 1,
        }
    })?;
    for _ in 0..flattener.people {
        notes.person(name);
    }
    if !flattener.closed.is_empty() {
        let closed: Vec<&str> = flattener.closed.iter().map(String::as_str).collect();
        notes.remark(Outcome::LeftOut, whole(name), "", Reason::Internal, &closed.join(", "));
    }
    if unused > 0 {
        notes.count(file, Fate::LeftOut, unused);
        notes.remark(Outcome::LeftOut, whole(name), "", Reason::NotUsed, &unused.to_string());
    }
    if number == 0 || (records == 0 && unused == 0) {
        return Err(Unreadable::NoRecords { file: name.to_owned() });
    }
    Ok(())
}

/// `{ "organizations": […], "services": […] }` in whatever order.
fn tables(rest: &Map<String, Value>, each: &mut dyn FnMut(Kind, &Map<String, Value>)) {
    for (key, value) in rest {
        let (Some(Known::Table(kind)), Value::Array(rows)) = (schema::table(key), value) else { continue };
        for row in rows.iter().filter_map(Value::as_object) {
            each(kind, row);
        }
    }
}

/// `{ "taxonomies": [{ "taxonomy_terms": […] }] }`: what the offers point at, no records of their own.
fn terms(rest: &Map<String, Value>, each: &mut dyn FnMut(&Map<String, Value>)) {
    let lists = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    for taxonomy in lists(rest.get("taxonomies")) {
        lists(taxonomy.get("taxonomy_terms")).iter().filter_map(Value::as_object).for_each(&mut *each);
    }
}

fn kind_of(hint: Hint, record: &Map<String, Value>) -> Option<Kind> {
    if let Hint::Table(known) = hint {
        return match known {
            Known::Table(kind) => Some(kind),
            Known::Unused => None,
        };
    }
    let has = |names: &[&str]| names.iter().any(|name| record.contains_key(*name));
    match () {
        () if has(&["service"]) && has(&["location"]) => Some(Kind::ServiceAtLocation),
        () if has(&["latitude", "longitude", "location_type", "addresses", "physical_addresses"]) => {
            Some(Kind::Location)
        }
        () if has(&[
            "organization",
            "organization_id",
            "service_at_locations",
            "application_process",
            "eligibility",
        ]) || has(&["fees", "fees_description", "minimum_age", "status", "cost_options"]) =>
        {
            Some(Kind::Service)
        }
        () if has(&["taxonomy", "term_uri", "parent_id", "vocabulary", "taxonomy_detail"]) => {
            Some(Kind::Term)
        }
        () if has(&["version"]) => None,
        () if has(&["name"]) => Some(Kind::Organization),
        () => None,
    }
}
