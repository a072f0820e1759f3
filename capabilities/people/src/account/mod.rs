//! An account of the municipality's own as a way in: whose it is, and coming in with it.

pub(crate) mod pages;
pub(crate) mod removing;
pub(crate) mod store;
mod view;

pub(crate) use view::{Mine, mine, of_provider};
