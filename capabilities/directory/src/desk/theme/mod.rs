//! The desk of themes: what they are called here, in which order, which are shown, and which went into another.

pub(super) mod pages;
mod view;
