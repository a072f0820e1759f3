//! Rows of any table as plain values: read from one engine, written to the other.

use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Postgres, Row as _, Sqlite, TypeInfo as _, ValueRef as _};
use uuid::Uuid;

use super::super::sql::Bound;
use super::super::tx::Inner;
use super::super::{Db, DbError, Engine, Tx, migrate};
use super::{Kind, quoted};
use crate::moment::{Day, Moment};

/// A value in SQLite's four forms, whatever engine it came from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Whole(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Null => 1,
            Self::Whole(_) | Self::Real(_) => 8,
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }
}

/// What is needed to read and write the rows of a table.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) table: String,
    pub(super) columns: Vec<String>,
    pub(super) kinds: Vec<Kind>,
    /// The places of the key among the columns.
    pub(super) key: Vec<usize>,
    pub(super) points_at_itself: bool,
}

impl Shape {
    fn names(&self) -> String {
        self.columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
    }

    /// The key, in byte order whatever the collation of the server.
    fn key_names(&self, engine: Engine, suffix: &str) -> String {
        let name = |place: &usize| {
            let column = self.columns.get(*place).map(|column| quoted(column)).unwrap_or_default();
            let is_text = self.kinds.get(*place) == Some(&Kind::Text);
            let collate = if is_text && engine == Engine::Postgres { " collate \"C\"" } else { "" };
            format!("{column}{collate}{suffix}")
        };
        self.key.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    fn key_kinds(&self) -> Vec<Kind> {
        self.key.iter().filter_map(|place| self.kinds.get(*place).cloned()).collect()
    }
}

pub(super) type Stream<'t> = BoxStream<'t, Result<Vec<Value>, DbError>>;

pub(super) async fn count(tx: &mut Tx, shape: &Shape) -> Result<u64, DbError> {
    let rows: i64 = tx.sql("select count(*) from ").push_own(&quoted(&shape.table)).scalar().await?;
    Ok(u64::try_from(rows).unwrap_or(0))
}

/// Every row in key order, after the given key.
pub(super) fn stream<'t>(
    tx: &'t mut Tx,
    shape: &'t Shape,
    after: Option<&[Value]>,
) -> Result<Stream<'t>, DbError> {
    let engine = tx.db.engine();
    let mut sql = format!("select {} from {}", shape.names(), quoted(&shape.table));
    let mut values = Bound::new(engine);
    if let Some(after) = after {
        let places: Vec<String> = (1..=after.len()).map(|number| format!("${number}")).collect();
        sql.push_str(&format!(" where ({}) > ({})", shape.key_names(engine, ""), places.join(", ")));
        for (value, kind) in after.iter().zip(&shape.key_kinds()) {
            bind(&mut values, value, kind)?;
        }
    }
    sql.push_str(&format!(" order by {}", shape.key_names(engine, "")));
    ask(tx, sql, values, &shape.kinds)
}

/// The key of the last row that is there.
pub(super) async fn last_key(db: &Db, shape: &Shape) -> Result<Option<Vec<Value>>, DbError> {
    let engine = db.engine();
    let sql = format!(
        "select {} from {} order by {} limit 1",
        shape.key_names(engine, ""),
        quoted(&shape.table),
        shape.key_names(engine, " desc")
    );
    let mut tx = db.snapshot().await?;
    let kinds = shape.key_kinds();
    let found = ask(&mut tx, sql, Bound::new(engine), &kinds)?.next().await.transpose()?;
    Ok(found)
}

fn ask<'t>(tx: &'t mut Tx, sql: String, values: Bound, kinds: &'t [Kind]) -> Result<Stream<'t>, DbError> {
    let db = &tx.db;
    let sql = AssertSqlSafe(sql);
    Ok(match (&mut tx.inner, values) {
        (Inner::Sqlite(inner), Bound::Sqlite(values)) => {
            sqlx::query_with::<Sqlite, SqliteArguments>(sql, values)
                .persistent(false)
                .fetch(&mut **inner)
                .map(move |row| {
                    row.and_then(|row| from_sqlite(&row)).map_err(|error| db.trouble(error, None))
                })
                .boxed()
        }
        (Inner::Postgres(inner), Bound::Postgres(values)) => {
            sqlx::query_with::<Postgres, PgArguments>(sql, values)
                .persistent(false)
                .fetch(&mut **inner)
                .map(move |row| {
                    row.and_then(|row| from_postgres(&row, kinds)).map_err(|error| db.trouble(error, None))
                })
                .boxed()
        }
        _ => return Err(DbError::other("values of another engine")),
    })
}

fn from_sqlite(row: &SqliteRow) -> Result<Vec<Value>, sqlx::Error> {
    (0..row.len())
        .map(|place| {
            let raw = row.try_get_raw(place)?;
            if raw.is_null() {
                return Ok(Value::Null);
            }
            let kind = raw.type_info().name().to_owned();
            Ok(match kind.as_str() {
                "INTEGER" => Value::Whole(row.try_get(place)?),
                "REAL" => Value::Real(row.try_get(place)?),
                "TEXT" => Value::Text(row.try_get(place)?),
                _ => Value::Bytes(row.try_get(place)?),
            })
        })
        .collect()
}

fn from_postgres(row: &PgRow, kinds: &[Kind]) -> Result<Vec<Value>, sqlx::Error> {
    kinds
        .iter()
        .enumerate()
        .map(|(place, kind)| {
            if row.try_get_raw(place)?.is_null() {
                return Ok(Value::Null);
            }
            Ok(match kind {
                Kind::Uuid => Value::Bytes(row.try_get::<Uuid, _>(place)?.as_bytes().to_vec()),
                Kind::Moment => Value::Whole(row.try_get::<Moment, _>(place)?.micros()),
                Kind::Day => Value::Text(row.try_get::<Day, _>(place)?.to_string()),
                Kind::Integer => Value::Whole(i64::from(row.try_get::<i32, _>(place)?)),
                Kind::Bigint => Value::Whole(row.try_get(place)?),
                Kind::Boolean => Value::Whole(i64::from(row.try_get::<bool, _>(place)?)),
                Kind::Real => Value::Real(row.try_get(place)?),
                Kind::Bytes => Value::Bytes(row.try_get(place)?),
                Kind::Text | Kind::Other(_) => Value::Text(row.try_get(place)?),
            })
        })
        .collect()
}

/// Binds in the column's own type: PostgreSQL wants to know even of a null what it would have been.
fn bind(values: &mut Bound, value: &Value, kind: &Kind) -> Result<(), DbError> {
    let unfit =
        || DbError::refused(format!("A value in the source does not fit a column of the kind {kind:?}."));
    if let Bound::Sqlite(_) = values {
        return match value {
            Value::Null => values.add(None::<i64>),
            Value::Whole(number) => values.add(*number),
            Value::Real(number) => values.add(*number),
            Value::Text(text) => values.add(text.as_str()),
            Value::Bytes(bytes) => values.add(bytes.as_slice()),
        };
    }
    let (whole, text, bytes) = match value {
        Value::Null => (None, None, None),
        Value::Whole(number) => (Some(*number), None, None),
        Value::Text(text) => (None, Some(text.as_str()), None),
        Value::Bytes(bytes) => (None, None, Some(bytes.as_slice())),
        Value::Real(number) if *kind == Kind::Real => return values.add(*number),
        Value::Real(_) => return Err(unfit()),
    };
    let is_null = *value == Value::Null;
    match kind {
        Kind::Uuid => {
            let id = bytes.map(Uuid::from_slice).transpose().map_err(|_| unfit())?;
            if id.is_some() == is_null { Err(unfit()) } else { values.add(id) }
        }
        Kind::Moment if whole.is_some() != is_null => values.add(whole.map(Moment::from_micros)),
        Kind::Day => {
            let day = text.map(|text| Day::parse(text).ok_or_else(unfit)).transpose()?;
            if day.is_some() == is_null { Err(unfit()) } else { values.add(day) }
        }
        Kind::Integer if whole.is_some() != is_null => {
            values.add(whole.map(i32::try_from).transpose().map_err(|_| unfit())?)
        }
        Kind::Bigint if whole.is_some() != is_null => values.add(whole),
        Kind::Boolean if whole.is_some() != is_null => values.add(whole.map(|number| number != 0)),
        Kind::Real if is_null => values.add(None::<f64>),
        Kind::Bytes if bytes.is_some() != is_null => values.add(bytes),
        Kind::Text if text.is_some() != is_null => values.add(text),
        _ => Err(unfit()),
    }
}

pub(super) async fn insert(tx: &mut Tx, shape: &Shape, batch: &[Vec<Value>]) -> Result<(), DbError> {
    let mut sql = format!("insert into {} ({}) values ", quoted(&shape.table), shape.names());
    let mut values = Bound::new(tx.db.engine());
    let mut number = 0usize;
    for (place, row) in batch.iter().enumerate() {
        let places: Vec<String> =
            (number + 1..=number + row.len()).map(|number| format!("${number}")).collect();
        number += row.len();
        sql.push_str(if place == 0 { "(" } else { ", (" });
        sql.push_str(&places.join(", "));
        sql.push(')');
        for (value, kind) in row.iter().zip(&shape.kinds) {
            bind(&mut values, value, kind)?;
        }
    }
    let sql = AssertSqlSafe(sql);
    let done = match (&mut tx.inner, values) {
        (Inner::Sqlite(inner), Bound::Sqlite(values)) => {
            sqlx::query_with::<Sqlite, _>(sql, values).persistent(false).execute(&mut **inner).await.map(drop)
        }
        (Inner::Postgres(inner), Bound::Postgres(values)) => sqlx::query_with::<Postgres, _>(sql, values)
            .persistent(false)
            .execute(&mut **inner)
            .await
            .map(drop),
        _ => return Err(DbError::other("values of another engine")),
    };
    done.map_err(|error| {
        tx.failed = true;
        tx.db.trouble(error, Some("insert of a batch"))
    })
}

/// Within this transaction the table's references to itself are checked at the end only.
pub(super) async fn defer_references(tx: &mut Tx, shape: &Shape) -> Result<(), DbError> {
    if tx.db.engine() == Engine::Sqlite {
        return migrate::run(tx, "pragma defer_foreign_keys = on").await;
    }
    for name in own_references(tx, shape).await? {
        let (table, name) = (quoted(&shape.table), quoted(&name));
        migrate::run(
            tx,
            &format!("alter table {table} alter constraint {name} deferrable initially deferred"),
        )
        .await?;
    }
    Ok(())
}

/// Checks them now, and leaves the schema as it was.
pub(super) async fn check_references(tx: &mut Tx, shape: &Shape) -> Result<(), DbError> {
    if tx.db.engine() == Engine::Sqlite {
        return Ok(());
    }
    migrate::run(tx, "set constraints all immediate").await?;
    for name in own_references(tx, shape).await? {
        let (table, name) = (quoted(&shape.table), quoted(&name));
        migrate::run(tx, &format!("alter table {table} alter constraint {name} not deferrable")).await?;
    }
    Ok(())
}

async fn own_references(tx: &mut Tx, shape: &Shape) -> Result<Vec<String>, DbError> {
    tx.sql(
        "select f.conname::text from pg_constraint as f join pg_class as c on c.oid = f.conrelid
         join pg_namespace as n on n.oid = c.relnamespace
         where f.contype = 'f' and f.conrelid = f.confrelid and n.nspname = current_schema() and c.relname = ",
    )
    .push_bind("", shape.table.as_str())
    .scalars()
    .await
}
