//! Sentences about export.
