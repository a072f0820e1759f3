//! A CBS area with its year: a wijk (district) above buurten (neighbourhoods), drawn as polygons.

mod features;
pub mod figures;
pub mod geography;
pub mod import;
pub mod locate;
pub mod pages;
pub mod postcode;
pub mod refusal;
mod shape;
pub mod store;
mod table;
pub mod view;

use std::fmt;

use ground::id::{Id, Municipality};

use crate::source::Source;
use crate::wording::{Name, Unfit};

#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    pub code: AreaCode,
    /// The year of the division: the same code can mean another shape in another year.
    pub year: i32,
    pub name: Name,
    pub parent: Option<AreaCode>,
    /// Absent where a register names the area but no map draws it.
    pub shape: Option<Shape>,
    pub figures: Figures,
    pub source: Option<Id<Source>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum AreaKind {
    /// Wijk.
    District,
    /// Buurt.
    Neighbourhood,
}

impl AreaKind {
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Neighbourhood => "neighbourhood",
        }
    }
}

/// `WK` and six, or `BU` and eight positions: four digits of the municipality, then digits or letters (Amsterdam has letters).
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(transparent)]
pub struct AreaCode(String);

impl AreaCode {
    /// # Errors
    /// [`Unfit::Unknown`] when it is no code of a wijk or buurt.
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        let code = typed.trim().to_ascii_uppercase();
        let rest = match (code.get(..2), code.len()) {
            (Some("WK"), 8) | (Some("BU"), 10) => code.get(2..).unwrap_or(""),
            _ => return Err(Unfit::Unknown),
        };
        let (municipality, place) = rest.split_at_checked(4).ok_or(Unfit::Unknown)?;
        let digits = municipality.bytes().all(|b| b.is_ascii_digit());
        if digits && place.bytes().all(|b| b.is_ascii_alphanumeric()) {
            Ok(Self(code))
        } else {
            Err(Unfit::Unknown)
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn kind(&self) -> AreaKind {
        if self.0.starts_with("WK") { AreaKind::District } else { AreaKind::Neighbourhood }
    }

    #[must_use]
    pub fn municipality(&self) -> Option<Municipality> {
        Municipality::parse(&format!("GM{}", self.0.get(2..6)?))
    }

    /// The wijk a buurt lies in, as CBS builds its codes.
    #[must_use]
    pub fn district(&self) -> Self {
        Self(format!("WK{}", self.0.get(2..8).unwrap_or("")))
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Key figures of CBS. What CBS does not publish is absent, not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    pub residents: Option<i32>,
    pub residents_65_plus: Option<i32>,
    pub residents_under_15: Option<i32>,
    pub households: Option<i32>,
    pub household_size: Option<f64>,
    /// Residents a square kilometre of land.
    pub density: Option<i32>,
    pub year: Option<i32>,
}

/// A GeoJSON Polygon or MultiPolygon in WGS84, with the box around it (degrees).
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub geojson: String,
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amsterdam_writes_letters_and_everyone_else_digits() {
        let code = AreaCode::parse("bu0363AA01").unwrap();
        assert_eq!((code.as_str(), code.kind()), ("BU0363AA01", AreaKind::Neighbourhood));
        assert_eq!(code.district().as_str(), "WK0363AA");
        assert_eq!(code.municipality().map(|m| m.to_string()), Some("GM0363".to_owned()));
        assert_eq!(AreaCode::parse("BU0439010").ok(), None);
        assert_eq!(AreaCode::parse("WK04390704").ok(), None);
        assert_eq!(AreaCode::parse("BU0363ÀA1").ok(), None);
    }
}
