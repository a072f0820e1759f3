//! Ready to be spread: every table and every statement of the program starts with the municipality.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod statements;

use std::path::{Path, PathBuf};

use ground::db::catalogue::{Catalogue, ready_to_be_spread, statement_rules};
use ground::db::testing;
use ground::moment::Moment;

use statements::Statement;

/// Statements that may cross municipalities or have none, by file and how they begin, each with its reason.
const ALLOWED: &[(&str, &str, &str)] = &[];

#[tokio::test]
async fn every_table_is_ready_to_be_spread() {
    for db in testing::empty().await {
        db.migrate(Moment::fixed(1_764_079_200_000_000), migrations::ALL).await.expect("the migrations");
        let catalogue = Catalogue::read(&db).await.expect("the catalogue");
        let complaints = ready_to_be_spread(&catalogue, migrations::REFERENCE_TABLES);
        assert!(complaints.is_empty(), "{}:\n  {}", db.engine(), complaints.join("\n  "));
    }
}

fn collected() -> Vec<Statement> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    for folder in ["app/src", "capabilities"] {
        rust_files(&root.join(folder), &mut files);
    }
    files.sort();
    let mut found = Vec::new();
    for path in files {
        let name = path.strip_prefix(root).unwrap().display().to_string();
        let text = std::fs::read_to_string(&path).unwrap();
        found.extend(statements::of(&name, &text));
    }
    found
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_statement_names_its_municipality() {
    let statements = collected();
    assert!(statements.len() > 30, "only {} statements were found", statements.len());
    let mut complaints = Vec::new();
    for statement in &statements {
        let allowed = |(file, start, _): &&(&str, &str, &str)| {
            statement.file == *file && statement.sql.starts_with(*start)
        };
        if ALLOWED.iter().any(|exception| allowed(&exception)) {
            continue;
        }
        for complaint in statement_rules(&statement.sql, migrations::REFERENCE_TABLES) {
            complaints
                .push(format!("{}:{}: {complaint}\n      {}", statement.file, statement.line, statement.sql));
        }
    }
    for (file, start, reason) in ALLOWED {
        assert!(reason.len() > 20, "{file}: an exception needs a reason");
        let used =
            statements.iter().any(|statement| statement.file == *file && statement.sql.starts_with(*start));
        assert!(used, "{file}: “{start}” is no statement any more");
    }
    assert!(complaints.is_empty(), "{} complaints:\n  {}", complaints.len(), complaints.join("\n  "));
}

#[test]
fn only_the_owner_writes_sql_on_a_table() {
    let mut complaints = Vec::new();
    for statement in collected() {
        let owner = statement.file.strip_prefix("capabilities/").and_then(|rest| rest.split('/').next());
        for other in ["access", "directory"].iter().filter(|other| Some(**other) != owner) {
            let prefix = format!("{other}_");
            let words = statement.sql.split(|c: char| !c.is_alphanumeric() && c != '_');
            if let Some(table) = words.into_iter().find(|word| word.starts_with(&prefix)) {
                complaints.push(format!("{}:{} touches {table} of {other}", statement.file, statement.line));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
