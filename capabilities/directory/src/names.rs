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
    match (civil(from), civil(to), lang) {
        (Some(from), Some(to), _) => format::hours(lang, from, to),
        (Some(_), None, Lang::Ar) => format!("من {from} إلى 24:00"),
        (_, _, Lang::Nl) => format!("{} tot 24.00 uur", clock(lang, from).trim_end_matches(" uur")),
        (..) => format!("{from} to {to}"),
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
