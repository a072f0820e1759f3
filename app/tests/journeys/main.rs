//! Journeys: sentences about somebody, told through the front door on both engines.
#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "for tests only")]

mod answers;
mod canary;
mod confidential;
mod desk;
mod door;
mod edits;
mod mishaps;
mod neighbourhood;
mod process;
mod themes;
mod welcome;
