//! From a file to the map: read, preview, apply.

pub mod record;
