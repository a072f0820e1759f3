//! Where facts come from: a name, a date and a licence that pages can show.

pub mod store;

use ground::id::Id;
use ground::moment::{Day, Moment};

use crate::wording::{Line, Name};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: Id<Source>,
    /// One name is one source: importing again under the same name compares with what it brought before.
    pub name: Name,
    pub licence: Name,
    pub web: Option<Line>,
    pub dated: Option<Day>,
    pub imported_at: Moment,
}

/// What an imported party or offer remembers of where it came from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Origin {
    pub source: Id<Source>,
    /// The record's own id at the source, as text.
    pub key: String,
    /// Of the record as it was last imported: an equal digest means the source did not change it.
    pub digest: Option<Vec<u8>>,
    /// Since when the source no longer has it. Marked, not deleted.
    pub dropped_at: Option<Moment>,
}
