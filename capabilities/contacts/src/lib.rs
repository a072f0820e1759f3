//! Contacts: who had to do with whom, as a by-product of questions and handovers; by number, never by name.
#![forbid(unsafe_code)]

mod contact;
mod mine;
mod reciprocity;

use access::Entry;
use directory::Directory;
use ground::retention::Rule;

pub use contact::store::{erase, erase_all, met, record, taken, term_passed};
pub use contact::{Contact, Follows, Kind, Side};
pub use reciprocity::quarter::{Quarter, SETTLED};
pub use reciprocity::store::reciprocity;
pub use reciprocity::{Count, Reciprocity, Row};

ui::words!();

/// What of the contacts ends by the clock.
pub const ENDS: &[Rule] = &[contact::store::ENDS];

/// The pages of the contacts; they stand on what the directory stands on.
#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    [mine::pages::routes(), reciprocity::pages::routes()].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
