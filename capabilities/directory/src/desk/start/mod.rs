//! The first page of the desk, and the list of who asked not to be listed.

pub(super) mod pages;
mod view;
