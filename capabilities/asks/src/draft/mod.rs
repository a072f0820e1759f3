//! What somebody is typing is kept on the server, so that a lost line, another phone or an ended session loses nothing.

pub(crate) mod pages;
pub(crate) mod store;

use directory::party::Party;
use ground::id::Id;

use crate::question::Question;

/// A text that was not sent yet; never one that tells who it is about.
pub(crate) struct Draft;

/// Where it is typed: in a new question to the neighbourhood or a party, or in a step on a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Neighbourhood,
    Party(Id<Party>),
    Step(Id<Question>),
}

impl Place {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word.split_once(':')? {
            ("vraag", "buurt") => Some(Self::Neighbourhood),
            ("vraag", party) => Id::parse(party).map(Self::Party),
            ("stap", question) => Id::parse(question).map(Self::Step),
            _ => None,
        }
    }

    /// The word in the database and in forms.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Neighbourhood => "vraag:buurt".to_owned(),
            Self::Party(party) => format!("vraag:{party}"),
            Self::Step(question) => format!("stap:{question}"),
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

#[cfg(test)]
mod tests {
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
