//! People of a small town: what they may, and what they may not.

use uuid::Uuid;

use crate::{Object, Principal, Role, decide, grant};

const TOWN: i64 = 1;
const BUURTHUIS: Uuid = Uuid::from_u128(0xA);
const WIJKTEAM: Uuid = Uuid::from_u128(0xB);
const FATMA: Uuid = Uuid::from_u128(0x51);
const JAN: Uuid = Uuid::from_u128(0x52);

fn member(person: Uuid, role: Role, party: Option<Uuid>) -> Principal {
    Principal::Member { municipality: TOWN, person, membership: person, role, party }
}

fn party(party: Uuid, has_coordinator: bool) -> Object {
    Object::Party { municipality: TOWN, party, has_coordinator }
}

fn membership(person: Uuid, role: Role, party: Option<Uuid>) -> Object {
    Object::Membership { municipality: TOWN, membership: person, person, role, party, has_coordinator: true }
}

fn invitation(role: Role, party: Option<Uuid>) -> Object {
    Object::Invitation { municipality: TOWN, party, role, has_coordinator: true }
}

fn may(principal: &Principal, action: &str, object: &Object) -> bool {
    decide(principal, action, object).is_allowed()
}

#[test]
fn a_volunteer_keeps_the_opening_hours_of_her_own_party_and_of_no_other() {
    let fatma = member(FATMA, Role::Volunteer, Some(BUURTHUIS));
    assert!(may(&fatma, "place.change", &party(BUURTHUIS, true)));
    assert!(!may(&fatma, "place.change", &party(WIJKTEAM, true)));
    assert!(!may(&fatma, "place.read", &party(WIJKTEAM, false)));
    assert!(!may(&fatma, "party.leave", &party(BUURTHUIS, true)));
    // Where nobody coordinates, anyone of it may say that it wants to go.
    assert!(may(&fatma, "party.leave", &party(BUURTHUIS, false)));
    assert!(!may(&fatma, "party.leave", &party(WIJKTEAM, false)));
    assert!(!may(&fatma, "party.remove", &party(BUURTHUIS, false)));
}

#[test]
fn a_coordinator_invites_for_her_own_party_and_makes_nobody_an_official() {
    let fatma = member(FATMA, Role::Coordinator, Some(BUURTHUIS));
    assert!(may(&fatma, "invitation.make", &invitation(Role::Volunteer, Some(BUURTHUIS))));
    assert!(!may(&fatma, "invitation.make", &invitation(Role::Volunteer, Some(WIJKTEAM))));
    assert!(!may(&fatma, "invitation.make", &invitation(Role::Manager, None)));
    assert!(!may(&fatma, "invitation.make", &invitation(Role::Manager, Some(BUURTHUIS))));
    assert!(may(&fatma, "membership.role", &membership(JAN, Role::Guide, Some(BUURTHUIS))));
    assert!(!may(&fatma, "membership.role", &membership(JAN, Role::PrivacyOfficer, Some(BUURTHUIS))));
    assert!(!may(&fatma, "membership.role", &membership(JAN, Role::Guide, Some(WIJKTEAM))));
}

#[test]
fn the_manager_steps_back_where_a_party_has_a_coordinator() {
    let jan = member(JAN, Role::Manager, None);
    assert!(may(&jan, "offer.change", &party(BUURTHUIS, false)));
    assert!(!may(&jan, "offer.change", &party(BUURTHUIS, true)));
    assert!(!may(&jan, "membership.list", &party(BUURTHUIS, true)));
    assert!(!may(&jan, "membership.end", &membership(FATMA, Role::Guide, Some(BUURTHUIS))));
    assert!(may(&jan, "membership.end", &membership(FATMA, Role::PrivacyOfficer, None)));
    assert!(may(&jan, "invitation.make", &invitation(Role::Coordinator, Some(BUURTHUIS))));
}

#[test]
fn the_operator_lets_the_first_official_in_and_sees_no_people() {
    let operator = Principal::Operator { municipality: TOWN };
    assert!(may(&operator, "invitation.make", &invitation(Role::Manager, None)));
    assert!(!may(&operator, "invitation.make", &invitation(Role::Coordinator, Some(BUURTHUIS))));
    assert!(may(&operator, "import.apply", &Object::Municipality { municipality: TOWN }));
    assert!(!may(&operator, "party.change", &party(BUURTHUIS, false)));
    assert!(!may(&operator, "membership.list", &Object::Municipality { municipality: TOWN }));
    assert!(!may(&operator, "trail.read", &Object::Trail { municipality: TOWN }));
}

#[test]
fn the_privacy_officer_reads_the_trail_and_no_content() {
    let jan = member(JAN, Role::PrivacyOfficer, None);
    assert!(may(&jan, "trail.read", &Object::Trail { municipality: TOWN }));
    assert!(may(&jan, "policies.read", &Object::Municipality { municipality: TOWN }));
    assert!(!may(&jan, "desk.read", &Object::Municipality { municipality: TOWN }));
    assert!(!may(&jan, "party.read", &party(BUURTHUIS, false)));
}

#[test]
fn nobody_confirms_for_herself_that_she_lost_her_key() {
    let lost = |party| Object::Recovery { municipality: TOWN, party, person: FATMA, small: false };
    let of_few = Object::Recovery { municipality: TOWN, party: Some(BUURTHUIS), person: FATMA, small: true };
    assert!(!may(&member(FATMA, Role::Guide, Some(BUURTHUIS)), "recovery.confirm", &lost(Some(BUURTHUIS))));
    assert!(may(&member(JAN, Role::Guide, Some(BUURTHUIS)), "recovery.confirm", &lost(Some(BUURTHUIS))));
    assert!(!may(&member(JAN, Role::Guide, Some(WIJKTEAM)), "recovery.confirm", &lost(Some(BUURTHUIS))));
    assert!(may(&member(JAN, Role::Manager, None), "recovery.confirm", &lost(None)));
    assert!(!may(&member(JAN, Role::Manager, None), "recovery.confirm", &lost(Some(BUURTHUIS))));
    assert!(may(&member(JAN, Role::Manager, None), "recovery.confirm", &of_few));
    assert!(!may(&member(JAN, Role::PrivacyOfficer, None), "recovery.confirm", &of_few));
    assert!(!may(&member(FATMA, Role::Manager, None), "recovery.confirm", &lost(None)));
}

#[test]
fn a_question_is_between_two_parties_unless_the_neighbourhood_is_asked() {
    let asked = |asked, open| {
        let question = Uuid::from_u128(0x9);
        Object::Question { municipality: TOWN, question, asker: BUURTHUIS, asked, open }
    };
    let guide = member(FATMA, Role::Guide, Some(BUURTHUIS));
    let professional = member(JAN, Role::Professional, Some(WIJKTEAM));
    let to_the_team = asked(Some(WIJKTEAM), false);
    assert!(may(&guide, "question.read", &to_the_team) && may(&guide, "question.keep", &to_the_team));
    assert!(!may(&guide, "question.answer", &to_the_team));
    assert!(may(&professional, "question.answer", &to_the_team));
    assert!(!may(&professional, "question.keep", &to_the_team));
    let to_somebody_else = asked(Some(Uuid::from_u128(0xC)), false);
    assert!(!may(&professional, "question.read", &to_somebody_else));
    let to_all = asked(None, true);
    assert!(may(&professional, "question.read", &to_all) && may(&professional, "question.take", &to_all));
    assert!(!may(&guide, "question.take", &to_all), "nobody takes the own question");
    assert!(!may(&professional, "question.answer", &to_all), "first it is taken");
    assert!(!may(&member(JAN, Role::Manager, None), "question.read", &to_all));
}

#[test]
fn a_handover_is_between_two_parties_and_nobody_else() {
    let handover = |giver, receiver| {
        let handover = Uuid::from_u128(0x9);
        Object::Handover { municipality: TOWN, handover, giver, receiver }
    };
    let guide = member(FATMA, Role::Guide, Some(BUURTHUIS));
    let professional = member(JAN, Role::Professional, Some(WIJKTEAM));
    let warm = handover(BUURTHUIS, WIJKTEAM);
    assert!(may(&guide, "handover.give", &warm) && !may(&guide, "handover.receive", &warm));
    assert!(may(&professional, "handover.receive", &warm) && !may(&professional, "handover.give", &warm));
    assert!(may(&guide, "handover.step", &warm) && may(&professional, "handover.step", &warm));
    let of_others = handover(Uuid::from_u128(0xC), WIJKTEAM);
    assert!(!may(&guide, "handover.read", &of_others));
    assert!(!may(&member(JAN, Role::Manager, None), "handover.read", &warm));
}

#[test]
fn anyone_stops_and_sees_only_ones_own_keys() {
    let fatma = member(FATMA, Role::KeyFigure, Some(BUURTHUIS));
    assert!(may(&fatma, "membership.end", &membership(FATMA, Role::KeyFigure, Some(BUURTHUIS))));
    assert!(!may(&fatma, "membership.end", &membership(JAN, Role::KeyFigure, Some(BUURTHUIS))));
    assert!(may(&fatma, "passkey.remove", &Object::Person { municipality: TOWN, person: FATMA }));
    assert!(!may(&fatma, "passkey.list", &Object::Person { municipality: TOWN, person: JAN }));
}

#[test]
fn the_same_ids_in_another_town_open_nothing() {
    let elsewhere = |party| Object::Party { municipality: 2, party, has_coordinator: false };
    assert!(!may(&member(FATMA, Role::Coordinator, Some(BUURTHUIS)), "party.read", &elsewhere(BUURTHUIS)));
    assert!(!may(&member(JAN, Role::Manager, None), "party.read", &elsewhere(BUURTHUIS)));
    let fatma = member(FATMA, Role::Guide, Some(BUURTHUIS));
    assert!(!may(&fatma, "me.read", &Object::Person { municipality: 2, person: FATMA }));
}

#[test]
fn who_is_granted_something_is_granted_that_one_thing_there() {
    let fatma = member(FATMA, Role::Guide, Some(BUURTHUIS));
    let granted = grant(&fatma, "party.change", &party(BUURTHUIS, true)).unwrap();
    assert_eq!((granted.action(), granted.municipality()), ("party.change", TOWN));
    assert!(grant(&fatma, "party.change", &party(WIJKTEAM, true)).is_none());
    assert!(grant(&Principal::Stranger, "party.change", &party(BUURTHUIS, true)).is_none());
}
