//! A limit on guessing the token: a few tries for each neighbourhood of addresses, and a ceiling for all together. No setting lifts it.

use std::net::IpAddr;
use std::time::Duration;

use ground::moment::Moment;

use crate::limit::{Buckets, Pace, Prefix, Wait};

const WINDOW: Duration = Duration::from_secs(15 * 60);
const EACH: u32 = 10;
const ALL: u32 = 300;

#[derive(Debug)]
pub(super) struct Attempts {
    by_street: Buckets<Option<Prefix>>,
    all: Buckets<()>,
}

impl Default for Attempts {
    fn default() -> Self {
        // The ceiling for all keeps the streets within this number by itself.
        Self {
            by_street: Buckets::new(Pace::new(EACH, WINDOW), 10_000),
            all: Buckets::new(Pace::new(ALL, WINDOW), 1),
        }
    }
}

impl Attempts {
    /// Counts a try, or says how long to wait with it.
    pub(super) fn may_try(&self, from: Option<IpAddr>, now: Moment) -> Result<(), Wait> {
        // Who is over their own limit does not use up that of all: one machine cannot shut everybody out.
        self.by_street.take(from.map(Prefix::street), now)?;
        self.all.take((), now)
    }

    /// Somebody with the token starts afresh; the ceiling for all stays.
    pub(super) fn succeeded(&self, from: Option<IpAddr>) {
        self.by_street.forget(&from.map(Prefix::street));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_runs_out_of_tries_and_its_neighbour_does_not() {
        let attempts = Attempts::default();
        let now = Moment::from_micros(1_764_079_200_000_000);
        let at = |text: &str| Some(text.parse().unwrap());
        assert!((0..10).all(|host| attempts.may_try(at(&format!("203.0.113.{host}")), now).is_ok()));
        assert!(attempts.may_try(at("203.0.113.77"), now).is_err());
        assert!(attempts.may_try(at("203.0.114.1"), now).is_ok());
        assert!(attempts.may_try(at("203.0.113.77"), now.plus(WINDOW)).is_ok());
    }

    #[test]
    fn one_street_that_keeps_knocking_does_not_shut_the_others_out() {
        let attempts = Attempts::default();
        let now = Moment::from_micros(1_764_079_200_000_000);
        let at = |text: &str| Some(text.parse().unwrap());
        let made = (0..1_000).filter(|_| attempts.may_try(at("203.0.113.1"), now).is_ok()).count();
        assert_eq!(made, 10);
        assert!(attempts.may_try(at("203.0.114.1"), now).is_ok());
    }

    #[test]
    fn all_streets_together_meet_a_ceiling() {
        let attempts = Attempts::default();
        let now = Moment::from_micros(1_764_079_200_000_000);
        let street = |n: u32| Some(IpAddr::from((n << 8).to_be_bytes()));
        let tries = (0u32..400).filter(|n| attempts.may_try(street(*n), now).is_ok());
        assert_eq!(tries.count(), 300);
    }
}
