//! Dutch public holidays, and counting in working days: dates in, dates out, no clock.
#![forbid(unsafe_code)]

mod count;
mod easter;
mod holiday;

#[cfg(test)]
mod tests;

pub use count::{half_of, is_working_day, plus_working_days};
pub use easter::easter;
pub use holiday::{Holiday, holiday_on, holidays};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
