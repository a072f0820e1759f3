//! Who looked: what the trail holds about oneself and one's party, everything for the privacy officer, and the words of a day for all.

pub(crate) mod pages;
mod thing;
mod told;
mod view;
