//! Known dates of 2020–2035, days that are hard, and any day beside a naive twin.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use crate::{Holiday, easter, half_of, holiday_on, holidays, is_working_day, plus_working_days};

/// Year, Easter Sunday, Ascension, Whit Monday, King's Day: as the calendars of the Dutch government have them.
const KNOWN: [(i16, [(i8, i8); 4]); 16] = [
    (2020, [(4, 12), (5, 21), (6, 1), (4, 27)]),
    (2021, [(4, 4), (5, 13), (5, 24), (4, 27)]),
    (2022, [(4, 17), (5, 26), (6, 6), (4, 27)]),
    (2023, [(4, 9), (5, 18), (5, 29), (4, 27)]),
    (2024, [(3, 31), (5, 9), (5, 20), (4, 27)]),
    (2025, [(4, 20), (5, 29), (6, 9), (4, 26)]),
    (2026, [(4, 5), (5, 14), (5, 25), (4, 27)]),
    (2027, [(3, 28), (5, 6), (5, 17), (4, 27)]),
    (2028, [(4, 16), (5, 25), (6, 5), (4, 27)]),
    (2029, [(4, 1), (5, 10), (5, 21), (4, 27)]),
    (2030, [(4, 21), (5, 30), (6, 10), (4, 27)]),
    (2031, [(4, 13), (5, 22), (6, 2), (4, 26)]),
    (2032, [(3, 28), (5, 6), (5, 17), (4, 27)]),
    (2033, [(4, 17), (5, 26), (6, 6), (4, 27)]),
    (2034, [(4, 9), (5, 18), (5, 29), (4, 27)]),
    (2035, [(3, 25), (5, 3), (5, 14), (4, 27)]),
];

fn on(year: i16, holiday: Holiday) -> Option<Date> {
    holidays(year).into_iter().find(|(_, known)| *known == holiday).map(|(day, _)| day)
}

#[test]
fn the_holidays_of_2020_to_2035_are_on_their_known_days() {
    for (year, [paschal, ascension, whit, king]) in KNOWN {
        let day = |(month, day): (i8, i8)| Some(date(year, month, day));
        assert_eq!(on(year, Holiday::EasterSunday), day(paschal), "{year}");
        assert_eq!(
            on(year, Holiday::EasterMonday),
            day(paschal).and_then(|day| day.tomorrow().ok()),
            "{year}"
        );
        assert_eq!(on(year, Holiday::Ascension), day(ascension), "{year}");
        assert_eq!(on(year, Holiday::WhitMonday), day(whit), "{year}");
        assert_eq!(on(year, Holiday::WhitSunday), day(whit).and_then(|day| day.yesterday().ok()), "{year}");
        assert_eq!(on(year, Holiday::KingsDay), day(king), "{year}");
        assert_eq!(on(year, Holiday::NewYear), Some(date(year, 1, 1)));
        assert_eq!(on(year, Holiday::ChristmasDay), Some(date(year, 12, 25)));
        assert_eq!(on(year, Holiday::SecondChristmasDay), Some(date(year, 12, 26)));
    }
}

#[test]
fn the_fifth_of_may_is_a_day_off_once_in_five_years() {
    let off: Vec<i16> = (2020..=2035).filter(|year| on(*year, Holiday::LiberationDay).is_some()).collect();
    assert_eq!(off, [2020, 2025, 2030, 2035]);
    assert!(is_working_day(date(2026, 5, 5)) && !is_working_day(date(2025, 5, 5)));
}

#[test]
fn good_friday_is_worked_and_so_is_the_day_after_ascension() {
    assert_eq!(holiday_on(date(2026, 4, 3)), None);
    assert!(is_working_day(date(2026, 4, 3)));
    assert!(is_working_day(date(2026, 5, 15)));
}

#[test]
fn easter_of_the_exceptional_years_is_right() {
    // The latest and the earliest there is, and the two exceptions of the rule.
    for (year, month, day) in
        [(1943, 4, 25), (2038, 4, 25), (1818, 3, 22), (2285, 3, 22), (1981, 4, 19), (1954, 4, 18)]
    {
        assert_eq!(easter(year), Some(date(year, month, day)));
    }
}

#[test]
fn a_question_of_the_day_before_the_long_weekend_of_easter_has_until_tuesday() {
    let thursday = date(2026, 4, 2);
    assert_eq!(plus_working_days(thursday, 1), date(2026, 4, 3));
    assert_eq!(plus_working_days(thursday, 2), date(2026, 4, 7));
    assert_eq!(plus_working_days(date(2026, 4, 4), 1), date(2026, 4, 7));
}

#[test]
fn a_question_just_before_christmas_does_not_end_at_christmas() {
    // Thursday 24 December; Friday and Saturday are Christmas, Friday 1 January is New Year.
    assert_eq!(plus_working_days(date(2026, 12, 24), 5), date(2027, 1, 4));
    assert_eq!(half_of(date(2026, 12, 24), 5), date(2026, 12, 30));
}

#[test]
fn the_end_of_the_calendar_is_an_end_and_no_fault() {
    assert_eq!(plus_working_days(Date::MAX, 5), Date::MAX);
    assert_eq!(plus_working_days(date(9999, 12, 30), u16::MAX), Date::MAX);
}

/// Easter by the other way: the first Sunday after the full moon of the church on or after 21 March, looked up in steps.
fn easter_by_moons(year: i16) -> Date {
    let century = i32::from(year) / 100;
    let epact = (11 * (i32::from(year) % 19) + 8 - century + century / 4 + (8 * (century + 1) + 5) / 25)
        .rem_euclid(30);
    let late = epact == 24 || (epact == 25 && i32::from(year) % 19 > 10);
    let mut full = if epact < 24 { 44 - epact } else { 74 - epact };
    full -= i32::from(late);
    let mut day = date(year, 3, 1);
    for _ in 1..full {
        day = day.tomorrow().unwrap();
    }
    loop {
        day = day.tomorrow().unwrap();
        if day.weekday() == Weekday::Sunday {
            return day;
        }
    }
}

/// All days off of a year, one after the other.
fn days_off(year: i16) -> BTreeSet<Date> {
    let mut off: BTreeSet<Date> =
        [(1, 1), (12, 25), (12, 26)].into_iter().map(|(month, day)| date(year, month, day)).collect();
    off.insert(if date(year, 4, 27).weekday() == Weekday::Sunday {
        date(year, 4, 26)
    } else {
        date(year, 4, 27)
    });
    if year.to_string().ends_with(['0', '5']) {
        off.insert(date(year, 5, 5));
    }
    let mut day = easter_by_moons(year);
    for after in 0..=50 {
        if [0, 1, 39, 49, 50].contains(&after) {
            off.insert(day);
        }
        day = day.tomorrow().unwrap();
    }
    off
}

fn works(day: Date) -> bool {
    day.weekday() != Weekday::Saturday
        && day.weekday() != Weekday::Sunday
        && !days_off(day.year()).contains(&day)
}

#[test]
fn easter_is_the_same_by_both_ways_in_every_year_of_the_calendar_of_gregory() {
    for year in 1583..=4099 {
        assert_eq!(easter(year), Some(easter_by_moons(year)), "{year}");
    }
}

#[test]
fn no_year_has_more_than_ten_holidays_and_each_says_which_it_is() {
    for year in 1900..=2200 {
        let all = holidays(year);
        assert_eq!(all.len(), if year % 5 == 0 { 10 } else { 9 });
        assert_eq!(all.iter().map(|(day, _)| *day).collect::<BTreeSet<_>>(), days_off(year));
        assert!(all.iter().all(|(day, _)| holiday_on(*day).is_some()));
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    (1990_i16..2150, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    #[test]
    fn any_day_is_worked_or_not_as_the_twin_says(day in any_day()) {
        prop_assert_eq!(is_working_day(day), works(day));
    }

    #[test]
    fn between_a_day_and_its_nth_working_day_are_exactly_n(from in any_day(), n in 1_u16..120) {
        let until = plus_working_days(from, n);
        let (mut day, mut counted) = (from, 0);
        while day < until {
            day = day.tomorrow().unwrap();
            counted += u16::from(works(day));
        }
        prop_assert!(works(until));
        prop_assert_eq!(counted, n);
    }

    #[test]
    fn the_half_is_worked_and_lies_within_the_term(from in any_day(), n in 1_u16..120) {
        let half = half_of(from, n);
        prop_assert!(works(half) && from < half && half <= plus_working_days(from, n));
        prop_assert_eq!(half == plus_working_days(from, n), n == 1);
    }
}
