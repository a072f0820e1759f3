//! `/vragen`: the questions of the own party, and those open to anyone in the neighbourhood.

use std::sync::Arc;
use std::time::Duration;

use access::{Caller, Entry, Here, Who};
use axum::extract::{Query, State};
use directory::map::Atlas;
use directory::party::Party;
use exchange::{Deserted, Drawn, Leaf, Member, Named, Part};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use maud::Markup;
use people::person::Person;
use serde::Deserialize;
use ui::Frame;

use super::{store, view};
use crate::question::{Question, Side};
use crate::story::Ball;
use crate::{AFTER_CLOSING, Asks};

pub(crate) fn routes() -> Vec<Entry<Asks>> {
    vec![Entry::get(
        "/vragen",
        Who::Known,
        "question.ask",
        "own party",
        "The questions of the own party, and those open to the neighbourhood",
        lists,
    )]
}

/// So many open questions of others stand on one page, and so many that were taken up.
const MOST_FOR_ALL: i64 = 50;
const MOST_TAKEN: i64 = 20;

/// An answer is worth a word of thanks for so long, and that something stopped is news; then it is simply done.
const FRESH: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What waits, for one party, with what is needed to say it: one page of each list.
pub struct Lists {
    /// The ball is with this party; what is for this person first.
    pub mine: Part<Question>,
    /// The ball is with somebody else.
    pub theirs: Part<Question>,
    /// Answered lately, and nobody said thank you.
    pub answered: Part<Question>,
    /// Closed lately, because the other left the map; of the day only.
    pub stopped: Part<Question>,
    /// Open to anyone, those of the own neighbourhoods first.
    pub for_all: Part<Question>,
    /// Open to anyone and taken up by another party; not of the day.
    pub taken: Part<Question>,
    /// Not of the day.
    pub closed: Part<Question>,
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
}

impl Asks {
    /// All that waits for a party and all it waits for, a page of it, as one of its people reads it.
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
        let now = self.now();
        let leaf = |fits: i64| Leaf::nth(page, fits);
        let own = leaf(store::MOST);
        let mine = store::mine(&self.db, here, party, person, own).await?;
        let theirs = store::theirs(&self.db, here, party, own).await?;
        let (since, lately) = (now.minus(AFTER_CLOSING), now.minus(FRESH));
        let answered = store::answered(&self.db, here, party, lately, own).await?;
        let mut for_all = store::for_all(&self.db, here, party, leaf(MOST_FOR_ALL)).await?;
        let home = home(atlas, party);
        for_all.shown.sort_by_key(|question| {
            let near = question.area.as_ref().is_some_and(|area| home.iter().any(|own| own == area.as_str()));
            (!near, std::cmp::Reverse(question.asked_at))
        });
        let (stopped, taken, closed) = match drawn {
            Drawn::Today => {
                (store::stopped(&self.db, here, party, lately, own).await?, Part::none(), Part::none())
            }
            Drawn::Whole => (
                Part::none(),
                store::taken(&self.db, here, party, leaf(MOST_TAKEN)).await?,
                store::closed_of(&self.db, here, party, (since, lately), own).await?,
            ),
        };
        Ok(Lists {
            mine,
            theirs,
            answered,
            stopped,
            for_all,
            taken,
            closed,
            page,
            named: Named::default(),
            deserted: Deserted::default(),
            atlas: Arc::clone(atlas),
            party,
            person,
            now,
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
    pub fn own(&self, question: &Question) -> bool {
        question.waits_for(Side { party: self.party, person: Some(self.person) })
    }

    /// Both sides of everything in them.
    pub fn parties(&self) -> impl Iterator<Item = Id<Party>> {
        self.parts().chain([&self.stopped]).flat_map(|part| &part.shown).flat_map(|question| {
            [Some(question.asker.party), question.to.side().map(|side| side.party)].into_iter().flatten()
        })
    }

    /// The other sides of what is open.
    pub fn others(&self) -> impl Iterator<Item = Id<Party>> {
        let open = self.mine.shown.iter().chain(&self.theirs.shown);
        open.filter_map(move |question| question.other(self.party))
    }

    fn parts(&self) -> impl Iterator<Item = &Part<Question>> {
        [&self.mine, &self.theirs, &self.answered, &self.for_all, &self.taken, &self.closed].into_iter()
    }
}

/// The neighbourhoods where a party has a door, with the districts above them.
#[must_use]
pub fn home(atlas: &Atlas, party: Id<Party>) -> Vec<String> {
    let doors = atlas.spots.iter().filter(|spot| spot.party == party);
    let areas = doors.filter_map(|spot| atlas.area_of(spot));
    areas
        .flat_map(|area| [Some(area.code.clone()), area.parent.clone()].into_iter().flatten())
        .map(|code| code.as_str().to_owned())
        .collect()
}

impl Question {
    /// The other side, as this party sees it; None while the neighbourhood has it.
    #[must_use]
    pub fn other(&self, party: Id<Party>) -> Option<Id<Party>> {
        if self.asker.party == party { self.to.side().map(|side| side.party) } else { Some(self.asker.party) }
    }

    /// Whether this very person has to do the next thing: who asked, who was asked, or who took it up.
    #[must_use]
    pub fn waits_for(&self, person: Side) -> bool {
        let side = match self.state.ball() {
            Some(Ball::Asker) => Some(self.asker),
            Some(Ball::Asked) => self.to.side(),
            None => None,
        };
        side == Some(person)
    }

    /// Whether the neighbourhood as a whole has to do something.
    #[must_use]
    pub fn waits_for_anyone(&self) -> bool {
        self.state.ball() == Some(Ball::Asked) && self.to.side().is_none()
    }

    /// Whether it does so again: somebody had taken it up, and has it no more.
    #[must_use]
    pub fn came_back(&self) -> bool {
        self.waits_for_anyone() && self.version > 0
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
    State(asks): State<Asks>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let member = Member::of(&caller)?;
    member.ask(&caller, here, "question.ask")?;
    let page = exchange::page_asked(&asked.pagina);
    let (_, atlas) = asks.directory.seen(here).await?;
    let mut lists = asks.lists(here, &atlas, member, Drawn::Whole, page).await?;
    if lists.is_empty() && lists.page > 1 {
        // Further than there is: from the beginning.
        lists = asks.lists(here, &atlas, member, Drawn::Whole, 1).await?;
    }
    let done = asks.just_done(here, member.party, frame.lang, &asked.gedaan).await?;
    lists.named = Named::of_parties(&asks.db, here, lists.parties()).await?;
    lists.deserted = Deserted::among(&asks.db, here, lists.others()).await?;
    Ok(view::page(&frame, &lists, done.as_deref()))
}
