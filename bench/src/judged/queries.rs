//! The judged queries: what people ask, and which offers answer it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::offers::Offer;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    query: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
    kind: String,
    half: Half,
    grades: HashMap<String, u8>,
}

/// Who has read a query.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Half {
    /// May be read while improving search.
    Seen,
    /// Is only for measuring.
    Unseen,
    /// Likewise, and counts for no goal: it stays apart to say how search grows from one year to the next.
    Clean,
}

impl Half {
    /// Whether it is one of the two halves of which the goal is spoken.
    pub(super) fn counts(self) -> bool {
        matches!(self, Self::Seen | Self::Unseen)
    }
}

pub(crate) struct Query {
    pub(crate) text: String,
    pub(super) kind: String,
    pub(super) half: Half,
    /// For each offer 0 to 3.
    pub(super) grades: Vec<u8>,
}

pub(super) fn read(path: &Path, offers: &[Offer]) -> Result<Vec<Query>, String> {
    let text = fs::read_to_string(path).map_err(|why| format!("{}: {why}.", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|why| format!("{}: {why}", path.display()))?;
    let queries = file.query.into_iter().map(|line| Query {
        // Offers that nobody may see any more are left out of what could be found.
        grades: offers.iter().map(|offer| line.grades.get(&offer.key).copied().unwrap_or(0)).collect(),
        text: line.text,
        kind: line.kind,
        half: line.half,
    });
    Ok(queries.collect())
}
