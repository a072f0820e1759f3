//! A limit on guessing the token: a few tries for each neighbourhood of addresses, and a ceiling for all together.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use ground::moment::Moment;

const WINDOW: Duration = Duration::from_secs(15 * 60);
const EACH: u32 = 10;
const ALL: u32 = 300;

#[derive(Debug, Default)]
pub(super) struct Attempts(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    began: Option<Moment>,
    all: u32,
    by_prefix: HashMap<u64, u32>,
}

impl Attempts {
    /// Counts a try and says whether it may be made.
    pub(super) fn may_try(&self, from: Option<IpAddr>, now: Moment) -> bool {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back starts a new window too.
        if counts.began.is_none_or(|began| now >= began.plus(WINDOW) || now < began) {
            *counts = Counts { began: Some(now), ..Counts::default() };
        }
        let prefix = from.map_or(0, prefix);
        let tried = counts.by_prefix.get(&prefix).copied().unwrap_or(0);
        // Who is over their own limit does not use up that of all: one machine cannot shut everybody out.
        if tried >= EACH || counts.all >= ALL {
            return false;
        }
        counts.all += 1;
        counts.by_prefix.insert(prefix, tried + 1);
        true
    }

    /// Somebody with the token starts afresh; the ceiling for all stays.
    pub(super) fn succeeded(&self, from: Option<IpAddr>) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.by_prefix.remove(&from.map_or(0, prefix));
    }
}

/// One household or office: 24 bits of an IPv4 address, 56 of an IPv6 one.
fn prefix(address: IpAddr) -> u64 {
    match address.to_canonical() {
        IpAddr::V4(v4) => u64::from(u32::from(v4) >> 8) | 1 << 63,
        IpAddr::V6(v6) => u64::try_from(u128::from(v6) >> 72).unwrap_or(0),
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
        assert!((0..10).all(|host| attempts.may_try(at(&format!("203.0.113.{host}")), now)));
        assert!(!attempts.may_try(at("203.0.113.77"), now));
        assert!(attempts.may_try(at("203.0.114.1"), now));
        assert!(attempts.may_try(at("203.0.113.77"), now.plus(WINDOW)));
    }

    #[test]
    fn one_street_that_keeps_knocking_does_not_shut_the_others_out() {
        let attempts = Attempts::default();
        let now = Moment::from_micros(1_764_079_200_000_000);
        let at = |text: &str| Some(text.parse().unwrap());
        let made = (0..1_000).filter(|_| attempts.may_try(at("203.0.113.1"), now)).count();
        assert_eq!(made, 10);
        assert!(attempts.may_try(at("203.0.114.1"), now));
    }

    #[test]
    fn all_streets_together_meet_a_ceiling() {
        let attempts = Attempts::default();
        let now = Moment::from_micros(1_764_079_200_000_000);
        let tries = (0u32..400).filter(|n| attempts.may_try(Some(IpAddr::from((n << 8).to_be_bytes())), now));
        assert_eq!(tries.count(), 300);
    }
}
