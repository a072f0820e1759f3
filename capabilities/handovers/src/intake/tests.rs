//! How much a party takes in, on a table of days, and what the meter makes of a quarter.

use directory::theme::Theme;
use ground::db::testing::THEN;
use ground::moment::{Day, Moment};

use super::{Closed, Intake, Meter, quarter, week};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn theme(key: &str) -> Theme {
    Theme::parse(key).expect("a theme")
}

fn at(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

#[test]
fn a_week_begins_on_monday_as_people_here_count_also_around_summer_time() {
    for (now, monday) in [
        ("2025-11-25T13:00:00Z", "2025-11-24"),
        ("2025-11-23T22:59:59Z", "2025-11-17"),
        ("2025-11-23T23:00:00Z", "2025-11-24"),
        // The nights in which the clocks change: a week is an hour shorter or longer.
        ("2026-03-29T00:59:59Z", "2026-03-23"),
        ("2026-03-29T22:00:00Z", "2026-03-30"),
        ("2026-10-25T22:59:59Z", "2026-10-19"),
        ("2026-10-25T23:00:00Z", "2026-10-26"),
    ] {
        assert_eq!(week(at(now)), day(monday), "{now}");
    }
    for (now, first) in [("2026-03-31T21:59:59Z", "2026-01-01"), ("2026-03-31T22:00:00Z", "2026-04-01")] {
        assert_eq!(quarter(at(now)), day(first), "{now}");
    }
}

#[test]
fn a_party_that_said_nothing_takes_in_everything() {
    assert_eq!(Intake::default().closed(&theme("geld"), None, 1_000, day("2025-11-25")), None);
}

#[test]
fn a_pause_ends_on_its_day_a_full_week_on_monday_and_a_theme_counts_with_the_one_above_it() {
    let intake = Intake {
        themes: vec![theme("geld")],
        per_week: Some(2),
        paused_until: Some(day("2025-11-27")),
        ..Intake::default()
    };
    let geld = theme("geld");
    let closed =
        |theme: &Theme, top: Option<&Theme>, offered, on: &str| intake.closed(theme, top, offered, day(on));
    assert_eq!(closed(&geld, None, 0, "2025-11-26"), Some(Closed::Paused(day("2025-11-27"))));
    assert_eq!(closed(&geld, None, 0, "2025-11-27"), None);
    assert_eq!(closed(&geld, None, 2, "2025-11-30"), Some(Closed::Full(day("2025-12-01"))));
    assert_eq!(closed(&theme("wonen"), None, 0, "2025-11-27"), Some(Closed::Theme));
    assert_eq!(closed(&theme("schulden"), Some(&geld), 1, "2025-11-27"), None);
    assert_eq!((intake.left(0), intake.left(2), intake.left(9)), (Some(2), Some(0), Some(0)));
}

#[test]
fn the_meter_counts_this_week_this_quarter_and_the_weeks_that_were_too_much() {
    let monday = week(THEN);
    let weeks: Vec<(Moment, i32)> =
        [(0, 3), (-7, 1), (-14, 5)].map(|(days, count)| (monday.plus_days(days).begins(), count)).to_vec();
    let intake = Intake { per_week: Some(2), ..Intake::default() };
    let meter = Meter { this_week: 3, this_quarter: 9, weeks_over: 2, questions: 4 };
    assert_eq!(Meter::of(&weeks, 4, &intake, THEN), meter);
    let no_limit = Meter::of(&weeks, 0, &Intake::default(), THEN);
    assert_eq!(no_limit.weeks_over, 0);
}

#[test]
fn a_week_that_began_in_the_quarter_before_is_this_week_until_monday_and_counts_in_no_second_quarter() {
    let weeks: Vec<(Moment, i32)> =
        [("2025-12-29", 3), ("2026-01-05", 1)].map(|(monday, count)| (day(monday).begins(), count)).to_vec();
    let intake = Intake { per_week: Some(2), ..Intake::default() };
    for now in ["2025-12-31T23:00:00Z", "2026-01-04T22:59:59Z"] {
        assert_eq!(Meter::since(at(now)), day("2025-12-29").begins(), "{now}");
        let meter = Meter::of(&weeks[..1], 0, &intake, at(now));
        assert_eq!(meter, Meter { this_week: 3, weeks_over: 1, ..Meter::default() }, "{now}");
    }
    let monday = at("2026-01-04T23:00:00Z");
    let january = Meter::of(&weeks, 0, &intake, monday);
    assert_eq!(january, Meter { this_week: 1, this_quarter: 1, weeks_over: 1, questions: 0 });
    let december = Meter::of(&weeks[..1], 0, &intake, at("2025-12-31T22:59:59Z"));
    assert_eq!(december, Meter { this_week: 3, this_quarter: 3, weeks_over: 1, questions: 0 });
    // A quarter that begins on a Monday looks at no week before it.
    assert_eq!(Meter::since(at("2024-07-01T10:00:00Z")), day("2024-07-01").begins());
}
