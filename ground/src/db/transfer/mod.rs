//! Moving a whole installation between engines: every table, resumable, and afterwards compared row by row.

mod books;
mod rows;
#[cfg(test)]
mod tests;
mod verify;

use futures_util::TryStreamExt as _;

use super::catalogue::{Catalogue, Kind, Table, quoted, same_on_both};
use super::{Db, DbError, Tx};
use crate::moment::Moment;
use crate::trouble::Answer;
use books::Books;
use rows::{Shape, Value};

/// Where a move is: `done` of `total` rows of this table, while copying or while comparing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    pub table: String,
    pub done: u64,
    pub total: u64,
    pub step: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Copying,
    Comparing,
}

/// What arrived, table by table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub tables: Vec<TableReport>,
    /// Rows that an earlier, interrupted run had already brought over.
    pub resumed_rows: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableReport {
    pub table: String,
    pub rows: u64,
    /// SHA-256 over all values in key order; the same on both engines.
    pub checksum: String,
}

/// Rows, values and bytes of one batch: small enough for a statement, large enough to be quick.
pub(super) const BATCH_ROWS: usize = 500;
const BATCH_BYTES: usize = 4 * 1024 * 1024;

/// Copies everything from `from` to `to`, which must be migrated to the same level and be empty, or hold
/// the unfinished result of this same move. The source is only read, as of one moment.
pub async fn copy(
    from: &Db,
    to: &Db,
    now: Moment,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Answer<Report> {
    Ok(copied(from, to, now, BATCH_ROWS, progress).await?)
}

pub(super) async fn copied(
    from: &Db,
    to: &Db,
    now: Moment,
    batch_rows: usize,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report, DbError> {
    let (source, target) = (Catalogue::read(from).await?, Catalogue::read(to).await?);
    let mut snapshot = from.snapshot().await?;
    books::same_level(&mut snapshot, to).await?;
    let differences = same_on_both(&source, &target);
    if !differences.is_empty() {
        return Err(DbError::refused(format!("The two databases differ: {}.", differences.join("; "))));
    }
    let order = source.in_reference_order()?;
    let mut books = Books::open(&mut snapshot, to, &order, now).await?;
    let mut shapes = Vec::new();
    for name in order {
        let shape = shape(name, &source, &target)?;
        let total = rows::count(&mut snapshot, &shape).await?;
        table(&mut snapshot, to, &shape, total, batch_rows, &mut books, progress).await?;
        shapes.push((shape, total));
    }
    let mut tables = Vec::new();
    let mut arrived = to.snapshot().await?;
    for (shape, total) in &shapes {
        tables.push(verify::table(&mut snapshot, &mut arrived, shape, *total, progress).await?);
    }
    arrived.rollback().await?;
    snapshot.rollback().await?;
    let resumed_rows = books.resumed_rows();
    books.close(to).await?;
    Ok(Report { tables, resumed_rows })
}

/// PostgreSQL knows what a value means (an id, a moment); SQLite keeps it in one of four forms.
/// So the meaning is taken from whichever side has more to say.
fn shape(name: &str, source: &Catalogue, target: &Catalogue) -> Result<Shape, DbError> {
    let missing = || DbError::refused(format!("The table {name} is not on both sides."));
    let (left, right) =
        (source.tables.get(name).ok_or_else(missing)?, target.tables.get(name).ok_or_else(missing)?);
    let kinds: Vec<Kind> = left
        .columns
        .iter()
        .zip(&right.columns)
        .map(
            |(ours, theirs)| {
                if ours.kind == ours.kind.stored() { theirs.kind.clone() } else { ours.kind.clone() }
            },
        )
        .collect();
    let key = key_places(name, left)?;
    Ok(Shape {
        table: name.to_owned(),
        columns: left.columns.iter().map(|column| column.name.clone()).collect(),
        kinds,
        key,
        points_at_itself: left.foreign_keys.iter().any(|key| key.to_table == name),
    })
}

fn key_places(name: &str, table: &Table) -> Result<Vec<usize>, DbError> {
    let places: Option<Vec<usize>> = table
        .primary_key
        .iter()
        .map(|key| table.columns.iter().position(|column| column.name == *key))
        .collect();
    places
        .filter(|places| !places.is_empty())
        .ok_or_else(|| DbError::refused(format!("The table {name} has no primary key to go by.")))
}

async fn table(
    snapshot: &mut Tx,
    to: &Db,
    shape: &Shape,
    total: u64,
    batch_rows: usize,
    books: &mut Books,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), DbError> {
    // What arrived before an interruption is known from the rows themselves: batches went in key order.
    let last = rows::last_key(to, shape).await?;
    let mut done = books.done(&shape.table);
    let tell = |done: u64| Progress { table: shape.table.clone(), done, total, step: Step::Copying };
    progress(tell(done));
    let most_rows = batch_rows.min(super::MOST_VALUES / shape.columns.len().max(1)).max(1);
    let mut source = rows::stream(snapshot, shape, last.as_deref())?;
    if shape.points_at_itself {
        // A row may point at one that comes later: then the whole table is one transaction, checked at its end.
        let mut tx = to.begin().await?;
        rows::defer_references(&mut tx, shape).await?;
        while let Some(batch) = next_batch(&mut source, most_rows).await? {
            rows::insert(&mut tx, shape, &batch).await?;
            done += batch.len() as u64;
            progress(tell(done));
        }
        rows::check_references(&mut tx, shape).await?;
        books.write(&mut tx, &shape.table, done).await?;
        return tx.commit().await;
    }
    while let Some(batch) = next_batch(&mut source, most_rows).await? {
        let mut tx = to.begin().await?;
        rows::insert(&mut tx, shape, &batch).await?;
        done += batch.len() as u64;
        books.write(&mut tx, &shape.table, done).await?;
        tx.commit().await?;
        progress(tell(done));
    }
    Ok(())
}

async fn next_batch(source: &mut rows::Stream<'_>, most: usize) -> Result<Option<Vec<Vec<Value>>>, DbError> {
    let (mut batch, mut bytes) = (Vec::new(), 0usize);
    while batch.len() < most && bytes < BATCH_BYTES {
        let Some(row) = source.try_next().await? else { break };
        bytes += row.iter().map(Value::size).sum::<usize>();
        batch.push(row);
    }
    Ok(if batch.is_empty() { None } else { Some(batch) })
}
