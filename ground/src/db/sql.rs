//! One statement: text in fixed pieces, values bound natively for whichever engine answers.

use std::borrow::Cow;
use std::ops::ControlFlow;

use futures_util::TryStreamExt as _;
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::{Arguments as _, AssertSqlSafe, Decode, Encode, FromRow, Postgres, Sqlite, Type};

use super::tx::Inner;
use super::{Db, DbError, Engine, Pools, Tx, text};

/// A list of no more values than this keeps its plan.
const SHORT: usize = 32;

/// A value both engines can store.
pub trait Bind<'t>: Encode<'t, Sqlite> + Type<Sqlite> + Encode<'t, Postgres> + Type<Postgres> {}
impl<'t, T> Bind<'t> for T where T: Encode<'t, Sqlite> + Type<Sqlite> + Encode<'t, Postgres> + Type<Postgres> {}

/// A row both engines can give: `#[derive(sqlx::FromRow)]`, or a tuple.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// One value both engines can give.
pub trait Scalar:
    for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres> + Send + Unpin
{
}
impl<T> Scalar for T where
    T: for<'r> Decode<'r, Sqlite>
        + Type<Sqlite>
        + for<'r> Decode<'r, Postgres>
        + Type<Postgres>
        + Send
        + Unpin
{
}

pub(super) enum On<'c> {
    Read(&'c Db),
    Write(&'c Db),
    Tx(&'c mut Tx),
}

#[derive(Clone)]
pub(super) enum Bound {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

impl Bound {
    pub(super) fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite(SqliteArguments::default()),
            Engine::Postgres => Self::Postgres(PgArguments::default()),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Sqlite(values) => values.len(),
            Self::Postgres(values) => values.len(),
        }
    }

    pub(super) fn add<'t>(&mut self, value: impl Bind<'t>) -> Result<(), DbError> {
        let added = match self {
            Self::Sqlite(values) => sqlx::Arguments::add(values, value),
            Self::Postgres(values) => sqlx::Arguments::add(values, value),
        };
        added.map_err(|_| DbError::other("a value does not encode"))
    }
}

/// A statement being built. Pieces are `&'static str`, so nothing typed by anybody becomes SQL.
#[must_use = "a statement does nothing until it is asked"]
pub struct Sql<'c> {
    on: On<'c>,
    text: Cow<'static, str>,
    values: Bound,
    /// Statements of many shapes would crowd the others out of the statement cache.
    keep: bool,
    error: Option<DbError>,
}

/// The values of one row of a multi-row insert, see [`Sql::push_rows`].
pub struct Values<'v, 'c> {
    sql: &'v mut Sql<'c>,
    first: bool,
}

impl Values<'_, '_> {
    pub fn bind<'t>(&mut self, value: impl Bind<'t>) -> &mut Self {
        if !std::mem::take(&mut self.first) {
            self.sql.put(", ");
        }
        self.sql.place(value);
        self
    }
}

impl<'c> Sql<'c> {
    pub(super) fn new(on: On<'c>, text: &'static str) -> Self {
        let engine = match &on {
            On::Read(db) | On::Write(db) => db.engine(),
            On::Tx(tx) => tx.db.engine(),
        };
        Self { on, text: Cow::Borrowed(text), values: Bound::new(engine), keep: true, error: None }
    }

    /// Text of our own making: names from the catalogue and the like, never from outside the program.
    pub(super) fn push_own(mut self, text: &str) -> Self {
        self.put(text);
        self.keep = false;
        self
    }

    /// The value of the next `$n`.
    pub fn bind<'t>(mut self, value: impl Bind<'t>) -> Self {
        self.add(value);
        self
    }

    pub fn push(mut self, sql: &'static str) -> Self {
        self.put(sql);
        self
    }

    /// ` and kind = `, and the value: the number is written for you.
    pub fn push_bind<'t>(mut self, sql: &'static str, value: impl Bind<'t>) -> Self {
        self.put(sql);
        self.place(value);
        self
    }

    /// ` and id in (`, the values, `)`. An empty list becomes `null`, which is in nothing. The last value of a short list
    /// stands there more often, up to a power of two: so there are few shapes, and each is planned once.
    pub fn push_list<'t, T: Bind<'t> + Clone>(
        mut self,
        before: &'static str,
        values: impl IntoIterator<Item = T>,
        after: &'static str,
    ) -> Self {
        self.put(before);
        let mut values: Vec<T> = values.into_iter().collect();
        if values.len() <= SHORT {
            let again = values.len().next_power_of_two().saturating_sub(values.len());
            values.extend(values.last().cloned().into_iter().cycle().take(again));
        } else {
            self.keep = false;
        }
        if values.is_empty() {
            self.put("null");
        }
        for (nth, value) in values.into_iter().enumerate() {
            if nth > 0 {
                self.put(", ");
            }
            self.place(value);
        }
        self.put(after);
        self
    }

    /// `insert into … values ` and then one bracket for each row. At least one row is needed.
    pub fn push_rows<R>(
        mut self,
        rows: impl IntoIterator<Item = R>,
        mut write: impl FnMut(R, &mut Values<'_, 'c>),
    ) -> Self {
        let mut first = true;
        for row in rows {
            self.put(if std::mem::take(&mut first) { "(" } else { ", (" });
            write(row, &mut Values { sql: &mut self, first: true });
            self.put(")");
        }
        self.keep = false;
        self
    }

    fn put(&mut self, text: &str) {
        self.text.to_mut().push_str(text);
    }

    fn add<'t>(&mut self, value: impl Bind<'t>) {
        if let Err(error) = self.values.add(value) {
            self.error.get_or_insert(error);
        }
    }

    fn place<'t>(&mut self, value: impl Bind<'t>) {
        self.put("$");
        self.put(&(self.values.len() + 1).to_string());
        self.add(value);
    }

    /// The first row; [`DbError::NoRow`] when there is none.
    pub async fn one<T: Row>(self) -> Result<T, DbError> {
        self.optional().await?.ok_or(DbError::NoRow)
    }

    /// The first row, if any.
    pub async fn optional<T: Row>(self) -> Result<Option<T>, DbError> {
        // What may write is read to its end: only there do we hear that it did not fail after all.
        let next =
            if matches!(self.on, On::Read(_)) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let mut found = None;
        self.run(Take::Rows, &mut |row: T| {
            found.get_or_insert(row);
            next
        })
        .await?;
        Ok(found)
    }

    pub async fn all<T: Row>(self) -> Result<Vec<T>, DbError> {
        let mut rows = Vec::new();
        self.run(Take::Rows, &mut |row: T| {
            rows.push(row);
            ControlFlow::Continue(())
        })
        .await?;
        Ok(rows)
    }

    /// Every row as it comes, without holding them all.
    pub async fn each<T: Row>(self, mut take: impl FnMut(T) + Send) -> Result<(), DbError> {
        self.run(Take::Rows, &mut |row: T| {
            take(row);
            ControlFlow::Continue(())
        })
        .await?;
        Ok(())
    }

    /// The first value of the first row.
    pub async fn scalar<T: Scalar>(self) -> Result<T, DbError> {
        Ok(self.one::<(T,)>().await?.0)
    }

    pub async fn optional_scalar<T: Scalar>(self) -> Result<Option<T>, DbError> {
        Ok(self.optional::<(T,)>().await?.map(|(value,)| value))
    }

    /// The first column of all rows.
    pub async fn scalars<T: Scalar>(self) -> Result<Vec<T>, DbError> {
        Ok(self.all::<(T,)>().await?.into_iter().map(|(value,)| value).collect())
    }

    /// How many rows it changed.
    pub async fn execute(self) -> Result<u64, DbError> {
        self.run(Take::Count, &mut |(): ()| ControlFlow::Break(())).await
    }

    async fn run<T: Row>(
        self,
        take: Take,
        each: &mut (dyn FnMut(T) -> ControlFlow<()> + Send),
    ) -> Result<u64, DbError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        if let Some(fault) = text::fault(&self.text, self.values.len()) {
            return Err(DbError::other(fault));
        }
        let Self { on, text, values, keep, .. } = self;
        match on {
            On::Tx(tx) => {
                // True until it is known to have worked: of a statement nobody waited for, nobody knows.
                let failed_before = std::mem::replace(&mut tx.failed, true);
                let done = match (&mut tx.inner, values) {
                    (Inner::Sqlite(inner), Bound::Sqlite(values)) => {
                        sqlite(inner, &text, values, keep, take, each).await
                    }
                    (Inner::Postgres(inner), Bound::Postgres(values)) => {
                        postgres(inner, &text, values, keep, take, each).await
                    }
                    _ => Err(sqlx::Error::WorkerCrashed),
                };
                match done {
                    Ok(count) => {
                        tx.failed = failed_before;
                        Ok(count)
                    }
                    Err(error) => Err(tx.db.trouble(error, Some(&text))),
                }
            }
            // PostgreSQL would do it, and a reading that meets a dead connection is asked twice.
            On::Read(_) if !text::only_reads(&text) => {
                Err(DbError::other(format!("asked as a reading, and it is none: {text}")))
            }
            On::Read(db) => pooled(db, false, &text, values, keep, take, each).await,
            On::Write(db) => {
                db.refuse_if_read_only()?;
                pooled(db, true, &text, values, keep, take, each).await
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Take {
    Rows,
    Count,
}

async fn pooled<T: Row>(
    db: &Db,
    writes: bool,
    text: &str,
    values: Bound,
    keep: bool,
    take: Take,
    each: &mut (dyn FnMut(T) -> ControlFlow<()> + Send),
) -> Result<u64, DbError> {
    let told = |error| db.trouble(error, Some(text));
    match (&db.pools, values) {
        (Pools::Sqlite { writer, readers, .. }, Bound::Sqlite(values)) => {
            let pool = if writes { writer.as_ref().ok_or_else(DbError::read_only)? } else { readers };
            let mut connection = pool.acquire().await.map_err(told)?;
            sqlite(&mut connection, text, values, keep, take, each).await.map_err(told)
        }
        (Pools::Postgres(pool), Bound::Postgres(values)) => {
            let mut attempts = if writes { 1 } else { db.attempts() };
            loop {
                attempts -= 1;
                let mut rows = 0u64;
                let mut counting = |row: T| {
                    rows += 1;
                    each(row)
                };
                let mut connection = pool.acquire().await.map_err(told)?;
                let done = postgres(&mut connection, text, values.clone(), keep, take, &mut counting).await;
                match done.map_err(told) {
                    // A read on a connection that died while it lay idle is simply asked again,
                    // unless rows were handed out already.
                    Err(DbError::Unreachable(_)) if attempts > 0 && rows == 0 => {
                        connection.close_on_drop();
                    }
                    done => return done,
                }
            }
        }
        _ => Err(DbError::other("values of another engine")),
    }
}

async fn sqlite<T: Row>(
    connection: &mut SqliteConnection,
    text: &str,
    values: SqliteArguments,
    keep: bool,
    take: Take,
    each: &mut (dyn FnMut(T) -> ControlFlow<()> + Send),
) -> Result<u64, sqlx::Error> {
    let query = sqlx::query_with::<Sqlite, _>(AssertSqlSafe(text), values).persistent(keep);
    if take == Take::Count {
        return Ok(query.execute(connection).await?.rows_affected());
    }
    let mut rows = query.fetch(connection);
    while let Some(row) = rows.try_next().await? {
        if each(T::from_row(&row)?).is_break() {
            break;
        }
    }
    Ok(0)
}

async fn postgres<T: Row>(
    connection: &mut PgConnection,
    text: &str,
    values: PgArguments,
    keep: bool,
    take: Take,
    each: &mut (dyn FnMut(T) -> ControlFlow<()> + Send),
) -> Result<u64, sqlx::Error> {
    let query = sqlx::query_with::<Postgres, _>(AssertSqlSafe(text), values).persistent(keep);
    if take == Take::Count {
        return Ok(query.execute(connection).await?.rows_affected());
    }
    let mut rows = query.fetch(connection);
    while let Some(row) = rows.try_next().await? {
        if each(T::from_row(&row)?).is_break() {
            break;
        }
    }
    Ok(0)
}
