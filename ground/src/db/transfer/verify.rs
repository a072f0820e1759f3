//! The comparison after a move: every row of both sides, in key order, value by value.

use futures_util::TryStreamExt as _;
use sha2::{Digest as _, Sha256};

use super::super::{DbError, Tx};
use super::rows::{self, Shape, Value};
use super::{Progress, Step, TableReport};

/// How often the progress is told, in rows.
const EVERY: u64 = 1_000;

pub(super) async fn table(
    source: &mut Tx,
    target: &mut Tx,
    shape: &Shape,
    total: u64,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<TableReport, DbError> {
    let table = shape.table.clone();
    let mut tell =
        |done: u64| progress(Progress { table: table.clone(), done, total, step: Step::Comparing });
    let (mut left, mut right) = (rows::stream(source, shape, None)?, rows::stream(target, shape, None)?);
    let mut checksum = Sha256::new();
    let mut count = 0u64;
    loop {
        match (left.try_next().await?, right.try_next().await?) {
            (None, None) => break,
            (Some(ours), Some(theirs)) => {
                count += 1;
                if let Some(column) = differs(&ours, &theirs) {
                    let column = shape.columns.get(column).map_or("?", String::as_str);
                    return Err(wrong(&table, count, &format!("differs in {column}")));
                }
                ours.iter().for_each(|value| write(&mut checksum, value));
                if count.is_multiple_of(EVERY) {
                    tell(count);
                }
            }
            (Some(_), None) => return Err(wrong(&table, count + 1, "is missing in the target")),
            (None, Some(_)) => return Err(wrong(&table, count + 1, "is in the target only")),
        }
    }
    tell(count);
    let checksum = checksum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(TableReport { table: table.clone(), rows: count, checksum })
}

fn differs(ours: &[Value], theirs: &[Value]) -> Option<usize> {
    if ours.len() != theirs.len() {
        return Some(ours.len().min(theirs.len()));
    }
    ours.iter().zip(theirs).position(|(left, right)| left != right)
}

fn wrong(table: &str, row: u64, what: &str) -> DbError {
    DbError::refused(format!(
        "The comparison failed: row {row} of {table} {what}. Do not use the target; empty it and move again."
    ))
}

/// A form that no two different rows share: the kind, the length, the bytes.
fn write(checksum: &mut Sha256, value: &Value) {
    let mut add = |kind: u8, bytes: &[u8]| {
        checksum.update([kind]);
        checksum.update((bytes.len() as u64).to_be_bytes());
        checksum.update(bytes);
    };
    match value {
        Value::Null => add(0, &[]),
        Value::Whole(number) => add(1, &number.to_be_bytes()),
        Value::Real(number) => add(2, &number.to_bits().to_be_bytes()),
        Value::Text(text) => add(3, text.as_bytes()),
        Value::Bytes(bytes) => add(4, bytes),
    }
}
