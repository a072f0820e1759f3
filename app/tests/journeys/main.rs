//! Journeys: sentences about somebody, told through the front door on both engines.
#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "for tests only")]

mod answers;
mod desk;
mod door;
mod neighbourhood;
mod process;
mod welcome;
