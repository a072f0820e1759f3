//! What each change of the map leaves in the trail: one line, in the transaction that makes the change.

use access::Permit;
use audit::{Actor, Line, Outcome};
use ground::db::Tx;
use ground::moment::Moment;
use ground::trouble::Answer;
use uuid::Uuid;

/// What the map is kept for.
const PURPOSE: &str = "social-map";

pub(super) async fn leave(tx: &mut Tx, permit: &Permit, which: Option<Uuid>, now: Moment) -> Answer<()> {
    let line = line(permit.action(), which);
    audit::record(tx, permit.municipality(), now, &line).await
}

fn line(action: &'static str, which: Option<Uuid>) -> Line<'static> {
    // Actions are named after what they change: `party.change`. A command may change anything.
    let (object, actor) = match action.split_once('.') {
        Some(("machine", _)) | None => ("map", Actor::Machine),
        Some((object, "answer")) => (object, Actor::Link),
        Some((object, _)) => (object, Actor::Operator),
    };
    Line {
        actor,
        membership: None,
        action,
        object,
        object_id: which,
        about: None,
        purpose: PURPOSE,
        outcome: Outcome::Done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_did_it_follows_from_what_the_permit_was_given_for() {
        let who = |action| (line(action, None).actor, line(action, None).object);
        assert_eq!(who("machine.command"), (Actor::Machine, "map"));
        assert_eq!(who("party.answer"), (Actor::Link, "party"));
        assert_eq!(who("offer.change"), (Actor::Operator, "offer"));
    }
}
