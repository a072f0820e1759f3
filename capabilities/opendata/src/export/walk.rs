//! A walk along all parties that visitors may see, a handful at a time, so that memory does not grow with the map.

use directory::alive::days::{self, Ageings};
use directory::area::geography::Geography;
use directory::confirmation::{Age, Since};
use directory::contact::unnamed;
use directory::municipality::{self, Municipality};
use directory::party::whole::Whole;
use directory::party::{self, Party};
use directory::source::{self, Source};
use directory::theme::{self, Taxonomy};
use ground::db::Db;
use ground::id::{Id, Municipality as Code};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::Made;
use crate::shape::Scene;

const HANDFUL: i64 = 100;

pub(super) struct Walk {
    db: Db,
    municipality: Municipality,
    ageings: Ageings,
    geography: Geography,
    sources: Vec<Source>,
    themes: Taxonomy,
    now: Moment,
    last: Option<(String, Id<Party>)>,
    made: Made,
}

impl Walk {
    pub(super) async fn begin(db: &Db, code: Code, now: Moment) -> Answer<Self> {
        let municipality = municipality::store::find(db, code).await?.ok_or(Trouble::NotThere)?;
        Ok(Self {
            ageings: days::store::of_parties(db, &municipality).await?,
            geography: Geography::build(db, code).await?,
            sources: source::store::all(db, code).await?,
            themes: theme::store::taxonomy(db, code).await?,
            made: Made { version: municipality.version, ..Made::default() },
            db: db.clone(),
            municipality,
            now,
            last: None,
        })
    }

    /// The next parties by name with the offers that are shown; none at the end.
    pub(super) async fn next(&mut self) -> Answer<Option<Vec<Whole>>> {
        let code = self.municipality.code;
        let mut parties = party::store::after(&self.db, code, self.last.take(), HANDFUL).await?;
        let Some(last) = parties.last() else { return Ok(None) };
        self.last = Some((last.name.key(), last.id));
        let (ageings, now) = (&self.ageings, self.now);
        let mut first = self.made.first_hides;
        let mut shown = |party: Id<Party>, since: Since| {
            let ageing = ageings.of(party);
            let shown = ageing.age(since, now) < Age::Hidden;
            if let Some(hides) = ageing.hides_at(since).filter(|_| shown) {
                first = Some(first.map_or(hides, |first| first.min(hides)));
            }
            shown
        };
        parties.retain(|party| shown(party.id, party.since()));
        let mut wholes = Whole::of_parties(&self.db, code, parties).await?;
        for whole in &mut wholes {
            unnamed::whole(whole);
            whole.offers.retain(|offer| shown(offer.party, offer.since()));
            self.made.parties += 1;
            self.made.offers += whole.offers.len();
        }
        self.made.first_hides = first;
        Ok(Some(wholes))
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            municipality: &self.municipality,
            geography: &self.geography,
            sources: &self.sources,
            themes: &self.themes,
            now: self.now,
        }
    }

    pub(super) async fn is_still_true(&self) -> Answer<bool> {
        let version = municipality::store::version(&self.db, self.municipality.code).await?;
        Ok(version == self.municipality.version)
    }

    pub(super) const fn made(&self) -> Made {
        self.made
    }
}
