//! Ids: a UUIDv7 that knows what it points at, and the number of a municipality.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{BuildHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::{Database, Decode, Encode, Type};
use uuid::Uuid;

use crate::moment::Moment;

/// The id of a `T`; ids of different things do not mix.
pub struct Id<T>(Uuid, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// A new id. Ids made later sort later, to about a quarter of a microsecond of the given moment.
    pub fn new(now: Moment) -> Self {
        let micros = u64::try_from(now.micros()).unwrap_or(0);
        let mut bytes = [0u8; 10];
        chance(&mut bytes);
        // The first 12 bits after the milliseconds carry the microseconds, as RFC 9562 allows (6.2, method 3).
        let fraction = (micros % 1_000 * 4_096 / 1_000).to_be_bytes();
        bytes[0] = fraction[6];
        bytes[1] = fraction[7];
        Self::from_uuid(uuid::Builder::from_unix_timestamp_millis(micros / 1_000, &bytes).into_uuid())
    }

    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    pub const fn uuid(self) -> Uuid {
        self.0
    }

    /// Only the form this program writes itself: 36 characters with hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() == 36 { Uuid::try_parse(text).ok().map(Self::from_uuid) } else { None }
    }
}

/// Fills `bytes` from the system's chance. Should that ever fail, the hash seed of this process,
/// which the standard library took from the same source, still keeps ids apart.
pub(crate) fn chance(bytes: &mut [u8]) {
    if getrandom::fill(bytes).is_err() {
        for byte in bytes {
            *byte = std::hash::RandomState::new().build_hasher().finish().to_le_bytes()[0];
        }
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// This text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Self::parse(text).ok_or(NotAnId)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(NotAnId))
    }
}

impl<T, DB: Database> Type<DB> for Id<T>
where
    Uuid: Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <Uuid as Type<DB>>::type_info()
    }

    fn compatible(ty: &DB::TypeInfo) -> bool {
        <Uuid as Type<DB>>::compatible(ty)
    }
}

impl<'q, T, DB: Database> Encode<'q, DB> for Id<T>
where
    Uuid: Encode<'q, DB>,
{
    fn encode_by_ref(&self, buf: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        self.0.encode_by_ref(buf)
    }
}

impl<'r, T, DB: Database> Decode<'r, DB> for Id<T>
where
    Uuid: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self::from_uuid(Uuid::decode(value)?))
    }
}

/// A municipality, by the number in its CBS code: GM0363 is 363. It opens every key of every tenant's table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, sqlx::Type)]
#[sqlx(transparent)]
pub struct Municipality(pub i32);

impl Municipality {
    /// `GM0363`: the letters and four digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("GM")?;
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().filter(|number| *number > 0).map(Self)
    }
}

impl fmt::Display for Municipality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GM{:04}", self.0)
    }
}

impl Serialize for Municipality {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Municipality {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a municipality code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Party;

    #[test]
    fn ids_made_a_microsecond_apart_sort_in_that_order() {
        let ids: Vec<Id<Party>> =
            (0..3_000).map(|step| Id::new(Moment::from_micros(1_764_079_200_000_000 + step))).collect();
        assert!(ids.is_sorted());
        assert_eq!(ids[0].uuid().get_version_num(), 7);
    }

    #[test]
    fn a_thousand_ids_of_one_moment_differ() {
        let now = Moment::from_micros(1_764_079_200_000_000);
        let ids: std::collections::BTreeSet<Id<Party>> = (0..1_000).map(|_| Id::new(now)).collect();
        assert_eq!(ids.len(), 1_000);
    }

    #[test]
    fn only_the_written_form_of_an_id_is_read() {
        let id: Id<Party> = Id::new(Moment::from_micros(1));
        assert_eq!(Id::parse(&id.to_string()), Some(id));
        assert_eq!(Id::<Party>::parse(&id.uuid().simple().to_string()), None);
        assert_eq!(Id::<Party>::parse("1; drop table party"), None);
    }

    #[test]
    fn a_municipality_is_read_from_its_cbs_code_only() {
        assert_eq!(Municipality::parse("GM0363"), Some(Municipality(363)));
        assert_eq!(Municipality(363).to_string(), "GM0363");
        for wrong in ["GM363", "gm0363", "GM03630", "GM+363", "0363", "GM0000", ""] {
            assert_eq!(Municipality::parse(wrong), None, "{wrong}");
        }
    }
}
