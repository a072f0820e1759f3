//! The same decisions by hand, in plain Rust without Cedar: the policies must agree with it in every case there is.
//!
//! It shares nothing with the policies but the types of the question. Change a policy and this changes too, by another
//! hand if there is one.

use crate::{Asked, Decision, Kind, Object, Principal, Role};

/// Every action there is, with the kinds of object it can be done to.
pub const ACTIONS: &[(&str, &[Kind])] = &[
    ("party.read", &[Kind::Party]),
    ("party.change", &[Kind::Party]),
    ("party.confirm", &[Kind::Party]),
    ("party.capacity", &[Kind::Party]),
    ("party.leave", &[Kind::Party]),
    ("party.remove", &[Kind::Party]),
    ("party.ask", &[Kind::Party]),
    ("party.put-away", &[Kind::Party]),
    ("party.show", &[Kind::Party]),
    ("party.put-back", &[Kind::Party]),
    ("party.add", &[Kind::Municipality]),
    ("party.merge", &[Kind::Municipality]),
    ("place.read", &[Kind::Party]),
    ("place.change", &[Kind::Party]),
    ("place.remove", &[Kind::Party]),
    ("contact.read", &[Kind::Party]),
    ("contact.change", &[Kind::Party]),
    ("contact.remove", &[Kind::Party]),
    ("contact.photo", &[Kind::Party]),
    ("offer.read", &[Kind::Party]),
    ("offer.add", &[Kind::Party]),
    ("offer.change", &[Kind::Party]),
    ("offer.confirm", &[Kind::Party]),
    ("offer.capacity", &[Kind::Party]),
    ("offer.remove", &[Kind::Party]),
    ("desk.read", &[Kind::Municipality]),
    ("double.read", &[Kind::Municipality]),
    ("double.two", &[Kind::Municipality]),
    ("candidate.list", &[Kind::Municipality]),
    ("candidate.accept", &[Kind::Municipality]),
    ("candidate.refuse", &[Kind::Municipality]),
    ("wish.list", &[Kind::Municipality]),
    ("wish.remove", &[Kind::Municipality]),
    ("ageing.read", &[Kind::Municipality]),
    ("ageing.set", &[Kind::Municipality]),
    ("theme.read", &[Kind::Municipality]),
    ("theme.add", &[Kind::Municipality]),
    ("theme.change", &[Kind::Municipality]),
    ("theme.order", &[Kind::Municipality]),
    ("import.read", &[Kind::Municipality]),
    ("import.stage", &[Kind::Municipality]),
    ("import.apply", &[Kind::Municipality]),
    ("import.discard", &[Kind::Municipality]),
    ("terms.read", &[Kind::Municipality]),
    ("terms.set", &[Kind::Municipality]),
    ("reciprocity.read", &[Kind::Municipality]),
    ("session.close", &[Kind::Municipality]),
    ("policies.read", &[Kind::Municipality]),
    ("membership.list", &[Kind::Municipality, Kind::Party, Kind::Membership]),
    ("membership.role", &[Kind::Membership]),
    ("membership.end", &[Kind::Membership]),
    ("invitation.make", &[Kind::Invitation]),
    ("invitation.withdraw", &[Kind::Invitation]),
    ("recovery.confirm", &[Kind::Recovery]),
    ("recovery.refuse", &[Kind::Recovery]),
    ("recovery.stop", &[Kind::Person]),
    ("me.read", &[Kind::Person]),
    ("me.rename", &[Kind::Person]),
    ("account.add", &[Kind::Person]),
    ("account.remove", &[Kind::Person]),
    ("me.leave", &[Kind::Person]),
    ("session.wait", &[Kind::Person]),
    ("membership.choose", &[Kind::Person]),
    ("session.list", &[Kind::Person]),
    ("session.end", &[Kind::Person]),
    ("passkey.list", &[Kind::Person]),
    ("passkey.add", &[Kind::Person]),
    ("passkey.remove", &[Kind::Person]),
    ("trail.own", &[Kind::Person]),
    ("contacts.read", &[Kind::Person]),
    ("contacts.erase", &[Kind::Person]),
    ("today.read", &[Kind::Person]),
    ("today.mail", &[Kind::Person]),
    ("question.ask", &[Kind::Party]),
    ("question.read", &[Kind::Question]),
    ("question.take", &[Kind::Question]),
    ("question.answer", &[Kind::Question]),
    ("question.keep", &[Kind::Question]),
    ("handover.offer", &[Kind::Party]),
    ("intake.change", &[Kind::Party]),
    ("handover.read", &[Kind::Handover]),
    ("handover.give", &[Kind::Handover]),
    ("handover.receive", &[Kind::Handover]),
    ("handover.step", &[Kind::Handover]),
    ("contacts.read", &[Kind::Person]),
    ("contacts.erase", &[Kind::Person]),
    ("trail.read", &[Kind::Trail]),
];

/// What must be decided.
pub fn expected(asked: &Asked<'_>) -> Decision {
    let Asked { principal, action, object } = *asked;
    let applies = ACTIONS
        .iter()
        .find(|(word, _)| *word == action)
        .is_some_and(|(_, kinds)| kinds.contains(&object.kind()));
    if !applies {
        return Decision::Broken;
    }
    let yes = match principal {
        Principal::Stranger => false,
        Principal::Operator { municipality } => {
            *municipality == object.municipality() && operator(action, object)
        }
        Principal::Newcomer { municipality, person } => {
            *municipality == object.municipality() && newcomer(*person, action, object)
        }
        Principal::Member { municipality, .. } => {
            *municipality == object.municipality() && sound(object) && member(principal, action, object)
        }
    };
    if yes { Decision::Allow } else { Decision::Deny }
}

/// Whose role and party belong together.
fn sound(object: &Object) -> bool {
    match object {
        Object::Membership { role, party, .. } | Object::Invitation { role, party, .. } => {
            party.is_none() == official(*role)
        }
        _ => true,
    }
}

fn official(role: Role) -> bool {
    match role {
        Role::Manager | Role::PrivacyOfficer => true,
        Role::Guide
        | Role::Volunteer
        | Role::Coordinator
        | Role::Professional
        | Role::CommunityWorker
        | Role::KeyFigure => false,
    }
}

fn operator(action: &str, object: &Object) -> bool {
    match action {
        "desk.read" | "session.close" => true,
        "import.read" | "import.stage" | "import.apply" | "import.discard" => true,
        "invitation.make" | "invitation.withdraw" => {
            matches!(
                object,
                Object::Invitation { party: None, role: Role::Manager | Role::PrivacyOfficer, .. }
            )
        }
        _ => false,
    }
}

fn newcomer(me: uuid::Uuid, action: &str, object: &Object) -> bool {
    let mine = matches!(object, Object::Person { person, .. } if *person == me);
    let for_members = [
        "passkey.remove",
        "account.remove",
        "recovery.stop",
        "trail.own",
        "today.read",
        "today.mail",
        "contacts.read",
        "contacts.erase",
    ];
    mine && !for_members.contains(&action)
}

fn member(principal: &Principal, action: &str, object: &Object) -> bool {
    let Principal::Member { person, role, party, .. } = principal else { return false };
    if own(*person, action, object) {
        return party.is_some() != official(*role);
    }
    match (role, party) {
        (Role::Manager, None) => manager(*person, action, object),
        (Role::PrivacyOfficer, None) => match (action, object) {
            ("trail.read" | "policies.read" | "reciprocity.read", _) => true,
            ("recovery.confirm" | "recovery.refuse", Object::Recovery { party: None, person: lost, .. }) => {
                lost != person
            }
            _ => false,
        },
        (Role::Manager | Role::PrivacyOfficer, Some(_)) => false,
        (_, None) => false,
        (role, Some(party)) => in_party(*person, *role, *party, action, object),
    }
}

/// What concerns only oneself.
fn own(me: uuid::Uuid, action: &str, object: &Object) -> bool {
    match object {
        Object::Person { person, .. } => *person == me,
        Object::Membership { person, .. } => action == "membership.end" && *person == me,
        _ => false,
    }
}

fn in_party(me: uuid::Uuid, role: Role, mine: uuid::Uuid, action: &str, object: &Object) -> bool {
    let leads = role == Role::Coordinator;
    match object {
        Object::Party { party, has_coordinator, .. } if *party == mine => match action {
            "party.ask" | "party.put-away" | "party.show" | "party.put-back" | "party.remove" => false,
            "party.leave" => leads || !has_coordinator,
            _ => true,
        },
        Object::Municipality { .. } => action == "reciprocity.read",
        Object::Membership { party, .. } if *party == Some(mine) => leads || action == "membership.list",
        Object::Invitation { party, .. } if *party == Some(mine) => leads,
        Object::Recovery { party, person, .. } if *party == Some(mine) => *person != me,
        Object::Question { asker, asked, open, .. } => match action {
            "question.read" => *open || *asker == mine || *asked == Some(mine),
            "question.take" => *open && *asker != mine,
            "question.answer" => *asked == Some(mine),
            "question.keep" => *asker == mine,
            _ => false,
        },
        Object::Handover { giver, receiver, .. } => match action {
            "handover.give" => *giver == mine,
            "handover.receive" => *receiver == mine,
            _ => [*giver, *receiver].contains(&mine),
        },
        _ => false,
    }
}

fn manager(me: uuid::Uuid, action: &str, object: &Object) -> bool {
    match object {
        Object::Municipality { .. } => !matches!(action, "session.close" | "policies.read"),
        Object::Party { has_coordinator, .. } => match action {
            "party.ask" | "party.put-away" | "party.show" | "party.put-back" => true,
            "question.ask" | "handover.offer" | "intake.change" | "party.leave" => false,
            _ => !has_coordinator,
        },
        Object::Membership { party, has_coordinator, .. } => party.is_none() || !has_coordinator,
        Object::Invitation { .. } => true,
        Object::Recovery { party, person, small, .. } => (party.is_none() || *small) && *person != me,
        Object::Person { .. } | Object::Trail { .. } | Object::Question { .. } | Object::Handover { .. } => {
            false
        }
    }
}
