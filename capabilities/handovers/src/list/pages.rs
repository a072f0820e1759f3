//! `/overdrachten`: what the own party gives and receives, whose turn it is, and what closed.

use std::sync::Arc;
use std::time::Duration;

use access::{Caller, Entry, Here, Who as For};
use axum::extract::{Query, State};
use directory::map::Atlas;
use directory::party::Party;
use exchange::{Deserted, Drawn, Leaf, Member, Named, Part};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::Answer;
use maud::Markup;
use people::person::Person;
use serde::Deserialize;
use ui::Frame;

use super::{store, view};
use crate::handover::{Handover, Side, soonest};
use crate::{AFTER_CLOSING, Handovers};

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    vec![Entry::get(
        "/overdrachten",
        For::Known,
        "handover.offer",
        "handover",
        "The handovers of the own party",
        lists,
    )]
}

/// That something stopped because the other left the map is news for so long.
const FRESH: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What waits, for somebody of one party, with what is needed to say it: one page of each list.
pub struct Lists {
    /// The ball is with this party; of whom this person is the guide, first.
    pub mine: Part<Handover>,
    /// The ball is over there.
    pub theirs: Part<Handover>,
    /// Not of the day.
    pub closed: Part<Handover>,
    /// On which of those that closed this party can look back still; of the day only.
    pub to_look_back: Part<Handover>,
    /// Those that closed lately because the other left the map; of the day only.
    pub stopped: Part<Handover>,
    /// Which page of them, from 1.
    pub page: i64,
    /// What [`Lists::parties`] are called: whoever draws the lists looks it up, of all of them at once.
    pub named: Named,
    /// Of whom it waits for those that have nobody here now; see [`Lists::others`], looked up likewise.
    pub deserted: Deserted,
    pub atlas: Arc<Atlas>,
    pub party: Id<Party>,
    /// Who reads them.
    pub person: Id<Person>,
    pub now: Moment,
    /// On which day a first conversation can be, as soon as it can.
    pub soonest: Day,
}

impl Handovers {
    /// All that waits for somebody, all that this one waits for, and what closed while both can look back on it: a page
    /// of it.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn lists(
        &self,
        here: Municipality,
        atlas: &Arc<Atlas>,
        Member { party, person }: Member,
        drawn: Drawn,
        page: i64,
    ) -> Answer<Lists> {
        let (leaf, now) = (Leaf::nth(page, store::MOST), self.now());
        let mine = store::mine(&self.db, here, party, person, leaf).await?;
        let theirs = store::theirs(&self.db, here, party, leaf).await?;
        let (since, lately) = (now.minus(AFTER_CLOSING), now.minus(FRESH));
        let (closed, to_look_back, stopped) = match drawn {
            Drawn::Today => (
                Part::none(),
                store::to_look_back(&self.db, here, party, since, leaf).await?,
                store::stopped(&self.db, here, party, lately, leaf).await?,
            ),
            Drawn::Whole => {
                (store::closed(&self.db, here, party, since, leaf).await?, Part::none(), Part::none())
            }
        };
        Ok(Lists {
            mine,
            theirs,
            closed,
            to_look_back,
            stopped,
            page,
            named: Named::default(),
            deserted: Deserted::default(),
            atlas: Arc::clone(atlas),
            party,
            person,
            now,
            soonest: soonest(now),
        })
    }
}

impl Lists {
    /// Whether nothing stands on this page.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().all(|part| part.shown.is_empty())
    }

    /// Whether a page comes after this one.
    #[must_use]
    pub fn more(&self) -> bool {
        exchange::leads_on(self.page) && self.parts().any(|part| part.more)
    }

    /// Whether whoever reads the list is the one who has to do something with it.
    #[must_use]
    pub fn own(&self, handover: &Handover) -> bool {
        handover.waits_for_person(Side { party: self.party, person: Some(self.person) })
    }

    /// The other sides of everything in them: the own party is *you*.
    pub fn parties(&self) -> impl Iterator<Item = Id<Party>> {
        let all = self.parts().chain([&self.to_look_back, &self.stopped]).flat_map(|part| &part.shown);
        all.map(move |handover| handover.other(self.party))
    }

    /// The other sides of what is open.
    pub fn others(&self) -> impl Iterator<Item = Id<Party>> {
        let open = self.mine.shown.iter().chain(&self.theirs.shown);
        open.map(move |handover| handover.other(self.party))
    }

    fn parts(&self) -> impl Iterator<Item = &Part<Handover>> {
        [&self.mine, &self.theirs, &self.closed].into_iter()
    }
}

/// What an address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    pagina: String,
    gedaan: String,
}

async fn lists(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let member = Member::of(&caller)?;
    member.ask(&caller, here, "handover.offer")?;
    let page = exchange::page_asked(&asked.pagina);
    let (_, atlas) = handovers.directory.seen(here).await?;
    let mut lists = handovers.lists(here, &atlas, member, Drawn::Whole, page).await?;
    if lists.is_empty() && lists.page > 1 {
        // Further than there is: from the beginning.
        lists = handovers.lists(here, &atlas, member, Drawn::Whole, 1).await?;
    }
    let done = handovers.just_done(here, member.party, frame.lang, &asked.gedaan).await?;
    lists.named = Named::of_parties(&handovers.db, here, lists.parties()).await?;
    lists.deserted = Deserted::among(&handovers.db, here, lists.others()).await?;
    Ok(view::page(&frame, &lists, done.as_deref()))
}
