//! Exchange: what questions and handovers have in common: two sides, words that name nobody, what is being typed, and who acts.
#![forbid(unsafe_code)]

mod chance;
mod deserted;
pub mod draft;
mod lists;
mod member;
mod named;
mod nudges;
mod part;
mod said;
mod side;
mod stage;
mod tap;
mod trail;
mod wrong;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use ground::id::Id;
use ground::retention::Rule;
use ground::trouble::{Answer, Trouble};

pub use chance::Chance;
pub use deserted::Deserted;
pub use lists::{areas, codes, pulse};
pub use member::Member;
pub use named::Named;
pub use part::{Drawn, Leaf, Part, leads_on, more_words, page_asked};
pub use said::{NotNameless, Said};
pub use side::{Side, role_of, side_of};
pub use stage::{ROUND, Stage, passed};
pub use tap::{Back, List, around, done_there, led_back, tap, tapped};
pub use trail::leave;
pub use wrong::{hint, in_short, nudge_words, wrong_words};

/// What of this crate ends by the clock.
pub const ENDS: &[Rule] = &[draft::ENDS];

ui::words!();

/// The id in an address.
///
/// # Errors
/// `NotThere` when it is none: as if it never was.
pub fn in_path<T>(id: Result<Path<String>, PathRejection>) -> Answer<Id<T>> {
    id.ok().and_then(|Path(typed)| Id::parse(&typed)).ok_or(Trouble::NotThere)
}
