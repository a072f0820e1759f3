//! Which buurt a point lies in: an index in memory over the drawn areas of one municipality and year.

use geo::{Contains, CoordsIter, Intersects, MultiPolygon};
use ground::db::Tx;
use ground::id::Municipality;
use ground::trouble::Answer;
use rstar::{AABB, RTree, RTreeObject};

use super::shape::polygons;
use super::{AreaCode, AreaKind, store};
use crate::place::Point;

/// National shapes are simplified by 60 metres and rounded to 10, so a house at the edge can fall just outside all of
/// them. Within this distance the nearest buurt is taken, and [`Located::Near`] says that it was.
pub const NEAR_METRES: f64 = 100.0;

/// Metres in a degree of latitude, near enough for distances of a street.
const METRES_A_DEGREE: f64 = 111_195.0;

#[derive(Clone, Debug, PartialEq)]
pub enum Located {
    In(AreaCode),
    /// In no shape, but this close to one.
    Near(AreaCode, f64),
    Nowhere,
}

impl Located {
    #[must_use]
    pub fn code(self) -> Option<AreaCode> {
        match self {
            Self::In(code) | Self::Near(code, _) => Some(code),
            Self::Nowhere => None,
        }
    }
}

struct Drawn {
    code: AreaCode,
    shape: MultiPolygon<f64>,
    around: AABB<[f64; 2]>,
}

impl RTreeObject for Drawn {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.around
    }
}

/// The neighbourhoods of one municipality in one year.
pub struct Locator {
    year: i32,
    tree: RTree<Drawn>,
}

impl Locator {
    /// From codes and GeoJSON geometries. Districts and shapes that cannot be read take no part.
    pub fn new<'a>(year: i32, shapes: impl IntoIterator<Item = (&'a AreaCode, &'a str)>) -> Self {
        let drawn = shapes.into_iter().filter(|(code, _)| code.kind() == AreaKind::Neighbourhood);
        let drawn = drawn.filter_map(|(code, geojson)| {
            let shape = polygons(geojson)?;
            let corners: Vec<[f64; 2]> = shape.exterior_coords_iter().map(|at| [at.x, at.y]).collect();
            if corners.is_empty() {
                return None;
            }
            Some(Drawn { code: code.clone(), shape, around: AABB::from_points(&corners) })
        });
        Self { year, tree: RTree::bulk_load(drawn.collect()) }
    }

    /// The areas now in force; without a year there is nothing to find anything in.
    pub async fn of(tx: &mut Tx, municipality: Municipality, year: Option<i32>) -> Answer<Self> {
        let Some(year) = year else { return Ok(Self::new(0, [])) };
        let shapes = store::shapes(tx, municipality, year).await?;
        Ok(Self::new(year, shapes.iter().map(|(code, shape)| (code, shape.as_str()))))
    }

    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tree.size() == 0
    }

    /// Exactly one answer for every point. On a shared border, and where shapes overlap, the lowest code wins;
    /// who lies inside a shape comes before who only touches its border.
    #[must_use]
    pub fn locate(&self, point: Point) -> Located {
        let at = geo::Point::new(point.lon(), point.lat());
        let around = AABB::from_point([point.lon(), point.lat()]);
        let met =
            || self.tree.locate_in_envelope_intersecting(around).filter(|area| area.shape.intersects(&at));
        let inside = met().filter(|area| area.shape.contains(&at)).map(|area| &area.code).min();
        if let Some(code) = inside.or_else(|| met().map(|area| &area.code).min()) {
            return Located::In(code.clone());
        }
        self.nearest(point)
    }

    /// The code to keep with a place, with its year.
    #[must_use]
    pub fn area_of(&self, point: Point) -> Option<(AreaCode, i32)> {
        self.locate(point).code().map(|code| (code, self.year))
    }

    fn nearest(&self, point: Point) -> Located {
        let tall = NEAR_METRES / METRES_A_DEGREE;
        let wide = tall / point.lat().to_radians().cos().max(0.01);
        let around = AABB::from_corners(
            [point.lon() - wide, point.lat() - tall],
            [point.lon() + wide, point.lat() + tall],
        );
        let mut best: Option<(f64, &AreaCode)> = None;
        for area in self.tree.locate_in_envelope_intersecting(around) {
            let metres = metres_to(&area.shape, point);
            let closer =
                best.is_none_or(|(than, code)| metres < than || (metres == than && area.code < *code));
            if metres <= NEAR_METRES && closer {
                best = Some((metres, &area.code));
            }
        }
        best.map_or(Located::Nowhere, |(metres, code)| Located::Near(code.clone(), metres))
    }
}

/// From a point to the nearest border, on a plane laid flat at the point.
fn metres_to(shape: &MultiPolygon<f64>, point: Point) -> f64 {
    let (tall, wide) = (METRES_A_DEGREE, METRES_A_DEGREE * point.lat().to_radians().cos());
    let flat = |at: geo::Coord<f64>| ((at.x - point.lon()) * wide, (at.y - point.lat()) * tall);
    let rings =
        shape.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings
        .flat_map(|ring| ring.lines())
        .map(|line| {
            let ((ax, ay), (bx, by)) = (flat(line.start), flat(line.end));
            let (dx, dy) = (bx - ax, by - ay);
            let length = dx.mul_add(dx, dy * dy);
            let along = if length == 0.0 { 0.0 } else { (-ax.mul_add(dx, ay * dy) / length).clamp(0.0, 1.0) };
            along.mul_add(dx, ax).hypot(along.mul_add(dy, ay))
        })
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn square(west: f64, south: f64, side: f64) -> String {
        let (east, north) = (west + side, south + side);
        format!("[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]")
    }

    fn locator(shapes: &[(&str, String)]) -> Locator {
        let shapes: Vec<(AreaCode, &str)> =
            shapes.iter().map(|(code, shape)| (AreaCode::parse(code).unwrap(), shape.as_str())).collect();
        Locator::new(2024, shapes.iter().map(|(code, shape)| (code, *shape)))
    }

    fn polygon(rings: &str) -> String {
        format!(r#"{{"type":"Polygon","coordinates":[{rings}]}}"#)
    }

    fn found(locator: &Locator, lon: f64, lat: f64) -> Option<String> {
        locator.locate(Point::new(lon, lat).unwrap()).code().map(|code| code.to_string())
    }

    #[test]
    fn on_a_shared_border_the_lowest_code_wins_whatever_the_order() {
        let west = ("BU00010001", polygon(&square(5.0, 52.0, 0.01)));
        let east = ("BU00010000", polygon(&square(5.01, 52.0, 0.01)));
        for shapes in [[west.clone(), east.clone()], [east, west]] {
            let locator = locator(&shapes);
            assert_eq!(found(&locator, 5.01, 52.005).as_deref(), Some("BU00010000"));
            assert_eq!(found(&locator, 5.009, 52.005).as_deref(), Some("BU00010001"));
        }
    }

    #[test]
    fn a_hole_belongs_to_the_buurt_that_fills_it_and_an_island_to_its_own() {
        let ring = polygon(&format!("{},{}", square(5.0, 52.0, 0.09), square(5.03, 52.03, 0.03)));
        let filled = polygon(&square(5.03, 52.03, 0.03));
        let islands = format!(
            r#"{{"type":"MultiPolygon","coordinates":[[{}],[{}]]}}"#,
            square(6.0, 52.0, 0.01),
            square(6.5, 52.0, 0.01)
        );
        let all = locator(&[("BU00010000", ring), ("BU00010001", filled), ("BU00010002", islands)]);
        assert_eq!(found(&all, 5.045, 52.045).as_deref(), Some("BU00010001"));
        assert_eq!(found(&all, 5.01, 52.01).as_deref(), Some("BU00010000"));
        assert_eq!(found(&all, 6.505, 52.005).as_deref(), Some("BU00010002"));
        assert_eq!(found(&all, 6.25, 52.005), None);
    }

    #[test]
    fn just_outside_is_the_nearest_and_says_so_and_further_is_nowhere() {
        let one = locator(&[("BU00010000", polygon(&square(5.0, 52.0, 0.01)))]);
        let near = one.locate(Point::new(5.005, 52.0105).unwrap());
        assert!(matches!(near, Located::Near(_, metres) if (50.0..60.0).contains(&metres)), "{near:?}");
        assert_eq!(one.locate(Point::new(5.005, 52.012).unwrap()), Located::Nowhere);
    }

    proptest! {
        #[test]
        fn a_point_in_a_grid_of_buurten_is_always_in_the_one_whose_square_it_is(x in 0.0..0.0999f64, y in 0.0..0.0999f64) {
            let shapes: Vec<(String, String)> = (0..100)
                .map(|n| (format!("BU0001{n:04}"), polygon(&square(5.0 + f64::from(n % 10) / 100.0, 52.0 + f64::from(n / 10) / 100.0, 0.01))))
                .collect();
            let shapes: Vec<(&str, String)> = shapes.iter().map(|(code, shape)| (code.as_str(), shape.clone())).collect();
            let grid = locator(&shapes);
            let located = grid.locate(Point::new(5.0 + x, 52.0 + y).unwrap());
            let Located::In(code) = located else { panic!("{located:?}") };
            let n: u32 = code.as_str()[6..].parse().unwrap();
            let (column, row) = (f64::from(n % 10) / 100.0, f64::from(n / 10) / 100.0);
            prop_assert!((column - 1e-9..=column + 0.01 + 1e-9).contains(&x) && (row - 1e-9..=row + 0.01 + 1e-9).contains(&y));
        }
    }
}
