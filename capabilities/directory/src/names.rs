//! What the things of the social map are called in each language.

use ui::words::fl;
use ui::{Lang, format};

use crate::confirmation::Age;
use crate::offer::Way;
use crate::offer::opening::{Clock, Weekday};
use crate::party::{Capacity, Sphere};
use crate::words;

#[must_use]
pub fn way(lang: Lang, way: Way) -> Option<String> {
    let w = words(lang);
    match way {
        Way::WalkIn => Some(fl!(w, "way-walk-in")),
        Way::Appointment => Some(fl!(w, "way-appointment")),
        Way::Phone => Some(fl!(w, "way-phone")),
        Way::HomeVisit => Some(fl!(w, "way-home-visit")),
        Way::Online => Some(fl!(w, "way-online")),
        Way::Unknown => None,
    }
}

#[must_use]
pub fn capacity(lang: Lang, capacity: Capacity) -> String {
    let w = words(lang);
    match capacity {
        Capacity::Open => fl!(w, "capacity-open"),
        Capacity::Few => fl!(w, "capacity-few"),
        Capacity::Waiting => fl!(w, "capacity-waiting"),
        Capacity::Closed => fl!(w, "capacity-closed"),
        Capacity::Unknown => fl!(w, "capacity-unknown"),
    }
}

/// Capacity as a label; what nobody said is not shown.
#[must_use]
pub fn capacity_label(lang: Lang, of: Capacity) -> Option<ui::Label> {
    let label = ui::label(capacity(lang, of));
    match of {
        Capacity::Open => Some(label.good()),
        Capacity::Few => Some(label),
        Capacity::Waiting | Capacity::Closed => Some(label.full()),
        Capacity::Unknown => None,
    }
}

/// How old what we know is, in words; nothing when it is fresh.
#[must_use]
pub fn age(lang: Lang, age: Age) -> Option<String> {
    let w = words(lang);
    match age {
        Age::Fresh => None,
        Age::Ageing => Some(fl!(w, "age-ageing")),
        Age::Stale => Some(fl!(w, "age-stale")),
        Age::Hidden => Some(fl!(w, "age-hidden")),
    }
}

#[must_use]
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    use jiff::civil::Weekday as Civil;
    let day = match day {
        Weekday::Monday => Civil::Monday,
        Weekday::Tuesday => Civil::Tuesday,
        Weekday::Wednesday => Civil::Wednesday,
        Weekday::Thursday => Civil::Thursday,
        Weekday::Friday => Civil::Friday,
        Weekday::Saturday => Civil::Saturday,
        Weekday::Sunday => Civil::Sunday,
    };
    format::weekday(lang, day)
}

/// "15.00 uur"; the end of the day is 24 o'clock, not 0.
#[must_use]
pub fn clock(lang: Lang, clock: Clock) -> String {
    match civil(clock) {
        Some(time) => format::time(lang, time),
        None if lang == Lang::Nl => "24.00 uur".to_owned(),
        None => "24:00".to_owned(),
    }
}

/// "9.00 tot 15.00 uur"
#[must_use]
pub fn hours(lang: Lang, from: Clock, to: Clock) -> String {
    match (civil(from), civil(to)) {
        (Some(from), Some(to)) => format::hours(lang, from, to),
        (Some(from), None) => format::hours_to_midnight(lang, from),
        (None, _) => clock(lang, from),
    }
}

fn civil(clock: Clock) -> Option<jiff::civil::Time> {
    let (hour, minute) = (clock.minutes() / 60, clock.minutes() % 60);
    jiff::civil::Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
}

/// A first letter that starts a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What people wrote in Dutch, marked as such on a page in another language.
pub fn dutch(lang: Lang, text: impl maud::Render) -> maud::Markup {
    if lang == Lang::Nl { text.render() } else { ui::content(Lang::Nl, text) }
}

/// A paragraph of it on a card: it begins on its own side, also where the page begins on the other.
#[must_use]
pub fn dutch_paragraph(lang: Lang, class: Option<&str>, text: impl maud::Render) -> maud::Markup {
    let (spoken, way) = if lang == Lang::Nl { (None, None) } else { (Some(Lang::Nl.code()), Some("auto")) };
    maud::html! { p class=[class] lang=[spoken] dir=[way] { (text) } }
}

#[must_use]
pub const fn badge(sphere: Sphere) -> ui::Sphere {
    match sphere {
        Sphere::Formal => ui::Sphere::Formal,
        Sphere::Informal => ui::Sphere::Informal,
    }
}

/// "1.204"
#[must_use]
pub fn count(lang: Lang, number: usize) -> String {
    format::number(lang, i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_things_reads_as_people_count_in_their_language() {
        for (lang, number, expected) in [
            (Lang::Nl, 21, "21 partijen"),
            (Lang::Tr, 1, "1 grup veya kurum"),
            (Lang::Tr, 5, "5 grup veya kurum"),
            (Lang::Pl, 1, "1 grupa lub organizacja"),
            (Lang::Pl, 22, "22 grupy lub organizacje"),
            (Lang::Pl, 12, "12 grup lub organizacji"),
            (Lang::Pl, 21, "21 grup lub organizacji"),
            (Lang::Uk, 21, "21 група чи організація"),
            (Lang::Uk, 4, "4 групи чи організації"),
            (Lang::Uk, 11, "11 груп чи організацій"),
        ] {
            let said = fl!(words(lang), "desk-parties", count = number);
            assert_eq!(said.replace(['\u{2068}', '\u{2069}'], ""), expected, "{lang:?} {number}");
        }
    }

    #[test]
    fn a_day_that_ends_at_midnight_ends_at_24_o_clock() {
        let (from, to) = (Clock::parse("20:00").unwrap(), Clock::parse("24:00").unwrap());
        assert_eq!(hours(Lang::Nl, from, to), "20.00 tot 24.00 uur");
        assert_eq!(hours(Lang::Ar, from, to), "من 20:00 إلى 24:00");
        assert_eq!(hours(Lang::Uk, from, to), "20:00–24:00");
    }
}
