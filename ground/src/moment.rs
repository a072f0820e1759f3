//! Moments and days: microseconds since 1970 in UTC, and dates of the calendar, the same on both engines.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueFormat, PgValueRef};
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Postgres, Sqlite, Type};

/// PostgreSQL counts from 2000-01-01, we count from 1970-01-01.
const POSTGRES_EPOCH_MICROS: i64 = 946_684_800_000_000;
const POSTGRES_EPOCH_DAY: Date = jiff::civil::date(2000, 1, 1);

/// PostgreSQL's fixed numbers of its types `timestamptz` and `date`; by name it would cost a look-up.
const TIMESTAMPTZ: Oid = Oid(1184);
const DATE: Oid = Oid(1082);

// The zone comes with the program (jiff's bundled data), so the fallback is never met; a test says so.
static AMSTERDAM: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC));

/// A point in time, in whole microseconds: finer than that PostgreSQL would not give back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The machine's clock. Only the edge of the program asks; everything inside is told.
    #[allow(clippy::disallowed_methods, reason = "the one place where time enters the program")]
    pub fn now() -> Self {
        Self(Timestamp::now().as_microsecond())
    }

    /// Values beyond the years −9999…9999 become the nearest moment that has a date.
    pub fn from_micros(micros: i64) -> Self {
        Self(micros.clamp(Timestamp::MIN.as_second() * 1_000_000, Timestamp::MAX.as_second() * 1_000_000))
    }

    /// For constants: a number known to be on the calendar.
    pub const fn fixed(micros: i64) -> Self {
        Self(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    pub fn plus(self, duration: Duration) -> Self {
        Self::from_micros(self.0.saturating_add(micros_of(duration)))
    }

    pub fn minus(self, duration: Duration) -> Self {
        Self::from_micros(self.0.saturating_sub(micros_of(duration)))
    }

    /// How long ago `earlier` was; zero when it lies ahead (a clock may be set back).
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// Date and clock as people in the Netherlands read them.
    pub fn local(self) -> jiff::ZonedDateTime {
        self.timestamp().to_zoned_datetime(AMSTERDAM.clone())
    }

    /// The calendar day in the Netherlands.
    pub fn day(self) -> Day {
        Day(self.local().date())
    }

    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn checked(micros: i64) -> Result<Self, BoxDynError> {
        Timestamp::from_microsecond(micros).map_err(|_| "a moment beyond the calendar")?;
        Ok(Self(micros))
    }
}

fn micros_of(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Moment {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.parse::<Timestamp>()?.as_microsecond()))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Type<Postgres> for Moment {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(TIMESTAMPTZ)
    }
}

impl Encode<'_, Postgres> for Moment {
    fn encode_by_ref(&self, buf: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.0 - POSTGRES_EPOCH_MICROS, buf)
    }
}

impl<'r> Decode<'r, Postgres> for Moment {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        match value.format() {
            PgValueFormat::Binary => {
                let micros = <i64 as Decode<Postgres>>::decode(value)?;
                Self::checked(micros.saturating_add(POSTGRES_EPOCH_MICROS))
            }
            // "2026-01-02 03:04:05.123456+00": jiff wants minutes in the offset too.
            PgValueFormat::Text => Ok(format!("{}:00", value.as_str()?).parse()?),
        }
    }
}

impl Type<Sqlite> for Moment {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <i64 as Type<Sqlite>>::compatible(ty)
    }
}

impl Encode<'_, Sqlite> for Moment {
    fn encode_by_ref(&self, buf: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.0, buf)
    }
}

impl<'r> Decode<'r, Sqlite> for Moment {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Self::checked(<i64 as Decode<Sqlite>>::decode(value)?)
    }
}

/// A date on the calendar, without a clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub Date);

impl Day {
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// `2026-11-25`.
    pub fn parse(text: &str) -> Option<Self> {
        // jiff also reads whole date-times, weeks and days without hyphens; a day is written one way.
        let written = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if written { text.parse().ok().map(Self) } else { None }
    }

    /// The moment this day begins in the Netherlands.
    pub fn begins(self) -> Moment {
        let midnight = self.0.to_zoned_datetime(AMSTERDAM.clone());
        Moment(midnight.map_or_else(|_| Timestamp::MIN, |midnight| midnight.timestamp()).as_microsecond())
    }

    /// The moment of this day when the clocks in the Netherlands show that time. A time that a night of summer time
    /// leaves out is the one an hour later; of a time that comes twice it is the first.
    pub fn at(self, time: Time) -> Moment {
        let shown = self.0.to_datetime(time).to_zoned_datetime(AMSTERDAM.clone());
        Moment(shown.map_or_else(|_| Timestamp::MIN, |shown| shown.timestamp()).as_microsecond())
    }

    /// The day this many days later (or earlier, when negative).
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(days))))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Type<Postgres> for Day {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(DATE)
    }
}

impl Encode<'_, Postgres> for Day {
    fn encode_by_ref(&self, buf: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let days = i32::try_from(self.0.duration_since(POSTGRES_EPOCH_DAY).as_hours() / 24)?;
        Encode::<Postgres>::encode(days, buf)
    }
}

impl<'r> Decode<'r, Postgres> for Day {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        match value.format() {
            PgValueFormat::Binary => {
                let days = <i32 as Decode<Postgres>>::decode(value)?;
                let span = jiff::SignedDuration::from_hours(24 * i64::from(days));
                Ok(Self(POSTGRES_EPOCH_DAY.checked_add(span)?))
            }
            PgValueFormat::Text => Ok(Self(value.as_str()?.parse()?)),
        }
    }
}

impl Type<Sqlite> for Day {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <str as Type<Sqlite>>::compatible(ty)
    }
}

impl Encode<'_, Sqlite> for Day {
    fn encode_by_ref(&self, buf: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.to_string(), buf)
    }
}

impl<'r> Decode<'r, Sqlite> for Day {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <String as Decode<Sqlite>>::decode(value)?;
        Self::parse(&text).ok_or_else(|| "a day that is not on the calendar".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dutch_clock_is_known_in_winter_and_in_summer() {
        let winter: Moment = "2026-01-15T11:00:00Z".parse().unwrap();
        let summer: Moment = "2026-07-15T22:30:00Z".parse().unwrap();
        assert_eq!(winter.local().hour(), 12);
        assert_eq!(summer.local().hour(), 0);
        assert_eq!(summer.day(), Day::new(2026, 7, 16).unwrap());
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands_also_when_the_clock_changes() {
        let begins = |day| Day::parse(day).unwrap().begins().to_string();
        assert_eq!(begins("2026-03-29"), "2026-03-28T23:00:00Z");
        assert_eq!(begins("2026-03-30"), "2026-03-29T22:00:00Z");
        assert_eq!(begins("2026-10-26"), "2026-10-25T23:00:00Z");
    }

    #[test]
    fn a_time_of_a_day_is_what_the_clocks_show_also_in_the_nights_they_are_set() {
        let at = |day, hour| Day::parse(day).unwrap().at(jiff::civil::time(hour, 30, 0, 0)).to_string();
        assert_eq!(at("2026-01-15", 17), "2026-01-15T16:30:00Z");
        assert_eq!(at("2026-07-15", 17), "2026-07-15T15:30:00Z");
        assert_eq!(at("2026-03-29", 2), "2026-03-29T01:30:00Z");
        assert_eq!(at("2026-10-25", 2), "2026-10-25T00:30:00Z");
        assert_eq!(at("2026-10-25", 17), "2026-10-25T16:30:00Z");
    }

    #[test]
    fn a_moment_is_written_and_read_as_rfc_3339_with_microseconds() {
        let moment = Moment::from_micros(1_764_079_200_123_456);
        assert_eq!(moment.to_string(), "2025-11-25T14:00:00.123456Z");
        assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
        let json = serde_json::to_string(&moment).unwrap();
        assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment);
    }

    #[test]
    fn a_moment_beyond_the_calendar_becomes_the_nearest_one_with_a_date() {
        assert_eq!(Moment::from_micros(i64::MAX).plus(Duration::from_secs(5)), Moment::from_micros(i64::MAX));
        assert_eq!(Moment::from_micros(i64::MAX).to_string(), "9999-12-30T22:00:00Z");
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_negative_duration() {
        let (early, late) = (Moment::from_micros(5), Moment::from_micros(9));
        assert_eq!(late.since(early), Duration::from_micros(4));
        assert_eq!(early.since(late), Duration::ZERO);
        assert_eq!(late.minus(Duration::from_micros(4)), early);
    }

    #[test]
    fn a_day_is_only_a_day_of_the_calendar() {
        assert_eq!(Day::parse("2026-02-29"), None);
        for other in ["2026-02-28T12:00", "20260228", "2026-2-28", "2026-W01-1", "+2026-02-2"] {
            assert_eq!(Day::parse(other), None, "{other}");
        }
        assert_eq!(Day::parse("2024-02-28").unwrap().plus_days(1).to_string(), "2024-02-29");
    }
}
