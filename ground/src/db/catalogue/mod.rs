//! What is in a database, in words that do not depend on the engine: tables, keys, references, defaults.

mod postgres;
mod rules;
mod sqlite;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::{Db, DbError, Engine};

pub use rules::{ready_to_be_spread, same_on_both, statement_rules};

/// Tables in which the ground keeps its own books; a move or backup does not copy them.
pub const OWN_TABLES: [&str; 4] =
    ["ground_backup", "ground_backup_table", "ground_migration", "ground_transfer"];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    pub tables: BTreeMap<String, Table>,
    /// `table: trigger`.
    pub triggers: Vec<String>,
    pub sequences: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub primary_key: Vec<String>,
    /// Unique indexes besides the primary key.
    pub uniques: BTreeSet<Unique>,
    pub foreign_keys: BTreeSet<ForeignKey>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    pub nullable: bool,
    pub default: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unique {
    pub columns: Vec<String>,
    pub partial: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignKey {
    pub columns: Vec<String>,
    pub to_table: String,
    pub to_columns: Vec<String>,
    /// `no action`, `restrict`, `cascade`, `set null` or `set default`.
    pub on_delete: String,
}

/// What a column holds. SQLite knows only four of them: whole, real, text and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Uuid,
    Moment,
    Day,
    Text,
    Integer,
    Bigint,
    Real,
    Boolean,
    Bytes,
    Other(String),
}

impl Kind {
    /// What SQLite makes of it.
    pub fn stored(&self) -> Self {
        match self {
            Self::Uuid | Self::Bytes => Self::Bytes,
            Self::Moment | Self::Integer | Self::Bigint | Self::Boolean => Self::Bigint,
            Self::Day | Self::Text => Self::Text,
            Self::Real => Self::Real,
            Self::Other(name) => Self::Other(name.clone()),
        }
    }
}

impl Table {
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

impl Catalogue {
    pub async fn read(db: &Db) -> Result<Self, DbError> {
        let mut found = match db.engine() {
            Engine::Sqlite => sqlite::read(db).await?,
            Engine::Postgres => postgres::read(db).await?,
        };
        for column in found.tables.values_mut().flat_map(|table| &mut table.columns) {
            column.default = column.default.take().and_then(|text| plain_default(&text));
        }
        Ok(found)
    }

    /// The tables that hold an installation's data.
    pub fn data_tables(&self) -> impl Iterator<Item = (&String, &Table)> {
        self.tables.iter().filter(|(name, _)| !OWN_TABLES.contains(&name.as_str()))
    }

    /// Every table after those it points at; a sentence when they point at each other in a circle.
    pub fn in_reference_order(&self) -> Result<Vec<&str>, DbError> {
        let mut order: Vec<&str> = Vec::new();
        let mut left: Vec<(&String, &Table)> = self.data_tables().collect();
        while !left.is_empty() {
            let before = left.len();
            left.retain(|(name, table)| {
                let ready = table
                    .foreign_keys
                    .iter()
                    .all(|key| key.to_table == **name || order.contains(&key.to_table.as_str()));
                if ready {
                    order.push(name);
                }
                !ready
            });
            if left.len() == before {
                let names: Vec<&str> = left.iter().map(|(name, _)| name.as_str()).collect();
                return Err(DbError::refused(format!(
                    "These tables point at each other, so there is no order to copy them in: {}.",
                    names.join(", ")
                )));
            }
        }
        Ok(order)
    }
}

/// The same default reads `'a'::text` in one engine and `'a'` in the other, `true` in one and `1` in the other.
fn plain_default(text: &str) -> Option<String> {
    let mut text = text.trim();
    while let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        text = inner.trim();
    }
    if let Some((value, kind)) = text.rsplit_once("::")
        && kind.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '_')
    {
        text = value;
    }
    match text.trim().to_ascii_lowercase().as_str() {
        "null" => None,
        "true" => Some("1".to_owned()),
        "false" => Some("0".to_owned()),
        lower if text.contains('\'') || lower.is_empty() => Some(text.trim().to_owned()),
        lower => Some(lower.to_owned()),
    }
}

/// A name from the catalogue as it may stand in a statement.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
