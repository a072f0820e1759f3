//! Every figure of the reference cases, to the tolerances of their README.
#![forbid(unsafe_code)]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod beside;
mod cases;
mod compare;
mod dice;
mod examples;
mod expectation;
mod files;
mod gumbel;
mod others;
mod space;
mod synthetic;
mod time;
