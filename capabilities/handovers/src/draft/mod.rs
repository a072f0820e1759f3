//! Where a text about a handover is typed: each step with words has a box of its own, and one box is not another.

pub(crate) mod pages;

use directory::party::Party;
use ground::id::Id;

use crate::handover::Handover;
use crate::handover::pages::{Says, says};
use crate::story::{STORY, Step, Who};

/// The box of one step on one handover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) handover: Id<Handover>,
    pub(crate) step: Step,
}

impl Place {
    /// Every box of one of the two sides, in whatever state: who types while the ball moves loses nothing.
    fn all_of(handover: Id<Handover>, who: Who) -> Vec<Self> {
        let takes = |step: Step| STORY.iter().any(|line| line.who == who && line.step == step);
        let with_words = Step::ALL.into_iter().filter(|step| says(*step) != Says::Nothing);
        with_words.filter(|step| takes(*step)).map(|step| Self { handover, step }).collect()
    }
}

impl Handover {
    /// In which boxes on its page somebody of this party ever types.
    pub(crate) fn boxes(&self, party: Id<Party>) -> Vec<Place> {
        self.who(party).map_or_else(Vec::new, |who| Place::all_of(self.id, who))
    }

    /// The box of a step that somebody of this party takes, when something is said with it.
    pub(crate) fn box_of(&self, party: Id<Party>, step: Step) -> Option<Place> {
        self.boxes(party).into_iter().find(|place| place.step == step)
    }
}

impl exchange::draft::Place for Place {
    fn word(&self) -> String {
        format!("overdracht:{}:{}", self.handover, self.step.word())
    }

    fn kept_at(&self) -> String {
        format!("/overdracht/{}/concept", self.handover)
    }
}

#[cfg(test)]
mod tests {
    use ground::id::Id;

    use super::Place;
    use crate::story::Step::{Answer, Ask, Decline, LookBack, ProposeOtherwise};
    use crate::story::Who;

    #[test]
    fn each_side_has_a_box_for_what_it_can_say_and_for_nothing_else() {
        let id = Id::parse("019aa000-0000-7000-8000-0000000000f1").unwrap();
        let boxes = |who| Place::all_of(id, who).into_iter().map(|place| place.step).collect::<Vec<_>>();
        assert_eq!(boxes(Who::Giver), [Answer, LookBack]);
        assert_eq!(boxes(Who::Receiver), [Decline, ProposeOtherwise, Ask, LookBack]);
        assert!(boxes(Who::Clock).is_empty());
    }
}
