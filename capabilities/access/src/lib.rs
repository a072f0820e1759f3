//! Who may do what: routes are declared once, and a write needs a permit that only this crate can make.
#![forbid(unsafe_code)]

mod caller;
mod csrf;
mod denied;
pub mod events;
mod form;
mod here;
pub mod limit;
mod link;
mod object;
pub mod once;
pub mod operator;
mod permit;
pub mod route;

pub use caller::{Acting, Address, Caller, Signed};
pub use csrf::Csrf;
pub use form::{Fields, OpenForm, SignedForm, on_to};
pub use here::Here;
pub use link::LinkToken;
pub use object::{Knowing, Relations, party_known};
pub use permission::{Object, Role};
pub use permit::{By, Permit, Who};
pub use route::{Entry, Route};

/// What of this crate ends by the clock.
pub const ENDS: &[ground::retention::Rule] = &[operator::ENDS, once::ENDS];

ui::words!();
