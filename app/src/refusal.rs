//! One sentence for whoever stands at the machine; it ends a command with exit code 1.

use ground::db::DbError;
use ground::trouble::Trouble;

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(String);

impl Refusal {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        Self(match error {
            DbError::Refused(sentence) => sentence,
            DbError::DiskFull(_) => {
                "The disk is full: make room and start again. Nothing was half done.".to_owned()
            }
            DbError::DiskFailing(detail) => {
                format!("The disk or the database file is damaged: {detail}. Restore a backup.")
            }
            DbError::ReadOnly(_) => {
                "The database takes no writes: look at the rights on its file and folder, and at the disk."
                    .to_owned()
            }
            DbError::Busy(_) => {
                "The database is busy with another program; try again in a moment.".to_owned()
            }
            DbError::Unreachable(detail) => format!("The database does not answer: {detail}."),
            other => format!("The database refused: {other}."),
        })
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self(match trouble {
            Trouble::NotThere => "That is not there.".to_owned(),
            Trouble::NotAllowed => "That is not allowed.".to_owned(),
            Trouble::NotYet(reason) => match (reason.key, reason.text) {
                (_, Some(text)) => text,
                ("database-read-only", _) => {
                    "The database takes no writes: is the disk full, or the file read-only?".to_owned()
                }
                ("database-away", _) => {
                    "The database does not answer, or another program holds it.".to_owned()
                }
                (key, _) => format!("That cannot be done yet ({key})."),
            },
            Trouble::Fault(fault) => format!("A fault, reference {}: {}", fault.reference, fault.source),
        })
    }
}

/// `x failed for …` with the system's own reason, as one sentence.
pub fn cannot(what: &str, path: &std::path::Path, error: &std::io::Error) -> Refusal {
    let why = match error.kind() {
        std::io::ErrorKind::PermissionDenied => "no permission".to_owned(),
        std::io::ErrorKind::NotFound => "it is not there".to_owned(),
        std::io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        std::io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        other => other.to_string(),
    };
    Refusal(format!("{} {what}: {why}.", path.display()))
}
