//! Every figure of the reference networks, within the tolerances its README gives.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test should fail loudly, and say when it is skipped"
)]

mod betweenness;
mod brokerage;
mod communities;
mod cuts;
mod every;
mod holes;
mod large;
mod mixing;
mod networks;
