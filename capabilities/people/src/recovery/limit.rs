//! A limit on asking for codes: a few for each household, and a ceiling for all together.

use std::net::IpAddr;
use std::time::Duration;

use access::limit::{Buckets, Pace, Prefix, Wait};
use ground::moment::Moment;

const AN_HOUR: Duration = Duration::from_secs(60 * 60);
const EACH: u32 = 6;
const ALL: u32 = 600;

pub(crate) struct Asking {
    households: Buckets<Prefix>,
    all: Buckets<()>,
}

impl Default for Asking {
    fn default() -> Self {
        Self {
            households: Buckets::new(Pace::new(EACH, AN_HOUR), 10_000),
            all: Buckets::new(Pace::new(ALL, AN_HOUR), 1),
        }
    }
}

impl Asking {
    /// Counts one, or says how long to wait. Who is over their own does not use up what others have.
    pub(super) fn may(&self, from: Option<IpAddr>, now: Moment) -> Result<(), Wait> {
        if let Some(from) = from {
            self.households.take(Prefix::household(from), now)?;
        }
        self.all.take((), now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_gets_six_codes_an_hour_and_its_neighbour_as_many() {
        let asking = Asking::default();
        let now = Moment::fixed(1_764_079_200_000_000);
        let at = |text: &str| Some(text.parse().unwrap());
        assert!((0..6).all(|_| asking.may(at("203.0.113.1"), now).is_ok()));
        assert!(asking.may(at("203.0.113.1"), now).is_err());
        assert!(asking.may(at("203.0.113.2"), now).is_ok());
        assert!(asking.may(at("203.0.113.1"), now.plus(AN_HOUR)).is_ok());
    }
}
