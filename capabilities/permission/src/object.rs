//! What is acted upon.

use uuid::Uuid;

use crate::Role;

/// What an action is done to. Somebody who writes a route looks up which one fits with [`crate::kinds_of`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    /// The municipality as a whole: its desk, its themes, its imports; for `membership.list` its own people.
    Municipality { municipality: i64 },
    /// A party with its profile: also for its places, contacts and offers; for `membership.list` its people.
    Party { municipality: i64, party: Uuid, has_coordinator: bool },
    /// A person's own page, sessions, passkeys and own trail.
    Person { municipality: i64, person: Uuid },
    /// A membership. For `membership.role`, `role` is the role it would get. `party` is None exactly for a role
    /// of the municipality; otherwise everything is denied, so that no party's member is made an official.
    Membership {
        municipality: i64,
        membership: Uuid,
        person: Uuid,
        role: Role,
        party: Option<Uuid>,
        has_coordinator: bool,
    },
    /// An invitation, made or to be made; `party` and `role` as with a membership.
    Invitation { municipality: i64, party: Option<Uuid>, role: Role, has_coordinator: bool },
    /// Somebody (`person`) who lost every way in, in a party or (None) with the municipality.
    /// `small`: fewer than three people belong to that party.
    Recovery { municipality: i64, party: Option<Uuid>, person: Uuid, small: bool },
    /// A question from the party `asker` to the party `asked`; `open`: put to the whole neighbourhood, and then nobody
    /// is `asked` until somebody takes it.
    Question { municipality: i64, question: Uuid, asker: Uuid, asked: Option<Uuid>, open: bool },
    /// Help that changes hands between two parties.
    Handover { municipality: i64, handover: Uuid, giver: Uuid, receiver: Uuid },
    /// Who looked at what, in the whole municipality.
    Trail { municipality: i64 },
}

/// The kinds of object, named as in the schema of the policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Municipality,
    Party,
    Person,
    Membership,
    Invitation,
    Recovery,
    Trail,
    Question,
    Handover,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Municipality,
        Self::Party,
        Self::Person,
        Self::Membership,
        Self::Invitation,
        Self::Recovery,
        Self::Trail,
        Self::Question,
        Self::Handover,
    ];

    /// The name in the schema.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Municipality => "Municipality",
            Self::Party => "Party",
            Self::Person => "Person",
            Self::Membership => "Membership",
            Self::Invitation => "Invitation",
            Self::Recovery => "Recovery",
            Self::Trail => "Trail",
            Self::Question => "Question",
            Self::Handover => "Handover",
        }
    }
}

impl Object {
    /// Where it is.
    #[must_use]
    pub const fn municipality(&self) -> i64 {
        match self {
            Self::Municipality { municipality }
            | Self::Party { municipality, .. }
            | Self::Person { municipality, .. }
            | Self::Membership { municipality, .. }
            | Self::Invitation { municipality, .. }
            | Self::Recovery { municipality, .. }
            | Self::Question { municipality, .. }
            | Self::Handover { municipality, .. }
            | Self::Trail { municipality } => *municipality,
        }
    }

    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Municipality { .. } => Kind::Municipality,
            Self::Party { .. } => Kind::Party,
            Self::Person { .. } => Kind::Person,
            Self::Membership { .. } => Kind::Membership,
            Self::Invitation { .. } => Kind::Invitation,
            Self::Recovery { .. } => Kind::Recovery,
            Self::Trail { .. } => Kind::Trail,
            Self::Question { .. } => Kind::Question,
            Self::Handover { .. } => Kind::Handover,
        }
    }
}
