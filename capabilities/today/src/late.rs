//! What is late still in the areas that somebody looks after: between whom, about what and since when; never what was said.

use std::collections::HashMap;

use directory::area::AreaCode;
use directory::party::Party;
use directory::theme::Theme;
use exchange::Part;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use people::membership::Membership;

use crate::Today;

/// A question or a handover of which the term passed, and two working days more.
#[derive(Clone, Debug)]
pub(crate) struct Late {
    pub(crate) kind: Kind,
    pub(crate) from: Id<Party>,
    /// None: anyone in the neighbourhood.
    pub(crate) to: Option<Id<Party>>,
    pub(crate) area: Option<AreaCode>,
    pub(crate) theme: Theme,
    pub(crate) until: Moment,
    pub(crate) tell: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Question,
    Handover,
}

impl Today {
    /// What is late still and that this member hears of, what waits longest first; more when not all of it was looked at.
    pub(crate) async fn late(
        &self,
        here: Municipality,
        member: Id<Membership>,
        now: Moment,
    ) -> Answer<Part<Late>> {
        if !terms::coordinates(&self.directory.db, here, member).await? {
            return Ok(Part::none());
        }
        let (questions, handovers) =
            (self.asks.late(here, now).await?, self.handovers.late(here, now).await?);
        let more = questions.more || handovers.more;
        let questions = questions.shown.into_iter().filter_map(|question| {
            question.term.map(|term| Late {
                kind: Kind::Question,
                from: question.asker.party,
                to: question.to.side().map(|side| side.party),
                area: question.area,
                theme: question.theme,
                until: term.until,
                tell: term.tell,
            })
        });
        let handovers = handovers.shown.into_iter().filter_map(|handover| {
            handover.term.map(|term| Late {
                kind: Kind::Handover,
                from: handover.giver.party,
                to: Some(handover.receiver.party),
                area: handover.area,
                theme: handover.theme,
                until: term.until,
                tell: term.tell,
            })
        });
        let mut hears: HashMap<Option<AreaCode>, bool> = HashMap::new();
        let mut all = Vec::new();
        for late in questions.chain(handovers) {
            let known = match hears.get(&late.area) {
                Some(known) => *known,
                None => {
                    let of = terms::of(&self.directory.db, here, late.area.as_ref()).await?;
                    let hears_of = of.coordinator == Some(member);
                    hears.insert(late.area.clone(), hears_of);
                    hears_of
                }
            };
            if known {
                all.push(late);
            }
        }
        all.sort_by_key(|late| late.until);
        Ok(Part { shown: all, more })
    }
}
