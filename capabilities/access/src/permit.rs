//! A permit is proof that somebody was allowed; store functions that write take one.

use audit::Actor;
use ground::id::Municipality;
use uuid::Uuid;

/// Who a route is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Anyone,
    /// Whoever holds the key of this installation.
    Operator,
    /// Whom the policies allow the action on the object of the route; for everybody else it is not there.
    Allowed,
    /// Whoever came in. What it is done to is known only inside, so the handler asks the policies itself.
    Known,
}

impl Who {
    /// The word used in the OpenAPI document and in tests.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Operator => "operator",
            Self::Allowed => "allowed",
            Self::Known => "known",
        }
    }
}

/// On whose behalf something is written; the trail keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Person {
        person: Uuid,
        membership: Option<Uuid>,
    },
    Operator,
    /// A command typed on the machine, or what the program does by itself.
    Machine,
    /// Whoever holds a single-use link.
    Link,
}

/// Permission to write within one municipality. Its fields are private: only this crate makes one.
#[derive(Clone, Debug)]
pub struct Permit {
    municipality: Municipality,
    action: &'static str,
    by: By,
}

impl Permit {
    pub(crate) const fn granted(municipality: Municipality, action: &'static str, by: By) -> Self {
        Self { municipality, action, by }
    }

    /// For a command typed on the machine itself: who can read the database file is the operator.
    #[must_use]
    pub const fn at_the_machine(municipality: Municipality) -> Self {
        Self { municipality, action: "machine.command", by: By::Machine }
    }

    /// For a party that answers the mail it was sent: who holds the single-use link speaks for that party, and for no other.
    /// The caller has found the link's token among those that still count.
    #[must_use]
    pub const fn the_party_answers(municipality: Municipality) -> Self {
        Self { municipality, action: "party.answer", by: By::Link }
    }

    /// For somebody who comes in: the link or the key was found among those that still count, and says who it is.
    #[must_use]
    pub const fn somebody_comes_in(municipality: Municipality, action: &'static str, person: Uuid) -> Self {
        Self { municipality, action, by: By::Person { person, membership: None } }
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

    /// Who was allowed.
    #[must_use]
    pub const fn by(&self) -> By {
        self.by
    }

    /// Who was allowed, and as which membership, as a line of the trail has it.
    #[must_use]
    pub const fn actor(&self) -> (Actor, Option<Uuid>) {
        match self.by {
            By::Person { person, membership } => (Actor::Person(person), membership),
            By::Operator => (Actor::Operator, None),
            By::Machine => (Actor::Machine, None),
            By::Link => (Actor::Link, None),
        }
    }
}
