//! What somebody may expect of the trail, on both engines.

mod closing;
mod export;
mod grants;
mod reading;
mod speed;
mod tampering;
mod writing;

use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::Municipality;
use ground::moment::Moment;
use uuid::Uuid;

use crate::{Actor, Line, Outcome, Papers, record};

pub(super) const HERE: Municipality = Municipality(9901);
pub(super) const NEXT_DOOR: Municipality = Municipality(9902);

pub(super) fn edit(party: u128) -> Line<'static> {
    Line {
        actor: Actor::Operator,
        membership: None,
        action: "party.change",
        object: "party",
        object_id: Some(Uuid::from_u128(party)),
        about: None,
        purpose: "social-map",
        outcome: Outcome::Done,
    }
}

pub(super) fn minute(number: u64) -> Moment {
    THEN.plus(std::time::Duration::from_secs(60 * number))
}

/// Edits of parties numbered on, a minute apart, each in a transaction of its own.
pub(super) async fn edits(db: &Db, municipality: Municipality, parties: std::ops::Range<u64>) {
    for party in parties {
        let mut tx = db.begin().await.unwrap();
        record(&mut tx, municipality, minute(party), &edit(u128::from(party))).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// A data folder of its own.
pub(super) fn papers() -> (impl Drop, Papers) {
    let (dir, path) = ground::db::testing::folder();
    (dir, Papers::of(&path))
}
