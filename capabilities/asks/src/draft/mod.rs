//! Where a text about a question is typed: what stands there is kept on the server until it is sent.

pub(crate) mod pages;

use directory::party::Party;
use ground::id::Id;

use crate::question::{Question, To};
use crate::story::Step::{self, Answer, Reply, Thank};

/// In a new question to the neighbourhood or a party, or in a step on a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Neighbourhood,
    Party(Id<Party>),
    Step(Id<Question>),
}

impl Place {
    /// Where a question to these is typed.
    pub(crate) const fn of(to: To) -> Self {
        match to {
            To::Neighbourhood(_) => Self::Neighbourhood,
            To::Party(side) => Self::Party(side.party),
        }
    }

    /// Whether the words of a step on a question are typed in the box that is kept: those of the usual thing to do. What
    /// else can be done has a box of its own, which is not.
    pub(crate) const fn is_of(step: Step) -> bool {
        matches!(step, Answer | Reply | Thank)
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word.split_once(':')? {
            ("vraag", "buurt") => Some(Self::Neighbourhood),
            ("vraag", party) => Id::parse(party).map(Self::Party),
            ("stap", question) => Id::parse(question).map(Self::Step),
            _ => None,
        }
    }

    /// The page on which it is typed.
    pub(crate) fn page(&self) -> String {
        match self {
            Self::Neighbourhood => "/vraag/nieuw?aan=buurt".to_owned(),
            Self::Party(party) => format!("/vraag/nieuw?aan={party}"),
            Self::Step(question) => format!("/vraag/{question}"),
        }
    }
}

impl exchange::draft::Place for Place {
    fn word(&self) -> String {
        match self {
            Self::Neighbourhood => "vraag:buurt".to_owned(),
            Self::Party(party) => format!("vraag:{party}"),
            Self::Step(question) => format!("stap:{question}"),
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
            "stap:019aa000-0000-7000-8000-000000000e01",
        ] {
            assert_eq!(Place::parse(word).unwrap().word(), word);
        }
        for no in ["", "vraag", "vraag:", "vraag://elders.voorbeeld", "stap:buurt", "weg:buurt"] {
            assert_eq!(Place::parse(no), None, "{no}");
        }
    }
}
