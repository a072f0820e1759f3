//! What somebody may expect of the trail, on both engines.

mod closing;
mod cutting;
mod export;
mod file;
mod grants;
mod marks;
mod reading;
mod tampering;
mod writing;

use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::Municipality;
use ground::moment::Moment;
use uuid::Uuid;

use crate::verify::verify_in;
use crate::{Actor, Fault, Line, Outcome, Papers, record};

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
        party: None,
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

/// What is wrong, however the chain is shared out: in one stretch, and in so many that each line is a seam.
pub(super) async fn faults(db: &Db, papers: &Papers) -> Vec<Fault> {
    let whole = verify_in(db, HERE, papers, None, 1).await.unwrap();
    for parts in [2, 3, 5, 30] {
        assert_eq!(verify_in(db, HERE, papers, None, parts).await.unwrap(), whole, "{parts} stretches");
    }
    for fault in &whole.faults {
        assert!(fault.to_string().ends_with('.'), "{fault}");
    }
    whole.faults
}

pub(super) async fn does(db: &Db, statements: &[&'static str]) {
    for statement in statements {
        db.write(statement).execute().await.unwrap();
    }
}

/// A data folder of its own.
pub(super) fn papers() -> (impl Drop, Papers) {
    let (dir, path) = ground::db::testing::folder();
    (dir, Papers::of(&path))
}
