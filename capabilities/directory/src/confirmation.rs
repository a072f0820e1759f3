//! Confirmed by a human on: separate from changed on. What nobody confirms ages, visibly, and then hides.

use std::time::Duration;

use ground::moment::Moment;

use crate::wording::Line;

/// When a person said "this is right", and in which role (never a name).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Confirmation {
    pub at: Moment,
    pub by: Line,
}

/// How long a municipality or a district trusts a profile. The first three are counted from its confirmation, each at least the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ageing {
    pub fresh_days: u16,
    pub stale_days: u16,
    pub hide_days: u16,
    /// So many days after its party was asked a profile hides, at the earliest.
    pub notice_days: u16,
}

impl Default for Ageing {
    fn default() -> Self {
        Self { fresh_days: 180, stale_days: 365, hide_days: 425, notice_days: 14 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    Fresh,
    Ageing,
    Stale,
    Hidden,
}

/// What the age of a profile follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The last confirmation, or else when it was first written down.
    pub at: Moment,
    /// When its party was first asked since, or put on the list of who must be called. Unasked, nothing hides.
    pub asked: Option<Moment>,
    /// The coordinator put it out of sight.
    pub put_away: bool,
}

impl Since {
    /// Asked about an earlier confirmation is not asked about this one.
    #[must_use]
    pub fn new(at: Moment, asked: Option<Moment>, put_away: bool) -> Self {
        Self { at, asked: asked.filter(|asked| *asked >= at), put_away }
    }
}

impl Ageing {
    /// Whether the days rise as they must.
    #[must_use]
    pub const fn fits(self) -> bool {
        self.fresh_days > 0
            && self.fresh_days <= self.stale_days
            && self.stale_days <= self.hide_days
            && self.notice_days > 0
    }

    /// Of each of the days the longest. They rise as they did.
    #[must_use]
    pub fn or_longer(self, other: Self) -> Self {
        Self {
            fresh_days: self.fresh_days.max(other.fresh_days),
            stale_days: self.stale_days.max(other.stale_days),
            hide_days: self.hide_days.max(other.hide_days),
            notice_days: self.notice_days.max(other.notice_days),
        }
    }

    #[must_use]
    pub fn age(self, since: Since, now: Moment) -> Age {
        let over = |days: u16| now >= since.at.plus(days_of(days));
        let hides = since.put_away || self.hides_at(since).is_some_and(|at| now >= at);
        match () {
            () if hides => Age::Hidden,
            () if over(self.stale_days) => Age::Stale,
            () if over(self.fresh_days) => Age::Ageing,
            () => Age::Fresh,
        }
    }

    /// When it hides by itself, if nobody confirms it; nobody knows yet when its party was not asked.
    #[must_use]
    pub fn hides_at(self, since: Since) -> Option<Moment> {
        let asked = since.asked?;
        Some(since.at.plus(days_of(self.hide_days)).max(asked.plus(days_of(self.notice_days))))
    }

    /// The next moment at which the age is another one.
    #[must_use]
    pub fn next_change(self, since: Since, now: Moment) -> Option<Moment> {
        let by_age = [self.fresh_days, self.stale_days].map(|days| since.at.plus(days_of(days)));
        by_age.into_iter().chain(self.hides_at(since)).filter(|at| *at > now).min()
    }
}

#[must_use]
pub const fn days_of(days: u16) -> Duration {
    Duration::from_secs(days as u64 * 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIRMED: Moment = Moment::fixed(1_700_000_000_000_000);

    fn after(days: u16) -> Moment {
        CONFIRMED.plus(days_of(days))
    }

    fn age(asked: Option<u16>, days: u16) -> Age {
        Ageing::default().age(Since::new(CONFIRMED, asked.map(after), false), after(days))
    }

    #[test]
    fn a_profile_ages_to_the_day() {
        let asked = Some(180);
        assert_eq!(
            [age(asked, 0), age(asked, 179), age(asked, 180), age(asked, 364)],
            [Age::Fresh, Age::Fresh, Age::Ageing, Age::Ageing]
        );
        assert_eq!(
            [age(asked, 365), age(asked, 424), age(asked, 425), age(asked, 9000)],
            [Age::Stale, Age::Stale, Age::Hidden, Age::Hidden]
        );
    }

    #[test]
    fn what_nobody_was_asked_about_grows_stale_and_never_hides() {
        assert_eq!(age(None, 9000), Age::Stale);
        assert_eq!((age(Some(9000), 9013), age(Some(9000), 9014)), (Age::Stale, Age::Hidden));
        let before = Since::new(CONFIRMED, Some(CONFIRMED.minus(days_of(1))), false);
        assert_eq!(before.asked, None, "asked about an earlier confirmation");
    }

    #[test]
    fn what_the_coordinator_put_away_is_hidden_however_fresh() {
        assert_eq!(Ageing::default().age(Since::new(CONFIRMED, None, true), CONFIRMED), Age::Hidden);
    }

    #[test]
    fn the_next_change_is_the_nearest_one_ahead() {
        let since = Since::new(CONFIRMED, Some(after(180)), false);
        let next = |days| Ageing::default().next_change(since, after(days));
        assert_eq!([next(1), next(180), next(365)], [Some(after(180)), Some(after(365)), Some(after(425))]);
        assert_eq!(next(425), None);
    }
}
