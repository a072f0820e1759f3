//! Asks: nameless questions between the two worlds, and who has the ball at every moment.
#![forbid(unsafe_code)]

pub mod clock;
mod draft;
mod forgetting;
pub mod list;
pub mod question;
mod state;
pub mod story;

pub use forgetting::{AFTER_CLOSING, ENDS};
pub use question::leaving::Parted;
pub use state::Asks;

#[cfg(test)]
mod tests;

use access::Entry;

/// What it is kept for, in lines of the trail.
const PURPOSE: &str = "questions";

ui::words!();

/// Every route of asks.
#[must_use]
pub fn routes() -> Vec<Entry<Asks>> {
    [draft::pages::routes(), question::asking::routes(), question::pages::routes(), list::pages::routes()]
        .into_iter()
        .flatten()
        .collect()
}
