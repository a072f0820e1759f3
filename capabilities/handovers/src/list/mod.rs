//! Handovers in lists: whose turn it is, what one waits for, what closed.

mod news;
pub mod pages;
pub mod store;
mod view;

pub use view::line;
