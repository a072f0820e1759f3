//! Why a sign-in did not come about: each reason has its own sentence and a way forward.

/// Why not. The sentence of each is in `i18n` under [`Refused::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refused {
    /// This municipality has no sign-in of its own in the settings.
    NoProvider,
    /// The provider gives no answer, or says that it cannot now.
    Unreachable,
    /// The provider's answer is not what the standard says: too large, elsewhere, no JSON.
    NotUnderstood,
    /// The provider does not know us, our secret or what we ask for.
    NotRegistered,
    /// Who signs in pressed *cancel* at the provider.
    Cancelled,
    /// The provider could not finish: it needed something that was not given.
    NotFinished,
    /// The address somebody came back with is no answer of a provider.
    Incomplete,
    /// A sign-in of which nothing is known (any more).
    Unknown,
    /// Longer than ten minutes between going and coming back.
    TookTooLong,
    /// Began in one browser and came back in another.
    OtherBrowser,
    /// This sign-in was finished before.
    UsedAlready,
    /// The provider says that this code was used before, or is too old.
    CodeSpent,
    /// The answer comes from another provider than who was asked.
    OtherProvider,
    /// The provider's word was meant for another program.
    ForAnother,
    /// The provider's word belongs to another sign-in.
    OtherSignIn,
    /// Nobody can tell that the provider's word is the provider's.
    NotGenuine,
    /// Given in what is the future here: one of two clocks is wrong.
    FromTheFuture,
    /// Given, or ended, too long ago: one of two clocks is wrong, or it is an old one.
    LongPast,
    /// Signed in, but not as firmly as the municipality asks.
    TooWeak,
    /// The provider did not say who it is.
    Nobody,
}

/// What somebody can do now. The sentence of each is in `i18n` under [`Way::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Begin again, now.
    Again,
    /// Begin again, in a while.
    Later,
    /// Begin again, with the second step.
    SecondStep,
    /// Another way in.
    OtherWay,
    /// Tell the municipality: its settings and ours do not fit.
    TellMunicipality,
    /// Tell whoever keeps the server: a clock may be wrong.
    CheckClock,
}

impl Refused {
    pub const ALL: [Self; 20] = [
        Self::NoProvider,
        Self::Unreachable,
        Self::NotUnderstood,
        Self::NotRegistered,
        Self::Cancelled,
        Self::NotFinished,
        Self::Incomplete,
        Self::Unknown,
        Self::TookTooLong,
        Self::OtherBrowser,
        Self::UsedAlready,
        Self::CodeSpent,
        Self::OtherProvider,
        Self::ForAnother,
        Self::OtherSignIn,
        Self::NotGenuine,
        Self::FromTheFuture,
        Self::LongPast,
        Self::TooWeak,
        Self::Nobody,
    ];

    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoProvider => "provider-none",
            Self::Unreachable => "provider-unreachable",
            Self::NotUnderstood => "provider-not-understood",
            Self::NotRegistered => "provider-not-registered",
            Self::Cancelled => "provider-cancelled",
            Self::NotFinished => "provider-not-finished",
            Self::Incomplete => "provider-incomplete",
            Self::Unknown => "provider-unknown",
            Self::TookTooLong => "provider-took-too-long",
            Self::OtherBrowser => "provider-other-browser",
            Self::UsedAlready => "provider-used-already",
            Self::CodeSpent => "provider-code-spent",
            Self::OtherProvider => "provider-other-provider",
            Self::ForAnother => "provider-for-another",
            Self::OtherSignIn => "provider-other-sign-in",
            Self::NotGenuine => "provider-not-genuine",
            Self::FromTheFuture => "provider-from-the-future",
            Self::LongPast => "provider-long-past",
            Self::TooWeak => "provider-too-weak",
            Self::Nobody => "provider-nobody",
        }
    }

    #[must_use]
    pub const fn way(self) -> Way {
        match self {
            Self::NoProvider => Way::OtherWay,
            Self::Unreachable => Way::Later,
            Self::NotUnderstood
            | Self::NotRegistered
            | Self::ForAnother
            | Self::Nobody
            | Self::NotGenuine => Way::TellMunicipality,
            Self::Cancelled
            | Self::NotFinished
            | Self::Incomplete
            | Self::Unknown
            | Self::TookTooLong
            | Self::OtherBrowser
            | Self::UsedAlready
            | Self::CodeSpent
            | Self::OtherProvider
            | Self::OtherSignIn => Way::Again,
            Self::FromTheFuture | Self::LongPast => Way::CheckClock,
            Self::TooWeak => Way::SecondStep,
        }
    }

    /// Whether somebody at the machine should know: not what a visitor did, but what does not fit.
    pub(crate) const fn concerns_the_keeper(self) -> bool {
        matches!(
            self,
            Self::Unreachable
                | Self::NotUnderstood
                | Self::NotRegistered
                | Self::OtherProvider
                | Self::ForAnother
                | Self::NotGenuine
                | Self::FromTheFuture
                | Self::LongPast
                | Self::Nobody
        )
    }
}

impl Way {
    pub const ALL: [Self; 6] = [
        Self::Again,
        Self::Later,
        Self::SecondStep,
        Self::OtherWay,
        Self::TellMunicipality,
        Self::CheckClock,
    ];

    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Again => "provider-way-again",
            Self::Later => "provider-way-later",
            Self::SecondStep => "provider-way-second-step",
            Self::OtherWay => "provider-way-other",
            Self::TellMunicipality => "provider-way-tell-municipality",
            Self::CheckClock => "provider-way-check-clock",
        }
    }
}
