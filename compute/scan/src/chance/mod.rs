//! Chance: from a seed only, so that the same question has the same answer.

mod null;
mod philox;

pub(crate) use null::{Desk, ELSEWHEN, Null};
