//! The whole social map as a file: HSDS 3.0 in JSON, or its tables in a zip. What visitors may not see is in neither.

mod json;
mod tables;
#[cfg(test)]
mod tests;
mod walk;

use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Trouble;
use tempfile::NamedTempFile;

use walk::Walk;

/// Under which anybody may pass on what was written here; what came from a source keeps that source's licence.
pub const LICENCE: &str = "CC BY 4.0";
pub const LICENCE_ADDRESS: &str = "https://creativecommons.org/licenses/by/4.0/deed.nl";

/// How often a file is begun anew because the map changed while it was written.
const TRIES: usize = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Json,
    Tables,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Of the rows it was made from.
    pub version: i64,
    pub parties: usize,
    pub offers: usize,
    pub bytes: u64,
    /// When the first of what it holds hides by itself, if nobody confirms it.
    pub first_hides: Option<Moment>,
}

#[derive(Debug)]
pub enum Broken {
    /// The disk.
    Io(io::Error),
    Trouble(Trouble),
    /// The map changed each time while it was written.
    Restless,
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Trouble> for Broken {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<serde_json::Error> for Broken {
    fn from(error: serde_json::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<csv::Error> for Broken {
    fn from(error: csv::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<zip::result::ZipError> for Broken {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Io(error.into())
    }
}

/// Writes the map as visitors see it now, whole or not at all: beside the file first, then in its place.
///
/// # Errors
/// [`Broken`]; then the file is as it was.
pub async fn write(
    db: &Db,
    municipality: Municipality,
    now: Moment,
    kind: Kind,
    file: &Path,
) -> Result<Made, Broken> {
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for _ in 0..TRIES {
        let mut out = BufWriter::new(NamedTempFile::new_in(folder)?);
        let mut walk = Walk::begin(db, municipality, now).await?;
        match kind {
            Kind::Json => json::write(&mut walk, &mut out).await?,
            Kind::Tables => tables::write(&mut walk, &mut out).await?,
        }
        out.flush()?;
        let done = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        // Read in handfuls, the map could have changed between two of them.
        if walk.is_still_true().await? {
            done.as_file().sync_all()?;
            let bytes = done.as_file().metadata()?.len();
            done.persist(file).map_err(|error| error.error)?;
            return Ok(Made { bytes, ..walk.made() });
        }
    }
    Err(Broken::Restless)
}
