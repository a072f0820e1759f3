//! What can go wrong at the door, told apart the same way on both engines and without a word of content.

use super::Engine;

/// A code of the engine and a line for the log; never a value somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    pub code: String,
    pub what: String,
    /// The statement, which is a text of the program itself: values are bound, so none are in it.
    pub statement: Option<String>,
}

impl Detail {
    pub fn new(code: impl Into<String>, what: impl Into<String>) -> Self {
        Self { code: code.into(), what: what.into(), statement: None }
    }
}

impl std::fmt::Display for Detail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.what, self.code)?;
        if let Some(statement) = &self.statement {
            write!(f, " in: {statement}")?;
        }
        Ok(())
    }
}

/// The rule of the schema a statement ran into. Which one is not asked: SQLite does not always name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    Unique,
    ForeignKey,
    NotNull,
    Check,
}

#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// `one` or `scalar` found nothing.
    #[error("no row")]
    NoRow,
    /// Somebody else was first, or everybody is waiting: the same again may succeed.
    #[error("busy: {0}")]
    Busy(Detail),
    /// The server or the file does not answer. Whether a commit under way arrived is unknown.
    #[error("unreachable: {0}")]
    Unreachable(Detail),
    #[error("disk full: {0}")]
    DiskFull(Detail),
    /// The disk answered with an error, or what it gave back is damaged.
    #[error("disk failing: {0}")]
    DiskFailing(Detail),
    #[error("read-only: {0}")]
    ReadOnly(Detail),
    #[error("{kind:?} broken: {detail}")]
    Constraint { kind: Broken, detail: Detail },
    /// A sentence for whoever starts or moves the database.
    #[error("{0}")]
    Refused(String),
    #[error("{0}")]
    Other(Detail),
}

impl DbError {
    pub fn refused(sentence: impl Into<String>) -> Self {
        Self::Refused(sentence.into())
    }

    pub(super) fn other(what: impl Into<String>) -> Self {
        Self::Other(Detail::new("ground", what))
    }

    pub const fn is_unique(&self) -> bool {
        matches!(self, Self::Constraint { kind: Broken::Unique, .. })
    }

    /// After this a process must not write any more until somebody looked at the disk.
    pub(super) const fn ends_writing(&self) -> bool {
        matches!(self, Self::DiskFull(_) | Self::DiskFailing(_))
    }

    pub(super) fn read_only() -> Self {
        Self::ReadOnly(Detail::new("ground", "opened for reading, or the disk failed"))
    }

    pub(super) fn from_engine(error: sqlx::Error, engine: Engine, statement: Option<&str>) -> Self {
        let mut found = match error {
            sqlx::Error::RowNotFound => return Self::NoRow,
            sqlx::Error::Database(error) => {
                let code = error.code().map(std::borrow::Cow::into_owned).unwrap_or_default();
                match engine {
                    Engine::Sqlite => sqlite(&code, error.message()),
                    Engine::Postgres => postgres(&code, error.as_ref()),
                }
            }
            // Settings that did not hold are our own sentences.
            sqlx::Error::Configuration(sentence) => return Self::Refused(sentence.to_string()),
            sqlx::Error::PoolTimedOut => Self::Busy(Detail::new("pool", "no connection became free in time")),
            sqlx::Error::PoolClosed => Self::Unreachable(Detail::new("pool", "closed")),
            sqlx::Error::Io(error) => Self::Unreachable(Detail::new("io", error.kind().to_string())),
            sqlx::Error::Tls(_) => Self::Unreachable(Detail::new("tls", "no secure connection")),
            sqlx::Error::WorkerCrashed => Self::Unreachable(Detail::new("worker", "crashed")),
            sqlx::Error::BeginFailed => Self::Unreachable(Detail::new("begin", "no transaction began")),
            // The cause of these may hold the value itself, so only the place is told.
            sqlx::Error::ColumnDecode { index, .. } => Self::other(format!("column {index} does not decode")),
            sqlx::Error::ColumnNotFound(name) => Self::other(format!("no column {name}")),
            sqlx::Error::Decode(_) => Self::other("a value does not decode"),
            sqlx::Error::Encode(_) => Self::other("a value does not encode"),
            sqlx::Error::ColumnIndexOutOfBounds { index, len } => {
                Self::other(format!("column {index} of {len}"))
            }
            sqlx::Error::Protocol(_) => Self::Unreachable(Detail::new("protocol", "unexpected answer")),
            other => Self::other(other.to_string()),
        };
        if let Some(statement) = statement {
            found.name(statement);
        }
        found
    }

    fn name(&mut self, statement: &str) {
        match self {
            Self::NoRow | Self::Refused(_) => {}
            Self::Busy(detail)
            | Self::Unreachable(detail)
            | Self::DiskFull(detail)
            | Self::DiskFailing(detail)
            | Self::ReadOnly(detail)
            | Self::Other(detail)
            | Self::Constraint { detail, .. } => detail.statement = Some(statement.to_owned()),
        }
    }
}

/// SQLite's extended result codes; the low byte is the family.
fn sqlite(code: &str, message: &str) -> DbError {
    let number: i32 = code.parse().unwrap_or(1);
    let detail = |what: &str| Detail::new(format!("sqlite {code}"), what);
    let broken = |kind| DbError::Constraint { kind, detail: detail("constraint") };
    match (number & 0xff, number) {
        (5 | 6, _) => DbError::Busy(detail("locked")),
        (8, _) => DbError::ReadOnly(detail("read-only file")),
        (10, _) => DbError::DiskFailing(detail("input/output error")),
        (11, _) => DbError::DiskFailing(detail("the file is damaged")),
        (26, _) => DbError::DiskFailing(detail("the file is not a database")),
        (13, _) => DbError::DiskFull(detail("no space left")),
        (14, _) => DbError::Unreachable(detail("the file cannot be opened")),
        (19, 787 | 1811) => broken(Broken::ForeignKey),
        (19, 1299) => broken(Broken::NotNull),
        (19, 1555 | 2067 | 2579) => broken(Broken::Unique),
        (19, _) => broken(Broken::Check),
        // A faulty statement: the message names tables and columns only.
        (1, _) => DbError::Other(detail(message)),
        _ => DbError::Other(detail("error")),
    }
}

fn postgres(code: &str, error: &dyn sqlx::error::DatabaseError) -> DbError {
    let detail = |what: &str| Detail::new(format!("postgres {code}"), what);
    let broken = |kind| DbError::Constraint {
        kind,
        detail: detail(error.constraint().or(error.table()).unwrap_or("constraint")),
    };
    match code {
        "40001" | "40P01" | "55P03" | "53300" | "57014" => DbError::Busy(detail("try again")),
        "53100" => DbError::DiskFull(detail("no space left")),
        "58030" | "XX001" | "XX002" => DbError::DiskFailing(detail("input/output error")),
        "25006" => DbError::ReadOnly(detail("the server takes no writes")),
        "57P01" | "57P02" | "57P03" | "57P05" => {
            DbError::Unreachable(detail("the server goes down or comes up"))
        }
        "3D000" | "28000" | "28P01" => DbError::Unreachable(detail("the server does not let us in")),
        "23505" | "23P01" => broken(Broken::Unique),
        "23503" | "23001" => broken(Broken::ForeignKey),
        "23502" => broken(Broken::NotNull),
        "23514" => broken(Broken::Check),
        _ if code.starts_with("08") => DbError::Unreachable(detail("connection lost")),
        // Class 42 is a faulty statement: its message names tables and columns only. Others may quote values.
        _ if code.starts_with("42") => DbError::Other(detail(error.message())),
        _ => DbError::Other(detail("error")),
    }
}
