//! From a file to the map: read, preview, apply.

pub mod about;
pub mod ask;
mod digest;
mod feed;
mod known;
pub mod line;
pub mod read;
pub mod record;
pub mod report;
mod run;
pub mod staged;
pub mod store;
mod weigh;
pub mod words;
mod write;

#[cfg(test)]
mod tests;

pub use ask::Ask;
pub use feed::Input;
pub use run::{Ended, Progress, Seen, apply, preview};
