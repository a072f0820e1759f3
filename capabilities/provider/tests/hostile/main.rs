//! A provider that lies, is slow or is somebody else, and browsers that are not who began: each gets its own sentence.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod answers;
mod browsers;
mod secrecy;
mod secure;
mod server;
mod town;
mod words;
