//! When an offer is open: a week of slots, kept as one line each (`mo 09:00-15:00`).

use std::fmt;

use crate::wording::Unfit;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// `mo`, `Monday`, `ma`, `maandag`, `MO` (iCalendar) or 1 to 7 with Monday first.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        // What we wrote ourselves is a code: nearly every question is one.
        if let Some(day) = Self::ALL.into_iter().find(|day| day.code() == typed) {
            return Some(day);
        }
        let word = typed.trim().to_lowercase();
        let names = [
            ["mo", "monday", "mon", "ma", "maandag", "1"],
            ["tu", "tuesday", "tue", "di", "dinsdag", "2"],
            ["we", "wednesday", "wed", "wo", "woensdag", "3"],
            ["th", "thursday", "thu", "do", "donderdag", "4"],
            ["fr", "friday", "fri", "vr", "vrijdag", "5"],
            ["sa", "saturday", "sat", "za", "zaterdag", "6"],
            ["su", "sunday", "sun", "zo", "zondag", "7"],
        ];
        Self::ALL.into_iter().zip(names).find(|(_, names)| names.contains(&word.as_str())).map(|(day, _)| day)
    }

    #[must_use]
    pub const fn code(self) -> &'static str {
        ["mo", "tu", "we", "th", "fr", "sa", "su"][self.index()]
    }

    /// Monday is 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// Minutes since midnight, 0 to 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock(u16);

impl Clock {
    /// `09:00`, `9.00`, `9:00:00`, `9`, `5:30 PM`, `24:00`.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        if let &[h, hh, b':', m, mm] = typed.as_bytes()
            && [h, hh, m, mm].iter().all(u8::is_ascii_digit)
        {
            let two = |tens: u8, ones: u8| u16::from(tens - b'0') * 10 + u16::from(ones - b'0');
            let (hour, minute) = (two(h, hh), two(m, mm));
            return (minute < 60 && hour * 60 + minute <= 1440).then_some(Self(hour * 60 + minute));
        }
        let word = typed.trim().to_lowercase();
        let (digits, afternoon) = match word.strip_suffix("pm").or_else(|| word.strip_suffix("p.m.")) {
            Some(rest) => (rest.trim(), Some(true)),
            None => match word.strip_suffix("am").or_else(|| word.strip_suffix("a.m.")) {
                Some(rest) => (rest.trim(), Some(false)),
                None => (word.as_str(), None),
            },
        };
        let mut parts = digits.split([':', '.']);
        let hour: u16 = parts.next()?.trim().parse().ok()?;
        let minute: u16 = parts.next().map_or(Some(0), |part| part.trim().parse().ok())?;
        let hour = match afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        (hour <= 24 && minute < 60 && hour * 60 + minute <= 1440).then_some(Self(hour * 60 + minute))
    }

    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    pub day: Weekday,
    pub from: Clock,
    pub to: Clock,
}

impl Slot {
    /// A slot ends after it begins, on the same day.
    ///
    /// # Errors
    /// [`Unfit::Unknown`] otherwise.
    pub fn new(day: Weekday, from: Clock, to: Clock) -> Result<Self, Unfit> {
        if from < to { Ok(Self { day, from, to }) } else { Err(Unfit::Unknown) }
    }

    /// `mo 09:00-15:00`; also `ma 9.00 – 15.00`.
    ///
    /// # Errors
    /// [`Unfit::Unknown`].
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        let (day, times) = typed.trim().split_once(char::is_whitespace).ok_or(Unfit::Unknown)?;
        let (from, to) = times.split_once(['-', '–', '—']).ok_or(Unfit::Unknown)?;
        match (Weekday::parse(day), Clock::parse(from), Clock::parse(to)) {
            (Some(day), Some(from), Some(to)) => Self::new(day, from, to),
            _ => Err(Unfit::Unknown),
        }
    }
}

/// A week, sorted, without doubles. Empty means: not known, or by appointment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[sqlx(transparent)]
pub struct Opening(String);

impl Opening {
    #[must_use]
    pub fn of(slots: impl IntoIterator<Item = Slot>) -> Self {
        let mut slots: Vec<Slot> = slots.into_iter().collect();
        slots.sort_unstable();
        slots.dedup();
        let lines: Vec<String> =
            slots.iter().map(|slot| format!("{} {}-{}", slot.day.code(), slot.from, slot.to)).collect();
        Self(lines.join("\n"))
    }

    /// One slot a line; the number of the first line that is none comes back with the fault.
    ///
    /// # Errors
    /// The line (counted from 1) and [`Unfit::Unknown`].
    pub fn parse<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, (usize, Unfit)> {
        let mut slots = Vec::new();
        for (at, line) in lines.into_iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            slots.push(Slot::parse(line).map_err(|unfit| (at + 1, unfit))?);
        }
        Ok(Self::of(slots))
    }

    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        self.0.lines().filter_map(|line| Slot::parse(line).ok())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_as_people_write_it() {
        let week = Opening::parse(["ma 9.00 – 15.00", "", "mo 09:00-15:00", "Friday 5:30 PM-9 pm"]).unwrap();
        assert_eq!(week.as_str(), "mo 09:00-15:00\nfr 17:30-21:00");
    }

    #[test]
    fn an_impossible_time_is_refused_with_its_line() {
        for bad in ["mo 25:00-26:00", "mo 15:00-09:00", "xx 09:00-10:00", "mo 9", "mo 09:61-10:00"] {
            assert_eq!(Opening::parse(["tu 09:00-10:00", bad]), Err((2, Unfit::Unknown)), "{bad}");
        }
    }

    #[test]
    fn midnight_closes_a_day() {
        assert_eq!(Slot::parse("sa 20:00-24:00").unwrap().to.minutes(), 1440);
    }
}
