//! What a municipality's own Logboek is given.

use ground::db::testing::both;
use ground::moment::{Day, Moment};
use serde_json::{Value, json};
use uuid::Uuid;

use super::HERE;
use crate::{Actor, Line, Outcome, export, record};

async fn of(db: &ground::db::Db, from: &str, until: &str) -> Vec<Value> {
    let mut lines = Vec::new();
    let days = (Day::parse(from).unwrap(), Day::parse(until).unwrap());
    export(db, HERE, days, |line| lines.push(line)).await.unwrap();
    lines
}

fn attribute<'v>(line: &'v Value, key: &str) -> Option<&'v Value> {
    line["attributes"].as_object().unwrap().get(key)
}

#[tokio::test]
async fn a_line_is_given_in_the_fields_of_the_logboek_dataverwerkingen() {
    both(migrations::ALL, |db| async move {
        let person = Uuid::from_u128(5);
        let line = Line {
            actor: Actor::Person(Uuid::from_u128(1)),
            membership: Some(Uuid::from_u128(2)),
            action: "people.look",
            object: "person",
            object_id: Some(person),
            about: Some(person),
            party: None,
            purpose: "own-party",
            outcome: Outcome::Refused,
        };
        for moment in ["2025-11-25T22:59:59.999999Z", "2025-11-25T23:00:00Z"] {
            let mut tx = db.begin().await.unwrap();
            record(&mut tx, HERE, Moment::parse(moment).unwrap(), &line).await.unwrap();
            tx.commit().await.unwrap();
        }
        let lines = of(&db, "2025-11-25", "2025-11-25").await;
        assert_eq!(lines.len(), 1);
        let one = &lines[0];
        assert_eq!(one["trace_id"].as_str().unwrap().len(), 32);
        assert_eq!(one["span_id"].as_str().unwrap().len(), 16);
        assert_eq!(one["status"], "Unset", "a refusal is no fault of the system");
        assert_eq!(one["name"], "people.look");
        assert_eq!(one["start_time"], json!(1_764_111_599_999_i64));
        assert_eq!(one["start_time"], one["end_time"]);
        assert_eq!(
            attribute(one, "dpl.core.processing_activity_id").unwrap(),
            "urn:samenspel:purpose:own-party"
        );
        assert_eq!(attribute(one, "dpl.core.data_subject_id").unwrap(), &person.to_string());
        assert_eq!(attribute(one, "dpl.core.data_subject_id_type").unwrap(), "urn:samenspel:person");
        let (who, party) = (Uuid::from_u128(1).to_string(), Uuid::from_u128(2).to_string());
        let user = json!([{
            "userID": who, "alternateUserID": party, "roleIDCode": "person",
            "purposeOfUse": "own-party", "userIsRequestor": true,
        }]);
        assert_eq!(attribute(one, "dpl.nen7513.users").unwrap(), &user);
        let object = json!([{
            "participantObjectIDTypeCode": "urn:samenspel:person", "participantObjectID": person.to_string(),
        }]);
        assert_eq!(attribute(one, "dpl.nen7513.participants").unwrap(), &object);
        assert_eq!(attribute(one, "samenspel.outcome").unwrap(), "refused");
        assert_eq!(one["resource"]["attributes"]["nen7513.AuditSourceId"], "GM9901");
        assert_eq!(of(&db, "2025-11-25", "2025-11-26").await.len(), 2);
        let mut keys: Vec<&String> = one.as_object().unwrap().keys().collect();
        keys.sort_unstable();
        let fields =
            ["attributes", "end_time", "name", "resource", "span_id", "start_time", "status", "trace_id"];
        assert_eq!(keys, fields);
        assert_eq!(of(&db, "2025-11-27", "2025-11-28").await.len(), 0);
        assert_eq!(of(&db, "2025-11-26", "2025-11-25").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_done_to_a_thing_of_a_party_names_both() {
    both(migrations::ALL, |db| async move {
        let (thing, party) = (Uuid::from_u128(3), Uuid::from_u128(7));
        let mut tx = db.begin().await.unwrap();
        let line = Line { object: "offer", party: Some(party), ..super::edit(3) };
        record(&mut tx, HERE, super::minute(0), &line).await.unwrap();
        tx.commit().await.unwrap();
        let lines = of(&db, "2025-11-25", "2025-11-25").await;
        let objects = json!([
            { "participantObjectIDTypeCode": "urn:samenspel:offer", "participantObjectID": thing.to_string() },
            { "participantObjectIDTypeCode": "urn:samenspel:party", "participantObjectID": party.to_string() },
        ]);
        assert_eq!(attribute(&lines[0], "dpl.nen7513.participants").unwrap(), &objects);
    })
    .await;
}

#[tokio::test]
async fn a_change_by_the_operator_names_no_person_and_nobody_it_is_about() {
    both(migrations::ALL, |db| async move {
        super::edits(&db, HERE, 0..1).await;
        let lines = of(&db, "2025-11-25", "2025-11-25").await;
        let one = &lines[0];
        assert_eq!(one["status"], "Ok");
        assert_eq!(attribute(one, "dpl.core.data_subject_id"), None);
        assert_eq!(attribute(one, "dpl.core.data_subject_id_type"), None);
        let users = attribute(one, "dpl.nen7513.users").unwrap();
        assert_eq!(users[0]["roleIDCode"], "operator");
        assert!(users[0].get("userID").is_none() && users[0].get("alternateUserID").is_none());
    })
    .await;
}
