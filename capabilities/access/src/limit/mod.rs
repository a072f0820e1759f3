//! How often somebody may: buckets that hold so many turns and fill again by the clock, in memory of a bounded size.

mod prefix;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use ground::moment::Moment;

pub use prefix::Prefix;

/// So many turns at once; used up, they come back evenly over the time given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    turns: u32,
    over: Duration,
}

impl Pace {
    #[must_use]
    pub const fn new(turns: u32, over: Duration) -> Self {
        Self { turns, over }
    }

    #[must_use]
    pub const fn per_minute(turns: u32) -> Self {
        Self::new(turns, Duration::from_secs(60))
    }

    /// How long one turn takes to come back.
    fn each(self) -> Duration {
        self.over / self.turns.max(1)
    }
}

/// How long until there is a turn again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wait(Duration);

impl Wait {
    /// For `Retry-After`: whole seconds, never none.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        let whole = self.0.as_secs();
        if self.0.subsec_nanos() > 0 || whole == 0 { whole + 1 } else { whole }
    }
}

/// A bucket for each key. A full bucket is the same as none, so only who was here a moment ago takes room;
/// when even those are too many, newcomers share one bucket until the others have filled.
#[derive(Debug)]
pub struct Buckets<K> {
    pace: Pace,
    most: usize,
    held: Mutex<Held<K>>,
}

#[derive(Debug)]
struct Held<K> {
    /// When each bucket will be full again.
    full_at: HashMap<K, Moment>,
    crowd: Option<Moment>,
    swept: Option<Moment>,
}

/// Between two looks for buckets that filled: a flood of newcomers must not make each of them look.
const SWEEP: Duration = Duration::from_secs(1);

impl<K: Eq + Hash> Buckets<K> {
    #[must_use]
    pub fn new(pace: Pace, most: usize) -> Self {
        Self { pace, most, held: Mutex::new(Held { full_at: HashMap::new(), crowd: None, swept: None }) }
    }

    /// Takes a turn, or says how long to wait for one.
    ///
    /// # Errors
    /// The wait.
    pub fn take(&self, key: K, now: Moment) -> Result<(), Wait> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if !held.full_at.contains_key(&key) && held.full_at.len() >= self.most {
            held.sweep(now, self.pace);
            if held.full_at.len() >= self.most {
                let (crowd, taken) = self.turn(held.crowd, now);
                held.crowd = Some(crowd);
                return taken;
            }
        }
        let (full_at, taken) = self.turn(held.full_at.get(&key).copied(), now);
        held.full_at.insert(key, full_at);
        taken
    }

    /// As if nobody by this key was here yet.
    pub fn forget(&self, key: &K) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).full_at.remove(key);
    }

    fn turn(&self, full_at: Option<Moment>, now: Moment) -> (Moment, Result<(), Wait>) {
        let latest = now.plus(self.pace.over);
        // Later than a bucket can take to fill means that the clock was set back: nobody waits for that.
        let full_at = full_at.filter(|at| *at > now && *at <= latest).unwrap_or(now);
        let then = full_at.plus(self.pace.each());
        if then <= latest { (then, Ok(())) } else { (full_at, Err(Wait(then.since(latest)))) }
    }
}

impl<K: Eq + Hash> Held<K> {
    fn sweep(&mut self, now: Moment, pace: Pace) {
        if self.swept.is_some_and(|swept| now >= swept && now < swept.plus(SWEEP)) {
            return;
        }
        self.swept = Some(now);
        let latest = now.plus(pace.over);
        self.full_at.retain(|_, at| *at > now && *at <= latest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::fixed(1_764_079_200_000_000);

    fn second(n: u64) -> Moment {
        NOON.plus(Duration::from_secs(n))
    }

    #[test]
    fn who_used_all_turns_waits_for_the_next_one_and_hears_how_long() {
        let buckets = Buckets::new(Pace::per_minute(6), 100);
        assert!((0..6).all(|_| buckets.take("Anna", NOON).is_ok()));
        assert_eq!(buckets.take("Anna", NOON).unwrap_err().seconds(), 10);
        assert_eq!(buckets.take("Anna", second(7)).unwrap_err().seconds(), 3);
        assert!(buckets.take("Bashir", second(7)).is_ok());
        assert!(buckets.take("Anna", second(10)).is_ok());
        assert!(buckets.take("Anna", second(10)).is_err());
        assert!((0..6).all(|_| buckets.take("Anna", second(100)).is_ok()));
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let buckets = Buckets::new(Pace::per_minute(2), 100);
        assert!(buckets.take("Anna", second(86_400)).is_ok());
        assert!(buckets.take("Anna", second(86_400)).is_ok());
        assert!(buckets.take("Anna", NOON).is_ok());
    }

    #[test]
    fn a_million_strangers_take_no_more_room_than_agreed_and_who_was_here_goes_on() {
        let buckets = Buckets::new(Pace::per_minute(10), 1_000);
        assert!(buckets.take(u32::MAX, NOON).is_ok());
        let let_in = (0..1_000_000u32).filter(|stranger| buckets.take(*stranger, NOON).is_ok()).count();
        assert_eq!(buckets.held.lock().unwrap().full_at.len(), 1_000);
        // Those with a bucket of their own, and the ten turns the others have together.
        assert_eq!(let_in, 999 + 10);
        assert!(buckets.take(u32::MAX, NOON).is_ok());
        // A minute later the room is free again.
        assert!(buckets.take(7_000_000, second(60)).is_ok());
        assert_eq!(buckets.held.lock().unwrap().full_at.len(), 1);
    }

    #[test]
    fn an_hour_of_strangers_gets_what_the_pace_says_and_not_a_turn_more() {
        let buckets = Buckets::new(Pace::per_minute(6), 100);
        let taken = (0..3_600).filter(|n| buckets.take("Anna", second(*n)).is_ok()).count();
        // Six at once and then one every ten seconds.
        assert_eq!(taken, 6 + 359);
    }

    #[test]
    fn a_wait_is_told_in_whole_seconds_and_never_as_none() {
        for (millis, seconds) in [(0, 1), (1, 1), (1_000, 1), (1_001, 2), (90_000, 90)] {
            assert_eq!(Wait(Duration::from_millis(millis)).seconds(), seconds);
        }
    }
}
