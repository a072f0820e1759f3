//! Sentences about download.
