//! A transaction: many statements, one outcome. Dropped without `commit`, nothing happened.

use sqlx::{Database, Pool, Postgres, Sqlite, Transaction};

use super::sql::{On, Sql};
use super::{Db, DbError, Engine, Pools};

pub struct Tx {
    pub(super) db: Db,
    pub(super) inner: Inner,
    /// A statement failed or was cut short: PostgreSQL would answer a commit with a silent rollback,
    /// SQLite would commit the rest.
    pub(super) failed: bool,
}

pub(super) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tx({})", self.db.engine())
    }
}

/// Begins in a task of its own. Were this future dropped half-way (a visitor who walks away), sqlx 0.9 would
/// return a connection to the pool on which PostgreSQL did begin, and later writes there would vanish.
async fn begun<DB: Database>(
    pool: &Pool<DB>,
    begin: &'static str,
) -> Result<Transaction<'static, DB>, sqlx::Error> {
    let pool = pool.clone();
    tokio::spawn(async move { pool.begin_with(begin).await }).await.unwrap_or(Err(sqlx::Error::WorkerCrashed))
}

impl Tx {
    pub(super) async fn writing(db: &Db) -> Result<Self, DbError> {
        db.refuse_if_read_only()?;
        match &db.pools {
            Pools::Sqlite { writer: Some(writer), .. } => {
                // A read that becomes a write later fails at once under load; so we ask to write first.
                match begun(writer, "begin immediate").await {
                    Ok(tx) => Ok(Self { db: db.clone(), inner: Inner::Sqlite(tx), failed: false }),
                    Err(error) => Err(db.trouble(error, None)),
                }
            }
            Pools::Sqlite { writer: None, .. } => Err(DbError::read_only()),
            Pools::Postgres(_) => Self::on_postgres(db, "begin").await,
        }
    }

    pub(super) async fn reading(db: &Db) -> Result<Self, DbError> {
        match &db.pools {
            Pools::Sqlite { readers, .. } => match begun(readers, "begin").await {
                Ok(tx) => Ok(Self { db: db.clone(), inner: Inner::Sqlite(tx), failed: false }),
                Err(error) => Err(db.trouble(error, None)),
            },
            Pools::Postgres(_) => {
                Self::on_postgres(db, "begin transaction isolation level repeatable read, read only").await
            }
        }
    }

    async fn on_postgres(db: &Db, begin: &'static str) -> Result<Self, DbError> {
        let Pools::Postgres(pool) = &db.pools else { return Err(DbError::other("not PostgreSQL")) };
        let mut attempts = db.attempts();
        loop {
            attempts -= 1;
            match begun(pool, begin).await {
                Ok(tx) => return Ok(Self { db: db.clone(), inner: Inner::Postgres(tx), failed: false }),
                Err(error) => match db.trouble(error, None) {
                    // The pool met a connection that died in the meantime; nothing was asked yet.
                    DbError::Unreachable(detail) if attempts > 0 && detail.code != "pool" => {}
                    error => return Err(error),
                },
            }
        }
    }

    pub fn sql(&mut self, sql: &'static str) -> Sql<'_> {
        Sql::new(On::Tx(self), sql)
    }

    /// For one long transaction that fills tables: tells the planner how large they have become. PostgreSQL keeps the
    /// plans of its foreign keys, and one made on an empty table walks all rows for each row written later.
    /// SQLite has no such plans, and does nothing.
    pub async fn learn_sizes(&mut self, tables: &[&'static str]) -> Result<(), DbError> {
        if self.db.engine() == Engine::Sqlite {
            return Ok(());
        }
        for table in tables {
            self.sql("analyze ").push(table).execute().await?;
        }
        Ok(())
    }

    /// Refused after a statement that failed or that nobody waited for, on both engines alike.
    pub async fn commit(self) -> Result<(), DbError> {
        if self.failed {
            return Err(DbError::other("commit after a failed statement"));
        }
        let done = match self.inner {
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
        };
        done.map_err(|error| self.db.trouble(error, Some("commit")))
    }

    pub async fn rollback(self) -> Result<(), DbError> {
        let done = match self.inner {
            Inner::Sqlite(tx) => tx.rollback().await,
            Inner::Postgres(tx) => tx.rollback().await,
        };
        done.map_err(|error| self.db.trouble(error, Some("rollback")))
    }
}
