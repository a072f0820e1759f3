//! Who is asking, and about what: every kind of somebody, every relation, every state of the thing.

use std::fmt;

use access::Role;

/// One of the three parties of the town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// It has a coordinator.
    Kept,
    /// It has one too.
    Other,
    /// Nobody coordinates it.
    Bare,
}

pub const SPOTS: [Spot; 3] = [Spot::Kept, Spot::Other, Spot::Bare];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Stranger,
    /// Whoever has the key of the installation.
    Operator,
    /// Came in by an invitation, and has no key yet.
    Newcomer,
    Member(Role, Option<Spot>),
    /// A volunteer of [`Spot::Bare`] who coordinates [`Spot::Other`] as well, and acts as the first now.
    Twofold,
}

const ROLES: [Role; 6] = [
    Role::Coordinator,
    Role::Volunteer,
    Role::Guide,
    Role::KeyFigure,
    Role::Professional,
    Role::CommunityWorker,
];

impl Who {
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::Stranger, Self::Operator, Self::Newcomer];
        for spot in SPOTS {
            let fits = |role: &Role| spot != Spot::Bare || *role != Role::Coordinator;
            all.extend(ROLES.into_iter().filter(fits).map(|role| Self::Member(role, Some(spot))));
        }
        all.extend([Role::Manager, Role::PrivacyOfficer].map(|role| Self::Member(role, None)));
        all.push(Self::Twofold);
        all
    }

    /// As what somebody acts: whoever has two places has, while acting as the one, nothing of the other.
    pub const fn acts(self) -> Self {
        match self {
            Self::Twofold => Self::Member(Role::Volunteer, Some(Spot::Bare)),
            one => one,
        }
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stranger => write!(f, "stranger"),
            Self::Operator => write!(f, "operator"),
            Self::Newcomer => write!(f, "newcomer"),
            Self::Member(role, None) => write!(f, "{}", role.word()),
            Self::Member(role, Some(spot)) => write!(f, "{} of {spot:?}", role.word()),
            Self::Twofold => write!(f, "volunteer of Bare who coordinates Other"),
        }
    }
}

/// What an address is about, and how that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// What the address is about is there; also when it is about nothing in particular.
    There,
    /// A question to whoever in the neighbourhood can help.
    OpenToAll,
    /// It never was.
    Nowhere,
    /// This party, or something that it has.
    Party(Spot),
    /// A party that never was.
    NoParty,
    /// A party that took itself off a moment ago.
    TakenOff,
    /// Under the address of this party something that never was.
    Missing(Spot),
    /// Under the address of this party something of another party.
    Strayed(Spot),
    /// The own membership, as which one acts.
    Mine,
    /// The own membership as which one does not act now.
    MineElsewhere,
}

impl Object {
    /// All that a route can be about.
    pub fn all(path: &str, who: Who) -> Vec<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| part.starts_with('{')).collect();
        let mut all = match parts.as_slice() {
            [] => vec![Self::There],
            ["{*rest}"] => vec![Self::Nowhere],
            ["{question}"] => vec![Self::There, Self::OpenToAll, Self::Nowhere],
            ["{party}", inside @ ..] => {
                let mut all: Vec<Self> = SPOTS.map(Self::Party).to_vec();
                all.extend([Self::NoParty, Self::TakenOff]);
                if !inside.is_empty() {
                    all.extend(SPOTS.map(Self::Missing));
                    all.extend(SPOTS.map(Self::Strayed));
                }
                all
            }
            _ => vec![Self::There, Self::Nowhere],
        };
        if let (true, Who::Member(_, spot)) = (path.ends_with("/{membership}/weg"), who.acts())
            && path.contains("{party}") == spot.is_some()
        {
            all.push(Self::Mine);
            all.extend((who == Who::Twofold).then_some(Self::MineElsewhere));
        }
        all
    }
}
