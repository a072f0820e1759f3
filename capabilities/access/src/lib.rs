//! Who may do what: routes are declared once, and a write needs a permit that only this crate can make.
#![forbid(unsafe_code)]

mod here;
mod permit;
pub mod route;

pub use here::Here;
pub use permit::{Permit, Who};
pub use route::{Caller, Entry, Route};
