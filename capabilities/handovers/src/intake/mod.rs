//! How much a party takes in: themes, how many a week, a pause, a waiting list; and how much it was asked.

mod form;
pub mod pages;
pub mod store;
pub(crate) mod view;

#[cfg(test)]
mod tests;

use directory::theme::Theme;
use ground::moment::{Day, Moment};

/// What a party says of itself; without any, it takes in everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// Empty: every theme.
    pub themes: Vec<Theme>,
    pub per_week: Option<i32>,
    /// The first day on which something can be offered again.
    pub paused_until: Option<Day>,
    /// How long somebody waits, in weeks; None: no waiting list.
    pub waiting_weeks: Option<i32>,
    pub changed_at: Option<Moment>,
}

/// Why nothing can be offered now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    Paused(Day),
    /// As many as it takes in a week; from the first day of the next there is room.
    Full(Day),
    /// Not this theme.
    Theme,
}

/// The Monday of the week of a moment, as people here count it.
#[must_use]
pub fn week(now: Moment) -> Day {
    let today = now.day();
    today.plus_days(-i32::from(today.0.weekday().to_monday_zero_offset()))
}

/// The first day of the quarter of a moment.
#[must_use]
pub fn quarter(now: Moment) -> Day {
    let Day(today) = now.day();
    let month = (today.month() - 1) / 3 * 3 + 1;
    Day::new(today.year(), month, 1).unwrap_or(Day(today))
}

impl Intake {
    /// How many can still be offered this week; None: as many as one likes.
    #[must_use]
    pub fn left(&self, offered: i64) -> Option<i64> {
        self.per_week.map(|most| (i64::from(most) - offered).max(0))
    }

    /// Whether it takes in this theme; `top` is the one it stands under.
    #[must_use]
    pub fn takes(&self, theme: &Theme, top: Option<&Theme>) -> bool {
        self.themes.is_empty()
            || self.themes.contains(theme)
            || top.is_some_and(|top| self.themes.contains(top))
    }

    /// Whether nothing at all can be offered, and why.
    #[must_use]
    pub fn shut(&self, offered: i64, today: Day) -> Option<Closed> {
        if let Some(until) = self.paused_until.filter(|until| today < *until) {
            return Some(Closed::Paused(until));
        }
        let monday = today.plus_days(7 - i32::from(today.0.weekday().to_monday_zero_offset()));
        (self.left(offered) == Some(0)).then_some(Closed::Full(monday))
    }

    /// Whether this cannot be offered, and why.
    #[must_use]
    pub fn closed(&self, theme: &Theme, top: Option<&Theme>, offered: i64, today: Day) -> Option<Closed> {
        self.shut(offered, today).or_else(|| (!self.takes(theme, top)).then_some(Closed::Theme))
    }
}

/// How often a party was asked to take something over, beside how much it takes in; for that party alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    pub this_week: i64,
    /// A week counts with the quarter in which it begins.
    pub this_quarter: i64,
    /// Weeks with a day in this quarter in which more was asked than it takes in now.
    pub weeks_over: usize,
    /// Questions that were put to it this week: all that goes to who is full or on pause.
    pub questions: i64,
}

impl Meter {
    /// The week that holds the first day of the quarter: from there on this looks. It may have begun in the quarter
    /// before, and on the days until Monday it is this week.
    #[must_use]
    pub fn since(now: Moment) -> Moment {
        week(quarter(now).begins()).begins()
    }

    /// From how many handovers a party was offered in each week since then, and how many questions were put to it in this one.
    #[must_use]
    pub fn of(weeks: &[(Moment, i32)], questions: i64, intake: &Intake, now: Moment) -> Self {
        let (this_week, this_quarter) = (week(now).begins(), quarter(now).begins());
        let count = |weeks: &mut dyn Iterator<Item = &(Moment, i32)>| {
            weeks.map(|(_, offered)| i64::from(*offered)).sum::<i64>()
        };
        let over = |offered: i32| intake.per_week.is_some_and(|most| offered > most);
        Self {
            this_week: count(&mut weeks.iter().filter(|(begins, _)| *begins == this_week)),
            this_quarter: count(&mut weeks.iter().filter(|(begins, _)| *begins >= this_quarter)),
            weeks_over: weeks.iter().filter(|(_, offered)| over(*offered)).count(),
            questions,
        }
    }
}
