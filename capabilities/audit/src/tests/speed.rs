//! How long a million lines take, beside reading and hashing the same bytes and nothing else.

use std::time::Instant;

use ground::db::Db;
use ground::db::testing::each;
use sha2::{Digest as _, Sha256};

use uuid::Uuid;

use super::{HERE, minute, papers};
use crate::chain::{self, Bytes, Digest, NOTHING, Written};
use crate::verify;

const LINES: i64 = 1_000_000;
/// Thirteen values a line, 32,000 in a statement.
const AT_ONCE: i64 = 2_000;

/// As `record` would write them, only many in one statement.
async fn fill(db: &Db) {
    let (mut previous, mut bytes) = (NOTHING, Bytes::new());
    let mut tx = db.begin().await.unwrap();
    for start in (0..LINES).step_by(usize::try_from(AT_ONCE).unwrap()) {
        let rows: Vec<(i64, Digest)> = (start + 1..=start + AT_ONCE)
            .map(|sequence| {
                previous = chain::link(&mut bytes, &previous, &written(sequence));
                (sequence, previous)
            })
            .collect();
        tx.sql(
            "insert into audit_line (municipality_id, sequence, at, actor, person_id, membership_id, action, \
             object, object_id, about_id, purpose, outcome, hash) values ",
        )
        .push_rows(rows, |(sequence, hash), values| {
            let row = written(sequence);
            values.bind(row.municipality).bind(row.sequence).bind(row.at).bind(row.actor.to_owned());
            values.bind(row.person).bind(row.membership).bind(row.action.to_owned());
            values.bind(row.object.to_owned()).bind(row.object_id).bind(row.about);
            values.bind(row.purpose.to_owned()).bind(row.outcome.to_owned()).bind(hash.to_vec());
        })
        .execute()
        .await
        .unwrap();
    }
    tx.sql("insert into audit_head (municipality_id, sequence, hash) values ($1, $2, $3)")
        .bind(HERE)
        .bind(LINES)
        .bind(previous.to_vec())
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

fn written(sequence: i64) -> Written<'static> {
    let id = Some(Uuid::from_u128(u128::try_from(sequence).unwrap()));
    Written {
        municipality: HERE,
        sequence,
        at: minute(u64::try_from(sequence / 1_000).unwrap()),
        actor: "person",
        person: id,
        membership: id,
        action: "party.change",
        object: "party",
        object_id: id,
        about: id,
        purpose: "social-map",
        outcome: "done",
    }
}

/// `cargo test --release -p audit -- --ignored --nocapture million`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement of minutes, for a release build"]
async fn a_million_lines_are_verified_within_five_seconds() {
    for fresh in each(migrations::ALL).await {
        let (_dir, papers) = papers();
        fill(&fresh).await;
        let mut hash = Sha256::new();
        let began = Instant::now();
        fresh
            .read("select action, object, purpose, outcome, hash from audit_line where municipality_id = $1 order by sequence")
            .bind(HERE)
            .each(|row: (String, String, String, String, Vec<u8>)| {
                hash.update(row.0.as_bytes());
                hash.update(row.1.as_bytes());
                hash.update(row.2.as_bytes());
                hash.update(row.3.as_bytes());
                hash.update(&row.4);
            })
            .await
            .unwrap();
        assert_ne!(hash.finalize().as_slice(), &NOTHING);
        let plain = began.elapsed();
        let began = Instant::now();
        let report = verify(&fresh, HERE, &papers, None).await.unwrap();
        let whole = began.elapsed();
        assert!(report.is_sound() && report.lines == LINES, "{report:?}");
        println!("{}: verified in {whole:.2?}, read and hashed only in {plain:.2?}", fresh.engine());
        assert!(cfg!(debug_assertions) || whole.as_secs_f64() <= 5.0, "{whole:?}");
    }
}
