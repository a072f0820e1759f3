//! A quarter of a year, and when nothing in it can change any more.

use ground::moment::{Day, Moment};

/// So many days after its end a quarter is shown. The longest term of its last day is over then, so that its numbers
/// are shown once and never otherwise: watching them change would tell about a single contact.
pub const SETTLED: i32 = 42;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    year: i16,
    /// 0 to 3.
    at: i8,
}

impl Quarter {
    #[must_use]
    pub fn of(Day(day): Day) -> Self {
        Self { year: day.year(), at: (day.month() - 1) / 3 }
    }

    /// The newest that is shown at this moment.
    #[must_use]
    pub fn newest(now: Moment) -> Self {
        let day = now.day().plus_days(-SETTLED);
        Self::of(day).before()
    }

    #[must_use]
    pub const fn before(self) -> Self {
        if self.at == 0 {
            Self { year: self.year - 1, at: 3 }
        } else {
            Self { year: self.year, at: self.at - 1 }
        }
    }

    #[must_use]
    pub const fn after(self) -> Self {
        if self.at == 3 {
            Self { year: self.year + 1, at: 0 }
        } else {
            Self { year: self.year, at: self.at + 1 }
        }
    }

    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// From 1 to 4.
    #[must_use]
    pub const fn number(self) -> i8 {
        self.at + 1
    }

    /// Its first day; nothing beyond the calendar.
    #[must_use]
    pub fn begins(self) -> Option<Day> {
        Day::new(self.year, self.at * 3 + 1, 1)
    }

    /// Whether its numbers may be shown.
    #[must_use]
    pub fn is_settled(self, now: Moment) -> bool {
        self <= Self::newest(now)
    }
}
