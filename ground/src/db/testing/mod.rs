//! A fresh, migrated database for every test, on SQLite and on a PostgreSQL that the test process starts itself.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "for tests only"
)]

pub(super) mod server;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;

use futures_util::FutureExt as _;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;
use tokio::sync::Mutex;

use super::{Db, Engine, Migration, Options};
use crate::moment::Moment;

/// The moment the tests' databases were migrated: a Wednesday in November.
pub const THEN: Moment = Moment::fixed(1_764_079_200_000_000);

/// Migrated files by the fingerprint of their migrations, kept as bytes so that no folder outlives the process.
static SQLITE_TEMPLATES: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::const_new(BTreeMap::new());

/// A database of its own, gone when dropped.
pub struct Fresh {
    pub db: Db,
    url: String,
    dir: Option<TempDir>,
    name: Option<String>,
}

impl std::ops::Deref for Fresh {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl Fresh {
    /// To open it once more, as another process would.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        drop(self.dir.take());
        if let Some(name) = self.name.take() {
            // A thread of its own: a test's runtime may be ending, and it has connections to close.
            let gone = std::thread::spawn(move || {
                let runtime =
                    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(async {
                    if let Some(url) = server::url("postgres") {
                        let mut admin = PgConnection::connect(&url).await.expect("the test server");
                        let drop = format!("drop database if exists {name} with (force)");
                        drop_quietly(&mut admin, drop).await;
                    }
                });
            });
            drop(gone.join());
        }
    }
}

async fn drop_quietly(admin: &mut PgConnection, statement: String) {
    if let Err(error) = admin.execute(AssertSqlSafe(statement)).await {
        eprintln!("a test database stays behind: {error}");
    }
}

/// Runs `test` on each engine with a fresh database, and says on which one it failed.
///
/// ```ignore
/// #[tokio::test]
/// async fn an_offer_is_found_by_its_municipality_only() {
///     both(MIGRATIONS, |db| async move { … }).await;
/// }
/// ```
pub async fn both<F, Fut>(migrations: &[Migration], test: F)
where
    F: Fn(Db) -> Fut,
    Fut: Future<Output = ()>,
{
    for fresh in each(migrations).await {
        let engine = fresh.engine();
        if let Err(cause) = AssertUnwindSafe(test(fresh.db.clone())).catch_unwind().await {
            eprintln!("the test above failed on {engine}");
            std::panic::resume_unwind(cause);
        }
    }
}

/// A fresh database on each engine there is.
pub async fn each(migrations: &[Migration]) -> Vec<Fresh> {
    let mut found = vec![sqlite(migrations).await];
    found.extend(postgres(migrations).await);
    found
}

/// A fresh SQLite file, copied from one that was migrated once in this process.
pub async fn sqlite(migrations: &[Migration]) -> Fresh {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let file = dir.path().join("test.db");
    {
        // The first test makes it, the others wait.
        let mut templates = SQLITE_TEMPLATES.lock().await;
        let template = fingerprint(migrations);
        if !templates.contains_key(&template) {
            let making = dir.path().join("template.db");
            let db = Db::open(&path_url(&making), Options::creating()).await.expect("a new SQLite file");
            db.migrate(THEN, migrations).await.expect("the migrations on SQLite");
            db.close().await;
            templates.insert(template.clone(), std::fs::read(&making).expect("the template"));
        }
        std::fs::write(&file, &templates[&template]).expect("a copy of the template");
    }
    let url = path_url(&file);
    let db = Db::open(&url, Options::default()).await.expect("the copied SQLite file");
    Fresh { db, url, dir: Some(dir), name: None }
}

/// A fresh PostgreSQL database, made from a template; none when the machine has no PostgreSQL.
pub async fn postgres(migrations: &[Migration]) -> Option<Fresh> {
    let admin_url =
        tokio::task::spawn_blocking(|| server::url("postgres")).await.expect("the server's thread")?;
    let mut admin = PgConnection::connect(&admin_url).await.expect("the test server");
    let template = format!("template_{}", fingerprint(migrations));
    // Other processes may share the server, so the lock is the server's.
    admin.execute("select pg_advisory_lock(4711)").await.expect("the lock");
    let there: bool = sqlx::query_scalar("select exists (select 1 from pg_database where datname = $1)")
        .bind(&template)
        .fetch_one(&mut admin)
        .await
        .expect("the list of databases");
    if !there {
        let making = name("making");
        admin.execute(AssertSqlSafe(format!("create database {making}"))).await.expect("a new database");
        let db = Db::open(&server::url(&making)?, Options::default()).await.expect("the new database");
        db.migrate(THEN, migrations).await.expect("the migrations on PostgreSQL");
        db.close().await;
        let rename = format!("alter database {making} rename to {template}");
        admin.execute(AssertSqlSafe(rename)).await.expect("the template in its place");
    }
    let name = name("test");
    let create = format!("create database {name} template {template}");
    admin.execute(AssertSqlSafe(create)).await.expect("a database from the template");
    drop(admin.close().await);
    let url = server::url(&name)?;
    let db = Db::open(&url, Options::default()).await.expect("the fresh database");
    Some(Fresh { db, url, dir: None, name: Some(name) })
}

/// An empty database without any table, on each engine.
pub async fn empty() -> Vec<Fresh> {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let url = path_url(&dir.path().join("empty.db"));
    let db = Db::open(&url, Options::creating()).await.expect("a new SQLite file");
    let mut found = vec![Fresh { db, url, dir: Some(dir), name: None }];
    let Some(admin_url) = tokio::task::spawn_blocking(|| server::url("postgres")).await.expect("a thread")
    else {
        return found;
    };
    let mut admin = PgConnection::connect(&admin_url).await.expect("the test server");
    let name = name("empty");
    admin.execute(AssertSqlSafe(format!("create database {name}"))).await.expect("a new database");
    drop(admin.close().await);
    let url = server::url(&name).expect("the server that just answered");
    let db = Db::open(&url, Options::default()).await.expect("the new database");
    found.push(Fresh { db, url, dir: None, name: Some(name) });
    found
}

/// Opens a file with `synchronous=NORMAL`, which loses acknowledged writes in a power cut: what the crash images must see.
pub async fn forgetful(file: &std::path::Path) -> Db {
    Db::of(super::sqlite::forgetful(file).await.expect("the SQLite file"), &Options::default())
}

/// A name no other process on a shared server takes: process numbers come back, and a killed one leaves its databases.
fn name(what: &str) -> String {
    let mut chance = [0u8; 8];
    crate::id::chance(&mut chance);
    format!("{what}_{:016x}", u64::from_be_bytes(chance))
}

fn path_url(path: &std::path::Path) -> String {
    format!("sqlite:{}", path.display())
}

fn fingerprint(migrations: &[Migration]) -> String {
    let mut all = Sha256::new();
    for migration in migrations {
        all.update(format!("{} {} {}\n", migration.number, migration.name, migration.checksum()));
    }
    all.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// For a test that wants to say where it ran.
pub fn engines(found: &[Fresh]) -> Vec<Engine> {
    found.iter().map(|fresh| fresh.engine()).collect()
}

/// A folder for files of a test.
pub fn folder() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().to_owned();
    (dir, path)
}
