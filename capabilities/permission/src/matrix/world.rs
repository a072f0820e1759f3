//! A small world with everything in it that makes a difference: two municipalities, two parties, three persons.

use uuid::Uuid;

use crate::{Kind, Object, Principal, Role};

/// The second has parties and persons with the very ids of the first: an id alone must not open anything.
const MUNICIPALITIES: [i64; 2] = [1, 2];
const PARTIES: [Uuid; 2] = [Uuid::from_u128(0xA), Uuid::from_u128(0xB)];
const PERSONS: [Uuid; 3] = [Uuid::from_u128(0x51), Uuid::from_u128(0x52), Uuid::from_u128(0x53)];

/// Strangers, operators, newcomers, and members with each role in each party and in none, also where that does not fit.
pub(crate) fn principals() -> Vec<Principal> {
    let mut all = vec![Principal::Stranger];
    for municipality in MUNICIPALITIES {
        all.push(Principal::Operator { municipality });
        for person in [PERSONS[0], PERSONS[1]] {
            all.push(Principal::Newcomer { municipality, person });
        }
        for (party, role) in parties_and_roles() {
            for person in [PERSONS[0], PERSONS[1]] {
                let membership = membership_of(person, party, role);
                all.push(Principal::Member { municipality, person, membership, role, party });
            }
        }
    }
    all
}

/// Objects of these kinds, in all their states.
pub(crate) fn objects(kinds: &[Kind]) -> Vec<Object> {
    MUNICIPALITIES
        .into_iter()
        .flat_map(|town| kinds.iter().flat_map(move |kind| of_kind(*kind, town)))
        .collect()
}

fn of_kind(kind: Kind, municipality: i64) -> Vec<Object> {
    let states = || [false, true].into_iter();
    match kind {
        Kind::Municipality => vec![Object::Municipality { municipality }],
        Kind::Trail => vec![Object::Trail { municipality }],
        Kind::Person => PERSONS.map(|person| Object::Person { municipality, person }).into(),
        Kind::Party => states()
            .flat_map(|has_coordinator| {
                PARTIES.map(|party| Object::Party { municipality, party, has_coordinator })
            })
            .collect(),
        Kind::Question => states()
            .flat_map(|open| {
                PARTIES.into_iter().flat_map(move |asker| {
                    parties().map(move |asked| Object::Question {
                        municipality,
                        question: Uuid::from_u128(0x9),
                        asker,
                        asked,
                        open,
                    })
                })
            })
            .collect(),
        Kind::Handover => PARTIES
            .into_iter()
            .flat_map(|giver| {
                PARTIES.map(|receiver| Object::Handover {
                    municipality,
                    handover: Uuid::from_u128(0x9),
                    giver,
                    receiver,
                })
            })
            .collect(),
        Kind::Recovery => states()
            .flat_map(|small| {
                parties().flat_map(move |party| {
                    PERSONS.map(|person| Object::Recovery { municipality, party, person, small })
                })
            })
            .collect(),
        Kind::Invitation => states()
            .flat_map(|has_coordinator| {
                parties_and_roles().map(move |(party, role)| Object::Invitation {
                    municipality,
                    party,
                    role,
                    has_coordinator,
                })
            })
            .collect(),
        Kind::Membership => states()
            .flat_map(|has_coordinator| {
                parties_and_roles().flat_map(move |(party, role)| {
                    [PERSONS[0], PERSONS[2]].map(|person| Object::Membership {
                        municipality,
                        membership: membership_of(person, party, role),
                        person,
                        role,
                        party,
                        has_coordinator,
                    })
                })
            })
            .collect(),
    }
}

fn parties() -> impl Iterator<Item = Option<Uuid>> {
    [None, Some(PARTIES[0]), Some(PARTIES[1])].into_iter()
}

fn parties_and_roles() -> impl Iterator<Item = (Option<Uuid>, Role)> {
    parties().flat_map(|party| Role::ALL.map(|role| (party, role)))
}

/// So that the membership somebody acts as is also among those that are acted upon.
fn membership_of(person: Uuid, party: Option<Uuid>, role: Role) -> Uuid {
    let party = party.map_or(0, |party| party.as_u128());
    Uuid::from_u128(person.as_u128() << 64 | party << 32 | role as u128)
}
