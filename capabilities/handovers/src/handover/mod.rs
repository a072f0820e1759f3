//! One handover: between which parties, about what, what the guide does, and how it stands.

mod acts;
mod agreed;
pub mod code;
mod contact;
mod does;
mod draw;
mod offer;
pub mod offering;
pub mod pages;
mod stepping;
pub mod store;
pub(crate) mod taps;
pub mod told;
mod view;

use access::Object;
use directory::area::AreaCode;
use directory::party::Party;
use directory::theme::Theme;
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use people::person::Person;

use crate::story::{self, Ball, State, Step, Who};

pub(crate) use agreed::soonest;
pub use code::CodeWord;
pub use does::Does;
pub use exchange::{NotNameless, Said, Side};
pub use offer::{NotOffered, offer};
pub(crate) use stepping::by_itself;
pub use stepping::{Reworded, Stepped, Wish, another_word, step};
pub use terms::Term;

#[derive(Clone, Debug)]
pub struct Handover {
    pub id: Id<Handover>,
    /// Whose person is the guide.
    pub giver: Side,
    pub receiver: Side,
    pub theme: Theme,
    /// None: the whole municipality.
    pub area: Option<AreaCode>,
    pub code_word: CodeWord,
    /// What the guide does, one or more.
    pub does: Vec<Does>,
    pub state: State,
    /// Grows with each step of somebody: of two who act at once one is first.
    pub version: i32,
    /// Grows with each term: what is said about a term is said once.
    pub turn: i32,
    pub offered_at: Moment,
    /// Since when the ball is where it is.
    pub since: Moment,
    /// None while no term runs.
    pub term: Option<Term>,
    pub first_date: Option<Day>,
    pub stay_until: Option<Day>,
    pub closed_at: Option<Moment>,
}

impl Handover {
    /// As the policies know it.
    #[must_use]
    pub fn object(&self, here: Municipality) -> Object {
        Object::Handover {
            municipality: here.0.into(),
            handover: self.id.uuid(),
            giver: self.giver.party.uuid(),
            receiver: self.receiver.party.uuid(),
        }
    }

    /// On which side a party stands; None when it is neither.
    #[must_use]
    pub fn who(&self, party: Id<Party>) -> Option<Who> {
        if self.giver.party == party {
            Some(Who::Giver)
        } else {
            (self.receiver.party == party).then_some(Who::Receiver)
        }
    }

    #[must_use]
    pub const fn side(&self, who: Who) -> Option<Side> {
        match who {
            Who::Giver => Some(self.giver),
            Who::Receiver => Some(self.receiver),
            Who::Clock => None,
        }
    }

    /// Whether this party has to do the next thing.
    #[must_use]
    pub fn waits_for(&self, party: Id<Party>) -> bool {
        self.who(party).zip(self.state.ball()).is_some_and(|(who, ball)| ball.is_with(who))
    }

    /// Whether this very person has to do the next thing: its guide, or whoever took it over.
    #[must_use]
    pub fn waits_for_person(&self, person: Side) -> bool {
        self.waits_for(person.party) && self.who(person.party).and_then(|who| self.side(who)) == Some(person)
    }

    /// What a party may do with it now.
    #[must_use]
    pub fn possible(&self, party: Id<Party>) -> Vec<Step> {
        self.who(party).map_or_else(Vec::new, |who| story::possible(Some(self.state), who))
    }

    /// Whether this party can say how it went, and did not yet.
    #[must_use]
    pub fn can_look_back(&self, party: Id<Party>) -> bool {
        self.possible(party).contains(&Step::LookBack)
    }

    /// The party on the other side.
    #[must_use]
    pub fn other(&self, party: Id<Party>) -> Id<Party> {
        if self.giver.party == party { self.receiver.party } else { self.giver.party }
    }

    /// The word of the ball in the database.
    #[must_use]
    pub const fn ball_word(&self) -> &'static str {
        Ball::word(self.state.ball())
    }
}

/// One thing that was done, with what was said.
#[derive(Clone, Debug)]
pub struct Done {
    pub step: Step,
    pub who: Who,
    pub person: Option<Id<Person>>,
    pub words: Option<Said>,
    /// The day it is about: of the first conversation, or until when the guide stays.
    pub day: Option<Day>,
    /// How it went, for who looks back.
    pub went: Option<Went>,
    pub at: Moment,
}

/// How a handover went, as one side sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    Well,
    Fairly,
    NotWell,
}

impl Went {
    pub const ALL: [Self; 3] = [Self::Well, Self::Fairly, Self::NotWell];

    /// The word in the database and in forms.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Fairly => "fairly",
            Self::NotWell => "not-well",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|went| went.word() == word)
    }
}
