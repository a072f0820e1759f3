//! What a colleague typed, and every reason why it does not count, each with a sentence of its own.

use access::Fields;
use ui::{Lang, fl};

use super::code::Code;
use super::rules;
use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum No {
    CodeWrong,
    Unknown,
    Over,
    ClockWrong,
    Taken,
    Refused,
    /// Two colleagues did already.
    Twice,
    WhoMissing,
    Oneself,
    /// Somebody of another party.
    NotYours,
    /// A colleague said with this code that it is somebody else.
    Another,
    /// Whoever has a role for the municipality as well is helped by the municipality.
    OfTheMunicipality,
    Rule(rules::No),
}

impl No {
    /// At which field it stands.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::WhoMissing | Self::Oneself => "wie",
            _ => "code",
        }
    }

    pub(super) fn said(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Self::CodeWrong => fl!(w, "recovery-code-wrong"),
            Self::Unknown => fl!(w, "recovery-unknown"),
            Self::Over => fl!(w, "recovery-over-for-colleague"),
            Self::ClockWrong => fl!(w, "recovery-clock-for-colleague"),
            Self::Taken => fl!(w, "recovery-taken-for-colleague"),
            Self::Refused => fl!(w, "recovery-refused-for-colleague"),
            Self::Twice => fl!(w, "recovery-twice"),
            Self::WhoMissing => fl!(w, "recovery-who-missing"),
            Self::Oneself => fl!(w, "recovery-oneself"),
            Self::NotYours => fl!(w, "recovery-not-yours"),
            Self::Another => fl!(w, "recovery-another"),
            Self::OfTheMunicipality => fl!(w, "recovery-of-the-municipality"),
            Self::Rule(rules::No::Newcomer) => fl!(w, "recovery-newcomer"),
            Self::Rule(rules::No::Again) => fl!(w, "recovery-again"),
            Self::Rule(rules::No::NeedsCoordinator) => fl!(w, "recovery-needs-coordinator"),
            Self::Rule(rules::No::NeedsOwn) => fl!(w, "recovery-needs-own"),
        }
    }
}

/// The code, as it was typed.
pub(super) fn code(fields: &Fields) -> Result<Code, No> {
    Code::parse(fields.get("code")).ok_or(No::CodeWrong)
}
