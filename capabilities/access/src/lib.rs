//! Who may do what: routes are declared once, and a write needs a permit that only this crate can make.
#![forbid(unsafe_code)]

mod caller;
mod form;
mod here;
pub mod limit;
mod link;
pub mod once;
pub mod operator;
mod permit;
pub mod route;

pub use caller::{Address, Caller, Csrf};
pub use form::{Fields, OpenForm, SignedForm};
pub use here::Here;
pub use link::LinkToken;
pub use permit::{Permit, Who};
pub use route::{Entry, Route};

ui::words!();
