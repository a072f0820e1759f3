//! From a file to the map: read, preview, apply.

pub mod about;
pub mod record;
