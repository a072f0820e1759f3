//! Where the lines of a list have their doors: for what is near somebody, and for whom one can simply walk into.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use super::{Listing, Target};
use crate::area::AreaCode;
use crate::area::geography::{Geography, rings};
use crate::area::postcode::{self, Postcode};
use crate::offer::Offer;
use crate::party::{Party, Sphere};
use crate::search::Heard;
use crate::wording::name_key;

/// Longitude and latitude.
pub(crate) type Point = [f64; 2];

/// At this distance, in metres, what is asked for counts half.
const HALF_AS_GOOD: f64 = 1_500.0;

/// How much counts what has no door: it may be anywhere.
const NO_DOOR: f32 = 0.25;

/// How many people one can walk into are named.
const WALK_INTO: usize = 3;

#[derive(sqlx::FromRow)]
struct DoorRow {
    party_id: Id<Party>,
    offer_id: Option<Id<Offer>>,
    lon: f64,
    lat: f64,
    name: String,
    street: String,
    postcode: String,
    town: String,
}

/// Of the lines of one list; a confidential place has no door here, nor has a place of who is not in the list.
pub(crate) struct Doors {
    pub(crate) listing: Arc<Listing>,
    /// For each line its doors.
    of_lines: Vec<Vec<Point>>,
    /// The middle of what has a name or a postcode of four digits; where no door has that postcode, its own middle.
    named: HashMap<String, Point>,
    /// Lines of residents' own groups where nobody needs an appointment.
    walk_in: Vec<u32>,
}

impl Doors {
    /// # Errors
    /// What the database answers.
    pub(crate) async fn build(db: &Db, code: Municipality, listing: Arc<Listing>) -> Answer<Self> {
        let mut of_offers: HashMap<Id<Offer>, Vec<Point>> = HashMap::new();
        let mut of_parties: HashMap<Id<Party>, Vec<Point>> = HashMap::new();
        let mut sums: HashMap<String, (Point, f64)> = HashMap::new();
        let shown: HashSet<Id<Party>> = listing.entries().iter().map(|entry| entry.party).collect();
        db.read(
            "select place.party_id, link.offer_id, place.lon, place.lat, place.name, place.street, place.postcode, place.town \
             from directory_place place left join directory_offer_place link \
             on link.municipality_id = place.municipality_id and link.place_id = place.id \
             where place.municipality_id = $1 and not place.confidential and place.lon is not null \
             and place.lat is not null order by place.id",
        )
        .bind(code)
        .each(|row: DoorRow| {
            // Who hides is not located by a question either.
            if !shown.contains(&row.party_id) {
                return;
            }
            let point = [row.lon, row.lat];
            if let Some(offer) = row.offer_id {
                of_offers.entry(offer).or_default().push(point);
            }
            of_parties.entry(row.party_id).or_default().push(point);
            let digits: String = row.postcode.chars().take(4).collect();
            for key in [digits, name_key(&row.name), name_key(&row.street), name_key(&row.town)] {
                let (sum, count) = sums.entry(key).or_default();
                *sum = [sum[0] + point[0], sum[1] + point[1]];
                *count += 1.0;
            }
        })
        .await?;
        let walk_in: Vec<Id<Offer>> = db
            .read("select id from directory_offer where municipality_id = $1 and way = 'walk-in'")
            .bind(code)
            .scalars()
            .await?;
        let walk_in: HashSet<Id<Offer>> = walk_in.into_iter().collect();
        let of_lines = listing.entries().iter().map(|entry| {
            let given = match entry.target {
                Target::Offer(id) => of_offers.get(&id),
                Target::Party => None,
            };
            given.or_else(|| of_parties.get(&entry.party)).cloned().unwrap_or_default()
        });
        let of_lines = of_lines.collect();
        let open = listing.entries().iter().zip(0u32..).filter(|(entry, _)| {
            entry.sphere == Sphere::Informal
                && matches!(entry.target, Target::Offer(id) if walk_in.contains(&id))
        });
        let walk_in = open.map(|(_, at)| at).collect();
        let middle = |(key, (sum, count)): (String, (Point, f64))| (key, [sum[0] / count, sum[1] / count]);
        let mut named: HashMap<String, Point> =
            sums.into_iter().filter(|(key, _)| !key.is_empty()).map(middle).collect();
        for of in postcode::store::all(db, code).await? {
            named.entry(of.postcode.as_str().to_owned()).or_insert([of.lon, of.lat]);
        }
        Ok(Self { listing, of_lines, named, walk_in })
    }

    pub(crate) fn is_of(&self, listing: &Listing) -> bool {
        self.listing.is_of_same(listing)
    }

    /// Where somebody means: an area by code or name, a postcode, the name of a place, a street or a town.
    pub(crate) fn point(&self, text: &str, geography: &Geography) -> Option<Point> {
        let key = name_key(text);
        let by_code = AreaCode::parse(text).ok();
        let by_name = || {
            geography
                .areas
                .iter()
                .find(|area| name_key(area.name.as_str()) == key)
                .map(|area| area.code.clone())
        };
        if let Some(area) = by_code.or_else(by_name).and_then(|code| geography.area(&code))
            && let Some(middle) = area.shape.as_ref().and_then(|shape| middle(&rings(&shape.geojson)))
        {
            return Some(middle);
        }
        let postcode = Postcode::meant_by(text);
        self.named.get(postcode.as_ref().map_or(key.as_str(), Postcode::as_str)).copied()
    }

    /// How far the nearest door of a line is, in metres.
    pub(crate) fn distance(&self, at: u32, from: Point) -> Option<f64> {
        let doors = self.of_lines.get(at as usize)?;
        doors.iter().map(|door| metres(*door, from)).min_by(f64::total_cmp)
    }

    /// What was heard, or the whole list, with what is near before what is far.
    pub(crate) fn nearest(&self, heard: Option<Heard>, from: Point) -> Heard {
        let all = || (0u32..).zip(&self.of_lines).map(|(at, _)| (at, 1.0)).collect();
        let heard = heard.unwrap_or_else(|| Heard { places: all(), ..Heard::default() });
        let nearer = |(at, fits): (u32, f32)| {
            let near = |metres: f64| (HALF_AS_GOOD / (HALF_AS_GOOD + metres)) as f32;
            (at, fits * self.distance(at, from).map_or(NO_DOOR, near))
        };
        Heard { places: heard.places.into_iter().map(nearer).collect(), ..heard }
    }

    /// Lines of groups of residents that one can walk into, one a group: the nearest, or those of an area, or the first.
    pub(crate) fn walk_into(&self, from: Option<Point>, area: Option<&AreaCode>) -> Vec<u32> {
        let mut open = self.walk_in.clone();
        if let Some(area) = area {
            let there = self.listing.serving(area);
            open.retain(|at| there.binary_search(at).is_ok());
        }
        if let Some(from) = from {
            let far = |at: &u32| self.distance(*at, from).unwrap_or(f64::MAX);
            open.sort_by(|one, other| far(one).total_cmp(&far(other)).then(one.cmp(other)));
        }
        let mut parties = Vec::new();
        open.retain(|at| {
            let party = self.listing.entry(*at).map(|entry| entry.party);
            let first = parties.len() < WALK_INTO && !parties.contains(&party);
            if first {
                parties.push(party);
            }
            first
        });
        open
    }
}

/// The middle of the box around a shape.
fn middle(rings: &[Vec<Point>]) -> Option<Point> {
    let mut points = rings.iter().flatten();
    let first = points.next()?;
    let (low, high) = points.fold((*first, *first), |(low, high), point| {
        ([low[0].min(point[0]), low[1].min(point[1])], [high[0].max(point[0]), high[1].max(point[1])])
    });
    Some([f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])])
}

/// Within a municipality the earth is flat.
fn metres(one: Point, other: Point) -> f64 {
    const A_DEGREE: f64 = 111_320.0;
    let along = (one[0] - other[0]) * other[1].to_radians().cos() * A_DEGREE;
    let up = (one[1] - other[1]) * A_DEGREE;
    along.hypot(up)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_that_of_the_map() {
        // The towers of Utrecht and Amersfoort stand about 19.6 km apart.
        let far = metres([5.1214, 52.0907], [5.3878, 52.1551]);
        assert!((far - 19_600.0).abs() < 500.0, "{far}");
        assert!(metres([5.3, 52.6], [5.3, 52.6]) < 0.001);
    }
}
