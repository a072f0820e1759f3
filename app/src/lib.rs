//! Samenspel: the composition of all parts into one program.
#![forbid(unsafe_code)]

pub mod refusal;
pub mod serve;
pub mod settings;

ui::words!();
