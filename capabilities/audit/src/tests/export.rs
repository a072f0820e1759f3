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
    let all = line["attributes"].as_array().unwrap();
    all.iter().find(|one| one["key"] == key).map(|one| &one["value"])
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
        assert_eq!(one["operation_id"].as_str().unwrap().len(), 16);
        assert_eq!(one["status_code"], 2);
        assert_eq!(one["name"], "people.look");
        assert_eq!(one["start_time"], json!(1_764_111_599_999_i64));
        assert_eq!(one["start_time"], one["end_time"]);
        assert_eq!(
            attribute(one, "dpl.core.processing_activity_id").unwrap(),
            "urn:samenspel:purpose:own-party"
        );
        assert_eq!(attribute(one, "dpl.core.data_subject_id").unwrap(), &person.to_string());
        assert_eq!(attribute(one, "samenspel.actor").unwrap(), "person");
        assert_eq!(of(&db, "2025-11-25", "2025-11-26").await.len(), 2);
        assert_eq!(of(&db, "2025-11-27", "2025-11-28").await.len(), 0);
        assert_eq!(of(&db, "2025-11-26", "2025-11-25").await.len(), 0);
    })
    .await;
}
