//! From a file to the map: read, preview, apply.

pub mod about;
pub mod ask;
mod digest;
mod feed;
mod form;
mod known;
pub mod line;
mod pages;
pub mod read;
pub mod record;
pub mod report;
mod run;
mod secretive;
pub mod staged;
pub mod store;
mod unwanted;
mod view;
mod weigh;
pub mod words;
mod write;

#[cfg(test)]
mod tests;

pub use ask::Ask;
pub use feed::Input;
pub use pages::routes;
pub use run::{Ended, Progress, Seen, apply, preview};
