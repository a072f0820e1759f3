//! A permit is proof that somebody was allowed; store functions that write take one.

use ground::id::Municipality;

/// Who a route is for. Sign-in adds members and roles here; the matrix of routes grows with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Anyone,
    Operator,
}

impl Who {
    /// The word used in the OpenAPI document and in tests.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Operator => "operator",
        }
    }
}

/// Permission to write within one municipality. Its fields are private: only this crate makes one.
#[derive(Clone, Debug)]
pub struct Permit {
    municipality: Municipality,
    action: &'static str,
}

impl Permit {
    pub(crate) const fn granted(municipality: Municipality, action: &'static str) -> Self {
        Self { municipality, action }
    }

    /// For a command typed on the machine itself: who can read the database file is the operator.
    #[must_use]
    pub const fn at_the_machine(municipality: Municipality) -> Self {
        Self { municipality, action: "machine.command" }
    }

    /// For a party that answers the mail it was sent: who holds the single-use link speaks for that party, and for no other.
    /// The caller has found the link's token among those that still count.
    #[must_use]
    pub const fn the_party_answers(municipality: Municipality) -> Self {
        Self { municipality, action: "party.answer" }
    }

    /// Where it holds. A store function writes to this municipality and no other.
    #[must_use]
    pub const fn municipality(&self) -> Municipality {
        self.municipality
    }

    /// What it was given for, as the route table names it.
    #[must_use]
    pub const fn action(&self) -> &'static str {
        self.action
    }
}
