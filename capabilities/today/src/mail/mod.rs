//! One letter a day at most, that says that something waits and nothing else: to whom, when, and how it stops.

mod letter;
pub(crate) mod limit;
pub(crate) mod link;
pub(crate) mod pages;
pub mod round;
pub(crate) mod store;
mod view;

use std::time::Duration;

use access::LinkToken;
use directory::party::Email;
use ground::id::Id;
use ground::moment::{Day, Moment};
use ground::retention::{Of, Rule};
use people::person::Person;
use ui::Lang;

/// Somebody who wants a letter.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) token: LinkToken,
    pub(crate) person: Id<Person>,
    pub(crate) address: Email,
    pub(crate) language: Lang,
    pub(crate) hours: Hours,
    pub(crate) asked_at: Moment,
    /// None until the link in the first letter was followed.
    pub(crate) confirmed_at: Option<Moment>,
    /// The last letter.
    pub(crate) sent: Option<(Day, Moment)>,
    /// The address took no mail.
    pub(crate) refused: bool,
}

/// When a letter may come; outside it is quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hours {
    from: i32,
    until: i32,
    pub(crate) weekend: bool,
}

impl Hours {
    /// An office day.
    pub(crate) const USUAL: Self = Self { from: 9, until: 18, weekend: false };

    /// Whole hours, of one day; None when it would never be time.
    pub(crate) fn new(from: i32, until: i32, weekend: bool) -> Option<Self> {
        let fits = (0..24).contains(&from) && from < until && until <= 24;
        fits.then_some(Self { from, until, weekend })
    }

    pub(crate) const fn from(self) -> i32 {
        self.from
    }

    pub(crate) const fn until(self) -> i32 {
        self.until
    }

    /// Whether a letter may come now, by the clock of the Netherlands.
    pub(crate) fn allow(self, now: Moment) -> bool {
        let local = now.local();
        let hour = i32::from(local.hour());
        (self.from..self.until).contains(&hour) && (self.weekend || workdays::is_working_day(local.date()))
    }
}

/// An address that nobody confirmed may be somebody else's.
const UNCONFIRMED: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What of the mail ends by the clock; the rest ends when somebody stops it, or leaves.
pub const ENDS: &[Rule] = &[Rule {
    keep: "mail",
    table: "today_mail",
    key: "token_hash",
    since: "asked_at",
    over: "confirmed_at is null and asked_at <= $2",
    after: &[UNCONFIRMED],
    along: &[],
    of: Of::Work,
}];

#[cfg(test)]
mod tests {
    use super::{Hours, Moment};

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn it_is_quiet_outside_the_hours_and_on_days_that_nobody_works() {
        // The Netherlands is an hour ahead in winter, two in summer.
        for (moment, usual, weekend) in [
            ("2026-11-26T07:59:00Z", false, false),
            ("2026-11-26T08:00:00Z", true, true),
            ("2026-11-26T16:59:00Z", true, true),
            ("2026-11-26T17:00:00Z", false, false),
            ("2026-07-01T07:00:00Z", true, true),
            ("2026-11-28T10:00:00Z", false, true),
            ("2026-12-25T10:00:00Z", false, true),
        ] {
            assert_eq!(Hours::USUAL.allow(at(moment)), usual, "{moment}");
            assert_eq!(Hours::new(9, 18, true).unwrap().allow(at(moment)), weekend, "{moment}");
        }
    }

    #[test]
    fn hours_in_which_it_would_never_be_time_are_none() {
        for (from, until) in [(9, 9), (18, 9), (-1, 9), (9, 25), (24, 24)] {
            assert_eq!(Hours::new(from, until, true), None, "{from} to {until}");
        }
    }
}
