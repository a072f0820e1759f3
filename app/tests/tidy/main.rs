//! Taste as tests: layout, names, first lines, sizes, dependencies, words and links are held to what is written down.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod addresses;
mod asvs;
mod dependencies;
mod documents;
mod glossary;
mod layout;
mod libraries;
mod named;
mod publishable;
mod reached;
#[path = "../matrix/shown.rs"]
mod shown;
mod sources;
mod traced;
mod tree;
mod words;

/// Fails with every complaint at once: nobody likes to be corrected one line at a time.
fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaints:\n  {}", complaints.len(), complaints.join("\n  "));
}
