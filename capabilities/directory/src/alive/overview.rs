//! What ages, grouped by what there is to do for whoever keeps the map.

use std::collections::HashMap;

use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::aged::{self, Aged, oldest};
use super::{Request, State, days, store};
use crate::confirmation::{Age, Ageing, Since, days_of};
use crate::municipality::Municipality;
use crate::party::{Email, Party};

/// In the order in which they ask for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    NoAddress,
    /// It came back, or no letter goes though it was tried often enough.
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
    /// Of what counts, what was confirmed longest ago.
    pub since: Moment,
    pub hides_at: Option<Moment>,
    /// An offer of it is out of sight already.
    pub hidden_offer: bool,
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
        let asked = Asked {
            latest: store::latest(db, town.code).await?,
            failed: store::failed(db, town.code).await?,
            people: store::addresses(db, town.code).await?,
        };
        let all = aged::all(db, town.code).await?;
        let ageings = days::store::of_parties(db, town).await?;
        let stand = |aged: Aged| stand(ageings.of(aged.id), aged, &asked, now);
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

/// What became of the letters, and whom else one could write to.
struct Asked {
    latest: HashMap<Id<Party>, Request>,
    failed: HashMap<Id<Party>, Request>,
    people: HashMap<Id<Party>, Email>,
}

impl Asked {
    /// The last letter about what it says now. One that is tried anew is no news while an earlier one did not go.
    fn last(&self, party: Id<Party>, since: Moment) -> Option<&Request> {
        let latest = self.latest.get(&party)?;
        let failed = self.failed.get(&party).filter(|_| {
            matches!(latest.state, State::Sending | State::Waiting | State::Unknown | State::Failed)
        });
        // Of an earlier confirmation: no longer of interest.
        Some(failed.unwrap_or(latest)).filter(|last| last.created_at >= since)
    }
}

fn stand(ageing: Ageing, aged: Aged, asked: &Asked, now: Moment) -> Option<Standing> {
    let itself = Since::new(aged.since, aged.asked_at, aged.put_away);
    let counted = aged.counted(ageing, now);
    let hidden_offer = aged.hidden_offer(ageing, now);
    let hidden = ageing.age(itself, now) == Age::Hidden;
    let ages = counted.iter().map(|since| ageing.age(*since, now)).max();
    let age = if hidden { Age::Hidden } else { ages.unwrap_or(Age::Fresh) };
    let hides_at = counted.iter().filter_map(|since| ageing.hides_at(*since)).min();
    let since = oldest(&counted).unwrap_or(aged.since);
    if age == Age::Fresh {
        // All that is to be seen is right; what is not is there to be called about.
        let (since, last) = (hidden_offer?.at, None);
        let (group, age) = (Group::Hidden, Age::Hidden);
        return Some(Standing { group, age, since, hides_at: None, hidden_offer: true, last, aged });
    }
    let last = asked.last(aged.id, since);
    let nobody = aged.role_email.is_empty() && !asked.people.contains_key(&aged.id);
    let group = match last.map(|last| last.state) {
        _ if hidden => Group::Hidden,
        Some(State::Bounced | State::Failed) => Group::Bounced,
        _ if nobody => Group::NoAddress,
        // There is an address, and no mail server: call as well.
        Some(State::NoAddress) => Group::NoAddress,
        _ if hides_at.is_some_and(|at| at <= now.plus(days_of(ageing.notice_days))) => Group::HidesSoon,
        Some(State::Sent) => Group::NoAnswer,
        _ => Group::ToBeAsked,
    };
    let (last, hidden_offer) = (last.cloned(), hidden_offer.is_some());
    Some(Standing { group, age, since, hides_at, hidden_offer, last, aged })
}
