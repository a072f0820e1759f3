//! No column without a purpose: every column of the live schema has a line in its owner's ledger, on both engines.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ground::db::catalogue::Catalogue;
use ground::db::testing;
use ground::moment::Moment;

/// What a value is, and so who may ever see it. Explained in docs/decisions/0009-ledger.md.
const CLASSES: [&str; 8] =
    ["key", "public", "contact", "colleague", "own", "withheld", "operational", "secret"];

/// How long a value stays. The same words stand in docs/decisions/0009-ledger.md with what ends them.
const RETENTIONS: [&str; 25] = [
    "tenant",
    "map",
    "listed",
    "consent",
    "asked",
    "request",
    "candidate",
    "undo",
    "import",
    "import-day",
    "session",
    "member",
    "invitation",
    "form-day",
    "sign-in",
    "ceremony",
    "recovery",
    "counted",
    "question",
    "draft",
    "handover",
    "handover-week",
    "mail",
    "trail",
    "installation",
];

/// Words that a deed ends, and no clock: somebody takes it off, takes it back, or leaves. The trail goes by a command of its own.
const BY_DEED: [&str; 8] = ["tenant", "map", "listed", "consent", "asked", "import", "trail", "installation"];

struct Line {
    class: String,
    purpose: String,
    retention: String,
}

type Ledger = BTreeMap<String, BTreeMap<String, Line>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The owner's ledgers: `directory_offer` is the directory's, `ground_migration` the ground's.
fn owners() -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::from([("ground".to_owned(), root().join("ground/ledger.toml"))]);
    for folder in std::fs::read_dir(root().join("capabilities")).unwrap().flatten() {
        found.insert(folder.file_name().into_string().unwrap(), folder.path().join("ledger.toml"));
    }
    found
}

fn read(path: &Path, complaints: &mut Vec<String>) -> Ledger {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let tables: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut ledger = Ledger::new();
    for (table, columns) in &tables {
        let columns = columns.as_table().unwrap_or_else(|| panic!("{table} is no table of columns"));
        for (column, line) in columns {
            let field =
                |key: &str| line.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
            let line = Line { class: field("class"), purpose: field("purpose"), retention: field("keep") };
            let at = format!("{table}.{column}");
            if !CLASSES.contains(&line.class.as_str()) {
                complaints.push(format!("{at}: class {:?} is none of {CLASSES:?}", line.class));
            }
            if !RETENTIONS.contains(&line.retention.as_str()) {
                complaints.push(format!("{at}: keep {:?} is none of {RETENTIONS:?}", line.retention));
            }
            if line.purpose.len() < 10 || !line.purpose.ends_with('.') {
                complaints.push(format!("{at}: the purpose {:?} is no sentence", line.purpose));
            }
            ledger.entry(table.clone()).or_default().insert(column.clone(), line);
        }
    }
    ledger
}

#[tokio::test]
async fn every_column_has_class_purpose_and_retention() {
    let mut complaints = Vec::new();
    for engine in testing::empty().await {
        engine.migrate(Moment::fixed(1_764_079_200_000_000), migrations::ALL).await.expect("the migrations");
        let catalogue = Catalogue::read(&engine).await.expect("the catalogue");
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let owners = owners();
        for (owner, path) in &owners {
            let ledger = read(path, &mut complaints);
            let prefix = format!("{owner}_");
            for (name, table) in catalogue.tables.iter().filter(|(name, _)| name.starts_with(&prefix)) {
                known.insert(name);
                let lines = ledger.get(name);
                for column in &table.columns {
                    if !lines.is_some_and(|lines| lines.contains_key(&column.name)) {
                        complaints.push(format!("{name}.{} has no line in {owner}'s ledger", column.name));
                    }
                }
                for column in lines.into_iter().flatten().map(|(column, _)| column) {
                    if table.column(column).is_none() {
                        complaints.push(format!(
                            "{owner}'s ledger has a line for {name}.{column}, which is no column"
                        ));
                    }
                }
            }
            for name in ledger.keys().filter(|name| !catalogue.tables.contains_key(*name)) {
                complaints.push(format!("{owner}'s ledger has lines for {name}, which is no table"));
            }
        }
        complaints.extend(catalogue.tables.keys().filter(|name| !known.contains(name.as_str())).map(
            |name| {
                format!(
                    "{name} wears the name of no owner ({})",
                    owners.keys().cloned().collect::<Vec<_>>().join(", ")
                )
            },
        ));
    }
    complaints.sort();
    complaints.dedup();
    assert!(complaints.is_empty(), "{} complaints:\n  {}", complaints.len(), complaints.join("\n  "));
}

#[test]
fn a_value_about_a_person_never_outlives_what_it_is_for() {
    let mut complaints = Vec::new();
    for path in owners().values() {
        for (table, columns) in read(path, &mut complaints) {
            for (column, line) in columns {
                let personal = matches!(line.class.as_str(), "contact" | "colleague" | "own" | "secret");
                if personal && matches!(line.retention.as_str(), "tenant" | "map" | "installation") {
                    complaints
                        .push(format!("{table}.{column} is {} and kept as {}", line.class, line.retention));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn each_class_and_retention_is_explained() {
    let page = std::fs::read_to_string(root().join("docs/decisions/0009-ledger.md")).unwrap();
    for word in CLASSES.iter().chain(&RETENTIONS) {
        assert!(
            page.contains(&format!("| `{word}` |")),
            "{word} is not explained in docs/decisions/0009-ledger.md"
        );
    }
}

#[test]
fn what_ends_by_the_clock_has_a_rule_that_ends_it() {
    let rules = samenspel::forgetting::rules();
    let mut complaints = Vec::new();
    for path in owners().values() {
        for (table, columns) in read(path, &mut complaints) {
            let words: BTreeSet<&str> = columns.values().map(|line| line.retention.as_str()).collect();
            for word in words.into_iter().filter(|word| !BY_DEED.contains(word)) {
                let ends = rules.iter().any(|rule| {
                    rule.keep == word && (rule.table == table || rule.along.contains(&table.as_str()))
                });
                if !ends {
                    complaints.push(format!("{table} is kept as {word}, and no rule ends it"));
                }
            }
        }
    }
    complaints.extend(
        RETENTIONS
            .iter()
            .filter(|word| !BY_DEED.contains(word) && !rules.iter().any(|rule| rule.keep == **word))
            .map(|word| format!("{word} is ended by no rule")),
    );
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// What goes along does so by the database itself, on both engines.
#[tokio::test]
async fn what_goes_along_belongs_to_what_goes() {
    for engine in testing::empty().await {
        engine.migrate(Moment::fixed(1_764_079_200_000_000), migrations::ALL).await.expect("the migrations");
        let catalogue = Catalogue::read(&engine).await.expect("the catalogue");
        for rule in samenspel::forgetting::rules() {
            for column in [rule.key, rule.since] {
                assert!(catalogue.tables[rule.table].column(column).is_some(), "{}.{column}", rule.table);
            }
            for along in rule.along {
                let belongs =
                    catalogue.tables[*along].foreign_keys.iter().any(|key| key.to_table == rule.table);
                assert!(belongs, "{along} does not belong to {}", rule.table);
            }
        }
    }
}
