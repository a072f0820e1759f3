//! Counting: the nth working day after a day, and the one in the middle.

use jiff::civil::{Date, Weekday};

use crate::holiday::holiday_on;

/// Monday to Friday, and no public holiday.
#[must_use]
pub fn is_working_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday_on(date).is_none()
}

/// The nth working day after `from`. The day itself never counts, whatever day it is: who is asked something on a
/// Friday, or in the weekend after it, has until Monday when `n` is 1. With 0 it is `from` itself.
///
/// At the end of the calendar (the year 9999) it is its last day.
#[must_use]
pub fn plus_working_days(from: Date, n: u16) -> Date {
    let (mut at, mut left) = (from, n);
    while left > 0 {
        let Ok(next) = at.tomorrow() else { return at };
        at = next;
        left -= u16::from(is_working_day(at));
    }
    at
}

/// The working day in which the middle of `n` working days lies: the third of five, the fifth of ten, the first of one.
#[must_use]
pub fn half_of(from: Date, n: u16) -> Date {
    plus_working_days(from, n.div_ceil(2))
}
