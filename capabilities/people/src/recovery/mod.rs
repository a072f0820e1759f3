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

/// Within this time two colleagues say who it is.
pub const LASTS: Duration = Duration::from_secs(60 * 60);

/// Then whoever waits goes on, or asks again.
pub const ONCE_CONFIRMED: Duration = Duration::from_secs(10 * 60);

/// So long it is known what became of a code: to say so, and because a new key may take a day to be made.
pub const REMEMBERED: Duration = Duration::from_secs(2 * 24 * 60 * 60);

/// Who came in later than this knows nobody well enough, and may have been let in for this only.
pub const A_NEWCOMER: Duration = Duration::from_secs(24 * 60 * 60);

/// A party with fewer people than this cannot help by itself.
pub(crate) const FEW: i64 = 3;

/// One time somebody asked for a code.
#[derive(Clone, Debug)]
pub struct Recovery {
    pub created_at: Moment,
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
    /// Two did: the browser that asked may go on.
    Ready,
    Taken,
    Refused,
    Over,
}

impl Standing {
    /// As the log has it.
    const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Half => "half",
            Self::Ready => "ready",
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::Over => "over",
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
        let within = |from: Moment, so_long| now >= from && now < from.plus(so_long);
        let confirmed = self.lost.as_ref().and_then(|lost| lost.second_at);
        match (confirmed, &self.lost) {
            (Some(at), _) if within(at, ONCE_CONFIRMED) => Standing::Ready,
            (None, lost) if within(self.created_at, LASTS) => {
                if lost.is_some() {
                    Standing::Half
                } else {
                    Standing::Asked
                }
            }
            _ => Standing::Over,
        }
    }

    /// Until when it counts, as it stands now.
    pub(crate) fn until(&self) -> Moment {
        let confirmed = self.lost.as_ref().and_then(|lost| lost.second_at);
        confirmed.map_or_else(|| self.created_at.plus(LASTS), |at| at.plus(ONCE_CONFIRMED))
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
        self.line(self.coming_back(), browser.as_str(), REMEMBERED.as_secs())
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
        Recovery { created_at: NOON, lost: None, ended: false, taken: false }
    }

    fn confirmed(second_at: Option<Moment>) -> Recovery {
        let lost = Lost { person: Id::new(NOON), party: None, first_by: Uuid::from_u128(1), second_at };
        Recovery { lost: Some(lost), ..asked() }
    }

    fn after(seconds: u64) -> Moment {
        NOON.plus(Duration::from_secs(seconds))
    }

    #[test]
    fn a_code_counts_for_an_hour_and_ten_minutes_after_the_second_colleague() {
        assert_eq!(asked().standing(after(3_599)), Standing::Asked);
        assert_eq!(asked().standing(after(3_600)), Standing::Over);
        assert_eq!(confirmed(None).standing(after(3_599)), Standing::Half);
        assert_eq!(confirmed(None).standing(after(3_600)), Standing::Over);
        // Confirmed in the last minute of the hour.
        let late = confirmed(Some(after(3_590)));
        assert_eq!(late.standing(after(3_590 + 599)), Standing::Ready);
        assert_eq!(late.standing(after(3_590 + 600)), Standing::Over);
        // A clock that was set back makes nothing younger.
        assert_eq!(asked().standing(NOON.minus(Duration::from_secs(1))), Standing::Over);
        assert_eq!(late.standing(after(3_000)), Standing::Over);
    }

    #[test]
    fn what_was_used_or_not_trusted_stays_so() {
        let used = Recovery { taken: true, ended: true, ..confirmed(Some(NOON)) };
        assert_eq!(used.standing(NOON), Standing::Taken);
        let refused = Recovery { ended: true, ..confirmed(Some(NOON)) };
        assert_eq!(refused.standing(NOON), Standing::Refused);
    }
}
