//! For measuring: a trail of any length at once, and beside our own work the least that anybody would have to do.

use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

use crate::chain::{self, Bytes, Digest, NOTHING, Written};
use crate::line::Line;
use crate::store::{self, LINES, LineRow};

/// SQLite looks for the number of each value among all of them, so a statement of thousands takes longer than many of hundreds.
const AT_ONCE: i64 = 100;

/// So many lines with an id in every field, as `record` would have written them one by one.
///
/// # Errors
/// What the database answers.
pub async fn fill(db: &Db, municipality: Municipality, lines: i64, now: Moment) -> Answer<()> {
    let (mut previous, mut bytes) = (NOTHING, Bytes::new());
    let mut tx = db.begin().await?;
    let mut written = 0;
    while written < lines {
        let until = (written + AT_ONCE).min(lines);
        let rows: Vec<(i64, Digest)> = (written + 1..=until)
            .map(|sequence| {
                previous = chain::link(&mut bytes, &previous, &row(municipality, sequence, now));
                (sequence, previous)
            })
            .collect();
        tx.sql(
            "insert into audit_line (municipality_id, sequence, at, actor, person_id, membership_id, action, \
             object, object_id, about_id, party_id, purpose, outcome, hash) values ",
        )
        .push_rows(rows, |(sequence, hash), values| {
            let row = row(municipality, sequence, now);
            values.bind(row.municipality).bind(row.sequence).bind(row.at).bind(row.actor.to_owned());
            values.bind(row.person).bind(row.membership).bind(row.action.to_owned());
            values.bind(row.object.to_owned()).bind(row.object_id).bind(row.about).bind(row.party);
            values.bind(row.purpose.to_owned()).bind(row.outcome.to_owned()).bind(hash.to_vec());
        })
        .execute()
        .await?;
        written = until;
    }
    tx.sql("insert into audit_head (municipality_id, sequence, hash) values ($1, $2, $3)")
        .bind(municipality)
        .bind(lines)
        .bind(previous.to_vec())
        .execute()
        .await?;
    tx.commit().await?;
    Ok(())
}

fn row(municipality: Municipality, sequence: i64, now: Moment) -> Written<'static> {
    let id = Some(Uuid::from_u128(u128::from(sequence.unsigned_abs())));
    Written {
        municipality,
        sequence,
        at: now,
        actor: "person",
        person: id,
        membership: id,
        action: "party.change",
        object: "party",
        object_id: id,
        about: id,
        party: id,
        purpose: "social-map",
        outcome: "done",
    }
}

/// Reads the same rows and hashes exactly the same bytes, one after another, and checks nothing: whether it came to the
/// hash the chain ends with.
///
/// # Errors
/// What the database answers.
pub async fn read_and_hash(db: &Db, municipality: Municipality) -> Answer<bool> {
    let (mut previous, mut bytes) = (NOTHING, Bytes::new());
    let mut tx = db.snapshot().await?;
    let lines = tx.sql(LINES).bind(municipality).push(" order by sequence");
    lines
        .each(|line: LineRow| previous = chain::link(&mut bytes, &previous, &line.written(municipality)))
        .await?;
    let head = store::head(&mut tx, municipality).await?;
    tx.rollback().await?;
    Ok(head.is_some_and(|(_, hash)| hash == previous))
}

/// The same row as `record` would write, without a chain: a plain insert.
///
/// # Errors
/// What the database answers.
pub async fn insert_only(
    tx: &mut Tx,
    municipality: Municipality,
    sequence: i64,
    now: Moment,
    line: &Line<'_>,
) -> Answer<()> {
    store::write(tx, &Written::new(municipality, sequence, now, line), &NOTHING).await
}
