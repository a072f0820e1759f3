//! Where a party is found. A confidential place has no address and no point: not hidden, absent.

pub mod store;
pub mod view;

use ground::id::Id;

use crate::area::AreaCode;
use crate::party::Party;
use crate::wording::{Line, Prose, Unfit};

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    pub id: Id<Place>,
    pub party: Id<Party>,
    pub whereabouts: Whereabouts,
    /// The place's own id at the source it came from. Of a confidential place only that there is one.
    pub source_key: Option<String>,
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Whereabouts {
    Open(Box<OpenPlace>),
    Confidential,
}

#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct OpenPlace {
    pub name: Line,
    pub address: Address,
    /// Steps, lift, toilet, how to find the door.
    pub access: Prose,
    pub point: Option<Point>,
    /// The buurt the point lies in, with its year.
    pub area: Option<(AreaCode, i32)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Address {
    pub street: Line,
    pub house_number: Line,
    pub postcode: Line,
    pub town: Line,
}

impl Address {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.street, &self.house_number, &self.postcode, &self.town].iter().all(|part| part.is_empty())
    }
}

/// WGS84 degrees, finite and on earth, and not the zero point where empty cells end up.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Point {
    lon: f64,
    lat: f64,
}

impl Point {
    /// # Errors
    /// [`Unfit::Unknown`] when it is no point on earth, or exactly 0, 0.
    pub fn new(lon: f64, lat: f64) -> Result<Self, Unfit> {
        let on_earth = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        let nowhere = lon == 0.0 && lat == 0.0;
        if on_earth && !nowhere { Ok(Self { lon, lat }) } else { Err(Unfit::Unknown) }
    }

    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_lies_at_zero_or_off_the_earth() {
        for (lon, lat) in [(0.0, 0.0), (181.0, 0.0), (5.0, 95.0), (f64::NAN, 52.0), (5.0, f64::INFINITY)] {
            assert_eq!(Point::new(lon, lat), Err(Unfit::Unknown), "{lon} {lat}");
        }
        assert!(Point::new(5.3, 52.6).is_ok());
    }
}
