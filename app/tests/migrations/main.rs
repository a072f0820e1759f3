//! Every migration meets a database that already holds rows, on both engines, and both end up the same.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod sample;

use std::path::{Path, PathBuf};

use ground::db::catalogue::{Catalogue, same_on_both};
use ground::db::{Db, Migration, testing};
use ground::moment::Moment;

const THEN: Moment = Moment::fixed(1_764_079_200_000_000);

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("migrations/samples")
}

/// Each migration and, right behind it, the rows of its moment. The rows travel as migrations too: the same
/// reading of statements, the same transaction, the same sentence when one fails.
fn with_rows(db: &Db) -> Vec<Migration> {
    let mut steps = Vec::new();
    for migration in migrations::ALL {
        let path = samples().join(format!("{}.sql", migration.name));
        let rows =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let number = migration.number * 2;
        steps.push(Migration { number: number - 1, ..*migration });
        let sql = Box::leak(sample::in_words_of(db.engine(), &rows).into_boxed_str());
        let name = Box::leak(format!("rows of {}", migration.name).into_boxed_str());
        steps.push(Migration { number, name, sql });
    }
    steps
}

/// `(table, rows)`, for the tables that hold data.
async fn counts(db: &Db) -> Vec<(String, i64)> {
    let catalogue = Catalogue::read(db).await.expect("the catalogue");
    let mut found = Vec::new();
    for (name, _) in catalogue.data_tables() {
        let sql: &'static str = Box::leak(format!("select count(*) from {name}").into_boxed_str());
        found.push((name.clone(), db.read(sql).scalar().await.expect("a count")));
    }
    found
}

#[tokio::test]
async fn each_migration_is_applied_to_a_database_with_rows() {
    for db in testing::empty().await {
        let steps = with_rows(&db);
        let done = db.migrate(THEN, &steps).await.unwrap_or_else(|error| panic!("{}: {error}", db.engine()));
        assert_eq!(done, steps.len());
        assert_eq!(db.migrate(THEN, &steps).await.expect("a second time"), 0, "{}", db.engine());
        let empty: Vec<String> =
            counts(&db).await.into_iter().filter(|(_, rows)| *rows == 0).map(|(name, _)| name).collect();
        assert!(empty.is_empty(), "no sample fills {}", empty.join(", "));
    }
}

#[tokio::test]
async fn both_engines_end_up_with_the_same_schema() {
    let engines = testing::empty().await;
    let mut catalogues = Vec::new();
    for db in &engines {
        db.migrate(THEN, migrations::ALL).await.expect("the migrations");
        catalogues.push(Catalogue::read(db).await.expect("the catalogue"));
    }
    let [one, other] = catalogues.as_slice() else {
        println!("only one engine is installed here: nothing to compare");
        return;
    };
    assert_eq!(same_on_both(one, other), [""; 0]);
}

#[tokio::test]
async fn both_engines_hold_the_same_number_of_rows() {
    let engines = testing::empty().await;
    let mut found = Vec::new();
    for db in &engines {
        db.migrate(THEN, &with_rows(db)).await.expect("migrations with rows");
        found.push(counts(db).await);
    }
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "{found:#?}");
}
