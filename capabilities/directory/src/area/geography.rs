//! The areas of one municipality in memory: by code, districts above neighbourhoods, and who borders on whom.

use std::collections::{HashMap, HashSet};

use geojson::GeometryValue;
use ground::db::Db;
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};

use super::{Area, AreaCode, AreaKind, store};
use crate::municipality;

/// Maps are simplified and leave gaps of up to about 60 m between areas that touch on the ground;
/// borders within one such step of each other count as shared. In degrees of latitude.
const STEP: f64 = 0.0012;

/// Fewer shared steps than this is a corner, not a border.
const SHARED_STEPS: usize = 2;

pub struct Geography {
    pub version: i64,
    /// Districts first, by code.
    pub areas: Vec<Area>,
    by_code: HashMap<AreaCode, usize>,
    neighbours: HashMap<AreaCode, Vec<AreaCode>>,
}

impl Geography {
    /// # Errors
    /// `NotThere` without such a municipality; what the database answers.
    pub async fn build(db: &Db, code: Municipality) -> Answer<Self> {
        let municipality = municipality::store::find(db, code).await?.ok_or(Trouble::NotThere)?;
        let areas = match municipality.area_year {
            Some(year) => store::of_year(db, code, year).await?,
            None => Vec::new(),
        };
        Ok(Self::of(municipality.version, areas))
    }

    #[must_use]
    pub fn of(version: i64, areas: Vec<Area>) -> Self {
        let by_code = areas.iter().enumerate().map(|(at, area)| (area.code.clone(), at)).collect();
        let neighbours = bordering(&areas);
        Self { version, areas, by_code, neighbours }
    }

    #[must_use]
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.by_code.get(code).and_then(|at| self.areas.get(*at))
    }

    pub fn districts(&self) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(|area| area.code.kind() == AreaKind::District)
    }

    /// The neighbourhoods of a district, by code.
    pub fn within<'a>(&'a self, district: &'a AreaCode) -> impl Iterator<Item = &'a Area> {
        let neighbourhoods = self.areas.iter().filter(|area| area.code.kind() == AreaKind::Neighbourhood);
        neighbourhoods.filter(move |area| area.code.district() == *district)
    }

    /// Areas of the same kind that share a border with this one, by code.
    #[must_use]
    pub fn neighbours(&self, code: &AreaCode) -> &[AreaCode] {
        self.neighbours.get(code).map_or(&[], Vec::as_slice)
    }
}

/// Rings of a GeoJSON geometry, as longitude and latitude.
#[must_use]
pub fn rings(geojson: &str) -> Vec<Vec<[f64; 2]>> {
    let Ok(geojson::GeoJson::Geometry(geometry)) = geojson.parse() else { return Vec::new() };
    let ring = |positions: &Vec<geojson::Position>| -> Vec<[f64; 2]> {
        positions.iter().filter_map(|at| Some([*at.as_slice().first()?, *at.as_slice().get(1)?])).collect()
    };
    match geometry.value {
        GeometryValue::Polygon { coordinates } => coordinates.iter().map(ring).collect(),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().flatten().map(ring).collect(),
        _ => Vec::new(),
    }
}

fn bordering(areas: &[Area]) -> HashMap<AreaCode, Vec<AreaCode>> {
    let mut at_step: HashMap<(AreaKind, i64, i64), Vec<usize>> = HashMap::new();
    for (at, area) in areas.iter().enumerate() {
        for (x, y) in steps(area) {
            at_step.entry((area.code.kind(), x, y)).or_default().push(at);
        }
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for there in at_step.values() {
        for (nth, one) in there.iter().enumerate() {
            for other in there.iter().skip(nth + 1) {
                *shared.entry((*one.min(other), *one.max(other))).or_default() += 1;
            }
        }
    }
    let mut neighbours: HashMap<AreaCode, Vec<AreaCode>> = HashMap::new();
    for ((one, other), _) in shared.into_iter().filter(|(_, steps)| *steps >= SHARED_STEPS) {
        if let (Some(one), Some(other)) = (areas.get(one), areas.get(other)) {
            neighbours.entry(one.code.clone()).or_default().push(other.code.clone());
            neighbours.entry(other.code.clone()).or_default().push(one.code.clone());
        }
    }
    neighbours.values_mut().for_each(|codes| codes.sort_unstable());
    neighbours
}

/// The cells of a grid that an area's border passes through; longitude is stretched to be about as long as latitude here.
fn steps(area: &Area) -> HashSet<(i64, i64)> {
    let mut cells = HashSet::new();
    let Some(shape) = &area.shape else { return cells };
    for ring in rings(&shape.geojson) {
        for pair in ring.windows(2) {
            let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
            let pieces =
                (((x1 - x0).abs() * 0.61).max((y1 - y0).abs()) / (STEP / 2.0)).ceil().clamp(1.0, 10_000.0);
            for piece in 0..=(pieces as i64) {
                let part = piece as f64 / pieces;
                let (x, y) = ((x0 + (x1 - x0) * part) * 0.61, y0 + (y1 - y0) * part);
                cells.insert(((x / STEP).floor() as i64, (y / STEP).floor() as i64));
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::{Figures, Shape};
    use crate::wording::Name;

    fn square(code: &str, west: f64, south: f64, side: f64) -> Area {
        let (east, north) = (west + side, south + side);
        let geojson = format!(
            "{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}"
        );
        Area {
            code: AreaCode::parse(code).unwrap(),
            year: 2026,
            name: Name::parse(code).unwrap(),
            parent: None,
            shape: Some(Shape { geojson, west, south, east, north }),
            figures: Figures::default(),
            source: None,
        }
    }

    #[test]
    fn areas_that_share_a_side_are_neighbours_and_those_that_share_a_corner_or_nothing_are_not() {
        let side = 0.01;
        let areas = vec![
            square("BU99010101", 5.0, 52.0, side),
            square("BU99010102", 5.0 + side, 52.0, side),
            square("BU99010201", 5.0 + 3.0 * side, 52.0, side),
            square("WK990101", 5.0, 52.0, 2.0 * side),
        ];
        let geography = Geography::of(1, areas);
        let code = |text| AreaCode::parse(text).unwrap();
        assert_eq!(geography.neighbours(&code("BU99010101")), [code("BU99010102")]);
        assert!(geography.neighbours(&code("BU99010201")).is_empty());
        assert_eq!(geography.within(&code("WK990101")).count(), 2);
        assert_eq!(geography.districts().count(), 1);
    }

    #[test]
    fn an_area_without_a_drawing_borders_on_nobody() {
        let mut area = square("BU99010101", 5.0, 52.0, 0.01);
        area.shape = None;
        assert!(Geography::of(1, vec![area]).neighbours(&AreaCode::parse("BU99010101").unwrap()).is_empty());
    }
}
