//! What is late still in the areas that somebody looks after: between whom, about what and since when; never what was said.

use std::collections::BTreeSet;

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

/// Who looks after the terms, as one member sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watched {
    /// This member, of the municipality or of an area in it.
    Oneself,
    /// Somebody else, of the whole municipality.
    Another,
    /// Nobody for the whole municipality: what is late there is told to nobody.
    Nobody,
}

impl Today {
    /// Who looks after the terms: nothing late says little to who hears of no area.
    pub(crate) async fn watched(&self, here: Municipality, member: Id<Membership>) -> Answer<Watched> {
        let db = &self.directory.db;
        if terms::coordinates(db, here, member).await? {
            return Ok(Watched::Oneself);
        }
        let whole = terms::of(db, here, None).await?.coordinator;
        Ok(if whole.is_some() { Watched::Another } else { Watched::Nobody })
    }

    /// What is late still and that this member hears of, what waits longest first; more when not all of it is here.
    pub(crate) async fn late(
        &self,
        here: Municipality,
        member: Id<Membership>,
        now: Moment,
    ) -> Answer<Part<Late>> {
        if !terms::coordinates(&self.directory.db, here, member).await? {
            return Ok(Part::none());
        }
        let areas = self.areas_of(here, member, now).await?;
        let (questions, handovers) =
            (self.asks.late(here, &areas, now).await?, self.handovers.late(here, &areas, now).await?);
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
        let mut all: Vec<Late> = questions.chain(handovers).collect();
        all.sort_by_key(|late| late.until);
        Ok(Part { shown: all, more })
    }

    /// Of where something is late, the areas of which this member hears.
    async fn areas_of(
        &self,
        here: Municipality,
        member: Id<Membership>,
        now: Moment,
    ) -> Answer<Vec<Option<AreaCode>>> {
        let mut late: BTreeSet<_> = self.asks.late_areas(here, now).await?.into_iter().collect();
        late.extend(self.handovers.late_areas(here, now).await?);
        let mut own = Vec::new();
        for area in late {
            let terms = terms::of(&self.directory.db, here, area.as_ref()).await?;
            if terms.coordinator == Some(member) {
                own.push(area);
            }
        }
        Ok(own)
    }
}
