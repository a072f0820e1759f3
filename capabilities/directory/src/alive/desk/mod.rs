//! The desk's page of what ages: whom to call, and what one can do about it.

pub(super) mod pages;
mod view;
