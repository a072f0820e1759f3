//! What comes of asking: yes, no, or a no because something is wrong with the asking itself.

/// What the policies say. It cannot be compared with `==` or `!=`, on purpose: "not denied" is not "allowed".
#[derive(Clone, Copy, Debug)]
#[must_use]
pub enum Decision {
    Allow,
    Deny,
    /// Something went wrong while deciding. It is a denial, and it was logged as an error.
    Broken,
}

impl Decision {
    /// Only a policy that allows, while no policy forbids and nothing went wrong.
    #[must_use]
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allow)
    }

    /// For tables and tests.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
            Self::Broken => "broken",
        }
    }
}

/// Proof that a policy allowed an action within a municipality. Only this crate makes one.
#[derive(Clone, Debug)]
pub struct Granted<'a> {
    action: &'a str,
    municipality: i64,
}

impl<'a> Granted<'a> {
    pub(crate) const fn new(action: &'a str, municipality: i64) -> Self {
        Self { action, municipality }
    }

    #[must_use]
    pub const fn action(&self) -> &'a str {
        self.action
    }

    #[must_use]
    pub const fn municipality(&self) -> i64 {
        self.municipality
    }
}

/// Why there was nothing to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Broke {
    /// The policies of this program cannot be used at all.
    Unreadable,
    /// No such action.
    UnknownAction,
    /// The action is never done to this kind of object, or not by this kind of principal.
    DoesNotApply,
    /// What was given does not fit the schema.
    Unfit,
    /// These policies failed. Cedar leaves a failing policy out, and a forbid that is left out would be a yes.
    Failed(Vec<String>),
}

impl Broke {
    const fn word(&self) -> &'static str {
        match self {
            Self::Unreadable => "the policies cannot be read",
            Self::UnknownAction => "there is no such action",
            Self::DoesNotApply => "the action does not apply to this kind of object",
            Self::Unfit => "what was asked about does not fit the schema",
            Self::Failed(_) => "a policy failed",
        }
    }

    fn policies(&self) -> String {
        if let Self::Failed(policies) = self { policies.join(" ") } else { String::new() }
    }
}

/// The one place where "something is wrong" becomes a denial and an alarm. Never an id of a person, nor a message
/// of Cedar, which may hold one.
pub(crate) fn made(action: &str, weighed: Result<bool, Broke>) -> Decision {
    match weighed {
        Ok(true) => Decision::Allow,
        Ok(false) => Decision::Deny,
        Err(broke) => {
            tracing::error!(action, why = broke.word(), policies = broke.policies(), "permission is broken");
            Decision::Broken
        }
    }
}
