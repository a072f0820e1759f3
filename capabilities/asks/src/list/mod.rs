//! Questions in lists: whose turn it is, what is open to the neighbourhood, and what closed.

mod news;
pub mod pages;
pub mod store;
pub(crate) mod taps;
pub mod told;
pub mod view;
