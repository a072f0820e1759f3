//! One line of the trail: who, as which membership, did what, to what, about whom, what for, and whether it was done.

use uuid::Uuid;

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who signed in.
    Person(Uuid),
    /// Whoever knows the operator's token.
    Operator,
    /// A command typed on the machine, or what the program does by itself.
    Machine,
    /// A party that answers the mail it was sent.
    Link,
    /// Somebody who is not known.
    Nobody,
}

impl Actor {
    /// The word in the row.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Operator => "operator",
            Self::Machine => "machine",
            Self::Link => "link",
            Self::Nobody => "nobody",
        }
    }

    /// What stands in a row; nothing when it is none of these words, or a person without an id.
    pub(crate) fn read(word: &str, person: Option<Uuid>) -> Option<Self> {
        match (word, person) {
            ("person", Some(person)) => Some(Self::Person(person)),
            ("operator", None) => Some(Self::Operator),
            ("machine", None) => Some(Self::Machine),
            ("link", None) => Some(Self::Link),
            ("nobody", None) => Some(Self::Nobody),
            _ => None,
        }
    }

    pub(crate) const fn person(self) -> Option<Uuid> {
        if let Self::Person(person) = self { Some(person) } else { None }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Refused,
}

impl Outcome {
    /// The word in the row.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        [Self::Done, Self::Refused].into_iter().find(|outcome| outcome.word() == word)
    }
}

/// What is to be remembered. There is room for ids and words of the program, and for nothing anybody typed.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub actor: Actor,
    /// As which membership the person acted.
    pub membership: Option<Uuid>,
    /// As the route table names it: `party.change`.
    pub action: &'a str,
    /// The kind of thing: `party`.
    pub object: &'a str,
    pub object_id: Option<Uuid>,
    /// The person it concerns.
    pub about: Option<Uuid>,
    /// The party that the thing hung on just then, when the thing is no party itself: it may go, and the line stays theirs.
    pub party: Option<Uuid>,
    /// What it was done for: `social-map`.
    pub purpose: &'a str,
    pub outcome: Outcome,
}

impl Line<'_> {
    /// Action, object and purpose are words of ours. A sentence, a name or an address does not pass.
    pub(crate) fn fits(&self) -> bool {
        [self.action, self.object, self.purpose].into_iter().all(is_word)
    }
}

fn is_word(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-'))
}
