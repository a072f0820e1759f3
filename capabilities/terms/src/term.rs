//! When a term ends, and when its half has passed, by the clock of the Netherlands.

use ground::moment::{Day, Moment};
use jiff::civil::{Time, time};
use workdays::{half_of, plus_working_days};

use crate::Terms;

/// The end of an office day: who looks in the afternoon still has the day.
const ENDS: Time = time(17, 0, 0, 0);

/// The nudge at half-term comes in the morning, so that there is a day to do something.
const HALF: Time = time(9, 0, 0, 0);

/// Whoever coordinates hears it when so many working days after the term nothing happened.
const TELL_AFTER: u16 = 2;

/// A term that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// 17:00 on its last working day.
    pub until: Moment,
    /// 9:00 on the working day in which its middle lies; always before `until`.
    pub half: Moment,
    /// 17:00, two working days after it ended: when whoever coordinates hears that it is late still.
    pub tell: Moment,
}

impl Term {
    #[must_use]
    pub fn new(half: Moment, until: Moment) -> Self {
        let Day(last) = until.day();
        Self { half, until, tell: Day(plus_working_days(last, TELL_AFTER)).at(ENDS) }
    }
}

impl Terms {
    /// For a question that is asked now.
    #[must_use]
    pub fn question(&self, now: Moment) -> Term {
        term(now, self.days.question)
    }

    /// For a handover that is offered now.
    #[must_use]
    pub fn handover(&self, now: Moment) -> Term {
        term(now, self.days.handover)
    }

    /// For the first conversation of a handover that is accepted now.
    #[must_use]
    pub fn meet(&self, now: Moment) -> Term {
        term(now, self.days.meet)
    }
}

/// The day itself does not count, whatever the hour: who is asked at midnight has as long as who was asked at noon.
fn term(now: Moment, days: u16) -> Term {
    let Day(asked) = now.day();
    Term::new(Day(half_of(asked, days)).at(HALF), Day(plus_working_days(asked, days)).at(ENDS))
}
