//! What ages, grouped by what there is to do for whoever keeps the map.

use std::collections::HashMap;

use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::store::{self, Aged};
use super::{Request, State, days};
use crate::confirmation::{Age, Ageing, Since, days_of};
use crate::municipality::Municipality;
use crate::party::{Email, Party};

/// In the order in which they ask for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    NoAddress,
    Bounced,
    HidesSoon,
    NoAnswer,
    ToBeAsked,
    Hidden,
}

impl Group {
    pub const ALL: [Self; 6] =
        [Self::NoAddress, Self::Bounced, Self::HidesSoon, Self::NoAnswer, Self::ToBeAsked, Self::Hidden];

    /// The word in the address of the page.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoAddress => "geen-adres",
            Self::Bounced => "teruggekomen",
            Self::HidesSoon => "bijna-weg",
            Self::NoAnswer => "geen-antwoord",
            Self::ToBeAsked => "straks",
            Self::Hidden => "verborgen",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.word() == word)
    }
}

/// One party that ages.
#[derive(Clone, Debug)]
pub struct Standing {
    pub aged: Aged,
    pub group: Group,
    pub age: Age,
    pub hides_at: Option<Moment>,
    pub last: Option<Request>,
}

/// Everything that ages, group by group and by name.
#[derive(Clone, Debug)]
pub struct Overview {
    pub standings: Vec<Standing>,
}

impl Overview {
    /// # Errors
    /// What the database answers.
    pub async fn read(db: &Db, town: &Municipality, now: Moment) -> Answer<Self> {
        let latest = store::latest(db, town.code).await?;
        let people = store::addresses(db, town.code).await?;
        let all = store::all(db, town.code).await?;
        let ageings = days::store::of_parties(db, town).await?;
        let stand = |aged: Aged| stand(ageings.of(aged.id), aged, &latest, &people, now);
        let standings = all.into_iter().filter_map(stand).collect();
        Ok(Self { standings })
    }

    #[must_use]
    pub fn count(&self, group: Group) -> usize {
        self.standings.iter().filter(|standing| standing.group == group).count()
    }

    pub fn of(&self, group: Group) -> impl Iterator<Item = &Standing> {
        self.standings.iter().filter(move |standing| standing.group == group)
    }
}

fn stand(
    ageing: Ageing,
    aged: Aged,
    latest: &HashMap<Id<Party>, Request>,
    people: &HashMap<Id<Party>, Email>,
    now: Moment,
) -> Option<Standing> {
    let itself = Since::new(aged.since, aged.asked_at, aged.put_away);
    let oldest = Since::new(aged.oldest(), aged.asked_at, aged.put_away);
    let (age, hides_at) = (ageing.age(oldest, now), ageing.hides_at(oldest));
    if age == Age::Fresh {
        return None;
    }
    // Of an earlier confirmation: no longer of interest.
    let last = latest.get(&aged.id).filter(|last| last.created_at >= oldest.at);
    let nobody = aged.role_email.is_empty() && !people.contains_key(&aged.id);
    let group = match last.map(|last| last.state) {
        _ if ageing.age(itself, now) == Age::Hidden => Group::Hidden,
        Some(State::Bounced) => Group::Bounced,
        _ if nobody => Group::NoAddress,
        // There is an address, and no mail server: call as well.
        Some(State::NoAddress) => Group::NoAddress,
        _ if hides_at.is_some_and(|at| at <= now.plus(days_of(ageing.notice_days))) => Group::HidesSoon,
        Some(State::Sent) => Group::NoAnswer,
        _ => Group::ToBeAsked,
    };
    Some(Standing { group, age, hides_at, last: last.cloned(), aged })
}
