//! Lines for others, one JSON object a line, in the fields of the Dutch Logboek dataverwerkingen.

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Day;
use ground::trouble::Answer;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::key::hex;
use crate::line::Outcome;
use crate::store::{self, LineRow};

/// What kind of number a person has here: one that says nothing outside this installation.
const PERSON: &str = "urn:samenspel:person";

/// Gives each line of these days, both included, in the order of time.
///
/// # Errors
/// What the database answers.
pub async fn export(
    db: &Db,
    municipality: Municipality,
    (from, until): (Day, Day),
    mut take: impl FnMut(Value) + Send,
) -> Answer<()> {
    let time = (from.begins(), until.plus_days(1).begins());
    store::each_line_of(db, municipality, time, |line| take(logged(municipality, &line))).await
}

/// The fields of the standard's working version, and those of its draft for NEN 7513 for what it has no field for: who
/// did it, as whom, and to what. What a check of the chain needs is an attribute of our own. See docs/decisions/0015.
fn logged(municipality: Municipality, line: &LineRow) -> Value {
    let part = |from: usize, to: usize| hex(line.hash.get(from..to).unwrap_or_default());
    let milliseconds = line.at.micros().div_euclid(1_000);
    let mut attributes = Map::new();
    let mut add = |key: &str, value: Value| attributes.insert(key.to_owned(), value);
    add("dpl.core.processing_activity_id", format!("urn:samenspel:purpose:{}", line.purpose).into());
    if let Some(about) = line.about_id {
        add("dpl.core.data_subject_id", about.to_string().into());
        add("dpl.core.data_subject_id_type", PERSON.into());
    }
    add("dpl.nen7513.users", json!([user(line)]));
    add("dpl.nen7513.participants", participants(line).into());
    add("samenspel.outcome", line.outcome.as_str().into());
    add("samenspel.sequence", line.sequence.into());
    add("samenspel.hash", hex(&line.hash).into());
    json!({
        "trace_id": part(0, 16),
        "span_id": part(16, 24),
        "status": status(&line.outcome),
        "name": line.action,
        "start_time": milliseconds,
        "end_time": milliseconds,
        "resource": { "attributes": {
            "service.name": "samenspel",
            "service.version": env!("CARGO_PKG_VERSION"),
            "nen7513.AuditSourceId": municipality.to_string(),
        } },
        "attributes": attributes,
    })
}

/// `Error` is for a fault of the system, and what fails leaves no line. To refuse is to have worked as meant.
fn status(outcome: &str) -> &'static str {
    if outcome == Outcome::Done.word() { "Ok" } else { "Unset" }
}

/// Who did it, as whom, and what for. Without a person, the kind of somebody is all there is.
fn user(line: &LineRow) -> Value {
    let mut user = Map::new();
    user.insert("roleIDCode".to_owned(), line.actor.as_str().into());
    user.insert("purposeOfUse".to_owned(), line.purpose.as_str().into());
    user.insert("userIsRequestor".to_owned(), true.into());
    if let Some(person) = line.person_id {
        user.insert("userID".to_owned(), person.to_string().into());
    }
    if let Some(membership) = line.membership_id {
        user.insert("alternateUserID".to_owned(), membership.to_string().into());
    }
    Value::Object(user)
}

/// To what it was done, and to the party that it hung on.
fn participants(line: &LineRow) -> Vec<Value> {
    let mut all = vec![participant(&line.object, line.object_id)];
    all.extend(line.party_id.map(|party| participant("party", Some(party))));
    all
}

fn participant(kind: &str, id: Option<Uuid>) -> Value {
    let mut object = Map::new();
    object.insert("participantObjectIDTypeCode".to_owned(), format!("urn:samenspel:{kind}").into());
    if let Some(id) = id {
        object.insert("participantObjectID".to_owned(), id.to_string().into());
    }
    Value::Object(object)
}
