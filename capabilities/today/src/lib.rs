//! Today: one list of what waits for you, what you wait for, and what is new near you.
#![forbid(unsafe_code)]

mod late;
mod live;
pub mod mail;
mod oneself;
mod pages;
mod view;

pub use mail::ENDS;
pub use pages::{Today, routes};

ui::words!();
