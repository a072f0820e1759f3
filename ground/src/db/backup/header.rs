//! What a backup says about itself: which program, which level, when, from what, and how many rows.

use std::path::Path;

use super::super::{Db, DbError, Engine, Options, migrate};
use super::{Program, counts, single};
use crate::moment::Moment;

const TABLES: [&str; 2] = [
    "create table ground_backup (
        number integer not null primary key,
        program text not null,
        level integer not null,
        made_at timestamptz not null,
        engine text not null
    )",
    "create table ground_backup_table (
        name text not null primary key,
        rows bigint not null
    )",
];

/// The header row of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub program: String,
    pub level: i32,
    pub made_at: Moment,
    pub engine: String,
    /// Rows per table, by name.
    pub tables: Vec<(String, i64)>,
}

/// Counts what is in the file, writes that into it, and leaves it as one single file.
pub(super) async fn put(
    file: &Path,
    program: Program,
    now: Moment,
    engine: Engine,
) -> Result<Header, DbError> {
    let db = Db::open_file(file, &Options::default()).await?;
    let written = written(&db, program, now, engine).await;
    db.close().await;
    let header = written?;
    drop(sqlx::Connection::close(single(file).await?).await);
    Ok(header)
}

async fn written(db: &Db, program: Program, now: Moment, engine: Engine) -> Result<Header, DbError> {
    let header = Header {
        program: program.version.to_owned(),
        level: migrate::level(db).await?,
        made_at: now,
        engine: engine.to_string(),
        tables: counts(db).await?,
    };
    let mut tx = db.begin().await?;
    for table in TABLES {
        migrate::run(&mut tx, &migrate::translated(table, Engine::Sqlite)).await?;
    }
    tx.sql("insert into ground_backup (number, program, level, made_at, engine) values ($1, $2, $3, $4, $5)")
        .bind(1)
        .bind(header.program.as_str())
        .bind(header.level)
        .bind(now)
        .bind(header.engine.as_str())
        .execute()
        .await?;
    for (name, rows) in &header.tables {
        tx.sql("insert into ground_backup_table (name, rows) values ($1, $2)")
            .bind(name.as_str())
            .bind(*rows)
            .execute()
            .await?;
    }
    tx.commit().await?;
    Ok(header)
}

pub(super) async fn read(db: &Db) -> Result<Header, DbError> {
    let there: i64 =
        db.read("select count(*) from sqlite_schema where name = 'ground_backup'").scalar().await?;
    if there == 0 {
        return Err(DbError::refused("This is a database, but not a backup made by this program."));
    }
    let (program, level, made_at, engine): (String, i32, Moment, String) =
        db.read("select program, level, made_at, engine from ground_backup where number = 1").one().await?;
    let tables = db.read("select name, rows from ground_backup_table order by name").all().await?;
    Ok(Header { program, level, made_at, engine, tables })
}

/// Restored, it is an installation again and no backup.
pub(super) async fn strip(db: &Db) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    migrate::run(&mut tx, "drop table ground_backup").await?;
    migrate::run(&mut tx, "drop table ground_backup_table").await?;
    tx.commit().await
}
