//! Journeys: sentences about somebody, told through the front door on both engines.

mod desk;
mod door;
mod answers;
mod neighbourhood;
mod process;
mod welcome;
