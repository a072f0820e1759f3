//! A drawn shape: read from GeoJSON, looked at for mistakes, repaired where that can be done without guessing.

use geo::{Area as _, BooleanOps, BoundingRect, Coord, LineString, MultiPolygon, Polygon, Validation};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shape;

/// The kingdom in Europe with some sea around it; degrees west, south, east, north.
const NETHERLANDS: [f64; 4] = [3.0, 50.6, 7.4, 53.8];

/// Square degrees, about a square metre: what is smaller is a line or a point.
const SPECK: f64 = 1e-10;

/// Six decimals are a tenth of a metre: finer than any border is drawn.
const DECIMALS: f64 = 1e6;

type Ring = Vec<Vec<f64>>;

/// Any GeoJSON geometry; only polygons draw an area.
#[derive(Deserialize)]
pub(super) struct Geometry {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    coordinates: Value,
}

/// Why a shape cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misdrawn {
    NoPolygon,
    /// It crosses itself, and what is left after untangling is no area.
    Crossing,
    Swapped,
    Elsewhere,
}

/// The polygons of a geometry kept in the database.
#[must_use]
pub(super) fn polygons(geojson: &str) -> Option<MultiPolygon<f64>> {
    multi(serde_json::from_str(geojson).ok()?)
}

fn multi(geometry: Geometry) -> Option<MultiPolygon<f64>> {
    let polygons: Vec<Vec<Ring>> = match geometry.kind.as_str() {
        "Polygon" => vec![serde_json::from_value(geometry.coordinates).ok()?],
        "MultiPolygon" => serde_json::from_value(geometry.coordinates).ok()?,
        _ => return None,
    };
    let polygons: Option<Vec<Polygon<f64>>> = polygons.into_iter().map(polygon).collect();
    polygons.filter(|polygons| !polygons.is_empty()).map(MultiPolygon)
}

fn polygon(rings: Vec<Ring>) -> Option<Polygon<f64>> {
    let mut rings = rings.into_iter().map(|ring| {
        let corners: Option<Vec<Coord<f64>>> = ring
            .iter()
            .map(|at| match at.as_slice() {
                [x, y, ..] if x.is_finite() && y.is_finite() => {
                    Some(Coord { x: rounded(*x), y: rounded(*y) })
                }
                _ => None,
            })
            .collect();
        corners.filter(|corners| corners.len() >= 4).map(LineString)
    });
    let outer = rings.next()??;
    let holes: Option<Vec<LineString<f64>>> = rings.collect();
    Some(Polygon::new(outer, holes?))
}

fn rounded(degrees: f64) -> f64 {
    (degrees * DECIMALS).round() / DECIMALS
}

/// A shape as it is kept, and whether it had to be untangled first.
pub(super) fn drawn(geometry: Option<Geometry>) -> Result<(Shape, bool), Misdrawn> {
    let drawn = geometry.and_then(multi).ok_or(Misdrawn::NoPolygon)?;
    let around = drawn.bounding_rect().ok_or(Misdrawn::NoPolygon)?;
    let (low, high) = (around.min(), around.max());
    if !inside([low.x, low.y, high.x, high.y]) {
        let swapped = inside([low.y, low.x, high.y, high.x]);
        return Err(if swapped { Misdrawn::Swapped } else { Misdrawn::Elsewhere });
    }
    if drawn.is_valid() && drawn.unsigned_area() > SPECK {
        return Ok((shape(&drawn, around), false));
    }
    // The union of a shape with nothing is the same area, drawn without crossings.
    let untangled = drawn.union(&MultiPolygon::<f64>::new(Vec::new()));
    match untangled.bounding_rect() {
        Some(around) if untangled.unsigned_area() > SPECK => Ok((shape(&untangled, around), true)),
        _ => Err(Misdrawn::Crossing),
    }
}

/// Where a geometry lies that is a point.
pub(super) fn point(geometry: &Geometry) -> Option<[f64; 2]> {
    match geometry.coordinates.as_array()?.as_slice() {
        [lon, lat, ..] if geometry.kind == "Point" => Some([lon.as_f64()?, lat.as_f64()?]),
        _ => None,
    }
}

/// A point as it is kept, or why it is none of here.
pub(super) fn spotted([lon, lat]: [f64; 2]) -> Result<[f64; 2], Misdrawn> {
    if inside([lon, lat, lon, lat]) {
        return Ok([rounded(lon), rounded(lat)]);
    }
    Err(if inside([lat, lon, lat, lon]) { Misdrawn::Swapped } else { Misdrawn::Elsewhere })
}

fn inside([west, south, east, north]: [f64; 4]) -> bool {
    let [w, s, e, n] = NETHERLANDS;
    west >= w && south >= s && east <= e && north <= n
}

fn shape(drawn: &MultiPolygon<f64>, around: geo::Rect<f64>) -> Shape {
    let ring = |line: &LineString<f64>| -> Value {
        line.0.iter().map(|at| json!([rounded(at.x), rounded(at.y)])).collect()
    };
    let rings = |polygon: &Polygon<f64>| -> Value {
        std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect()
    };
    let geometry = match drawn.0.as_slice() {
        [one] => json!({ "type": "Polygon", "coordinates": rings(one) }),
        many => json!({ "type": "MultiPolygon", "coordinates": many.iter().map(rings).collect::<Value>() }),
    };
    Shape {
        geojson: geometry.to_string(),
        west: around.min().x,
        south: around.min().y,
        east: around.max().x,
        north: around.max().y,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(geojson: &str) -> Result<(Shape, bool), Misdrawn> {
        drawn(serde_json::from_str(geojson).unwrap())
    }

    #[test]
    fn a_bow_tie_is_untangled_and_a_line_is_refused() {
        let bow = r#"{"type":"Polygon","coordinates":[[[5,52],[5.01,52.01],[5.01,52],[5,52.01],[5,52]]]}"#;
        let (shape, mended) = draw(bow).unwrap();
        assert!(mended && polygons(&shape.geojson).unwrap().is_valid());
        let line = r#"{"type":"Polygon","coordinates":[[[5,52],[5.01,52],[5.02,52],[5,52]]]}"#;
        assert_eq!(draw(line).err(), Some(Misdrawn::Crossing));
    }

    #[test]
    fn what_lies_elsewhere_or_has_its_coordinates_swapped_is_told_apart() {
        let at = |x: f64, y: f64| {
            draw(&format!(
                r#"{{"type":"Polygon","coordinates":[[[{x},{y}],[{},{y}],[{x},{}],[{x},{y}]]]}}"#,
                x + 0.01,
                y + 0.01
            ))
        };
        assert!(at(5.0, 52.0).is_ok());
        assert_eq!(at(52.0, 5.0).err(), Some(Misdrawn::Swapped));
        assert_eq!(at(121_000.0, 487_000.0).err(), Some(Misdrawn::Elsewhere));
        assert_eq!(draw("null").err(), Some(Misdrawn::NoPolygon));
        assert_eq!(draw(r#"{"type":"Point","coordinates":[5,52]}"#).err(), Some(Misdrawn::NoPolygon));
    }
}
