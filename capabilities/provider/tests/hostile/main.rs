//! A provider that lies, is slow or is somebody else, and browsers that are not who began: each gets its own sentence.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "a test should fail loudly, and its provider is for others as well"
)]

mod answers;
mod browsers;
mod secrecy;
mod secure;
#[path = "../../src/testing.rs"]
mod server;
mod town;
mod words;
