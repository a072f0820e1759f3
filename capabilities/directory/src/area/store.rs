//! SQL on `directory_area`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Area, AreaCode, Figures, Shape};
use crate::source::Source;
use crate::wording::Name;

const BATCH: usize = 400;

const COLUMNS: &str = "select code, year, name, parent_code, shape, west, south, east, north, residents, \
     residents_65_plus, residents_under_15, households, household_size, density, figures_year, source_id \
     from directory_area where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct AreaRow {
    code: AreaCode,
    year: i32,
    name: Name,
    parent_code: Option<AreaCode>,
    shape: Option<String>,
    west: Option<f64>,
    south: Option<f64>,
    east: Option<f64>,
    north: Option<f64>,
    residents: Option<i32>,
    residents_65_plus: Option<i32>,
    residents_under_15: Option<i32>,
    households: Option<i32>,
    household_size: Option<f64>,
    density: Option<i32>,
    figures_year: Option<i32>,
    source_id: Option<Id<Source>>,
}

impl From<AreaRow> for Area {
    fn from(row: AreaRow) -> Self {
        let box_around = row.west.zip(row.south).zip(row.east.zip(row.north));
        Self {
            code: row.code,
            year: row.year,
            name: row.name,
            parent: row.parent_code,
            shape: row.shape.zip(box_around).map(|(geojson, ((west, south), (east, north)))| Shape {
                geojson,
                west,
                south,
                east,
                north,
            }),
            figures: Figures {
                residents: row.residents,
                residents_65_plus: row.residents_65_plus,
                residents_under_15: row.residents_under_15,
                households: row.households,
                household_size: row.household_size,
                density: row.density,
                year: row.figures_year,
            },
            source: row.source_id,
        }
    }
}

/// All areas of one year, districts first, by code.
pub async fn of_year(db: &Db, municipality: Municipality, year: i32) -> Answer<Vec<Area>> {
    let rows: Vec<AreaRow> = db
        .read(COLUMNS)
        .bind(municipality)
        .push_bind(" and year = ", year)
        .push(" order by kind, code")
        .all()
        .await?;
    Ok(rows.into_iter().map(Area::from).collect())
}

/// As [`of_year`], within a transaction.
pub async fn in_year(tx: &mut Tx, municipality: Municipality, year: i32) -> Answer<Vec<Area>> {
    let rows: Vec<AreaRow> = tx
        .sql(COLUMNS)
        .bind(municipality)
        .push_bind(" and year = ", year)
        .push(" order by kind, code")
        .all()
        .await?;
    Ok(rows.into_iter().map(Area::from).collect())
}

/// The drawn neighbourhoods of one year: code and GeoJSON.
pub async fn shapes(tx: &mut Tx, municipality: Municipality, year: i32) -> Answer<Vec<(AreaCode, String)>> {
    Ok(tx
        .sql(
            "select code, shape from directory_area where municipality_id = $1 and year = $2 \
             and kind = 'neighbourhood' and shape is not null order by code",
        )
        .bind(municipality)
        .bind(year)
        .all()
        .await?)
}

/// Writes shapes and names, new or known; figures that are there stay.
pub async fn save_many(tx: &mut Tx, permit: &Permit, areas: &[Area], now: Moment) -> Answer<()> {
    for areas in areas.chunks(BATCH) {
        tx.sql(
            "insert into directory_area (municipality_id, code, year, kind, name, parent_code, shape, west, south, \
             east, north, source_id, changed_at) values ",
        )
        .push_rows(areas, |area, values| {
            let shape = area.shape.as_ref();
            values
                .bind(permit.municipality())
                .bind(area.code.clone())
                .bind(area.year)
                .bind(area.code.kind())
                .bind(area.name.clone())
                .bind(area.parent.clone())
                .bind(shape.map(|shape| shape.geojson.clone()))
                .bind(shape.map(|shape| shape.west))
                .bind(shape.map(|shape| shape.south))
                .bind(shape.map(|shape| shape.east))
                .bind(shape.map(|shape| shape.north))
                .bind(area.source)
                .bind(now);
        })
        .push(
            " on conflict (municipality_id, code, year) do update set name = excluded.name, \
             parent_code = coalesce(excluded.parent_code, directory_area.parent_code), \
             shape = coalesce(excluded.shape, directory_area.shape), \
             west = coalesce(excluded.west, directory_area.west), \
             south = coalesce(excluded.south, directory_area.south), \
             east = coalesce(excluded.east, directory_area.east), \
             north = coalesce(excluded.north, directory_area.north), \
             source_id = excluded.source_id, changed_at = excluded.changed_at",
        )
        .execute()
        .await?;
    }
    Ok(())
}

/// The codes of one year that are there.
pub async fn codes(tx: &mut Tx, municipality: Municipality, year: i32) -> Answer<Vec<AreaCode>> {
    Ok(tx
        .sql("select code from directory_area where municipality_id = $1 and year = $2")
        .bind(municipality)
        .bind(year)
        .scalars()
        .await?)
}

/// Hangs every neighbourhood of a year under its district, as CBS builds its codes, where that district exists.
pub async fn hang_under_district(
    tx: &mut Tx,
    permit: &Permit,
    year: i32,
    district: &AreaCode,
    neighbourhoods: &[AreaCode],
    now: Moment,
) -> Answer<()> {
    for neighbourhoods in neighbourhoods.chunks(BATCH) {
        tx.sql(
            "update directory_area set parent_code = $3, changed_at = $4 \
             where municipality_id = $1 and year = $2 and kind = 'neighbourhood' ",
        )
        .bind(permit.municipality())
        .bind(year)
        .bind(district.clone())
        .bind(now)
        .push_list(" and code in (", neighbourhoods.iter().cloned(), ")")
        .execute()
        .await?;
    }
    Ok(())
}

/// Key figures of one area; `false` when there is no such area.
pub async fn set_figures(
    tx: &mut Tx,
    permit: &Permit,
    (code, year): (&AreaCode, i32),
    figures: &Figures,
    source: Id<Source>,
    now: Moment,
) -> Answer<bool> {
    let changed = tx
        .sql(
            "update directory_area set residents = $4, residents_65_plus = $5, residents_under_15 = $6, \
             households = $7, household_size = $8, density = $9, figures_year = $10, figures_source_id = $11, \
             changed_at = $12 where municipality_id = $1 and code = $2 and year = $3",
        )
        .bind(permit.municipality())
        .bind(code.clone())
        .bind(year)
        .bind(figures.residents)
        .bind(figures.residents_65_plus)
        .bind(figures.residents_under_15)
        .bind(figures.households)
        .bind(figures.household_size)
        .bind(figures.density)
        .bind(figures.year)
        .bind(source)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}
