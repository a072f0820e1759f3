//! SQL on `audit_line`, `audit_head`, `audit_root` and `audit_cut`.

use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use crate::chain::{self, Bytes, NOTHING, Written};
use crate::cut::Cut;
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
    let written = Written::new(municipality, sequence, now, line);
    let hash = chain::link(&mut Bytes::new(), &previous, &written).to_vec();
    write(tx, &written, &hash).await?;
    tx.sql("update audit_head set hash = $2 where municipality_id = $1")
        .bind(municipality)
        .bind(hash)
        .execute()
        .await?;
    Ok(())
}

pub(crate) async fn write(tx: &mut Tx, row: &Written<'_>, hash: &[u8]) -> Answer<()> {
    tx.sql(
        "insert into audit_line (municipality_id, sequence, at, actor, person_id, membership_id, action, object, \
         object_id, about_id, party_id, purpose, outcome, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
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
    .bind(row.party)
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
    pub(crate) party_id: Option<Uuid>,
    pub(crate) purpose: String,
    pub(crate) outcome: String,
    pub(crate) hash: Vec<u8>,
}

#[cfg(feature = "peer")]
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
            party: self.party_id,
            purpose: &self.purpose,
            outcome: &self.outcome,
        }
    }
}

pub(crate) const LINES: &str = "select sequence, at, actor, person_id, membership_id, action, object, object_id, about_id, \
                     party_id, purpose, outcome, hash from audit_line where municipality_id = $1";

const ROOTS: &str = "select day, lines, last_hash, previous_root, root, signature, public_key, closed_at \
                     from audit_root where municipality_id = $1";

/// A line as it is checked: fewer columns are read faster, and each of them costs at a million lines.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Link {
    pub(crate) sequence: i64,
    at: Moment,
    /// Actor, action, object, purpose and outcome.
    words: String,
    person_id: Option<Uuid>,
    membership_id: Option<Uuid>,
    pub(crate) object_id: Option<Uuid>,
    about_id: Option<Uuid>,
    party_id: Option<Uuid>,
    pub(crate) hash: Vec<u8>,
}

impl Link {
    /// None when the words are not five: words of ours have no bar in them.
    pub(crate) fn written(&self, municipality: Municipality) -> Option<Written<'_>> {
        let [actor, action, object, purpose, outcome] = self.words()?;
        Some(Written {
            municipality,
            sequence: self.sequence,
            at: self.at,
            actor,
            person: self.person_id,
            membership: self.membership_id,
            action,
            object,
            object_id: self.object_id,
            about: self.about_id,
            party: self.party_id,
            purpose,
            outcome,
        })
    }

    fn words(&self) -> Option<[&str; 5]> {
        let mut words = self.words.split('|');
        let five = [words.next()?, words.next()?, words.next()?, words.next()?, words.next()?];
        words.next().is_none().then_some(five)
    }
}

const LINKS: &str = "select sequence, at, actor || '|' || action || '|' || object || '|' || purpose || '|' || \
                     outcome as words, person_id, membership_id, object_id, about_id, party_id, hash from \
                     audit_line where municipality_id = $1 and sequence >= $2 and sequence <= $3 order by sequence";

/// Every line of a stretch as it comes, in order; both ends are in it.
pub(crate) async fn each_link(
    tx: &mut Tx,
    municipality: Municipality,
    (from, to): (i64, i64),
    take: impl FnMut(Link) + Send,
) -> Answer<()> {
    Ok(tx.sql(LINKS).bind(municipality).bind(from).bind(to).each(take).await?)
}

/// The number of the last line there is.
pub(crate) async fn last(tx: &mut Tx, municipality: Municipality) -> Answer<Option<i64>> {
    let last = tx.sql("select max(sequence) from audit_line where municipality_id = $1").bind(municipality);
    Ok(last.scalar().await?)
}

/// Numbers of lines that stand before where the chain begins.
pub(crate) async fn each_before(
    tx: &mut Tx,
    municipality: Municipality,
    begin: i64,
    mut take: impl FnMut(i64) + Send,
) -> Answer<()> {
    tx.sql("select sequence from audit_line where municipality_id = $1 and sequence < $2 order by sequence")
        .bind(municipality)
        .bind(begin)
        .each(|(sequence,): (i64,)| take(sequence))
        .await?;
    Ok(())
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

/// When the latest line was written, by the clock it was written with.
pub(crate) async fn latest(tx: &mut Tx, municipality: Municipality) -> Answer<Option<Moment>> {
    let latest = tx.sql("select max(at) from audit_line where municipality_id = $1").bind(municipality);
    Ok(latest.scalar().await?)
}

/// The first line that was written at this moment or later.
pub(crate) async fn first_since(
    tx: &mut Tx,
    municipality: Municipality,
    since: Moment,
) -> Answer<Option<i64>> {
    Ok(tx
        .sql("select min(sequence) from audit_line where municipality_id = $1 and at >= $2")
        .bind(municipality)
        .bind(since)
        .scalar()
        .await?)
}

const CUT: &str = "select day, lines, root, cut_at, signature, public_key from audit_cut \
                   where municipality_id = $1";

pub(crate) async fn cut(db: &Db, municipality: Municipality) -> Answer<Option<Cut>> {
    Ok(db.read(CUT).bind(municipality).optional().await?)
}

pub(crate) async fn cut_in(tx: &mut Tx, municipality: Municipality) -> Answer<Option<Cut>> {
    Ok(tx.sql(CUT).bind(municipality).optional().await?)
}

/// From now on the chain begins after this many lines; those before are deleted.
pub(crate) async fn shorten(tx: &mut Tx, municipality: Municipality, cut: &Cut) -> Answer<u64> {
    tx.sql(
        "insert into audit_cut (municipality_id, day, lines, root, cut_at, signature, public_key) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (municipality_id) do update set day = excluded.day, \
         lines = excluded.lines, root = excluded.root, cut_at = excluded.cut_at, \
         signature = excluded.signature, public_key = excluded.public_key",
    )
    .bind(municipality)
    .bind(cut.day)
    .bind(cut.lines)
    .bind(cut.root.clone())
    .bind(cut.cut_at)
    .bind(cut.signature.clone())
    .bind(cut.public_key.clone())
    .execute()
    .await?;
    Ok(tx
        .sql("delete from audit_line where municipality_id = $1 and sequence <= $2")
        .bind(municipality)
        .bind(cut.lines)
        .execute()
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
