//! Kulldorff's scan statistic: where, and when, single cases come together more than chance would have it.
#![deny(unsafe_code)]
#![warn(missing_docs)]

mod ask;
mod chance;
mod connected;
mod day;
mod findings;
mod lanes;
mod near;
mod observe;
mod plan;
mod replicate;
mod score;
mod study;
mod tile;
mod trouble;

pub use ask::{MonteCarlo, Scan, Time};
pub use connected::{Adjacency, Connected};
pub use day::{Day, Periods};
pub use findings::{Cluster, Direction, Findings, P, Tail};
pub use lanes::Features;
pub use score::Rates;
pub use study::{Builder, Model, Study};
pub use trouble::{Fault, Table, Trouble};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
