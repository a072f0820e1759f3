//! SQL on `directory_municipality`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::Municipality as Code;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

use super::{Municipality, Slug, trail};
use crate::confirmation::Ageing;
use crate::wording::Name;

const COLUMNS: &str = "select municipality_id, name, slug, theme, fiction, area_year, fresh_days, stale_days, \
                       hide_days, notice_days, residents, version from directory_municipality ";

#[derive(sqlx::FromRow)]
struct MunicipalityRow {
    municipality_id: Code,
    name: Name,
    slug: Slug,
    theme: String,
    fiction: bool,
    area_year: Option<i32>,
    fresh_days: i32,
    stale_days: i32,
    hide_days: i32,
    notice_days: i32,
    residents: Option<i32>,
    version: i64,
}

impl From<MunicipalityRow> for Municipality {
    fn from(row: MunicipalityRow) -> Self {
        let days = |days: i32| u16::try_from(days).unwrap_or(u16::MAX);
        Self {
            code: row.municipality_id,
            name: row.name,
            slug: row.slug,
            theme: row.theme,
            fiction: row.fiction,
            area_year: row.area_year,
            ageing: Ageing {
                fresh_days: days(row.fresh_days),
                stale_days: days(row.stale_days),
                hide_days: days(row.hide_days),
                notice_days: days(row.notice_days),
            },
            residents: row.residents,
            version: row.version,
        }
    }
}

/// All municipalities of this installation, by the word in their address: a named national list.
pub async fn all(db: &Db) -> Answer<Vec<Municipality>> {
    let rows: Vec<MunicipalityRow> = db.read(COLUMNS).push(" order by slug").all().await?;
    Ok(rows.into_iter().map(Municipality::from).collect())
}

pub async fn find(db: &Db, code: Code) -> Answer<Option<Municipality>> {
    let row: Option<MunicipalityRow> =
        db.read(COLUMNS).push_bind(" where municipality_id = ", code).optional().await?;
    Ok(row.map(Municipality::from))
}

/// The number that grows with every change; a cheap question, asked often.
pub async fn version(db: &Db, code: Code) -> Answer<i64> {
    Ok(db
        .read("select version from directory_municipality where municipality_id = $1")
        .bind(code)
        .scalar()
        .await?)
}

/// The last change anywhere in this installation, for who judges the clock; none when it is empty.
pub async fn last_change(db: &Db) -> Answer<Option<Moment>> {
    Ok(db.read("select max(changed_at) from directory_municipality").scalar().await?)
}

/// Writes a municipality; its version is kept and grows by one, and the trail gets its line, so no [`touch`] is needed.
pub async fn save(tx: &mut Tx, permit: &Permit, municipality: &Municipality, now: Moment) -> Answer<()> {
    let it = municipality;
    tx.sql(
        "insert into directory_municipality (municipality_id, name, slug, theme, fiction, area_year, \
         fresh_days, stale_days, hide_days, notice_days, residents, version, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12) \
         on conflict (municipality_id) do update set name = excluded.name, slug = excluded.slug, \
         theme = excluded.theme, fiction = excluded.fiction, area_year = excluded.area_year, \
         fresh_days = excluded.fresh_days, stale_days = excluded.stale_days, hide_days = excluded.hide_days, \
         notice_days = excluded.notice_days, \
         residents = excluded.residents, version = directory_municipality.version + 1, \
         changed_at = excluded.changed_at",
    )
    .bind(permit.municipality())
    .bind(it.name.clone())
    .bind(it.slug.clone())
    .bind(it.theme.clone())
    .bind(it.fiction)
    .bind(it.area_year)
    .bind(i32::from(it.ageing.fresh_days))
    .bind(i32::from(it.ageing.stale_days))
    .bind(i32::from(it.ageing.hide_days))
    .bind(i32::from(it.ageing.notice_days))
    .bind(it.residents)
    .bind(now)
    .execute()
    .await?;
    trail::leave(tx, permit, None, now).await
}

/// Says that something visible changed. Every write in this crate ends with it, in the same transaction: the version
/// grows, so that visitors see it, and the trail gets one line, so that it can be told who did it.
pub async fn touch(tx: &mut Tx, permit: &Permit, now: Moment) -> Answer<()> {
    touch_one(tx, permit, None, now).await
}

/// As [`touch`], and the trail also tells which one it was.
pub async fn touch_one(tx: &mut Tx, permit: &Permit, which: Option<Uuid>, now: Moment) -> Answer<()> {
    grow(tx, permit, now).await?;
    trail::leave(tx, permit, which, now).await
}

/// As [`touch`], of a party, where the permit's action says less than what happened.
pub(crate) async fn touch_as(
    tx: &mut Tx,
    permit: &Permit,
    what: (&'static str, Uuid),
    now: Moment,
) -> Answer<()> {
    grow(tx, permit, now).await?;
    trail::leave_party(tx, permit, what, now).await
}

/// As [`touch`], of a thing that hangs on a party: the trail tells of which, so that its people can see it.
pub async fn touch_of(tx: &mut Tx, permit: &Permit, thing: (Uuid, Uuid), now: Moment) -> Answer<()> {
    grow(tx, permit, now).await?;
    trail::leave_of(tx, permit, thing, now).await
}

async fn grow(tx: &mut Tx, permit: &Permit, now: Moment) -> Answer<()> {
    tx.sql(
        "update directory_municipality set version = version + 1, changed_at = $2 where municipality_id = $1",
    )
    .bind(permit.municipality())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// As [`find`], within a transaction.
pub async fn find_in(tx: &mut Tx, code: Code) -> Answer<Option<Municipality>> {
    let row: Option<MunicipalityRow> =
        tx.sql(COLUMNS).push_bind(" where municipality_id = ", code).optional().await?;
    Ok(row.map(Municipality::from))
}

/// Whether another municipality already has this word in its address.
pub async fn slug_taken(tx: &mut Tx, slug: &Slug, by_other_than: Code) -> Answer<bool> {
    let found: Option<Code> = tx
        .sql("select municipality_id from directory_municipality where slug = $1 and municipality_id <> $2")
        .bind(slug.clone())
        .bind(by_other_than)
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}

/// Makes everybody else who writes in this municipality wait until this transaction ends.
pub async fn hold(tx: &mut Tx, permit: &Permit) -> Answer<()> {
    tx.sql("update directory_municipality set version = version where municipality_id = $1")
        .bind(permit.municipality())
        .execute()
        .await?;
    Ok(())
}

pub async fn set_area_year(tx: &mut Tx, permit: &Permit, year: i32) -> Answer<()> {
    tx.sql("update directory_municipality set area_year = $2 where municipality_id = $1")
        .bind(permit.municipality())
        .bind(year)
        .execute()
        .await?;
    Ok(())
}

pub async fn set_residents(tx: &mut Tx, permit: &Permit, residents: i32) -> Answer<()> {
    tx.sql("update directory_municipality set residents = $2 where municipality_id = $1")
        .bind(permit.municipality())
        .bind(residents)
        .execute()
        .await?;
    Ok(())
}
