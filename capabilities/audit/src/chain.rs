//! The chain: how a row becomes bytes in exactly one way, and the hash that ties it to the row before.

use ground::id::Municipality;
use ground::moment::Moment;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::line::Line;

/// SHA-256 of something.
pub type Digest = [u8; 32];

/// What stands before the first line.
pub(crate) const NOTHING: Digest = [0; 32];

/// Says what the bytes are, so that no line can pass for a root; a later form gets another name.
const LINE: &[u8] = b"samenspel audit line 1";

/// The form of a line that names a party. A line without one has the first form, as it always had, so that what was
/// written before there were parties is proven as before; and a party that is put in or taken out gives another hash.
const LINE_OF_PARTY: &[u8] = b"samenspel audit line 2";

/// A row, borrowed from whoever has it: the one that is to be written, or the one that was read.
pub(crate) struct Written<'a> {
    pub(crate) municipality: Municipality,
    pub(crate) sequence: i64,
    pub(crate) at: Moment,
    pub(crate) actor: &'a str,
    pub(crate) person: Option<Uuid>,
    pub(crate) membership: Option<Uuid>,
    pub(crate) action: &'a str,
    pub(crate) object: &'a str,
    pub(crate) object_id: Option<Uuid>,
    pub(crate) about: Option<Uuid>,
    pub(crate) party: Option<Uuid>,
    pub(crate) purpose: &'a str,
    pub(crate) outcome: &'a str,
}

impl<'l> Written<'l> {
    pub(crate) fn new(municipality: Municipality, sequence: i64, at: Moment, line: &Line<'l>) -> Self {
        Self {
            municipality,
            sequence,
            at,
            actor: line.actor.word(),
            person: line.actor.person(),
            membership: line.membership,
            action: line.action,
            object: line.object,
            object_id: line.object_id,
            about: line.about,
            party: line.party,
            purpose: line.purpose,
            outcome: line.outcome.word(),
        }
    }
}

/// Values one after another, each with its length before it: no two rows give the same bytes.
pub(crate) struct Bytes(Vec<u8>);

impl Bytes {
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(512))
    }

    pub(crate) fn start(&mut self, kind: &[u8]) {
        self.0.clear();
        self.put(kind);
    }

    pub(crate) fn put(&mut self, value: &[u8]) {
        // No value of ours comes near 4 GB; one that did would only be found to be altered.
        let length = u32::try_from(value.len()).unwrap_or(u32::MAX - 1);
        self.0.extend_from_slice(&length.to_be_bytes());
        self.0.extend_from_slice(value);
    }

    /// Nothing is not the same as an empty value.
    fn put_id(&mut self, value: Option<Uuid>) {
        match value {
            Some(id) => self.put(id.as_bytes()),
            None => self.0.extend_from_slice(&u32::MAX.to_be_bytes()),
        }
    }

    pub(crate) fn digest(&self) -> Digest {
        Sha256::digest(&self.0).into()
    }
}

/// The hash of a row, given the hash of the row before. `bytes` is only room to work in.
pub(crate) fn link(bytes: &mut Bytes, previous: &[u8], row: &Written<'_>) -> Digest {
    bytes.start(if row.party.is_some() { LINE_OF_PARTY } else { LINE });
    bytes.put(previous);
    bytes.put(&row.municipality.0.to_be_bytes());
    bytes.put(&row.sequence.to_be_bytes());
    bytes.put(&row.at.micros().to_be_bytes());
    bytes.put(row.actor.as_bytes());
    bytes.put_id(row.person);
    bytes.put_id(row.membership);
    bytes.put(row.action.as_bytes());
    bytes.put(row.object.as_bytes());
    bytes.put_id(row.object_id);
    bytes.put_id(row.about);
    bytes.put(row.purpose.as_bytes());
    bytes.put(row.outcome.as_bytes());
    if let Some(party) = row.party {
        bytes.put(party.as_bytes());
    }
    bytes.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Written<'static> {
        Written {
            municipality: Municipality(9901),
            sequence: 1,
            at: Moment::from_micros(5),
            actor: "operator",
            person: None,
            membership: None,
            action: "party.change",
            object: "party",
            object_id: None,
            about: None,
            party: None,
            purpose: "social-map",
            outcome: "done",
        }
    }

    fn hash(row: &Written<'_>) -> Digest {
        link(&mut Bytes::new(), &NOTHING, row)
    }

    #[test]
    fn every_field_of_a_row_counts_in_its_hash() {
        let id = Some(Uuid::from_u128(7));
        let others = [
            Written { municipality: Municipality(9902), ..row() },
            Written { sequence: 2, ..row() },
            Written { at: Moment::from_micros(6), ..row() },
            Written { actor: "machine", ..row() },
            Written { person: id, ..row() },
            Written { membership: id, ..row() },
            Written { action: "party.remove", ..row() },
            Written { object: "offer", ..row() },
            Written { object_id: id, ..row() },
            Written { about: id, ..row() },
            Written { party: id, ..row() },
            Written { party: Some(Uuid::from_u128(8)), ..row() },
            Written { purpose: "own-party", ..row() },
            Written { outcome: "refused", ..row() },
        ];
        let mut all: Vec<Digest> = others.iter().map(hash).collect();
        all.push(hash(&row()));
        all.push(link(&mut Bytes::new(), &[1; 32], &row()));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    /// Written down when there were no parties in lines yet; lines of then must be proven for as long as they are kept.
    #[test]
    fn a_line_without_a_party_has_the_hash_it_had_before_lines_could_name_one() {
        let mut first = Bytes::new();
        first.start(b"samenspel audit line 1");
        first.put(&NOTHING);
        first.put(&9901_i32.to_be_bytes());
        first.put(&1_i64.to_be_bytes());
        first.put(&5_i64.to_be_bytes());
        first.put(b"operator");
        first.put_id(None);
        first.put_id(None);
        first.put(b"party.change");
        first.put(b"party");
        first.put_id(None);
        first.put_id(None);
        first.put(b"social-map");
        first.put(b"done");
        assert_eq!(hash(&row()), first.digest());
    }

    #[test]
    fn letters_that_move_from_one_field_to_the_next_give_another_hash() {
        let one = Written { action: "party.chang", object: "eparty", ..row() };
        assert_ne!(hash(&one), hash(&row()));
    }
}
