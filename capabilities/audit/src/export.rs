//! Lines for others, one JSON object a line, in the fields of the Dutch Logboek dataverwerkingen.

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Day;
use ground::trouble::Answer;
use serde_json::{Value, json};

use crate::key::hex;
use crate::store::{self, LineRow};

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

/// The fields of version 1 of the standard; what it has no field for (who, as whom, which object: NEN 7513 asks for
/// these) is an attribute of our own.
fn logged(municipality: Municipality, line: &LineRow) -> Value {
    let part = |from: usize, to: usize| hex(line.hash.get(from..to).unwrap_or_default());
    let milliseconds = line.at.micros().div_euclid(1_000);
    let mut attributes = vec![json!({
        "key": "dpl.core.processing_activity_id",
        "value": format!("urn:samenspel:purpose:{}", line.purpose),
    })];
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            attributes.push(json!({ "key": key, "value": value }));
        }
    };
    add("dpl.core.data_subject_id", line.about_id.map(|id| id.to_string()));
    add("samenspel.sequence", Some(line.sequence.to_string()));
    add("samenspel.actor", Some(line.actor.clone()));
    add("samenspel.person_id", line.person_id.map(|id| id.to_string()));
    add("samenspel.membership_id", line.membership_id.map(|id| id.to_string()));
    add("samenspel.object", Some(line.object.clone()));
    add("samenspel.object_id", line.object_id.map(|id| id.to_string()));
    add("samenspel.outcome", Some(line.outcome.clone()));
    add("samenspel.hash", Some(hex(&line.hash)));
    json!({
        "trace_id": part(0, 16),
        "operation_id": part(16, 24),
        "status_code": if line.outcome == "done" { 1 } else { 2 },
        "name": line.action,
        "start_time": milliseconds,
        "end_time": milliseconds,
        "resource": { "attributes": [
            { "key": "service.name", "value": "samenspel" },
            { "key": "service.version", "value": env!("CARGO_PKG_VERSION") },
            { "key": "samenspel.municipality", "value": municipality.to_string() },
        ] },
        "attributes": attributes,
    })
}
