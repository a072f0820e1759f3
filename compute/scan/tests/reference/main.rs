//! Every figure of the reference cases, to the tolerances of their README.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod cases;
mod expectation;
mod files;
