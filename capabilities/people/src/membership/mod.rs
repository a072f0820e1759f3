//! As what somebody belongs to a party, or to the municipality itself.

pub mod ending;
pub mod pages;
pub mod store;
mod view;

use access::Role;
use directory::party::Party;
use ground::id::Id;
use ground::moment::Moment;
use ui::{Lang, fl};

use crate::person::Person;
use crate::words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub id: Id<Membership>,
    pub person: Id<Person>,
    pub belongs: Belongs,
    pub since: Moment,
}

/// A role and where it holds; a role of the municipality has no party, every other has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belongs {
    role: Role,
    party: Option<Id<Party>>,
}

impl Belongs {
    /// `None` when the role does not fit the place.
    #[must_use]
    pub fn new(role: Role, party: Option<Id<Party>>) -> Option<Self> {
        (role.is_municipal() == party.is_none()).then_some(Self { role, party })
    }

    #[must_use]
    pub const fn role(self) -> Role {
        self.role
    }

    #[must_use]
    pub const fn party(self) -> Option<Id<Party>> {
        self.party
    }
}

/// Roles in a party, in the order in which they are shown.
pub const IN_A_PARTY: [Role; 6] = [
    Role::Coordinator,
    Role::Volunteer,
    Role::Guide,
    Role::KeyFigure,
    Role::Professional,
    Role::CommunityWorker,
];

/// Roles for the whole municipality.
pub const OF_THE_MUNICIPALITY: [Role; 2] = [Role::Manager, Role::PrivacyOfficer];

/// What a role is called on the screen.
#[must_use]
pub fn role_name(lang: Lang, role: Role) -> String {
    let w = words(lang);
    match role {
        Role::Guide => fl!(w, "role-guide"),
        Role::Volunteer => fl!(w, "role-volunteer"),
        Role::Coordinator => fl!(w, "role-coordinator"),
        Role::Professional => fl!(w, "role-professional"),
        Role::CommunityWorker => fl!(w, "role-community-worker"),
        Role::KeyFigure => fl!(w, "role-key-figure"),
        Role::Manager => fl!(w, "role-manager"),
        Role::PrivacyOfficer => fl!(w, "role-privacy-officer"),
    }
}
