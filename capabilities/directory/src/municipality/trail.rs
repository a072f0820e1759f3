//! What each change of the map, and each look at who asks to be on it, leaves in the trail: one line, in the same transaction.

use access::Permit;
use audit::{Line, Outcome};
use ground::db::Tx;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

/// What the map is kept for.
const PURPOSE: &str = "social-map";

pub(crate) async fn leave(tx: &mut Tx, permit: &Permit, which: Option<Uuid>, now: Moment) -> Answer<()> {
    audit::record(tx, permit.municipality(), now, &line(permit, which)).await
}

/// As [`leave`], of a thing that hangs on a party, or hung on it until just now.
pub(crate) async fn leave_of(
    tx: &mut Tx,
    permit: &Permit,
    (thing, party): (Uuid, Uuid),
    now: Moment,
) -> Answer<()> {
    let line = Line { party: Some(party), ..line(permit, Some(thing)) };
    audit::record(tx, permit.municipality(), now, &line).await
}

/// As [`leave`], of a party, where the permit's action says less than what was done, or is named after something else.
pub(crate) async fn leave_party(
    tx: &mut Tx,
    permit: &Permit,
    (action, party): (&'static str, Uuid),
    now: Moment,
) -> Answer<()> {
    let line = Line { action, object: "party", ..line(permit, Some(party)) };
    audit::record(tx, permit.municipality(), now, &line).await
}

/// As [`leave`], of what was asked for and not done.
pub(crate) async fn refused(tx: &mut Tx, permit: &Permit, which: Uuid, now: Moment) -> Answer<()> {
    let line = Line { outcome: Outcome::Refused, ..line(permit, Some(which)) };
    audit::record(tx, permit.municipality(), now, &line).await
}

fn line(permit: &Permit, which: Option<Uuid>) -> Line<'static> {
    let (actor, membership) = permit.actor();
    // Actions are named after what they change: `party.change`. A command may change anything.
    let object = match permit.action().split_once('.') {
        Some(("machine", _)) | None => "map",
        Some((object, _)) => object,
    };
    Line {
        actor,
        membership,
        action: permit.action(),
        object,
        object_id: which,
        about: None,
        party: None,
        purpose: PURPOSE,
        outcome: Outcome::Done,
    }
}

#[cfg(test)]
mod tests {
    use audit::Actor;
    use ground::id::Municipality;

    use super::*;

    #[test]
    fn who_did_it_follows_from_whom_the_permit_was_given_to() {
        let who = |permit: &Permit| (line(permit, None).actor, line(permit, None).object);
        let here = Municipality(363);
        assert_eq!(who(&Permit::at_the_machine(here)), (Actor::Machine, "map"));
        assert_eq!(who(&Permit::the_party_answers(here)), (Actor::Link, "party"));
    }
}
