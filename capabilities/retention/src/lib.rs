//! Retention: what the ledger promises to delete by the clock is deleted, a part at a time, and never on the word of a clock that leapt.
#![forbid(unsafe_code)]

mod clock;
mod forget;

pub use clock::{Clock, LEAP, look, terms_pass, trust};
pub use forget::{Gone, PART, Town, apply, would};
