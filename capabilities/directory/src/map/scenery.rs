//! What a map shows besides areas (water, green, roads), where a municipality has it: for knowing where one is.

use access::Permit;
use geojson::GeometryValue;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use super::sheet::Ring;

#[derive(Clone, Debug, PartialEq)]
pub struct Scenery {
    pub id: Id<Scenery>,
    pub kind: Kind,
    /// A GeoJSON Polygon, MultiPolygon or LineString in WGS84.
    pub shape: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Kind {
    Water,
    Green,
    Road,
}

impl Kind {
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim() {
            "water" => Some(Self::Water),
            "green" => Some(Self::Green),
            "road" => Some(Self::Road),
            _ => None,
        }
    }
}

impl Scenery {
    /// Its rings, or its line as one.
    #[must_use]
    pub fn lines(&self) -> Vec<Ring> {
        let Ok(geojson::GeoJson::Geometry(geometry)) = self.shape.parse() else { return Vec::new() };
        match geometry.value {
            GeometryValue::LineString { coordinates } => {
                let point = |at: &geojson::Position| Some([*at.as_slice().first()?, *at.as_slice().get(1)?]);
                vec![coordinates.iter().filter_map(point).collect()]
            }
            _ => crate::area::geography::rings(&self.shape),
        }
    }
}

#[derive(sqlx::FromRow)]
struct SceneryRow {
    id: Id<Scenery>,
    kind: Kind,
    shape: String,
}

/// Everything there is, water below green below roads.
pub async fn all(db: &Db, municipality: Municipality) -> Answer<Vec<Scenery>> {
    let rows: Vec<SceneryRow> = db
        .read("select id, kind, shape from directory_scenery where municipality_id = $1 order by id")
        .bind(municipality)
        .all()
        .await?;
    let mut scenery: Vec<Scenery> =
        rows.into_iter().map(|SceneryRow { id, kind, shape }| Scenery { id, kind, shape }).collect();
    scenery.sort_by_key(|one| one.kind as u8);
    Ok(scenery)
}

/// Puts this scenery in place of what was there. The caller touches the municipality.
pub async fn replace(tx: &mut Tx, permit: &Permit, scenery: &[Scenery]) -> Answer<()> {
    let municipality = permit.municipality();
    tx.sql("delete from directory_scenery where municipality_id = $1").bind(municipality).execute().await?;
    for scenery in scenery.chunks(200) {
        tx.sql("insert into directory_scenery (municipality_id, id, kind, shape) values ")
            .push_rows(scenery, |one, values| {
                values.bind(municipality).bind(one.id).bind(one.kind).bind(one.shape.clone());
            })
            .execute()
            .await?;
    }
    Ok(())
}
