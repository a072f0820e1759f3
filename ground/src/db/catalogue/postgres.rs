//! The catalogue of PostgreSQL, of the schema we work in.

use super::{Catalogue, Column, ForeignKey, Kind, Unique};
use crate::db::{Db, DbError};

#[derive(sqlx::FromRow)]
struct ColumnRow {
    table_name: String,
    name: String,
    kind: String,
    nullable: bool,
    default_value: Option<String>,
}

#[derive(sqlx::FromRow)]
struct IndexRow {
    table_name: String,
    is_key: bool,
    partial: bool,
    columns: String,
}

#[derive(sqlx::FromRow)]
struct ReferenceRow {
    table_name: String,
    to_table: String,
    columns: String,
    to_columns: String,
    on_delete: String,
}

pub(super) async fn read(db: &Db) -> Result<Catalogue, DbError> {
    let mut found = Catalogue::default();
    let columns: Vec<ColumnRow> = db
        .read(
            "select c.relname::text as table_name, a.attname::text as name, format_type(a.atttypid, null) as kind,
                    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default_value
             from pg_class as c
             join pg_namespace as n on n.oid = c.relnamespace
             join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             left join pg_attrdef as d on d.adrelid = c.oid and d.adnum = a.attnum
             where n.nspname = current_schema() and c.relkind in ('r', 'p')
             order by c.relname, a.attnum",
        )
        .all()
        .await?;
    for row in columns {
        let column = Column {
            name: row.name,
            kind: kind(&row.kind),
            nullable: row.nullable,
            default: row.default_value,
        };
        found.tables.entry(row.table_name).or_default().columns.push(column);
    }
    let indexes: Vec<IndexRow> = db
        .read(
            "select c.relname::text as table_name, i.indisprimary as is_key, i.indpred is not null as partial,
                    (select string_agg(coalesce(a.attname::text, '(expression)'), ',' order by k.place)
                     from unnest(i.indkey::int2[]) with ordinality as k (number, place)
                     left join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.number and k.number > 0
                     where k.place <= i.indnkeyatts) as columns
             from pg_index as i
             join pg_class as c on c.oid = i.indrelid
             join pg_namespace as n on n.oid = c.relnamespace
             where n.nspname = current_schema() and i.indisunique",
        )
        .all()
        .await?;
    for row in indexes {
        let columns: Vec<String> = row.columns.split(',').map(str::to_owned).collect();
        let table = found.tables.entry(row.table_name).or_default();
        if row.is_key {
            table.primary_key = columns;
        } else {
            table.uniques.insert(Unique { columns, partial: row.partial });
        }
    }
    references(db, &mut found).await?;
    found.triggers = db
        .read(
            "select c.relname || ': ' || t.tgname from pg_trigger as t
             join pg_class as c on c.oid = t.tgrelid
             join pg_namespace as n on n.oid = c.relnamespace
             where n.nspname = current_schema() and not t.tgisinternal order by 1",
        )
        .scalars()
        .await?;
    found.sequences = db
        .read(
            "select c.relname::text from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
             where n.nspname = current_schema() and c.relkind = 'S' order by 1",
        )
        .scalars()
        .await?;
    Ok(found)
}

async fn references(db: &Db, found: &mut Catalogue) -> Result<(), DbError> {
    let rows: Vec<ReferenceRow> = db
        .read(
            "select c.relname::text as table_name, t.relname::text as to_table, f.confdeltype::text as on_delete,
                    (select string_agg(a.attname::text, ',' order by k.place)
                     from unnest(f.conkey) with ordinality as k (number, place)
                     join pg_attribute as a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
                    (select string_agg(a.attname::text, ',' order by k.place)
                     from unnest(f.confkey) with ordinality as k (number, place)
                     join pg_attribute as a on a.attrelid = f.confrelid and a.attnum = k.number) as to_columns
             from pg_constraint as f
             join pg_class as c on c.oid = f.conrelid
             join pg_class as t on t.oid = f.confrelid
             join pg_namespace as n on n.oid = c.relnamespace
             where n.nspname = current_schema() and f.contype = 'f'",
        )
        .all()
        .await?;
    let names = |text: &str| text.split(',').map(str::to_owned).collect();
    for row in rows {
        let on_delete = match row.on_delete.as_str() {
            "c" => "cascade",
            "r" => "restrict",
            "n" => "set null",
            "d" => "set default",
            _ => "no action",
        };
        found.tables.entry(row.table_name).or_default().foreign_keys.insert(ForeignKey {
            columns: names(&row.columns),
            to_table: row.to_table,
            to_columns: names(&row.to_columns),
            on_delete: on_delete.to_owned(),
        });
    }
    Ok(())
}

fn kind(name: &str) -> Kind {
    match name {
        "uuid" => Kind::Uuid,
        "timestamp with time zone" => Kind::Moment,
        "date" => Kind::Day,
        "text" => Kind::Text,
        "integer" => Kind::Integer,
        "bigint" => Kind::Bigint,
        "double precision" => Kind::Real,
        "boolean" => Kind::Boolean,
        "bytea" => Kind::Bytes,
        other => Kind::Other(other.to_owned()),
    }
}
