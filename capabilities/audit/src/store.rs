//! SQL on `audit_line`, `audit_head` and `audit_root`.

use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use crate::chain::{self, Bytes, NOTHING, Written};
use crate::line::Line;
use crate::root::Root;

/// Writes one line, in the transaction of what it tells of: both are there, or neither.
///
/// The row of the chain's end is held until the transaction ends, so lines of one municipality are written one after
/// another, whichever server writes them; were two ever to take the same number, the key of the table refuses the second.
///
/// # Errors
/// What the database answers; a fault when a word of the line is none of the program's.
pub async fn record(tx: &mut Tx, municipality: Municipality, now: Moment, line: &Line<'_>) -> Answer<()> {
    if !line.fits() {
        return Err(Trouble::fault("a line of the trail has a word that is none"));
    }
    let (sequence, previous): (i64, Vec<u8>) = tx
        .sql(
            "insert into audit_head (municipality_id, sequence, hash) values ($1, 1, $2) \
             on conflict (municipality_id) do update set sequence = audit_head.sequence + 1 \
             returning sequence, hash",
        )
        .bind(municipality)
        .bind(NOTHING.to_vec())
        .one()
        .await?;
    let written = Written {
        municipality,
        sequence,
        at: now,
        actor: line.actor.word(),
        person: line.actor.person(),
        membership: line.membership,
        action: line.action,
        object: line.object,
        object_id: line.object_id,
        about: line.about,
        purpose: line.purpose,
        outcome: line.outcome.word(),
    };
    let hash = chain::link(&mut Bytes::new(), &previous, &written).to_vec();
    write(tx, &written, &hash).await?;
    tx.sql("update audit_head set hash = $2 where municipality_id = $1")
        .bind(municipality)
        .bind(hash)
        .execute()
        .await?;
    Ok(())
}

async fn write(tx: &mut Tx, row: &Written<'_>, hash: &[u8]) -> Answer<()> {
    tx.sql(
        "insert into audit_line (municipality_id, sequence, at, actor, person_id, membership_id, action, object, \
         object_id, about_id, purpose, outcome, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(row.municipality)
    .bind(row.sequence)
    .bind(row.at)
    .bind(row.actor.to_owned())
    .bind(row.person)
    .bind(row.membership)
    .bind(row.action.to_owned())
    .bind(row.object.to_owned())
    .bind(row.object_id)
    .bind(row.about)
    .bind(row.purpose.to_owned())
    .bind(row.outcome.to_owned())
    .bind(hash.to_vec())
    .execute()
    .await?;
    Ok(())
}

/// A line as it stands.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct LineRow {
    pub(crate) sequence: i64,
    pub(crate) at: Moment,
    pub(crate) actor: String,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) membership_id: Option<Uuid>,
    pub(crate) action: String,
    pub(crate) object: String,
    pub(crate) object_id: Option<Uuid>,
    pub(crate) about_id: Option<Uuid>,
    pub(crate) purpose: String,
    pub(crate) outcome: String,
    pub(crate) hash: Vec<u8>,
}

impl LineRow {
    pub(crate) fn written(&self, municipality: Municipality) -> Written<'_> {
        Written {
            municipality,
            sequence: self.sequence,
            at: self.at,
            actor: &self.actor,
            person: self.person_id,
            membership: self.membership_id,
            action: &self.action,
            object: &self.object,
            object_id: self.object_id,
            about: self.about_id,
            purpose: &self.purpose,
            outcome: &self.outcome,
        }
    }
}

pub(crate) const LINES: &str = "select sequence, at, actor, person_id, membership_id, action, object, object_id, about_id, \
                     purpose, outcome, hash from audit_line where municipality_id = $1";

const ROOTS: &str = "select day, lines, last_hash, previous_root, root, signature, public_key, closed_at \
                     from audit_root where municipality_id = $1";

/// Every line as it comes, in order.
pub(crate) async fn each_line(
    tx: &mut Tx,
    municipality: Municipality,
    take: impl FnMut(LineRow) + Send,
) -> Answer<()> {
    Ok(tx.sql(LINES).bind(municipality).push(" order by sequence").each(take).await?)
}

/// The lines of a time, in order.
pub(crate) async fn each_line_of(
    db: &Db,
    municipality: Municipality,
    (from, until): (Moment, Moment),
    take: impl FnMut(LineRow) + Send,
) -> Answer<()> {
    let lines =
        db.read(LINES).bind(municipality).push_bind(" and at >= ", from).push_bind(" and at < ", until);
    Ok(lines.push(" order by at, sequence").each(take).await?)
}

/// How many lines were written, and the hash of the last.
pub(crate) async fn head(tx: &mut Tx, municipality: Municipality) -> Answer<Option<(i64, Vec<u8>)>> {
    let head = tx.sql("select sequence, hash from audit_head where municipality_id = $1").bind(municipality);
    Ok(head.optional().await?)
}

/// Nobody writes a line here until this transaction ends.
pub(crate) async fn hold(tx: &mut Tx, municipality: Municipality) -> Answer<()> {
    tx.sql("update audit_head set sequence = sequence where municipality_id = $1")
        .bind(municipality)
        .execute()
        .await?;
    Ok(())
}

pub(crate) async fn roots(db: &Db, municipality: Municipality) -> Answer<Vec<Root>> {
    Ok(db.read(ROOTS).bind(municipality).push(" order by day").all().await?)
}

pub(crate) async fn roots_in(tx: &mut Tx, municipality: Municipality) -> Answer<Vec<Root>> {
    Ok(tx.sql(ROOTS).bind(municipality).push(" order by day").all().await?)
}

/// The closed day before all others, if any was closed.
///
/// # Errors
/// What the database answers.
pub async fn newest_root(db: &Db, municipality: Municipality) -> Answer<Option<Root>> {
    Ok(db.read(ROOTS).bind(municipality).push(" order by day desc limit 1").optional().await?)
}

/// The root of this day, if it was closed.
///
/// # Errors
/// What the database answers.
pub async fn root_of(db: &Db, municipality: Municipality, day: Day) -> Answer<Option<Root>> {
    Ok(db.read(ROOTS).bind(municipality).push_bind(" and day = ", day).optional().await?)
}

pub(crate) async fn newest_root_in(tx: &mut Tx, municipality: Municipality) -> Answer<Option<Root>> {
    Ok(tx.sql(ROOTS).bind(municipality).push(" order by day desc limit 1").optional().await?)
}

/// The last line after `counted` that is dated before `end`.
pub(crate) async fn last_before(
    tx: &mut Tx,
    municipality: Municipality,
    counted: i64,
    end: Moment,
) -> Answer<Option<i64>> {
    let last: Option<i64> = tx
        .sql("select max(sequence) from audit_line where municipality_id = $1 and sequence > $2 and at < $3")
        .bind(municipality)
        .bind(counted)
        .bind(end)
        .scalar()
        .await?;
    Ok(last)
}

pub(crate) async fn hash_of(
    tx: &mut Tx,
    municipality: Municipality,
    sequence: i64,
) -> Answer<Option<Vec<u8>>> {
    Ok(tx
        .sql("select hash from audit_line where municipality_id = $1 and sequence = $2")
        .bind(municipality)
        .bind(sequence)
        .optional_scalar()
        .await?)
}

pub(crate) async fn keep_root(tx: &mut Tx, municipality: Municipality, root: &Root) -> Answer<()> {
    tx.sql(
        "insert into audit_root (municipality_id, day, lines, last_hash, previous_root, root, signature, \
         public_key, closed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(municipality)
    .bind(root.day)
    .bind(root.lines)
    .bind(root.last_hash.clone())
    .bind(root.previous.clone())
    .bind(root.root.clone())
    .bind(root.signature.clone())
    .bind(root.public_key.clone())
    .bind(root.closed_at)
    .execute()
    .await?;
    Ok(())
}
