//! From the rows of a municipality to its list: one walk over parties, places and offers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::bits::Bits;
use super::rows::{OfferLine, PartyLine, Rows};
use super::{AreaBits, Entry, Listing, Target};
use crate::alive::days::{self, Ageings};
use crate::area::{AreaCode, AreaKind};
use crate::confirmation::{Age, Since};
use crate::language::LANGUAGES;
use crate::municipality;
use crate::offer::Offer;
use crate::party::{Capacity, Party};
use crate::theme::{self, Taxonomy};

/// A list without a municipality that ages is looked at again after this.
const AT_MOST: Duration = Duration::from_secs(86_400);

/// A line on its way to its place in the list.
struct Draft<'r> {
    age: Age,
    key: &'r str,
    party: &'r PartyLine,
    offer: Option<&'r OfferLine>,
}

impl Draft<'_> {
    /// Trusted first, then by name; the ids decide where all else is the same.
    fn rank(&self) -> (bool, &str, Id<Party>, Option<Id<Offer>>) {
        (self.age == Age::Stale, self.key, self.party.id, self.offer.map(|offer| offer.id))
    }
}

impl Listing {
    /// # Errors
    /// `NotThere` without such a municipality; what the database answers.
    pub(super) async fn build(db: &Db, code: Municipality, now: Moment) -> Answer<Self> {
        let municipality = municipality::store::find(db, code).await?.ok_or(Trouble::NotThere)?;
        let taxonomy = Arc::new(theme::store::taxonomy(db, code).await?);
        let ageings = Arc::new(days::store::of_parties(db, &municipality).await?);
        let rows = Rows::read(db, code, municipality.area_year, &taxonomy).await?;
        // Visitors of other municipalities need not wait for this walk.
        let made =
            tokio::task::spawn_blocking(move || Self::of(rows, taxonomy, municipality.version, ageings, now));
        made.await.map_err(Trouble::fault)
    }

    fn of(rows: Rows, taxonomy: Arc<Taxonomy>, version: i64, ageings: Arc<Ageings>, now: Moment) -> Self {
        let (drafts, good_until) = order(&rows, &ageings, now);
        let mut listing = Self::empty(taxonomy, version, good_until, drafts.len(), rows.parties.len());
        listing.ageings = ageings;
        for (at, draft) in drafts.iter().enumerate() {
            listing.put(at, draft);
        }
        listing.areas = areas(&rows, &drafts);
        listing
    }

    fn empty(taxonomy: Arc<Taxonomy>, version: i64, good_until: Moment, len: usize, parties: usize) -> Self {
        let none = || Bits::none(len);
        Self {
            version,
            good_until,
            parties,
            ageings: Arc::default(),
            entries: Vec::with_capacity(len),
            spheres: [none(), none()],
            themes: taxonomy.terms().iter().map(|_| none()).collect(),
            taxonomy,
            languages: LANGUAGES.iter().map(|_| none()).collect(),
            days: std::array::from_fn(|_| none()),
            capacities: std::array::from_fn(|_| none()),
            areas: HashMap::new(),
            counted: Mutex::default(),
        }
    }

    fn put(&mut self, at: usize, draft: &Draft<'_>) {
        let Draft { party, offer, age, .. } = *draft;
        let capacity = match offer.map(|offer| offer.facets.capacity) {
            Some(Capacity::Unknown) | None => party.capacity,
            Some(capacity) => capacity,
        };
        let spoken = offer.map(|offer| offer.facets.languages).filter(|spoken| *spoken != 0);
        let target = offer.map_or(Target::Party, |offer| Target::Offer(offer.id));
        self.entries.push(Entry { target, party: party.id, sphere: party.sphere, capacity, age });
        self.spheres[party.sphere as usize].set(at);
        self.capacities[capacity as usize].set(at);
        each(spoken.unwrap_or(party.languages), |language| self.languages[language].set(at));
        if let Some(offer) = offer {
            each(offer.facets.themes, |theme| self.themes[theme].set(at));
            each(offer.facets.days, |day| self.days[day].set(at));
        }
    }
}

/// The places of the bits that are set.
fn each(mut bits: u64, mut take: impl FnMut(usize)) {
    while bits != 0 {
        take(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

fn areas(rows: &Rows, drafts: &[Draft<'_>]) -> HashMap<AreaCode, AreaBits> {
    let len = drafts.len();
    let mut codes: Vec<AreaCode> = rows.areas.clone();
    let mut numbers: HashMap<AreaCode, usize> = codes.iter().cloned().zip(0..).collect();
    let district_of: Vec<usize> = rows
        .areas
        .iter()
        .map(|code| {
            *numbers.entry(code.district()).or_insert_with_key(|district| {
                codes.push(district.clone());
                codes.len() - 1
            })
        })
        .collect();
    let mut found: Vec<AreaBits> =
        codes.iter().map(|_| AreaBits { here: Bits::none(len), serving: Bits::none(len) }).collect();
    let mut whole: HashMap<usize, Bits> = HashMap::new();
    let mut everywhere = Bits::none(len);
    let with_district = |area: u32| {
        let area = area as usize;
        [Some(area), district_of.get(area).copied()].into_iter().flatten()
    };
    for (at, draft) in drafts.iter().enumerate() {
        if draft.party.everywhere {
            everywhere.set(at);
        }
        // Who works in a neighbourhood can be found in its district too.
        for area in rows.served.of_one(draft.party.id) {
            with_district(area).for_each(|area| found[area].serving.set(at));
            if codes[area as usize].kind() == AreaKind::District {
                whole.entry(area as usize).or_insert_with(|| Bits::none(len)).set(at);
            }
        }
        // An offer is where it is given; a party without offers is where it has its doors.
        let mut door = |area: u32| {
            for area in with_district(area) {
                found[area].here.set(at);
                found[area].serving.set(at);
            }
        };
        match draft.offer {
            Some(offer) => rows.offer_doors.of_one(offer.id).for_each(&mut door),
            None => rows.party_doors.of_one(draft.party.id).for_each(&mut door),
        }
    }
    // Who works in a whole district works in each neighbourhood of it.
    for (area, bits) in found.iter_mut().enumerate() {
        bits.serving.add(&everywhere);
        let district = district_of.get(area).copied().unwrap_or(area);
        if let Some(district) = whole.get(&district) {
            bits.serving.add(district);
        }
    }
    codes.into_iter().zip(found).collect()
}

/// Hidden profiles fall away; the rest by age (ageing beside fresh), then by name. Also: when the next age changes.
fn order<'r>(rows: &'r Rows, ageings: &Ageings, now: Moment) -> (Vec<Draft<'r>>, Moment) {
    let mut good_until = now.plus(AT_MOST);
    let mut age_of = |party: Id<Party>, since: Since| {
        let ageing = ageings.of(party);
        let next = ageing.next_change(since, now);
        good_until = next.map_or(good_until, |next| next.min(good_until));
        ageing.age(since, now)
    };
    let mut drafts: Vec<Draft<'_>> = Vec::with_capacity(rows.offers.len());
    // Each party with its age, and whether an offer of it is shown.
    let mut parties: HashMap<Id<Party>, (&PartyLine, Age, bool)> =
        rows.parties.iter().map(|party| (party.id, (party, age_of(party.id, party.since), false))).collect();
    for offer in &rows.offers {
        let age = age_of(offer.party, offer.since);
        if let Some((party, party_age, shown)) = parties.get_mut(&offer.party)
            && *party_age < Age::Hidden
            && age < Age::Hidden
        {
            *shown = true;
            drafts.push(Draft { age, key: &offer.key, party, offer: Some(offer) });
        }
    }
    // A party that people trust stays to be found when nobody confirmed its offers.
    for (party, age, shown) in parties.values() {
        if !shown && *age < Age::Hidden {
            drafts.push(Draft { age: *age, key: &party.key, party, offer: None });
        }
    }
    drafts.sort_unstable_by(|one, other| one.rank().cmp(&other.rank()));
    (drafts, good_until)
}
