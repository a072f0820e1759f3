//! One's own contacts: to see them, and to take oneself out of them.

pub(crate) mod pages;
mod view;
