//! Where a text about a question is typed: what stands there is kept on the server until it is sent.

pub(crate) mod pages;

use directory::party::Party;
use ground::id::Id;

use crate::question::{Question, To};
use crate::story::{STORY, Says, Step};

/// In a new question to the neighbourhood or a party, or in the box of one step on a question: one box is not another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Neighbourhood,
    Party(Id<Party>),
    Step(Id<Question>, Step),
}

impl Place {
    /// Where a question to these is typed.
    pub(crate) const fn of(to: To) -> Self {
        match to {
            To::Neighbourhood(_) => Self::Neighbourhood,
            To::Party(side) => Self::Party(side.party),
        }
    }

    /// Every box on the page of a question, whoever types in it: who gave it back still reads what was typed.
    pub(crate) fn all_of(question: Id<Question>) -> Vec<Self> {
        let with_words = Step::ALL.into_iter().filter(|step| has_box(*step));
        with_words.map(|step| Self::Step(question, step)).collect()
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word.split_once(':')? {
            ("vraag", "buurt") => Some(Self::Neighbourhood),
            ("vraag", party) => Id::parse(party).map(Self::Party),
            ("stap", rest) => {
                let (question, step) = rest.split_once(':')?;
                let step = Step::parse(step).filter(|step| has_box(*step))?;
                Id::parse(question).map(|question| Self::Step(question, step))
            }
            _ => None,
        }
    }

    /// The page on which it is typed.
    pub(crate) fn page(&self) -> String {
        match self {
            Self::Neighbourhood => "/vraag/nieuw?aan=buurt".to_owned(),
            Self::Party(party) => format!("/vraag/nieuw?aan={party}"),
            Self::Step(question, _) => format!("/vraag/{question}"),
        }
    }
}

/// Whether words go with a step on a question that is there.
const fn has_box(step: Step) -> bool {
    !matches!((step, step.says()), (Step::Ask, _) | (_, Says::Nothing))
}

impl Question {
    /// The box of a step that somebody of this party takes, in whatever state the question is: who types while the ball
    /// moves loses nothing.
    pub(crate) fn box_of(&self, party: Id<Party>, step: Step) -> Option<Place> {
        let who = self.who(party.uuid())?;
        let takes = STORY.iter().any(|line| line.who == who && line.step == step);
        (takes && has_box(step)).then_some(Place::Step(self.id, step))
    }
}

impl exchange::draft::Place for Place {
    fn word(&self) -> String {
        match self {
            Self::Neighbourhood => "vraag:buurt".to_owned(),
            Self::Party(party) => format!("vraag:{party}"),
            Self::Step(question, step) => format!("stap:{question}:{}", step.word()),
        }
    }

    fn kept_at(&self) -> String {
        "/vraag/concept".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use exchange::draft::Place as _;

    use super::Place;

    #[test]
    fn a_place_is_what_it_was_and_anything_else_is_none() {
        for word in [
            "vraag:buurt",
            "vraag:019aa000-0000-7000-8000-000000000011",
            "stap:019aa000-0000-7000-8000-000000000e01:answer",
            "stap:019aa000-0000-7000-8000-000000000e01:ask-back",
        ] {
            assert_eq!(Place::parse(word).unwrap().word(), word);
        }
        for no in [
            "",
            "vraag",
            "vraag:",
            "vraag://elders.voorbeeld",
            "stap:buurt",
            "stap:buurt:answer",
            "stap:019aa000-0000-7000-8000-000000000e01:ask",
            "stap:019aa000-0000-7000-8000-000000000e01:withdraw",
            "weg:buurt",
        ] {
            assert_eq!(Place::parse(no), None, "{no}");
        }
    }
}
