//! What concerns safety is a line in the log, in words of ours.
//!
//! By which way somebody came in or stayed out, and what the rules stopped; never by whom, from where, or about which
//! thing. What each word means stands in docs/security.md.

use ground::trouble::Trouble;

/// By what somebody comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Passkey,
    /// An account of the municipality.
    Account,
    Invitation,
    /// With the help of two colleagues.
    Recovery,
    /// In the demo.
    OneClick,
    /// The key of this installation.
    Operator,
}

impl Way {
    pub const ALL: [Self; 6] =
        [Self::Passkey, Self::Account, Self::Invitation, Self::Recovery, Self::OneClick, Self::Operator];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::Account => "account",
            Self::Invitation => "invitation",
            Self::Recovery => "recovery",
            Self::OneClick => "one-click",
            Self::Operator => "operator",
        }
    }
}

/// Somebody came in, or showed once more who it is.
pub fn came_in(way: Way) {
    tracing::info!(way = way.word(), "signed in");
}

/// Somebody did not come in. `why` is a word of ours.
pub fn stayed_out(way: Way, why: &'static str) {
    tracing::info!(way = way.word(), why, "not signed in");
}

/// Somebody left.
pub fn went_out() {
    tracing::info!("signed out");
}

/// What no page of ours leads to: somebody tries to get around the rules, or something is set up wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// A form that another site sent.
    ForeignForm,
    /// A form without the proof of its session.
    UnprovedForm,
    /// A form without the key that each page draws.
    KeylessForm,
    /// A form that is none.
    UnreadableForm,
    /// A link as they stand in mails that leads to nothing: forged, or over for so long that nobody knows it.
    UnknownLink,
    /// More often than the limits allow.
    TooOften,
}

impl Stopped {
    pub const ALL: [Self; 6] = [
        Self::ForeignForm,
        Self::UnprovedForm,
        Self::KeylessForm,
        Self::UnreadableForm,
        Self::UnknownLink,
        Self::TooOften,
    ];

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ForeignForm => "foreign-form",
            Self::UnprovedForm => "unproved-form",
            Self::KeylessForm => "keyless-form",
            Self::UnreadableForm => "unreadable-form",
            Self::UnknownLink => "unknown-link",
            Self::TooOften => "too-often",
        }
    }
}

/// The rules stopped something.
pub fn stopped(what: Stopped) {
    tracing::info!(what = what.word(), "stopped");
}

/// What a form hears that has no field for the proof of its session.
#[must_use]
pub fn unproved() -> Trouble {
    stopped(Stopped::UnprovedForm);
    Trouble::NotAllowed
}
