//! Search that understands how people speak: Dutch stems and long words, typing errors, what people call things, and
//! needs in six languages. Pure: no clock, no files, no log; the words are compiled in.
#![forbid(unsafe_code)]

mod compound;
mod find;
mod index;
mod lexicon;
mod near;
mod question;
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
