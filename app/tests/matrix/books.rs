//! All that stands in the database, table by table: a no changes nothing of it.

use std::collections::BTreeMap;

use ground::db::catalogue::{Catalogue, Table};
use ground::db::{Db, Engine};

/// A form is remembered, a session is seen, and a look leaves its line: also where the answer is no.
const ALSO_BY_A_NO: [&str; 3] = ["access_once", "access_operator_session", "people_session"];
const TRAIL: &str = "audit_";

/// One statement that reads everything else.
pub struct Books {
    sql: &'static str,
}

impl Books {
    pub async fn open(db: &Db) -> Self {
        let catalogue = Catalogue::read(db).await.unwrap();
        let tables = catalogue
            .data_tables()
            .filter(|(name, _)| !ALSO_BY_A_NO.contains(&name.as_str()) && !name.starts_with(TRAIL));
        let parts: Vec<String> = tables.map(|(name, table)| rows_of(db.engine(), name, table)).collect();
        assert!(parts.len() > 30, "only {} tables are looked at", parts.len());
        Self { sql: parts.join(" union all ").leak() }
    }

    /// Of each table all its rows, as text.
    pub async fn read(&self, db: &Db) -> BTreeMap<String, String> {
        let tables: Vec<(String, String)> = db.read(self.sql).all().await.unwrap();
        tables.into_iter().collect()
    }
}

fn rows_of(engine: Engine, name: &str, table: &Table) -> String {
    match engine {
        Engine::Sqlite => {
            let columns: Vec<String> =
                table.columns.iter().map(|column| format!("quote(\"{}\")", column.name)).collect();
            let row = columns.join(" || ',' || ");
            format!("select '{name}', coalesce(group_concat({row}, '|'), '') from \"{name}\"")
        }
        Engine::Postgres => {
            format!(
                "select '{name}', coalesce(string_agg(t::text, '|' order by t::text), '') from \"{name}\" t"
            )
        }
    }
}

/// The tables that are not as they were.
pub fn changed(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    let other = |name: &&String| before.get(*name) != after.get(*name);
    after.keys().filter(other).cloned().collect()
}
