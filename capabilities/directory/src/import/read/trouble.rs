//! Why a file as a whole could not be read: a key for the sentence, and what stands in it.

use std::io;

use super::mapping::MappingFault;

/// Each has its sentence in i18n as `import-unreadable-<key>`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("{file}: the file is empty")]
    Empty { file: String },
    #[error("{file}: no table, JSON or zip that we know")]
    Unknown { file: String },
    #[error("{file}: this is not text")]
    NotText { file: String },
    #[error("{file}: a table of your own needs a mapping; it has the columns {found}")]
    NeedsMapping { file: String, found: String },
    #[error(transparent)]
    Mapping(#[from] MappingFault),
    #[error("{file}: missing {missing}; found {found}")]
    Columns { file: String, missing: String, found: String },
    #[error("no table {wanted}; found {found}")]
    NoTable { wanted: String, found: String },
    #[error("{file}: the JSON stops halfway, at line {line}, column {column}")]
    CutOff { file: String, line: u64, column: u64 },
    #[error("{file}: no good JSON at line {line}, column {column}")]
    BadJson { file: String, line: u64, column: u64 },
    #[error("{file}: no party or offer in it")]
    NoRecords { file: String },
    #[error("the zip is damaged")]
    BadArchive,
    #[error("{file} in the zip is locked with a password")]
    Locked { file: String },
    #[error("{file} becomes more than {ratio} times larger when unpacked")]
    Bomb { file: String, ratio: u64 },
    #[error("more than {max} bytes after unpacking")]
    TooBig { max: u64 },
    #[error("more than {max} files")]
    TooManyFiles { max: usize },
    #[error("{file} points outside the zip")]
    Escapes { file: String },
    #[error("{file} is a link, not a file")]
    Link { file: String },
    #[error("reading failed: {why}")]
    Broken { why: String },
}

impl Unreadable {
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::Unknown { .. } => "unknown",
            Self::NotText { .. } => "not-text",
            Self::NeedsMapping { .. } => "needs-mapping",
            Self::Mapping(_) => "mapping",
            Self::Columns { .. } => "columns",
            Self::NoTable { .. } => "no-table",
            Self::CutOff { .. } => "cut-off",
            Self::BadJson { .. } => "bad-json",
            Self::NoRecords { .. } => "no-records",
            Self::BadArchive => "bad-archive",
            Self::Locked { .. } => "locked",
            Self::Bomb { .. } => "bomb",
            Self::TooBig { .. } => "too-big",
            Self::TooManyFiles { .. } => "too-many-files",
            Self::Escapes { .. } => "escapes",
            Self::Link { .. } => "link",
            Self::Broken { .. } => "broken",
        }
    }

    /// What the sentence names: file, line, numbers.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty { file }
            | Self::Unknown { file }
            | Self::NotText { file }
            | Self::NoRecords { file }
            | Self::Locked { file }
            | Self::Escapes { file }
            | Self::Link { file } => vec![("file", file.clone())],
            Self::NeedsMapping { file, found } => vec![("file", file.clone()), ("found", found.clone())],
            Self::Mapping(fault) => vec![("line", fault.line.to_string()), ("what", fault.what.clone())],
            Self::Columns { file, missing, found } => {
                vec![("file", file.clone()), ("missing", missing.clone()), ("found", found.clone())]
            }
            Self::NoTable { wanted, found } => vec![("wanted", wanted.clone()), ("found", found.clone())],
            Self::CutOff { file, line, column } | Self::BadJson { file, line, column } => {
                vec![("file", file.clone()), ("line", line.to_string()), ("column", column.to_string())]
            }
            Self::BadArchive => Vec::new(),
            Self::Bomb { file, ratio } => vec![("file", file.clone()), ("ratio", ratio.to_string())],
            Self::TooBig { max } => vec![("max", max.to_string())],
            Self::TooManyFiles { max } => vec![("max", max.to_string())],
            Self::Broken { why } => vec![("why", why.clone())],
        }
    }
}

/// A limit that is met deep inside a reader travels out as an I/O error, and is itself again here.
impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            Some(known) => known.clone(),
            None => Self::Broken { why: error.kind().to_string() },
        }
    }
}

impl From<Unreadable> for io::Error {
    fn from(trouble: Unreadable) -> Self {
        Self::other(trouble)
    }
}
