//! One contact: somebody of one party asked something of another, and whether an answer came in time.

mod follows;
pub(crate) mod store;

use access::Role;
use directory::area::AreaCode;
use directory::party::{Party, Sphere};
use directory::theme::Theme;
use ground::id::Id;
use ground::moment::Moment;
use people::person::Person;

use crate::reciprocity::quarter::Quarter;

pub use follows::Follows;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// That of the question or handover it comes from: recorded again, it is the same contact.
    pub id: Id<Contact>,
    pub kind: Kind,
    pub from: Side,
    pub to: Side,
    /// The broker, when they found each other through somebody. Nothing writes this yet: questions and handovers go
    /// from one to the other; who brings two together comes with the broker's own pages.
    pub through: Option<Id<Person>>,
    pub area: Option<AreaCode>,
    pub theme: Theme,
    pub asked_at: Moment,
    pub answered_at: Option<Moment>,
    /// Nothing while the term runs and there is no answer.
    pub in_time: Option<bool>,
}

impl Contact {
    /// Whether the numbers it would count in are shown at that moment, and stay as they are from then on.
    fn is_settled(&self, at: Moment) -> bool {
        Quarter::of(self.asked_at.day()).is_settled(at)
    }

    /// Whether it was in time, as far as that is counted: an answer that comes when the quarter is settled is told to
    /// the two, and to no number.
    fn counted(&self) -> Option<bool> {
        self.in_time.filter(|_| !self.answered_at.is_some_and(|at| self.is_settled(at)))
    }
}

/// From what it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Question,
    Handover,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Question, Self::Handover];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Handover => "handover",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One of the two that had to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    pub party: Id<Party>,
    /// Who it was, by number; nothing when the party as a whole was asked, or when nobody knows any more.
    pub person: Option<Id<Person>>,
    pub role: Option<Role>,
    /// The world the party was of then.
    pub sphere: Sphere,
}
