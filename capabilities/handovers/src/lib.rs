//! Handovers: help changes hands, warmly; the promise is kept here, never the person it is about.
#![forbid(unsafe_code)]

pub mod clock;
mod draft;
mod forgetting;
pub mod handover;
pub mod intake;
mod leaving;
pub mod list;
mod state;
mod story;

#[cfg(test)]
mod tests;

use access::Entry;

pub use forgetting::{AFTER_CLOSING, ENDS};
pub use leaving::Parted;
pub use state::Handovers;
pub use story::{Ball, Line, No, STORY, State, Step, Who, next, possible};

/// What it is kept for, in lines of the trail.
const PURPOSE: &str = "handovers";

ui::words!();

/// Every route of handovers.
#[must_use]
pub fn routes() -> Vec<Entry<Handovers>> {
    [
        draft::pages::routes(),
        handover::offering::routes(),
        handover::pages::routes(),
        handover::code::pages::routes(),
        intake::pages::routes(),
        list::pages::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
