//! Three kinds of no (not there, not allowed, not yet and why), and the fault with a reference number.

use std::error::Error;

use crate::db::DbError;

pub type Answer<T> = Result<T, Trouble>;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It does not exist, or you may not know that it does: both look the same.
    #[error("not there")]
    NotThere,
    #[error("not allowed")]
    NotAllowed,
    /// It cannot be done now; the reason has words for people.
    #[error("not yet: {0}")]
    NotYet(Reason),
    /// Ours to repair. People get the reference, the log has the rest.
    #[error("fault {}", .0.reference)]
    Fault(Fault),
}

/// Why not yet: a key of the texts with its arguments, or a sentence for whoever stands at the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
    pub text: Option<String>,
}

impl Reason {
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new(), text: None }
    }

    /// A sentence of its own, for the command line; pages show the words of `machine-says`.
    pub fn text(text: impl Into<String>) -> Self {
        Self { key: "machine-says", args: Vec::new(), text: Some(text.into()) }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text.as_deref().unwrap_or(self.key))
    }
}

/// Something that should not happen, with the reference under which the log tells what it was.
#[derive(Debug)]
pub struct Fault {
    pub reference: String,
    pub source: Box<dyn Error + Send + Sync>,
}

impl Trouble {
    pub const fn not_yet(key: &'static str) -> Self {
        Self::NotYet(Reason::new(key))
    }

    /// Logs the error once, under a fresh reference. The error's text must hold no content of people.
    pub fn fault(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let source = source.into();
        let reference = reference();
        tracing::error!(reference, error = %chain(source.as_ref()), "fault");
        Self::Fault(Fault { reference, source })
    }
}

impl From<DbError> for Trouble {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NoRow => Self::NotThere,
            DbError::Refused(sentence) => Self::NotYet(Reason::text(sentence)),
            DbError::ReadOnly(_) | DbError::DiskFull(_) | DbError::DiskFailing(_) => {
                tracing::warn!(%error, "the database takes no writes");
                Self::not_yet("database-read-only")
            }
            DbError::Busy(_) | DbError::Unreachable(_) => {
                tracing::warn!(%error, "the database does not answer");
                Self::not_yet("database-away")
            }
            DbError::Constraint { .. } | DbError::Other(_) => Self::fault(error),
        }
    }
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text
}

/// Eight characters that survive being read aloud on the phone: no 0/O, 1/I/L, no vowels that make words.
fn reference() -> String {
    const READABLE: &[u8; 24] = b"23456789BCDFGHJKMPQRTVWX";
    let mut bytes = [0u8; 8];
    crate::id::chance(&mut bytes);
    bytes.iter().map(|byte| char::from(READABLE[usize::from(*byte) % READABLE.len()])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Detail;

    #[test]
    fn a_reference_is_eight_characters_that_can_be_read_aloud() {
        let one = reference();
        assert_eq!(one.len(), 8);
        assert!(one.chars().all(|c| !"01OILAEU".contains(c)));
        assert_ne!(one, reference());
    }

    #[test]
    fn a_missing_row_is_not_there_and_a_full_disk_is_not_yet() {
        assert!(matches!(Trouble::from(DbError::NoRow), Trouble::NotThere));
        let full = DbError::DiskFull(Detail::new("13", "full"));
        assert!(matches!(Trouble::from(full), Trouble::NotYet(reason) if reason.key == "database-read-only"));
    }

    #[test]
    fn an_unknown_error_becomes_a_fault_and_keeps_its_cause() {
        let trouble = Trouble::from(DbError::Other(Detail::new("42P01", "no such table")));
        let Trouble::Fault(fault) = trouble else { panic!("expected a fault") };
        assert!(fault.source.to_string().contains("42P01"));
    }
}
