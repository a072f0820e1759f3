//! What an invitation does to somebody who is in already: a place more, another role in the same place, or nothing.

use access::{Role, Signed};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use crate::People;
use crate::membership::{Belongs, Membership, ending, store as memberships};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A place more.
    Added,
    /// The place is there, and the role it has until now goes.
    Instead(Role),
    /// The place and the role are there already.
    Nothing,
}

/// What comes of an invitation to this place, for whoever has these.
pub(super) fn change(places: &[Membership], to: Belongs) -> Change {
    let same_place = |place: &&Membership| match to.party() {
        Some(party) => place.belongs.party() == Some(party),
        None => place.belongs == to,
    };
    match places.iter().find(same_place).map(|place| place.belongs) {
        None => Change::Added,
        Some(known) if known == to => Change::Nothing,
        Some(known) => Change::Instead(known.role()),
    }
}

/// Who is in already in the browser that looks at an invitation, and what it would do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'k> {
    pub(super) name: &'k str,
    pub(super) change: Change,
    /// The links that this person gave out go with the role.
    pub(super) loses_links: bool,
    /// Nobody else coordinates the party.
    pub(super) alone: bool,
}

impl<'k> Known<'k> {
    pub(super) async fn of(
        people: &People,
        here: Municipality,
        signed: &'k Signed,
        to: Belongs,
    ) -> Answer<Self> {
        let person = Id::from_uuid(signed.person);
        let change = change(&memberships::of_person(&people.db, here, person).await?, to);
        let alone = match (change, to.party()) {
            (Change::Instead(Role::Coordinator), Some(party)) => {
                let mut tx = people.db.snapshot().await?;
                let another = memberships::coordinated_by_another(&mut tx, here, party, person).await?;
                tx.rollback().await?;
                !another
            }
            _ => false,
        };
        let loses_links = match change {
            Change::Instead(before) => ending::brings_in(before) && !ending::brings_in(to.role()),
            Change::Added | Change::Nothing => false,
        };
        Ok(Self { name: signed.name.as_str(), change, loses_links, alone })
    }
}

#[cfg(test)]
mod tests {
    use ground::moment::Moment;

    use super::*;

    const NOON: Moment = Moment::fixed(1_764_079_200_000_000);

    #[test]
    fn an_invitation_adds_a_place_or_changes_a_role_or_does_nothing() {
        let (here, there) = (Some(Id::new(NOON)), Some(Id::new(NOON)));
        let to = |role, party| Belongs::new(role, party).unwrap();
        let place = |belongs| Membership { id: Id::new(NOON), person: Id::new(NOON), belongs, since: NOON };
        let all = [to(Role::Coordinator, here), to(Role::Guide, there), to(Role::Manager, None)].map(place);
        for (role, party, comes) in [
            (Role::Coordinator, here, Change::Nothing),
            (Role::Volunteer, here, Change::Instead(Role::Coordinator)),
            (Role::Coordinator, there, Change::Instead(Role::Guide)),
            (Role::Guide, Some(Id::new(NOON)), Change::Added),
            (Role::Manager, None, Change::Nothing),
            // One can be both for the municipality.
            (Role::PrivacyOfficer, None, Change::Added),
        ] {
            assert_eq!(change(&all, to(role, party)), comes, "{role:?}");
        }
        assert_eq!(change(&[], to(Role::Guide, here)), Change::Added);
    }
}
