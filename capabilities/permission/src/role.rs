//! The roles a person can have, in a party or with the municipality.

/// A role. The last two are with the municipality itself, the others with a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    Guide,
    Volunteer,
    Coordinator,
    Professional,
    CommunityWorker,
    KeyFigure,
    Manager,
    PrivacyOfficer,
}

impl Role {
    pub const ALL: [Self; 8] = [
        Self::Guide,
        Self::Volunteer,
        Self::Coordinator,
        Self::Professional,
        Self::CommunityWorker,
        Self::KeyFigure,
        Self::Manager,
        Self::PrivacyOfficer,
    ];

    /// The word in the database, in forms and in the policies.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Volunteer => "volunteer",
            Self::Coordinator => "coordinator",
            Self::Professional => "professional",
            Self::CommunityWorker => "community-worker",
            Self::KeyFigure => "key-figure",
            Self::Manager => "manager",
            Self::PrivacyOfficer => "privacy-officer",
        }
    }

    /// Nothing but the exact word: a role that is spelled otherwise is no role.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// With the municipality itself, so without a party.
    #[must_use]
    pub const fn is_municipal(self) -> bool {
        matches!(self, Self::Manager | Self::PrivacyOfficer)
    }
}
