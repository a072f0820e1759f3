//! Confirmed by a human on: separate from changed on. What nobody confirms ages, visibly, and then hides.

use std::time::Duration;

use ground::moment::Moment;

use crate::wording::Line;

/// When a person said "this is right", and in which role (never a name).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    pub at: Moment,
    pub by: Line,
}

/// How long a municipality trusts a profile. Each limit is in days and at least the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ageing {
    pub fresh_days: u16,
    pub stale_days: u16,
    pub hide_days: u16,
}

impl Default for Ageing {
    fn default() -> Self {
        Self { fresh_days: 180, stale_days: 365, hide_days: 425 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    Fresh,
    Ageing,
    Stale,
    Hidden,
}

impl Ageing {
    /// The age of a profile last confirmed (or else first seen) at `since`.
    #[must_use]
    pub fn age(self, since: Moment, now: Moment) -> Age {
        let over = |days: u16| now >= since.plus(Duration::from_secs(u64::from(days) * 86_400));
        match () {
            () if over(self.hide_days) => Age::Hidden,
            () if over(self.stale_days) => Age::Stale,
            () if over(self.fresh_days) => Age::Ageing,
            () => Age::Fresh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_ages_to_the_day() {
        let confirmed = Moment::from_micros(1_700_000_000_000_000);
        let after = |days: u64| confirmed.plus(Duration::from_secs(days * 86_400));
        let age = |days| Ageing::default().age(confirmed, after(days));
        assert_eq!(
            [age(0), age(179), age(180), age(364)],
            [Age::Fresh, Age::Fresh, Age::Ageing, Age::Ageing]
        );
        assert_eq!(
            [age(365), age(424), age(425), age(9000)],
            [Age::Stale, Age::Stale, Age::Hidden, Age::Hidden]
        );
    }
}
