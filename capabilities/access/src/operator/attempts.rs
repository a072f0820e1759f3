//! A limit on guessing the token: a few tries for each neighbourhood of addresses, and a ceiling for all together.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use ground::moment::Moment;

const WINDOW: Duration = Duration::from_secs(15 * 60);
const EACH: u32 = 10;
const ALL: u32 = 300;
/// Enough for every prefix that may fail before the ceiling is met.
const MOST: usize = 1_000;

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
        counts.all = counts.all.saturating_add(1);
        if counts.all > ALL || counts.by_prefix.len() >= MOST {
            return false;
        }
        let tried = counts.by_prefix.entry(from.map_or(0, prefix)).or_default();
        *tried = tried.saturating_add(1);
        *tried <= EACH
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
    fn all_streets_together_meet_a_ceiling() {
        let attempts = Attempts::default();
        let now = Moment::from_micros(1_764_079_200_000_000);
        let tries = (0u32..400).filter(|n| attempts.may_try(Some(IpAddr::from((n << 8).to_be_bytes())), now));
        assert_eq!(tries.count(), 300);
    }
}
