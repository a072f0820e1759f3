//! Audit: who looked at what or changed it, in lines that nobody can quietly rewrite.
#![forbid(unsafe_code)]

mod chain;
mod cut;
mod export;
mod grants;
mod key;
mod line;
mod mark;
mod papers;
#[cfg(feature = "peer")]
pub mod peer;
mod root;
mod seen;
mod store;
mod verify;
mod words;

#[cfg(test)]
mod tests;

pub use chain::Digest;
pub use cut::{KEPT_YEARS, Old, Years, cut, old};
pub use export::export;
pub use grants::{NotARole, grants, only_adds};
pub use key::Key;
pub use line::{Actor, Line, Outcome};
pub use mark::mark;
pub use papers::Papers;
pub use root::{Root, close, make_roots_anew};
pub use seen::{Found, Page, Seen, about, by, last_by, of_object, of_party, recent};
pub use store::{newest_root, record, root_of};
pub use verify::{Fault, Report, verify};
pub use words::{NotWords, Words};
