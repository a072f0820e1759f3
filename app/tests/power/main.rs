//! The program dies, the power fails, the disk breaks: what was acknowledged is there afterwards, whole, and the trail tells of it.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test should fail loudly"
)]

mod chance;
mod disk;
mod faults;
mod images;
mod killed;
mod server;
mod town;
mod trace;
mod visitor;
