//! Kulldorff's scan statistic: where, and when, single cases come together more than chance would have it.
#![forbid(unsafe_code)]

mod day;
mod study;
mod trouble;

pub use day::{Day, Periods};
pub use study::{Builder, Model, Study};
pub use trouble::{Fault, Table, Trouble};
