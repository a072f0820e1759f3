//! What editing commands have in common: which municipality, which fields, and the sentence when one does not fit.

use access::{Fields, Permit};
use directory::desk::form::Faults;
use directory::municipality;
use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::Moment;
use serde_json::{Map, Value};

use super::prepare;
use crate::refusal::{Refusal, cannot};
use crate::settings::Settings;

/// The desk of one municipality, at the machine.
pub(super) struct Desk {
    pub(super) db: Db,
    pub(super) permit: Permit,
    pub(super) now: Moment,
}

impl Desk {
    /// The municipality named on the command line, or in the settings, or the only one there is.
    pub(super) async fn open(settings: &Settings, named: Option<&str>) -> Result<Self, Refusal> {
        let db = prepare::open(settings).await?;
        let named = named.map(super::municipality::parse_code).transpose()?.or(settings.municipality);
        let towns = municipality::store::all(&db).await?;
        let found = match named {
            Some(code) => towns.iter().find(|town| town.code == code),
            None => towns.first().filter(|_| towns.len() == 1),
        };
        let town = found.ok_or_else(|| {
            Refusal::new(match named {
                Some(code) => format!("{code} is not in this database."),
                None => "There is more than one municipality, or none: say which with --municipality GM…."
                    .to_owned(),
            })
        })?;
        Ok(Self { db, permit: Permit::at_the_machine(town.code), now: Moment::now() })
    }

    pub(super) fn here(&self) -> Municipality {
        self.permit.municipality()
    }

    /// A transaction in which nobody else writes here: what is read in it is still so when it is written.
    pub(super) async fn begin(&self) -> Result<Tx, Refusal> {
        let mut tx = self.db.begin().await?;
        municipality::store::hold(&mut tx, &self.permit).await?;
        Ok(tx)
    }

    /// Says that something changed, and keeps it.
    pub(super) async fn keep(&self, mut tx: Tx) -> Result<(), Refusal> {
        municipality::store::touch(&mut tx, &self.permit, self.now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Fields that are sets of words; the others are one text, perhaps of lines.
const SETS: [&str; 4] = ["languages", "themes", "serves", "places"];

/// From `name=value` words, or a JSON object of texts and lists of texts.
pub(super) fn fields_of(
    values: &[String],
    json: Option<&std::path::Path>,
    known: &[&str],
) -> Result<Fields, Refusal> {
    let mut fields = Fields::default();
    if let Some(path) = json {
        let text = std::fs::read_to_string(path).map_err(|error| cannot("cannot be read", path, &error))?;
        let object: Map<String, Value> = serde_json::from_str(&text)
            .map_err(|error| Refusal::new(format!("{} is no JSON object: {error}.", path.display())))?;
        for (name, value) in object {
            let texts = match value {
                Value::String(text) => vec![text],
                Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                _ => return Err(Refusal::new(format!("{name} must be a text or a list of texts."))),
            };
            set_in(&mut fields, &name, &texts, known)?;
        }
    }
    for pair in values {
        let (name, value) = pair.split_once('=').ok_or_else(|| {
            Refusal::new(format!("{pair:?} must be a field and its value: name=\"De Linde\"."))
        })?;
        set_in(&mut fields, name, &[value.to_owned()], known)?;
    }
    Ok(fields)
}

/// Puts a value in the place of what was there.
pub(super) fn set_in(
    fields: &mut Fields,
    name: &str,
    values: &[String],
    known: &[&str],
) -> Result<(), Refusal> {
    if !known.contains(&name) {
        return Err(Refusal::new(format!("\"{name}\" is no field here. There are: {}.", known.join(", "))));
    }
    fields.remove(name);
    if SETS.contains(&name) {
        for word in values.iter().flat_map(|value| value.split_whitespace()) {
            fields.push(name, word);
        }
    } else {
        fields.push(name, values.join("\n").replace("\\n", "\n"));
    }
    Ok(())
}

/// A field that comes once as its text, and a set as a list.
pub(super) fn json(fields: &Fields) -> Value {
    let mut object = Map::new();
    for (name, value) in fields.iter() {
        if SETS.contains(&name) {
            let list = object.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list {
                list.push(value.into());
            }
        } else {
            object.insert(name.to_owned(), value.into());
        }
    }
    Value::Object(object)
}

/// All fields that do not fit, in one sentence.
pub(super) fn refuse(faults: &Faults, more: String) -> Refusal {
    let each: Vec<String> = faults.iter().map(|(field, fault)| format!("{field}: {fault}")).collect();
    Refusal::new(format!("This does not fit: {}{more}. Nothing was changed.", each.join("; ")))
}
