//! Open now, or when next: computed from the week of an offer and the clock of the Netherlands.

use ground::moment::Moment;
use ui::words::fl;
use ui::{Label, Lang, label};

use super::opening::{Clock, Opening, Slot, Weekday};
use crate::names::{capital, clock, hours, weekday};
use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Nobody wrote down when.
    Unknown,
    OpenUntil(Clock),
    Opens {
        in_days: usize,
        day: Weekday,
        at: Clock,
    },
}

/// Slots that touch are one: open until 12.30 and again from 12.30 is open until the second ends.
#[must_use]
pub fn door(opening: &Opening, now: Moment) -> Door {
    let local = now.local();
    let today = usize::try_from(local.weekday().to_monday_zero_offset()).unwrap_or(0);
    let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or(0);
    let mut until: Option<Clock> = None;
    let mut next: Option<(usize, Slot)> = None;
    for slot in opening.slots() {
        let mut in_days = (slot.day.index() + 7 - today) % 7;
        let touches = until.is_some_and(|end| slot.from <= end && slot.to > end);
        if in_days == 0 && (touches || (slot.from.minutes() <= minute && minute < slot.to.minutes())) {
            until = Some(slot.to);
        }
        if in_days == 0 && slot.from.minutes() <= minute {
            in_days = 7;
        }
        if next.is_none_or(|(days, first)| (in_days, slot.from) < (days, first.from)) {
            next = Some((in_days, slot));
        }
    }
    match (until, next) {
        (Some(end), _) => Door::OpenUntil(end),
        (None, Some((in_days, slot))) => Door::Opens { in_days, day: slot.day, at: slot.from },
        (None, None) => Door::Unknown,
    }
}

/// "Nu open tot 15.00 uur", "Morgen om 9.00 uur"; nothing when nobody wrote it down.
#[must_use]
pub fn door_label(lang: Lang, door: Door) -> Option<Label> {
    let w = words(lang);
    match door {
        Door::Unknown => None,
        Door::OpenUntil(end) => Some(label(fl!(w, "open-now", time = clock(lang, end))).good()),
        Door::Opens { in_days, day, at } => {
            let time = clock(lang, at);
            Some(label(match in_days {
                0 => fl!(w, "opens-today", time = time),
                1 => fl!(w, "opens-tomorrow", time = time),
                _ => fl!(w, "opens-day", day = capital(weekday(lang, day)), time = time),
            }))
        }
    }
}

/// From when till when, perhaps more than once a day.
type Hours = Vec<(Clock, Clock)>;

/// The days with their hours, days that are alike taken together: "maandag tot en met vrijdag", "9.00 tot 15.00 uur".
#[must_use]
pub fn week(lang: Lang, opening: &Opening) -> Vec<(String, String)> {
    let mut days: Vec<(Weekday, Weekday, Hours)> = Vec::new();
    for day in Weekday::ALL {
        let open: Hours =
            opening.slots().filter(|slot| slot.day == day).map(|slot| (slot.from, slot.to)).collect();
        match days.last_mut() {
            _ if open.is_empty() => {}
            Some((_, last, times)) if last.index() + 1 == day.index() && *times == open => *last = day,
            _ => days.push((day, day, open)),
        }
    }
    let w = words(lang);
    days.into_iter()
        .map(|(first, last, times)| {
            let name = match last.index() - first.index() {
                0 => capital(weekday(lang, first)),
                1 => fl!(w, "days-two", first = capital(weekday(lang, first)), last = weekday(lang, last)),
                _ => fl!(w, "days-span", first = capital(weekday(lang, first)), last = weekday(lang, last)),
            };
            let times: Vec<String> = times.into_iter().map(|(from, to)| hours(lang, from, to)).collect();
            (name, ui::format::list(lang, &times))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn time(text: &str) -> Clock {
        Clock::parse(text).unwrap()
    }

    #[test]
    fn the_door_of_de_linde_opens_and_closes_by_the_dutch_clock() {
        let week = Opening::parse(["we 09:00-12:30", "we 12:30-15:00", "fr 19:00-21:00"]).unwrap();
        // Wednesday 25 November 2026; Amsterdam is an hour ahead of UTC in winter.
        assert_eq!(door(&week, at("2026-11-25T08:30:00Z")), Door::OpenUntil(time("15:00")));
        assert_eq!(door(&week, at("2026-11-25T13:59:00Z")), Door::OpenUntil(time("15:00")));
        let friday = Door::Opens { in_days: 2, day: Weekday::Friday, at: time("19:00") };
        assert_eq!(door(&week, at("2026-11-25T14:00:00Z")), friday);
        let today = Door::Opens { in_days: 0, day: Weekday::Wednesday, at: time("09:00") };
        assert_eq!(door(&week, at("2026-11-25T07:59:00Z")), today);
        let wednesday = Door::Opens { in_days: 5, day: Weekday::Wednesday, at: time("09:00") };
        assert_eq!(door(&week, at("2026-11-27T21:00:00Z")), wednesday);
        assert_eq!(door(&Opening::default(), at("2026-11-25T08:30:00Z")), Door::Unknown);
    }

    #[test]
    fn whoever_comes_after_hours_on_the_only_day_waits_a_week() {
        let week = Opening::parse(["we 09:00-10:00"]).unwrap();
        let next = Door::Opens { in_days: 7, day: Weekday::Wednesday, at: time("09:00") };
        assert_eq!(door(&week, at("2026-11-25T12:00:00Z")), next);
    }

    #[test]
    fn days_that_are_alike_are_said_once() {
        let opening = Opening::parse(["mo 9-15", "tu 9-15", "we 9-15", "fr 9-12", "fr 19-24"]).unwrap();
        let week: Vec<(String, String)> = week(Lang::Nl, &opening)
            .into_iter()
            .map(|(days, times)| (days.replace(['\u{2068}', '\u{2069}'], ""), times))
            .collect();
        let said = |days: &str, times: &str| (days.to_owned(), times.to_owned());
        let friday = said("Vrijdag", "9.00 tot 12.00 uur en 19.00 tot 24.00 uur");
        assert_eq!(week, [said("Maandag tot en met woensdag", "9.00 tot 15.00 uur"), friday]);
    }
}
