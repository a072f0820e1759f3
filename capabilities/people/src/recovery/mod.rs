//! Who lost every key comes back in: a code on the new browser, said aloud to two colleagues who know who it is.

pub(crate) mod asking;
mod code;
pub(crate) mod confirming;
mod fields;
mod limit;
mod rules;
pub mod store;
mod trail;
mod view;

pub(crate) use limit::Asking;
pub(crate) use view::notice_to_owner;

use std::time::Duration;

use access::LinkToken;
use axum::http::HeaderMap;
use directory::party::Party;
use ground::id::Id;
use ground::moment::Moment;
use uuid::Uuid;

use crate::person::Person;
use crate::session::Cookies;

/// A code counts so long from when it is shown; then another one is.
pub const SHOWN: Duration = Duration::from_secs(10 * 60);

/// What the first colleague said counts so long, for every code that is shown in that browser meanwhile.
pub const FIRST_COUNTS: Duration = Duration::from_secs(60 * 60);

/// After the second, whoever waits goes on, or asks again.
pub const ONCE_CONFIRMED: Duration = Duration::from_secs(10 * 60);

/// The browser knows so long that it asked: as long as anything it asked for may count, and no longer.
const IN_THE_BROWSER: Duration = Duration::from_secs(70 * 60);

/// So long it is known here what became of a code: to say so, and because a new key may take a day to be made.
pub const REMEMBERED: Duration = Duration::from_secs(2 * 24 * 60 * 60);

/// Who came in later than this knows nobody well enough, and may have been let in for this only.
pub const A_NEWCOMER: Duration = Duration::from_secs(24 * 60 * 60);

/// A party with fewer people than this cannot help by itself.
pub(crate) const FEW: i64 = 3;

/// One time somebody asked for a code.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// When the code that counts now was shown.
    pub shown_at: Moment,
    /// Whom it is about: nobody knows until the first colleague says so.
    pub lost: Option<Lost>,
    /// A colleague or the owner said it was not right.
    pub ended: bool,
    pub taken: bool,
}

#[derive(Clone, Debug)]
pub struct Lost {
    pub person: Id<Person>,
    /// None for somebody of the municipality.
    pub party: Option<Id<Party>>,
    pub first_by: Uuid,
    pub first_at: Moment,
    /// When the second colleague said so too.
    pub second_at: Option<Moment>,
}

/// How it stands with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody confirmed it yet.
    Asked,
    /// One colleague did.
    Half,
    /// One colleague did, and the code is over: another one keeps what was said.
    Lapsed,
    /// Two did: the browser that asked may go on.
    Ready,
    Taken,
    Refused,
    Over,
    /// By our clock something of it is of later than now: the clock is wrong, or was.
    ClockWrong,
}

impl Standing {
    /// As the log has it.
    const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Half => "half",
            Self::Lapsed => "lapsed",
            Self::Ready => "ready",
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::Over => "over",
            Self::ClockWrong => "clock",
        }
    }
}

impl Recovery {
    #[must_use]
    pub fn standing(&self, now: Moment) -> Standing {
        if self.taken {
            return Standing::Taken;
        }
        if self.ended {
            return Standing::Refused;
        }
        if now < self.last() {
            return Standing::ClockWrong;
        }
        let shown = now < self.shown_at.plus(SHOWN);
        match &self.lost {
            None if shown => Standing::Asked,
            Some(Lost { second_at: Some(at), .. }) if now < at.plus(ONCE_CONFIRMED) => Standing::Ready,
            Some(Lost { second_at: None, first_at, .. }) if now < first_at.plus(FIRST_COUNTS) => {
                if shown {
                    Standing::Half
                } else {
                    Standing::Lapsed
                }
            }
            _ => Standing::Over,
        }
    }

    /// When the last thing happened to it.
    fn last(&self) -> Moment {
        let said = self.lost.as_ref().map(|lost| lost.second_at.unwrap_or(lost.first_at));
        said.map_or(self.shown_at, |at| at.max(self.shown_at))
    }

    /// Until when it counts, as it stands now: what was said, and until then the code.
    pub(crate) fn until(&self, standing: Standing) -> Moment {
        match &self.lost {
            Some(Lost { second_at: Some(at), .. }) => at.plus(ONCE_CONFIRMED),
            Some(lost) if standing == Standing::Lapsed => lost.first_at.plus(FIRST_COUNTS),
            _ => self.shown_at.plus(SHOWN),
        }
    }
}

impl Cookies {
    const fn coming_back(self) -> &'static str {
        if self.secure { "__Host-samenspel-terug" } else { "samenspel-terug" }
    }

    /// The secret of the browser that asked for a code; the code follows from it.
    fn asked_in(self, headers: &HeaderMap) -> Option<LinkToken> {
        access::operator::cookie(headers, self.coming_back()).and_then(LinkToken::parse)
    }

    fn begin_coming_back(self, browser: &LinkToken) -> String {
        self.line(self.coming_back(), browser.as_str(), IN_THE_BROWSER.as_secs())
    }

    fn end_coming_back(self) -> String {
        self.line(self.coming_back(), "", 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::fixed(1_764_079_200_000_000);

    fn asked() -> Recovery {
        Recovery { shown_at: NOON, lost: None, ended: false, taken: false }
    }

    fn confirmed(first: u64, second: Option<u64>) -> Recovery {
        let first_by = Uuid::from_u128(1);
        let (first_at, second_at) = (after(first), second.map(after));
        let lost = Lost { person: Id::new(NOON), party: None, first_by, first_at, second_at };
        Recovery { lost: Some(lost), ..asked() }
    }

    fn after(seconds: u64) -> Moment {
        NOON.plus(Duration::from_secs(seconds))
    }

    #[test]
    fn a_code_counts_ten_minutes_from_when_it_is_shown_and_ten_after_the_second_colleague() {
        assert_eq!(asked().standing(after(599)), Standing::Asked);
        assert_eq!(asked().standing(after(600)), Standing::Over);
        assert_eq!(confirmed(300, None).standing(after(599)), Standing::Half);
        // Both said so, the second in the last second in which the code was shown.
        let late = confirmed(300, Some(599));
        assert_eq!(late.standing(after(599 + 599)), Standing::Ready);
        assert_eq!(late.standing(after(599 + 600)), Standing::Over);
    }

    #[test]
    fn what_the_first_colleague_said_counts_an_hour_for_every_code_that_is_shown() {
        let half = confirmed(300, None);
        for (seconds, standing) in [
            (599, Standing::Half),
            (600, Standing::Lapsed),
            (300 + 3_599, Standing::Lapsed),
            (300 + 3_600, Standing::Over),
        ] {
            assert_eq!(half.standing(after(seconds)), standing, "{seconds}");
        }
        assert_eq!(half.until(Standing::Half), after(600));
        assert_eq!(half.until(Standing::Lapsed), after(300 + 3_600));
        // Another code, shown after half an hour, and one in the last minute of the hour.
        let anew = |seconds| Recovery { shown_at: after(seconds), ..half.clone() };
        assert_eq!(anew(1_800).standing(after(1_800 + 599)), Standing::Half);
        assert_eq!(anew(1_800).standing(after(1_800 + 600)), Standing::Lapsed);
        assert_eq!(anew(3_850).standing(after(300 + 3_599)), Standing::Half);
        assert_eq!(anew(3_850).standing(after(300 + 3_600)), Standing::Over);
    }

    #[test]
    fn a_clock_that_was_set_back_is_told_apart_from_a_code_that_is_over() {
        assert_eq!(asked().standing(NOON.minus(Duration::from_secs(1))), Standing::ClockWrong);
        assert_eq!(confirmed(300, None).standing(after(299)), Standing::ClockWrong);
        assert_eq!(confirmed(300, Some(500)).standing(after(499)), Standing::ClockWrong);
    }

    #[test]
    fn what_was_used_or_not_trusted_stays_so() {
        let used = Recovery { taken: true, ended: true, ..confirmed(0, Some(0)) };
        assert_eq!(used.standing(NOON), Standing::Taken);
        let refused = Recovery { ended: true, ..confirmed(0, Some(0)) };
        assert_eq!(refused.standing(NOON), Standing::Refused);
    }
}
