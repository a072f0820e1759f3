//! One of the two: a party, who of that party, and as what that person acts.

use access::{By, Permit, Role};
use directory::party::{self, Party};
use ground::db::Tx;
use ground::id::Id;
use ground::trouble::Answer;
use people::membership::store as memberships;
use people::person::Person;

/// A party in it, and who of that party, as long as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    pub party: Id<Party>,
    pub person: Option<Id<Person>>,
}

/// As what whoever does this acts; nothing for who acts as nobody's member.
///
/// # Errors
/// What the database answers.
pub async fn role_of(tx: &mut Tx, permit: &Permit) -> Answer<Option<Role>> {
    let By::Person { membership: Some(membership), .. } = permit.by() else { return Ok(None) };
    let found = memberships::find_in(tx, permit.municipality(), Id::from_uuid(membership)).await?;
    Ok(found.map(|membership| membership.belongs.role()))
}

/// As a contact keeps it; nothing of a party that left in the meantime: it has no world to count it in.
///
/// # Errors
/// What the database answers.
pub async fn side_of(
    tx: &mut Tx,
    permit: &Permit,
    side: Side,
    role: Option<Role>,
) -> Answer<Option<contacts::Side>> {
    let party = party::store::find_in(tx, permit.municipality(), side.party).await?;
    Ok(party.map(|party| contacts::Side {
        party: side.party,
        person: side.person,
        role,
        sphere: party.sphere,
    }))
}
