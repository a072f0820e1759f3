//! Nameless: finds in a text what tells who it is about, such as a citizen service number, a phone number or an address.
//!
//! ```
//! use nameless::{Kind, found};
//!
//! let text = "Kan iemand mevrouw bellen op 06-12 34 56 78?";
//! let told = found(text, 2026);
//! assert_eq!(told.len(), 1);
//! assert_eq!((told[0].kind, &text[told[0].at.clone()]), (Kind::Phone, "06-12 34 56 78"));
//! assert!(found("Wie kan dinsdag om 10.30 uur meegaan?", 2026).is_empty());
//! ```
#![forbid(unsafe_code)]

mod born;
mod bsn;
mod date;
mod glyph;
mod iban;
mod mail;
mod number;
mod phone;
mod place;

use std::ops::Range;

use glyph::Text;

/// What it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A citizen service number: nine digits (or eight, without the zero in front) that pass the eleven test.
    Bsn,
    Iban,
    Email,
    /// A phone number of somebody. Numbers of services (0800, 0900, 14020, 112) tell nothing about a resident.
    Phone,
    /// A whole date, with its year, before this year; or any, where a word beside it says that somebody was born then.
    BirthDate,
    /// A postcode with a house number.
    Address,
}

/// Something that tells who it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// Where it stands: bytes of the text as it was given, between two characters.
    pub at: Range<usize>,
}

/// Everything in a text that tells who it is about, in the order in which it stands there; never two in one place.
///
/// `year` is the year it is now: a whole date in it or after it is an appointment, an earlier one may be a date of birth.
/// A date of which the words beside it say that somebody was born then is one in every year.
/// Takes time in proportion to the length of the text.
#[must_use]
pub fn found(text: &str, year: i16) -> Vec<Finding> {
    let text = Text::of(text);
    let mut all = Vec::new();
    // What is surest comes first: where it stands nothing else is looked for.
    mail::find(&text, &mut all);
    iban::find(&text, &mut all);
    date::find(&text, year, &mut all);
    place::find(&text, &mut all);
    number::find(&text, &mut all);
    all.sort_by_key(|finding| finding.at.start);
    all
}

/// Takes a finding unless something was found there already.
fn take(all: &mut Vec<Finding>, kind: Kind, at: Range<usize>) {
    let free = all.iter().all(|one| one.at.end <= at.start || at.end <= one.at.start);
    if free && !at.is_empty() {
        all.push(Finding { kind, at });
    }
}
