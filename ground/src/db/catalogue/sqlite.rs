//! The catalogue of SQLite, from its pragmas.

use std::collections::BTreeMap;

use super::{Catalogue, Column, ForeignKey, Kind, Unique};
use crate::db::{Db, DbError};

#[derive(sqlx::FromRow)]
struct ColumnRow {
    table_name: String,
    name: String,
    kind: String,
    not_null: i64,
    default_value: Option<String>,
    key_place: i64,
}

#[derive(sqlx::FromRow)]
struct IndexRow {
    table_name: String,
    index_name: String,
    partial: i64,
    name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ReferenceRow {
    table_name: String,
    number: i64,
    to_table: String,
    from_column: String,
    to_column: Option<String>,
    on_delete: String,
}

pub(super) async fn read(db: &Db) -> Result<Catalogue, DbError> {
    let mut found = Catalogue::default();
    let mut keys: BTreeMap<String, BTreeMap<i64, String>> = BTreeMap::new();
    let columns: Vec<ColumnRow> = db
        .read(
            "select m.name as table_name, c.name as name, c.type as kind, c.\"notnull\" as not_null,
                    c.dflt_value as default_value, c.pk as key_place
             from sqlite_schema as m join pragma_table_xinfo(m.name) as c
             where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'
             order by m.name, c.cid",
        )
        .all()
        .await?;
    for row in columns {
        if row.key_place > 0 {
            keys.entry(row.table_name.clone()).or_default().insert(row.key_place, row.name.clone());
        }
        let column = Column {
            name: row.name,
            kind: kind(&row.kind),
            nullable: row.not_null == 0,
            default: row.default_value,
        };
        found.tables.entry(row.table_name).or_default().columns.push(column);
    }
    for (table, key) in keys {
        found.tables.entry(table).or_default().primary_key = key.into_values().collect();
    }
    uniques(db, &mut found).await?;
    references(db, &mut found).await?;
    found.triggers = db
        .read("select tbl_name || ': ' || name from sqlite_schema where type = 'trigger' order by 1")
        .scalars()
        .await?;
    // SQLite keeps the numbers of `autoincrement` in a table of this name.
    found.sequences =
        db.read("select name from sqlite_schema where name = 'sqlite_sequence'").scalars().await?;
    Ok(found)
}

async fn uniques(db: &Db, found: &mut Catalogue) -> Result<(), DbError> {
    let rows: Vec<IndexRow> = db
        .read(
            "select m.name as table_name, i.name as index_name, i.partial as partial, c.name as name
             from sqlite_schema as m join pragma_index_list(m.name) as i join pragma_index_xinfo(i.name) as c
             where m.type = 'table' and i.\"unique\" = 1 and i.origin <> 'pk' and c.key = 1
             order by m.name, i.name, c.seqno",
        )
        .all()
        .await?;
    let mut indexes: BTreeMap<(String, String), Unique> = BTreeMap::new();
    for row in rows {
        let index = indexes
            .entry((row.table_name, row.index_name))
            .or_insert_with(|| Unique { columns: Vec::new(), partial: row.partial != 0 });
        index.columns.push(row.name.unwrap_or_else(|| "(expression)".to_owned()));
    }
    for ((table, _), unique) in indexes {
        found.tables.entry(table).or_default().uniques.insert(unique);
    }
    Ok(())
}

async fn references(db: &Db, found: &mut Catalogue) -> Result<(), DbError> {
    let rows: Vec<ReferenceRow> = db
        .read(
            "select m.name as table_name, f.id as number, f.\"table\" as to_table, f.\"from\" as from_column,
                    f.\"to\" as to_column, f.on_delete as on_delete
             from sqlite_schema as m join pragma_foreign_key_list(m.name) as f
             where m.type = 'table' order by m.name, f.id, f.seq",
        )
        .all()
        .await?;
    let mut keys: BTreeMap<(String, i64), ForeignKey> = BTreeMap::new();
    for row in rows {
        let place = (row.table_name, row.number);
        let key = keys.entry(place).or_insert_with(|| ForeignKey {
            columns: Vec::new(),
            to_table: row.to_table,
            to_columns: Vec::new(),
            on_delete: row.on_delete.to_ascii_lowercase(),
        });
        key.columns.push(row.from_column);
        key.to_columns.extend(row.to_column);
    }
    for ((table, _), mut key) in keys {
        // Without named columns it points at the primary key.
        if key.to_columns.is_empty()
            && let Some(target) = found.tables.get(&key.to_table)
        {
            key.to_columns = target.primary_key.clone();
        }
        found.tables.entry(table).or_default().foreign_keys.insert(key);
    }
    Ok(())
}

fn kind(name: &str) -> Kind {
    match name.to_ascii_uppercase().as_str() {
        "INTEGER" | "INT" => Kind::Bigint,
        "REAL" => Kind::Real,
        "TEXT" => Kind::Text,
        "BLOB" => Kind::Bytes,
        _ => Kind::Other(name.to_owned()),
    }
}
