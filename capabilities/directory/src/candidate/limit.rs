//! A limit on asking to be on the map: a few for each household, and a ceiling for each municipality.

use std::net::IpAddr;
use std::time::Duration;

use access::limit::{Buckets, Pace, Prefix, Wait};
use ground::id::Municipality;
use ground::moment::Moment;

const AN_HOUR: Duration = Duration::from_secs(60 * 60);
const EACH: u32 = 6;
const ALL: u32 = 60;

pub(crate) struct Asking {
    households: Buckets<Prefix>,
    towns: Buckets<Municipality>,
}

impl Default for Asking {
    fn default() -> Self {
        Self {
            households: Buckets::new(Pace::new(EACH, AN_HOUR), 10_000),
            towns: Buckets::new(Pace::new(ALL, AN_HOUR), 1_000),
        }
    }
}

impl Asking {
    /// Counts one, or says how long to wait. Who is over their own does not use up what others have.
    pub(super) fn may(&self, here: Municipality, from: Option<IpAddr>, now: Moment) -> Result<(), Wait> {
        if let Some(from) = from {
            self.households.take(Prefix::household(from), now)?;
        }
        self.towns.take(here, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_asks_six_times_an_hour_and_a_municipality_hears_sixty() {
        let asking = Asking::default();
        let now = Moment::fixed(1_764_079_200_000_000);
        let (here, there) = (Municipality(9901), Municipality(9902));
        let at = |text: &str| Some(text.parse().unwrap());
        assert!((0..6).all(|_| asking.may(here, at("203.0.113.1"), now).is_ok()));
        assert!(asking.may(here, at("203.0.113.1"), now).is_err());
        assert!((0..54).all(|_| asking.may(here, None, now).is_ok()));
        assert!(asking.may(here, at("203.0.113.2"), now).is_err());
        assert!(asking.may(there, at("203.0.113.2"), now).is_ok());
        assert!(asking.may(here, at("203.0.113.1"), now.plus(AN_HOUR)).is_ok());
    }
}
