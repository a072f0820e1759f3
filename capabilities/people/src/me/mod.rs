//! One's own page: who one is here, as what one acts, and what one can do from there.

pub(crate) mod pages;
mod view;
