//! Samenspel: the composition of all parts into one program.
#![forbid(unsafe_code)]

pub mod commands;
pub mod demo;
pub mod forgetting;
pub mod jobs;
mod parting;
pub mod refusal;
pub mod serve;
pub mod settings;

ui::words!();
