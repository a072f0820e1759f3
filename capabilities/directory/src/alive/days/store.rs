//! SQL on `directory_ageing`, and who works in which area.

use std::collections::HashMap;

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality as Code};
use ground::trouble::Answer;

use super::{Ageings, OfDistrict, longest};
use crate::area::AreaCode;
use crate::confirmation::Ageing;
use crate::municipality::Municipality;
use crate::party::Party;

const COLUMNS: &str = "select area_code, fresh_days, stale_days, hide_days, notice_days from directory_ageing \
                       where municipality_id = $1 order by area_code";

#[derive(sqlx::FromRow)]
struct DistrictRow {
    area_code: AreaCode,
    fresh_days: i32,
    stale_days: i32,
    hide_days: i32,
    notice_days: i32,
}

impl From<DistrictRow> for OfDistrict {
    fn from(row: DistrictRow) -> Self {
        let days = |days: i32| u16::try_from(days).unwrap_or(u16::MAX);
        Self {
            district: row.area_code,
            ageing: Ageing {
                fresh_days: days(row.fresh_days),
                stale_days: days(row.stale_days),
                hide_days: days(row.hide_days),
                notice_days: days(row.notice_days),
            },
        }
    }
}

/// The districts with days of their own.
pub async fn all(db: &Db, here: Code) -> Answer<Vec<OfDistrict>> {
    let rows: Vec<DistrictRow> = db.read(COLUMNS).bind(here).all().await?;
    Ok(rows.into_iter().map(OfDistrict::from).collect())
}

/// As [`all`], within a transaction.
pub async fn all_in(tx: &mut Tx, here: Code) -> Answer<Vec<OfDistrict>> {
    let rows: Vec<DistrictRow> = tx.sql(COLUMNS).bind(here).all().await?;
    Ok(rows.into_iter().map(OfDistrict::from).collect())
}

/// What holds for each party of this municipality.
pub async fn of_parties(db: &Db, town: &Municipality) -> Answer<Ageings> {
    let districts = all(db, town.code).await?;
    let mut works: HashMap<Id<Party>, Vec<AreaCode>> = HashMap::new();
    // Where no district has its own, it does not matter who works where.
    if !districts.is_empty() {
        db.read(
            "select area.party_id, area.area_code from directory_party_area area \
             join directory_party party on party.municipality_id = area.municipality_id \
             and party.id = area.party_id where area.municipality_id = $1 and not party.serves_all",
        )
        .bind(town.code)
        .each(|(party, area): (Id<Party>, AreaCode)| works.entry(party).or_default().push(area))
        .await?;
    }
    Ok(Ageings::new(town.ageing, &districts, works))
}

/// What holds for one party, within a transaction.
pub async fn of_party_in(tx: &mut Tx, town: &Municipality, party: Id<Party>) -> Answer<Ageing> {
    let districts = all_in(tx, town.code).await?;
    if districts.is_empty() {
        return Ok(town.ageing);
    }
    let areas: Vec<AreaCode> = tx
        .sql(
            "select area.area_code from directory_party_area area \
             join directory_party party on party.municipality_id = area.municipality_id \
             and party.id = area.party_id where area.municipality_id = $1 and area.party_id = $2 \
             and not party.serves_all",
        )
        .bind(town.code)
        .bind(party)
        .scalars()
        .await?;
    Ok(longest(town.ageing, &districts, &areas))
}

/// Gives a district days of its own, or others than it had.
pub async fn save(tx: &mut Tx, permit: &Permit, own: &OfDistrict) -> Answer<()> {
    tx.sql(
        "insert into directory_ageing (municipality_id, area_code, fresh_days, stale_days, hide_days, notice_days) \
         values ($1, $2, $3, $4, $5, $6) on conflict (municipality_id, area_code) do update set \
         fresh_days = excluded.fresh_days, stale_days = excluded.stale_days, hide_days = excluded.hide_days, \
         notice_days = excluded.notice_days",
    )
    .bind(permit.municipality())
    .bind(own.district.clone())
    .bind(i32::from(own.ageing.fresh_days))
    .bind(i32::from(own.ageing.stale_days))
    .bind(i32::from(own.ageing.hide_days))
    .bind(i32::from(own.ageing.notice_days))
    .execute()
    .await?;
    Ok(())
}

/// From now on those of the municipality hold there.
pub async fn take_away(tx: &mut Tx, permit: &Permit, district: &AreaCode) -> Answer<()> {
    tx.sql("delete from directory_ageing where municipality_id = $1 and area_code = $2")
        .bind(permit.municipality())
        .bind(district.clone())
        .execute()
        .await?;
    Ok(())
}
