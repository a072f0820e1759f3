//! Search that understands how people speak; pure, with its words compiled in.
//!
#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod compound;
mod evidence;
mod find;
mod index;
mod lexicon;
mod near;
#[cfg(feature = "peer")]
pub mod peer;
mod question;
mod said;
mod scores;
mod snapshot;
mod stems;
mod suggest;
mod text;
mod tokens;
mod vocabulary;

pub use find::{Hits, How, asks_something};
pub use index::{Broken, Index, Slot, Text};
pub use snapshot::Snapshot;
pub use suggest::Suggestion;
