//! GeoJSON features one by one: a national file is never held as a tree.

use std::fmt;
use std::io::Read;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::shape::Geometry;

#[derive(Deserialize)]
pub(super) struct Feature {
    #[serde(default)]
    pub properties: Option<Map<String, Value>>,
    #[serde(default)]
    pub geometry: Option<Geometry>,
}

impl Feature {
    /// The first of these properties that says something, as text.
    pub(super) fn says(&self, names: &[&str]) -> Option<String> {
        let properties = self.properties.as_ref()?;
        names.iter().find_map(|name| match properties.get(*name)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
    }
}

/// Hands over each feature as it is read.
///
/// # Errors
/// A sentence, with the line where it went wrong, when this is no GeoJSON feature collection.
pub(super) fn each(input: impl Read, mut take: impl FnMut(Feature)) -> Result<(), String> {
    let mut json = serde_json::Deserializer::from_reader(std::io::BufReader::with_capacity(1 << 16, input));
    let done = Collection(&mut take).deserialize(&mut json).and_then(|found| json.end().map(|()| found));
    match done {
        Ok(true) => Ok(()),
        Ok(false) => Err("This file has no list of \"features\", so it is no GeoJSON with areas.".to_owned()),
        Err(error) if error.is_eof() => Err(format!(
            "The file stops halfway, at line {}: it was cut off. Nothing was taken over.",
            error.line()
        )),
        Err(error) => Err(format!("This is no GeoJSON that can be read: line {}, {error}.", error.line())),
    }
}

struct Collection<'a>(&'a mut dyn FnMut(Feature));

impl<'de> DeserializeSeed<'de> for Collection<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Collection<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GeoJSON feature collection")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            if key == "features" && found {
                return Err(A::Error::custom("\"features\" stands there twice"));
            }
            if key == "features" {
                map.next_value_seed(Features(&mut *self.0))?;
                found = true;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

struct Features<'a>(&'a mut dyn FnMut(Feature));

impl<'de> DeserializeSeed<'de> for Features<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Features<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(feature) = seq.next_element::<Feature>()? {
            (self.0)(feature);
        }
        Ok(())
    }
}
