//! The guard on the clock: the last moment at which each municipality's old rows were looked at, kept in the database so that a restart does not forget it.

use std::fmt;
use std::time::Duration;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

/// A clock that leapt further than this since the last look is not believed, in either direction.
pub const LEAP: Duration = Duration::from_secs(24 * 60 * 60);

/// What the machine's clock is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// It walked on from the last look.
    Walks,
    /// Nobody looked here before: from now on it is known.
    First { now: Moment },
    /// It stands more than [`LEAP`] after the last look.
    Ahead { last: Moment, now: Moment },
    /// It stands more than [`LEAP`] before the last look.
    Behind { last: Moment, now: Moment },
}

impl Clock {
    /// Whether it may say what is old.
    #[must_use]
    pub fn is_believed(self) -> bool {
        self == Self::Walks
    }

    fn of(last: Option<Moment>, now: Moment) -> Self {
        match last {
            None => Self::First { now },
            Some(last) if now.since(last) > LEAP => Self::Ahead { last, now },
            Some(last) if last.since(now) > LEAP => Self::Behind { last, now },
            Some(_) => Self::Walks,
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Walks => f.write_str("the clock walks on"),
            Self::First { now } => {
                write!(f, "the clock says {now} and was never looked at here, so nothing is deleted yet")
            }
            Self::Ahead { last, now } => write!(
                f,
                "the clock says {now}, more than a day after the last look at {last}, so nothing is deleted"
            ),
            Self::Behind { last, now } => write!(
                f,
                "the clock says {now}, more than a day before the last look at {last}, so nothing is deleted"
            ),
        }
    }
}

/// What the clock is worth here. Nothing is written.
///
/// # Errors
/// What the database answers.
pub async fn look(db: &Db, here: Municipality, now: Moment) -> Answer<Clock> {
    let last: Option<(Moment,)> = db
        .read("select seen_at from retention_clock where municipality_id = $1")
        .bind(here)
        .optional()
        .await?;
    Ok(Clock::of(last.map(|(seen_at,)| seen_at), now))
}

/// Looks, and remembers the moment when the clock walks on or is seen for the first time. A clock that leapt changes nothing.
pub(crate) async fn noted(db: &Db, here: Municipality, now: Moment) -> Answer<Clock> {
    let clock = look(db, here, now).await?;
    match clock {
        Clock::First { .. } => trust(db, here, now).await?,
        // Two servers do not agree to the second: the later one counts.
        Clock::Walks => {
            db.write("update retention_clock set seen_at = $2 where municipality_id = $1 and seen_at < $2")
                .bind(here)
                .bind(now)
                .execute()
                .await?;
        }
        Clock::Ahead { .. } | Clock::Behind { .. } => {}
    }
    Ok(clock)
}

/// A server may have been off for a holiday; a clock that is further ahead than that, or went back, would make everything
/// late for good and every letter one of a day to come.
const LONGEST_OFF: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// Whether terms pass and letters go by this clock: told by what was seen last, also before a restart. A gap counts once:
/// from a moment that is believed on, the next is measured from there, whatever is not forgotten meanwhile.
///
/// # Errors
/// What the database answers.
pub async fn terms_pass(db: &Db, here: Municipality, now: Moment) -> Answer<bool> {
    let last: Option<(Moment, Option<Moment>)> = db
        .read("select seen_at, passed_at from retention_clock where municipality_id = $1")
        .bind(here)
        .optional()
        .await?;
    let Some((seen, passed)) = last else { return Ok(true) };
    let last = passed.map_or(seen, |passed| passed.max(seen));
    if last.since(now) > LEAP || now.since(last) > LONGEST_OFF {
        return Ok(false);
    }
    db.write("update retention_clock set passed_at = $2 where municipality_id = $1")
        .bind(here)
        .bind(now)
        .execute()
        .await?;
    Ok(true)
}

/// Somebody looked at the clock and says that it is right.
///
/// # Errors
/// What the database answers.
pub async fn trust(db: &Db, here: Municipality, now: Moment) -> Answer<()> {
    db.write(
        "insert into retention_clock (municipality_id, seen_at) values ($1, $2) \
         on conflict (municipality_id) do update set seen_at = excluded.seen_at, passed_at = null",
    )
    .bind(here)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::fixed(1_764_072_000_000_000);

    #[test]
    fn a_day_may_pass_and_no_more_in_either_direction() {
        let hour = Duration::from_secs(60 * 60);
        assert!(!Clock::of(None, NOON).is_believed());
        assert!(Clock::of(Some(NOON), NOON).is_believed());
        assert!(Clock::of(Some(NOON), NOON.plus(LEAP)).is_believed());
        assert!(Clock::of(Some(NOON.plus(LEAP)), NOON).is_believed());
        // Two hours off, as at a change of summer time that somebody set by hand.
        assert!(Clock::of(Some(NOON), NOON.minus(hour * 2)).is_believed());
        let (year, start) = (NOON.plus(LEAP * 365), Moment::fixed(0));
        assert_eq!(Clock::of(Some(NOON), year), Clock::Ahead { last: NOON, now: year });
        assert_eq!(Clock::of(Some(NOON), start), Clock::Behind { last: NOON, now: start });
    }
}
