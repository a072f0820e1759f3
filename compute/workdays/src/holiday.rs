//! Which days are public holidays in the Netherlands.

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};

use crate::easter::easter;

/// A day on which the Netherlands does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holiday {
    NewYear,
    EasterSunday,
    EasterMonday,
    KingsDay,
    /// 5 May, in years that end in 0 or 5 only.
    LiberationDay,
    Ascension,
    WhitSunday,
    WhitMonday,
    ChristmasDay,
    SecondChristmasDay,
}

/// The holidays of a year, by date. Ascension can fall on 5 May (in 2005 it did): then there are two on that day.
///
/// Empty for a year the calendar does not have.
#[must_use]
pub fn holidays(year: i16) -> Vec<(Date, Holiday)> {
    let Some(easter) = easter(year) else { return Vec::new() };
    let after_easter = |days: i64, holiday| {
        easter.checked_add(SignedDuration::from_hours(24 * days)).ok().zip(Some(holiday))
    };
    let fixed = |month, day, holiday| Date::new(year, month, day).ok().zip(Some(holiday));
    let mut all: Vec<(Date, Holiday)> = [
        fixed(1, 1, Holiday::NewYear),
        after_easter(0, Holiday::EasterSunday),
        after_easter(1, Holiday::EasterMonday),
        kings_day(year).zip(Some(Holiday::KingsDay)),
        if year % 5 == 0 { fixed(5, 5, Holiday::LiberationDay) } else { None },
        after_easter(39, Holiday::Ascension),
        after_easter(49, Holiday::WhitSunday),
        after_easter(50, Holiday::WhitMonday),
        fixed(12, 25, Holiday::ChristmasDay),
        fixed(12, 26, Holiday::SecondChristmasDay),
    ]
    .into_iter()
    .flatten()
    .collect();
    all.sort_unstable();
    all
}

/// 27 April, or the Saturday before when that is a Sunday.
fn kings_day(year: i16) -> Option<Date> {
    let birthday = Date::new(year, 4, 27).ok()?;
    if birthday.weekday() == Weekday::Sunday { birthday.yesterday().ok() } else { Some(birthday) }
}

/// Which holiday it is, if any; the first by name when two fall together.
#[must_use]
pub fn holiday_on(date: Date) -> Option<Holiday> {
    holidays(date.year()).into_iter().find(|(day, _)| *day == date).map(|(_, holiday)| holiday)
}
