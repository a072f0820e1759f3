//! A nameless question from one party to another, or to whoever in the neighbourhood takes it.

pub mod asking;
mod contact;
mod draw;
pub mod leaving;
pub mod pages;
mod stepping;
pub(crate) mod store;
mod view;

use access::Object;
use directory::area::AreaCode;
use directory::party::Party;
use directory::theme::Theme;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use uuid::Uuid;

use crate::story::{Ball, State, Step, Who};

pub use exchange::{NotNameless, Said, Side};
pub(crate) use stepping::by_itself;
pub use stepping::{Stepped, Wish, ask, step};
pub use terms::Term;

#[derive(Clone, Debug)]
pub struct Question {
    pub id: Id<Question>,
    pub asker: Side,
    pub to: To,
    pub theme: Theme,
    /// None: the whole municipality.
    pub area: Option<AreaCode>,
    /// The language it is written in, as an ISO 639 code.
    pub language: String,
    pub text: Said,
    pub state: State,
    pub version: i32,
    pub turn: i32,
    pub asked_at: Moment,
    /// Since when the ball is where it is.
    pub since: Moment,
    /// None once nobody has to do anything. What was asked back before that had a term has none until it is answered.
    pub term: Option<Term>,
    pub closed_at: Option<Moment>,
}

/// To whom a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// A party, or one of its people.
    Party(Side),
    /// Anyone in the area: nobody yet, or whoever took it.
    Neighbourhood(Option<Side>),
}

impl To {
    /// Who answers, when somebody does.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Party(side) => Some(side),
            Self::Neighbourhood(taken) => taken,
        }
    }

    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Neighbourhood(_))
    }
}

impl Question {
    /// As the policies know it. The neighbourhood sees that somebody took it up; once it is over it is of the two alone.
    #[must_use]
    pub fn object(&self, here: Municipality) -> Object {
        self.known_as(here, self.to.is_open() && self.state.is_open())
    }

    /// As the policies knew it while it was not over: whoever could take it up then may hear that it is over now.
    #[must_use]
    pub fn object_before(&self, here: Municipality) -> Object {
        self.known_as(here, self.to.is_open())
    }

    fn known_as(&self, here: Municipality, open: bool) -> Object {
        Object::Question {
            municipality: here.0.into(),
            question: self.id.uuid(),
            asker: self.asker.party.uuid(),
            asked: self.to.side().map(|side| side.party.uuid()),
            open,
        }
    }

    /// As what a party stands to it; None when it is neither of the two and cannot take it.
    #[must_use]
    pub fn who(&self, party: Uuid) -> Option<Who> {
        let answers = self.to.side().map(|side| side.party.uuid());
        if self.asker.party.uuid() == party {
            Some(Who::Asker)
        } else if answers == Some(party) {
            Some(Who::Asked)
        } else {
            (self.to.is_open() && answers.is_none()).then_some(Who::Neighbour)
        }
    }

    /// Whether a party asks or answers it: then it reads what was said; see [`Question::told_to`].
    #[must_use]
    pub fn is_of(&self, party: Uuid) -> bool {
        matches!(self.who(party), Some(Who::Asker | Who::Asked))
    }

    /// What this party reads of what was done: the asker all of it; who answers, what came after it was last given back to
    /// the neighbourhood; everybody else what the neighbourhood sees.
    #[must_use]
    pub fn told_to(&self, party: Uuid, told: Vec<Done>) -> Vec<Done> {
        let from = match self.who(party) {
            Some(Who::Asker) => 0,
            Some(Who::Asked) => {
                told.iter().rposition(|done| done.step == Step::GiveBack).map_or(0, |at| at + 1)
            }
            _ => told.len(),
        };
        let seen =
            |(at, done): (usize, Done)| if at < from { done.for_the_neighbourhood() } else { Some(done) };
        told.into_iter().enumerate().filter_map(seen).collect()
    }

    /// Which party has the ball; None when nobody has, or the whole neighbourhood.
    #[must_use]
    pub fn ball(&self) -> Option<Id<Party>> {
        match self.state.ball()? {
            Ball::Asker => Some(self.asker.party),
            Ball::Asked => self.to.side().map(|side| side.party),
        }
    }

    /// What a party may do with it now.
    #[must_use]
    pub fn possible(&self, party: Uuid) -> Vec<Step> {
        let all = self.who(party).map_or_else(Vec::new, |who| crate::story::possible(self.state, who));
        all.into_iter().filter(|step| self.allows(*step)).collect()
    }

    /// What was put to the neighbourhood is given back to it, and declined for nobody else.
    #[must_use]
    pub const fn allows(&self, step: Step) -> bool {
        match step {
            Step::GiveBack => self.to.is_open(),
            Step::Decline => !self.to.is_open(),
            _ => true,
        }
    }
}

/// One thing that was done, with what was said.
#[derive(Clone, Debug)]
pub struct Done {
    pub step: Step,
    /// None: nobody did, a term passed.
    pub by: Option<Side>,
    pub text: Option<Said>,
    pub at: Moment,
}

impl Done {
    /// Whether the neighbourhood has it again because whoever took it up left the map: nobody gave it back.
    #[must_use]
    pub fn is_freed(&self) -> bool {
        self.step == Step::GiveBack && self.by.is_none()
    }

    /// What others in the neighbourhood see of it: that a party took the question up or gave it back, and no more.
    #[must_use]
    pub fn for_the_neighbourhood(&self) -> Option<Self> {
        let by = self.by.map(|side| Side { person: None, ..side });
        matches!(self.step, Step::Take | Step::GiveBack).then(|| Self { by, text: None, ..self.clone() })
    }
}
