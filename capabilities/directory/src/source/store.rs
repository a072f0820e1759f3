//! SQL on `directory_source`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::Answer;

use super::Source;
use crate::wording::{Line, Name};

const COLUMNS: &str =
    "select id, name, licence, web, dated, imported_at from directory_source where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct SourceRow {
    id: Id<Source>,
    name: Name,
    licence: Name,
    web: Option<Line>,
    dated: Option<Day>,
    imported_at: Moment,
}

impl From<SourceRow> for Source {
    fn from(row: SourceRow) -> Self {
        let SourceRow { id, name, licence, web, dated, imported_at } = row;
        Self { id, name, licence, web, dated, imported_at }
    }
}

pub async fn all(db: &Db, municipality: Municipality) -> Answer<Vec<Source>> {
    let rows: Vec<SourceRow> = db.read(COLUMNS).bind(municipality).push(" order by name").all().await?;
    Ok(rows.into_iter().map(Source::from).collect())
}

pub async fn find(db: &Db, municipality: Municipality, id: Id<Source>) -> Answer<Option<Source>> {
    let row: Option<SourceRow> =
        db.read(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    Ok(row.map(Source::from))
}

pub async fn by_name(db: &Db, municipality: Municipality, name: &Name) -> Answer<Option<Source>> {
    let row: Option<SourceRow> =
        db.read(COLUMNS).bind(municipality).push_bind(" and name = ", name.clone()).optional().await?;
    Ok(row.map(Source::from))
}

/// Writes a source, new or known by its id. A name is had once: find it by [`named`] first, under `municipality::store::hold`.
pub async fn save(tx: &mut Tx, permit: &Permit, source: &Source) -> Answer<()> {
    tx.sql(
        "insert into directory_source (municipality_id, id, name, licence, web, dated, imported_at) \
         values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (municipality_id, id) do update set name = excluded.name, licence = excluded.licence, \
         web = excluded.web, dated = excluded.dated, imported_at = excluded.imported_at",
    )
    .bind(permit.municipality())
    .bind(source.id)
    .bind(source.name.clone())
    .bind(source.licence.clone())
    .bind(source.web.clone())
    .bind(source.dated)
    .bind(source.imported_at)
    .execute()
    .await?;
    Ok(())
}

/// As [`by_name`], within a transaction.
pub async fn named(tx: &mut Tx, municipality: Municipality, name: &Name) -> Answer<Option<Source>> {
    let row: Option<SourceRow> =
        tx.sql(COLUMNS).bind(municipality).push_bind(" and name = ", name.clone()).optional().await?;
    Ok(row.map(Source::from))
}
