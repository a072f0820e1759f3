//! The operator's desk: parties, places, people and offers, edited in pages that work without script.

use access::Entry;

use crate::Directory;

/// Routes of the desk.
#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    Vec::new()
}
