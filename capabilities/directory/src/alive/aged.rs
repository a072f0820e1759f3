//! A party as its age is looked at: itself and each of its offers, each with its own days.

use std::collections::HashMap;

use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::confirmation::{Age, Ageing, Since};
use crate::party::{Email, Party, Phone};
use crate::wording::Name;

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Aged {
    pub id: Id<Party>,
    pub name: Name,
    pub role_phone: Phone,
    pub role_email: Email,
    pub since: Moment,
    pub asked_at: Option<Moment>,
    pub put_away: bool,
    #[sqlx(skip)]
    offers: Vec<Since>,
}

impl Aged {
    /// What decides when the party is asked: itself, and each offer that is still to be seen. What is hidden already says
    /// nothing any more of what will be.
    #[must_use]
    pub fn counted(&self, ageing: Ageing, now: Moment) -> Vec<Since> {
        let itself = Since::new(self.since, self.asked_at, false);
        if ageing.age(itself, now) == Age::Hidden {
            return vec![itself];
        }
        let shown = self.offers.iter().copied().filter(|offer| ageing.age(*offer, now) < Age::Hidden);
        std::iter::once(itself).chain(shown).collect()
    }

    /// The oldest of its offers that nobody sees any more, though the party itself is to be seen.
    #[must_use]
    pub fn hidden_offer(&self, ageing: Ageing, now: Moment) -> Option<Since> {
        let itself = Since::new(self.since, self.asked_at, false);
        if ageing.age(itself, now) == Age::Hidden {
            return None;
        }
        let hidden = self.offers.iter().copied().filter(|offer| ageing.age(*offer, now) == Age::Hidden);
        hidden.min_by_key(|offer| offer.at)
    }
}

/// Of what counts, what was confirmed longest ago.
#[must_use]
pub fn oldest(counted: &[Since]) -> Option<Moment> {
    counted.iter().map(|since| since.at).min()
}

const AGED: &str = "select id, name, role_phone, role_email, coalesce(confirmed_at, created_at) as since, asked_at, \
     put_away_at is not null as put_away from directory_party where municipality_id = $1";

const OFFERS: &str = "select party_id, coalesce(confirmed_at, created_at), asked_at from directory_offer \
     where municipality_id = $1";

type OfferRow = (Id<Party>, Moment, Option<Moment>);

/// All parties by name, with what their age follows from.
pub async fn all(db: &Db, here: Municipality) -> Answer<Vec<Aged>> {
    let mut offers: HashMap<Id<Party>, Vec<Since>> = HashMap::new();
    db.read(OFFERS)
        .bind(here)
        .each(|(party, at, asked): OfferRow| {
            offers.entry(party).or_default().push(Since::new(at, asked, false));
        })
        .await?;
    let mut all: Vec<Aged> = db.read(AGED).bind(here).push(" order by name_key, id").all().await?;
    for aged in &mut all {
        aged.offers = offers.remove(&aged.id).unwrap_or_default();
    }
    Ok(all)
}

pub async fn one(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<Option<Aged>> {
    let found: Option<Aged> = tx.sql(AGED).bind(here).push_bind(" and id = ", party).optional().await?;
    let Some(mut aged) = found else { return Ok(None) };
    let offers: Vec<OfferRow> = tx.sql(OFFERS).bind(here).push_bind(" and party_id = ", party).all().await?;
    aged.offers = offers.into_iter().map(|(_, at, asked)| Since::new(at, asked, false)).collect();
    Ok(Some(aged))
}
