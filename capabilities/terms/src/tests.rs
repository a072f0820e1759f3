//! What is agreed near wins, and a term is what the clock on the wall says, in summer and winter.

use directory::area::AreaCode;
use ground::moment::{Day, Moment};
use proptest::prelude::*;

use crate::{Agreed, Days, MOST_DAYS, Terms};

const fn days(question: u16) -> Days {
    Days { question, handover: 2, meet: 3 }
}

fn code(text: &str) -> AreaCode {
    AreaCode::parse(text).unwrap()
}

fn agreed(area: Option<&str>, question: u16) -> Agreed {
    Agreed { area: area.map(code), days: days(question), coordinator: None, changed_at: Moment::fixed(0) }
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

#[test]
fn the_nearest_agreement_wins() {
    let all = [agreed(None, 7), agreed(Some("WK990101"), 4), agreed(Some("BU99010101"), 2)];
    let question =
        |all: &[Agreed], area: Option<&str>| Terms::nearest(all, area.map(code).as_ref()).days.question;
    assert_eq!(question(&all, Some("BU99010101")), 2);
    assert_eq!(question(&all, Some("BU99010102")), 4);
    assert_eq!(question(&all, Some("WK990101")), 4);
    assert_eq!(question(&all, Some("BU99010203")), 7);
    assert_eq!(question(&all, None), 7);
    assert_eq!(question(&[], Some("BU99010101")), Days::USUAL.question);
}

#[test]
fn who_hears_is_the_nearest_there_is_even_when_the_days_come_from_nearer() {
    let hears = ground::id::Id::new(Moment::fixed(0));
    let all = [Agreed { coordinator: Some(hears), ..agreed(None, 7) }, agreed(Some("BU99010101"), 2)];
    let terms = Terms::nearest(&all, Some(&code("BU99010101")));
    assert_eq!((terms.days.question, terms.coordinator), (2, Some(hears)));
}

#[test]
fn a_term_over_the_night_of_summer_time_ends_at_five_by_the_clock_on_the_wall() {
    let terms = Terms { days: Days::USUAL, coordinator: None };
    // Friday before the clocks go forward, late in the evening: Friday in Amsterdam, and in UTC too.
    let term = terms.question(moment("2026-03-27T22:30:00Z"));
    assert_eq!(term.until.to_string(), "2026-04-03T15:00:00Z");
    assert_eq!(term.half.to_string(), "2026-04-01T07:00:00Z");
    // Friday before they go back.
    let term = terms.question(moment("2026-10-23T09:00:00Z"));
    assert_eq!(term.until.to_string(), "2026-10-30T16:00:00Z");
    assert_eq!(term.half.to_string(), "2026-10-28T08:00:00Z");
}

#[test]
fn the_day_is_that_of_the_netherlands_and_not_that_of_greenwich() {
    let terms = Terms { days: days(1), coordinator: None };
    // In Amsterdam it is Tuesday already.
    assert_eq!(terms.question(moment("2026-07-06T22:30:00Z")).until.to_string(), "2026-07-08T15:00:00Z");
    assert_eq!(terms.question(moment("2026-07-06T21:30:00Z")).until.to_string(), "2026-07-07T15:00:00Z");
}

proptest! {
    #[test]
    fn any_term_has_its_half_before_its_end_and_both_on_office_hours(
        micros in 1_577_836_800_000_000_i64..2_200_000_000_000_000,
        question in 1..=MOST_DAYS,
    ) {
        let now = Moment::from_micros(micros);
        let term = Terms { days: days(question), coordinator: None }.question(now);
        prop_assert!(now < term.half && term.half < term.until);
        prop_assert_eq!((term.until.local().hour(), term.half.local().hour()), (17, 9));
        for Day(day) in [term.until.day(), term.half.day()] {
            prop_assert!(workdays::is_working_day(day));
        }
    }
}
