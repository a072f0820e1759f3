//! Why an area or a row of figures was not taken over, in a sentence for whoever brings the file.

use super::AreaCode;
use super::shape::Misdrawn;

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    NoCode,
    BadCode,
    DoubleCode,
    NoName,
    NoPolygon,
    Crossing,
    Swapped,
    Elsewhere,
    /// The municipality is not on this platform and the file does not name it.
    NoMunicipality,
    /// Figures for an area that no map drew.
    NoArea,
    /// The row speaks of a municipality that has no areas here.
    NotHere,
    NoPostcode,
    NoPoint,
    // What was taken over after repair:
    CodeMended,
    Untangled,
}

impl Why {
    #[must_use]
    pub const fn sentence(&self) -> &'static str {
        match self {
            Self::NoCode => "has no code of a district (WK) or neighbourhood (BU)",
            Self::BadCode => "has a code that is none: WK and six, or BU and eight positions",
            Self::DoubleCode => "has a code that stands in the file before; the first was taken",
            Self::NoName => "has no name",
            Self::NoPolygon => "has no polygon",
            Self::Crossing => "crosses itself, and nothing is left after untangling",
            Self::Swapped => "has latitude and longitude swapped",
            Self::Elsewhere => "does not lie in the Netherlands; coordinates must be degrees (WGS84)",
            Self::NoMunicipality => {
                "belongs to a municipality that is not here, and the file does not name it (use --name)"
            }
            Self::NoArea => "has figures, but no area with this code and year is drawn here",
            Self::NotHere => "belongs to a municipality without areas of this year here",
            Self::NoPostcode => "has no postcode of four digits",
            Self::NoPoint => "has no latitude and longitude",
            Self::CodeMended => "was a district with the letters of a neighbourhood; they were corrected",
            Self::Untangled => "crossed itself and was untangled",
        }
    }

    /// Taken over all the same.
    #[must_use]
    pub const fn is_mended(&self) -> bool {
        matches!(self, Self::CodeMended | Self::Untangled)
    }
}

impl From<Misdrawn> for Why {
    fn from(misdrawn: Misdrawn) -> Self {
        match misdrawn {
            Misdrawn::NoPolygon => Self::NoPolygon,
            Misdrawn::Crossing => Self::Crossing,
            Misdrawn::Swapped => Self::Swapped,
            Misdrawn::Elsewhere => Self::Elsewhere,
        }
    }
}

/// One thing of the file that was not simply taken over. Features and rows are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub row: u64,
    pub code: String,
    pub why: Why,
}

/// What an import of areas or figures found, or did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub municipalities: usize,
    pub new_municipalities: Vec<String>,
    pub districts: usize,
    pub neighbourhoods: usize,
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    /// Places that lie in another area now.
    pub moved: usize,
    pub notes: Vec<Note>,
}

impl Outcome {
    pub fn refused(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| !note.why.is_mended())
    }

    pub fn mended(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.why.is_mended())
    }

    pub(super) fn count(&mut self, code: &AreaCode) {
        match code.kind() {
            super::AreaKind::District => self.districts += 1,
            super::AreaKind::Neighbourhood => self.neighbourhoods += 1,
        }
    }
}
