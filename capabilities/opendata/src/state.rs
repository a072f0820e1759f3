//! What open data stands on: the social map, a folder for files that are made again, and answers kept as long as they are true.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use directory::Directory;
use directory::find::Listing;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::api::register::Register;

/// Answers kept at once, of all municipalities together: so many bytes.
const MOST_KEPT: usize = 32 << 20;

/// An answer larger than this is made each time.
const LARGEST_KEPT: usize = 4 << 20;

/// Cheap to clone; one for the whole server.
#[derive(Clone)]
pub struct OpenData {
    pub directory: Directory,
    /// Where the files to download are, a folder for each municipality.
    pub(crate) folder: Arc<Path>,
    /// Whether visitors come over https.
    pub(crate) secure: bool,
    kept: Arc<Kept>,
}

/// Of which rows, and until when right: what is made of them is the same as long as this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) version: i64,
    pub(crate) good_until: Moment,
}

impl Stamp {
    pub(crate) fn of(listing: &Listing) -> Self {
        Self { version: listing.version, good_until: listing.good_until }
    }
}

#[derive(Default)]
struct Kept {
    answers: Mutex<Answers>,
    registers: Mutex<HashMap<Municipality, Arc<Register>>>,
    making: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Answers {
    bytes: usize,
    of: HashMap<Municipality, (Option<Stamp>, HashMap<String, Bytes>)>,
}

impl OpenData {
    #[must_use]
    pub fn new(directory: Directory, folder: PathBuf, secure: bool) -> Self {
        Self { directory, folder: folder.into(), secure, kept: Arc::default() }
    }

    /// An answer made before, of these rows.
    pub(crate) fn kept(&self, municipality: Municipality, stamp: Stamp, question: &str) -> Option<Bytes> {
        let answers = self.kept.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, answers) = answers.of.get(&municipality)?;
        answers.get(question).filter(|_| *of == Some(stamp)).cloned()
    }

    /// What is of older rows goes; when there is too much, all of it.
    pub(crate) fn keep(&self, municipality: Municipality, stamp: Stamp, question: &str, answer: &Bytes) {
        if answer.len() > LARGEST_KEPT {
            return;
        }
        let mut kept = self.kept.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let weight = |question: &str, answer: &Bytes| question.len() + answer.len() + 128;
        if let Some((of, answers)) = kept.of.get(&municipality)
            && *of != Some(stamp)
        {
            let gone: usize = answers.iter().map(|(question, answer)| weight(question, answer)).sum();
            kept.bytes = kept.bytes.saturating_sub(gone);
            kept.of.remove(&municipality);
        }
        if kept.bytes + weight(question, answer) > MOST_KEPT {
            *kept = Answers::default();
        }
        let (of, answers) = kept.of.entry(municipality).or_default();
        *of = Some(stamp);
        if answers.insert(question.to_owned(), answer.clone()).is_none() {
            kept.bytes += weight(question, answer);
        }
    }

    /// What a question is answered from, of the rows of this list; made once, while others wait.
    pub(crate) async fn register(
        &self,
        municipality: Municipality,
        listing: &Listing,
    ) -> Answer<Arc<Register>> {
        let stamp = Stamp::of(listing);
        let there = || {
            let registers = self.kept.registers.lock().unwrap_or_else(PoisonError::into_inner);
            registers.get(&municipality).filter(|register| register.stamp == stamp).cloned()
        };
        if let Some(register) = there() {
            return Ok(register);
        }
        let _turn = self.kept.making.lock().await;
        if let Some(register) = there() {
            return Ok(register);
        }
        let register = Arc::new(Register::build(&self.directory.db, municipality, listing).await?);
        let mut registers = self.kept.registers.lock().unwrap_or_else(PoisonError::into_inner);
        registers.insert(municipality, Arc::clone(&register));
        Ok(register)
    }
}
