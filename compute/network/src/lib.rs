//! Ties between two worlds, measured: pure, exact where whole numbers allow it, the same bits on any number of threads.
//!
#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod betweenness;
mod brokerage;
mod chance;
mod communities;
mod cuts;
mod graph;
mod holes;
mod layout;
mod mixing;
mod reach;
mod reciprocity;

pub use betweenness::{
    Accuracy, Inexact, Length, Sampled, betweenness, betweenness_sampled, betweenness_weighted,
};
pub use brokerage::{
    Brokerage, BrokerageByChance, BrokerageExpected, ROLES, RoleMoments, Roles, Tail, brokerage,
    brokerage_expected, brokerage_permuted, brokered_by,
};
pub use communities::{Communities, communities, modularity};
pub use cuts::{Cuts, Loss, cuts, strong_components};
pub use graph::{By, Counting, Direction, Graph, MOST_TIES, Partition, Refused, Tie, Ties};
pub use holes::{Hole, holes};
pub use layout::{NoPlace, Place, layout};
pub use mixing::{Assortativity, Ei, Moments, Permuted, Split, assortativity, ei, ei_permuted};
pub use reach::{Distances, Reach, Steps, distances, reach};
pub use reciprocity::{Answers, Reciprocity, answers, reciprocity};
