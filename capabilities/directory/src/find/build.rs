//! From the rows of a municipality to its list: one walk over parties, places and offers.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;
use std::time::Duration;

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::bits::Bits;
use super::terms::{Analysis, Postings};
use super::{AreaBits, Entry, Listing, Target};
use crate::area::{AreaCode, AreaKind};
use crate::confirmation::{Age, Ageing};
use crate::language::{LANGUAGES, Languages};
use crate::municipality;
use crate::offer::Offer;
use crate::offer::opening::Opening;
use crate::party::{Capacity, Party, Sphere};
use crate::theme::{THEMES, Theme, Themes};

/// A list without a municipality that ages is looked at again after this.
const AT_MOST: Duration = Duration::from_secs(86_400);

#[derive(sqlx::FromRow)]
struct PartyLine {
    id: Id<Party>,
    sphere: Sphere,
    name: String,
    name_key: String,
    summary: String,
    call_for: String,
    languages: Languages,
    capacity: Capacity,
    serves_all: bool,
    since: Moment,
}

#[derive(sqlx::FromRow)]
struct OfferLine {
    id: Id<Offer>,
    party_id: Id<Party>,
    name: String,
    name_key: String,
    summary: String,
    does: String,
    for_whom: String,
    themes: Themes,
    languages: Languages,
    opening: Opening,
    capacity: Capacity,
    since: Moment,
}

#[derive(sqlx::FromRow)]
struct DoorLine {
    party_id: Id<Party>,
    offer_id: Option<Id<Offer>>,
    area_code: AreaCode,
}

#[derive(sqlx::FromRow)]
struct ServedLine {
    party_id: Id<Party>,
    area_code: AreaCode,
}

/// A line on its way to its place in the list.
struct Draft {
    age: Age,
    key: String,
    offer: Option<OfferLine>,
    party: Id<Party>,
}

impl Listing {
    /// # Errors
    /// `NotThere` without such a municipality; what the database answers.
    pub(super) async fn build(db: &Db, code: Municipality, now: Moment) -> Answer<Self> {
        let municipality = municipality::store::find(db, code).await?.ok_or(Trouble::NotThere)?;
        let parties = parties(db, code).await?;
        let offers = offers(db, code).await?;
        let doors = doors(db, code).await?;
        let served = served(db, code, municipality.area_year).await?;
        let (drafts, good_until) = order(&parties, offers, municipality.ageing, now);
        let mut listing = Self::empty(municipality.version, good_until, drafts.len(), parties.len());
        let mut analysis = Analysis::default();
        for (at, draft) in drafts.iter().enumerate() {
            if let Some(party) = parties.get(&draft.party) {
                listing.put(at, draft, party, &mut analysis);
            }
        }
        let codes = codes(db, code, municipality.area_year).await?;
        listing.put_in_areas(&drafts, &parties, &doors, &served, codes);
        listing.postings.shrink();
        Ok(listing)
    }

    fn empty(version: i64, good_until: Moment, len: usize, parties: usize) -> Self {
        let none = || Bits::none(len);
        Self {
            version,
            good_until,
            parties,
            entries: Vec::with_capacity(len),
            spheres: [none(), none()],
            themes: THEMES.iter().map(|_| none()).collect(),
            languages: LANGUAGES.iter().map(|_| none()).collect(),
            days: std::array::from_fn(|_| none()),
            capacities: std::array::from_fn(|_| none()),
            areas: HashMap::new(),
            postings: Postings::new(len),
            counted: Mutex::default(),
        }
    }

    fn put(&mut self, at: usize, draft: &Draft, party: &PartyLine, analysis: &mut Analysis) {
        let offer = draft.offer.as_ref();
        let capacity = match offer.map(|offer| offer.capacity) {
            Some(Capacity::Unknown) | None => party.capacity,
            Some(capacity) => capacity,
        };
        let spoken = offer
            .map(|offer| &offer.languages)
            .filter(|spoken| !spoken.is_empty())
            .unwrap_or(&party.languages);
        let target = offer.map_or(Target::Party, |offer| Target::Offer(offer.id));
        self.entries.push(Entry { target, party: party.id, sphere: party.sphere, capacity, age: draft.age });
        self.spheres[party.sphere as usize].set(at);
        self.capacities[capacity as usize].set(at);
        for language in spoken.iter() {
            self.languages[language.index()].set(at);
        }
        if let Some(offer) = offer {
            for theme in offer.themes.iter() {
                self.themes[theme.index()].set(at);
            }
            for slot in offer.opening.slots() {
                self.days[slot.day.index()].set(at);
            }
        }
        self.put_terms(u32::try_from(at).unwrap_or(u32::MAX), offer, party, analysis);
    }

    fn put_terms(&mut self, at: u32, offer: Option<&OfferLine>, party: &PartyLine, analysis: &mut Analysis) {
        let mut say = |text: &str, weight: u32| {
            analysis.words(text, |forms| forms.iter().for_each(|form| self.postings.add(form, at, weight)))
        };
        say(&party.name, 6);
        say(&party.call_for, 4);
        let Some(offer) = offer else {
            say(&party.summary, 4);
            return;
        };
        say(&offer.name, 12);
        say(&offer.does, 6);
        say(&offer.summary, 5);
        say(&offer.for_whom, 3);
        offer.themes.iter().for_each(|theme: Theme| say(theme.key(), 6));
    }

    fn put_in_areas(
        &mut self,
        drafts: &[Draft],
        parties: &HashMap<Id<Party>, PartyLine>,
        doors: &Doors,
        served: &HashMap<Id<Party>, Vec<AreaCode>>,
        codes: Vec<AreaCode>,
    ) {
        let len = drafts.len();
        let mut everywhere = Bits::none(len);
        let empty = || AreaBits { here: Bits::none(len), serving: Bits::none(len) };
        // Where nobody has a door and nobody works by name, those who work everywhere still come.
        let mut areas: HashMap<AreaCode, AreaBits> = codes.into_iter().map(|code| (code, empty())).collect();
        for (at, draft) in drafts.iter().enumerate() {
            if parties.get(&draft.party).is_some_and(|party| party.serves_all) {
                everywhere.set(at);
            }
            // Who works in a neighbourhood can be found in its district too.
            for code in served.get(&draft.party).into_iter().flatten() {
                for code in [code.clone(), code.district()] {
                    areas.entry(code).or_insert_with(empty).serving.set(at);
                }
            }
            for code in doors.of(draft) {
                for code in [code.clone(), code.district()] {
                    let bits = areas.entry(code).or_insert_with(empty);
                    bits.here.set(at);
                    bits.serving.set(at);
                }
            }
        }
        let whole = serving_whole_districts(drafts, served);
        for (code, bits) in &mut areas {
            bits.serving.add(&everywhere);
            if let Some(district) = whole.get(&code.district()) {
                bits.serving.add(district);
            }
        }
        self.areas = areas;
    }
}

/// Who works in a whole district works in each neighbourhood of it.
fn serving_whole_districts(
    drafts: &[Draft],
    served: &HashMap<Id<Party>, Vec<AreaCode>>,
) -> HashMap<AreaCode, Bits> {
    let mut whole: HashMap<AreaCode, Bits> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let districts =
            served.get(&draft.party).into_iter().flatten().filter(|code| code.kind() == AreaKind::District);
        for code in districts {
            whole.entry(code.clone()).or_insert_with(|| Bits::none(drafts.len())).set(at);
        }
    }
    whole
}

/// Where offers and parties have their doors.
struct Doors {
    of_offers: HashMap<Id<Offer>, Vec<AreaCode>>,
    of_parties: HashMap<Id<Party>, Vec<AreaCode>>,
}

impl Doors {
    /// An offer is where it is given; a party without offers is where it has its doors.
    fn of(&self, draft: &Draft) -> impl Iterator<Item = &AreaCode> {
        let codes = match &draft.offer {
            Some(offer) => self.of_offers.get(&offer.id),
            None => self.of_parties.get(&draft.party),
        };
        codes.into_iter().flatten()
    }
}

/// Hidden profiles fall away; the rest by age (ageing beside fresh), then by name. Also: when the next age changes.
fn order(
    parties: &HashMap<Id<Party>, PartyLine>,
    offers: Vec<OfferLine>,
    ageing: Ageing,
    now: Moment,
) -> (Vec<Draft>, Moment) {
    let mut good_until = now.plus(AT_MOST);
    let mut drafts: Vec<Draft> = Vec::with_capacity(offers.len());
    let mut with_offers: std::collections::HashSet<Id<Party>> = std::collections::HashSet::new();
    let mut age_of = |since: Moment| {
        let next = [ageing.fresh_days, ageing.stale_days, ageing.hide_days]
            .map(|days| since.plus(Duration::from_secs(u64::from(days) * 86_400)))
            .into_iter()
            .find(|change| *change > now);
        good_until = next.map_or(good_until, |next| next.min(good_until));
        ageing.age(since, now)
    };
    for offer in offers {
        let age = age_of(offer.since);
        if parties.get(&offer.party_id).is_some_and(|party| age_of(party.since) < Age::Hidden)
            && age < Age::Hidden
        {
            with_offers.insert(offer.party_id);
            drafts.push(Draft {
                age,
                key: offer.name_key.clone(),
                party: offer.party_id,
                offer: Some(offer),
            });
        }
    }
    // A party that people trust stays to be found when nobody confirmed its offers.
    for party in parties.values().filter(|party| !with_offers.contains(&party.id)) {
        let age = age_of(party.since);
        if age < Age::Hidden {
            drafts.push(Draft { age, key: party.name_key.clone(), party: party.id, offer: None });
        }
    }
    drafts.sort_by(|one, other| {
        let class = |draft: &Draft| draft.age == Age::Stale;
        let id = |draft: &Draft| draft.offer.as_ref().map(|offer| offer.id);
        (class(one), &one.key, one.party, id(one)).cmp(&(class(other), &other.key, other.party, id(other)))
    });
    (drafts, good_until)
}

async fn parties(db: &Db, code: Municipality) -> Answer<HashMap<Id<Party>, PartyLine>> {
    let mut parties = HashMap::new();
    db.read(
        "select id, sphere, name, name_key, summary, call_for, languages, capacity, serves_all, \
         coalesce(confirmed_at, created_at) as since from directory_party where municipality_id = $1",
    )
    .bind(code)
    .each(|line: PartyLine| {
        parties.insert(line.id, line);
    })
    .await?;
    Ok(parties)
}

async fn offers(db: &Db, code: Municipality) -> Answer<Vec<OfferLine>> {
    Ok(db
        .read(
            "select id, party_id, name, name_key, summary, does, for_whom, themes, languages, opening, capacity, \
             coalesce(confirmed_at, created_at) as since from directory_offer where municipality_id = $1",
        )
        .bind(code)
        .all()
        .await?)
}

async fn doors(db: &Db, code: Municipality) -> Answer<Doors> {
    let mut of_offers: HashMap<Id<Offer>, Vec<AreaCode>> = HashMap::new();
    let mut of_parties: BTreeMap<Id<Party>, Vec<AreaCode>> = BTreeMap::new();
    db.read(
        "select place.party_id, link.offer_id, place.area_code from directory_place place \
         left join directory_offer_place link \
         on link.municipality_id = place.municipality_id and link.place_id = place.id \
         where place.municipality_id = $1 and place.area_code is not null",
    )
    .bind(code)
    .each(|line: DoorLine| {
        if let Some(offer) = line.offer_id {
            of_offers.entry(offer).or_default().push(line.area_code.clone());
        }
        of_parties.entry(line.party_id).or_default().push(line.area_code);
    })
    .await?;
    Ok(Doors { of_offers, of_parties: of_parties.into_iter().collect() })
}

async fn codes(db: &Db, code: Municipality, year: Option<i32>) -> Answer<Vec<AreaCode>> {
    let Some(year) = year else { return Ok(Vec::new()) };
    Ok(db
        .read("select code from directory_area where municipality_id = $1 and year = $2")
        .bind(code)
        .bind(year)
        .scalars()
        .await?)
}

async fn served(db: &Db, code: Municipality, year: Option<i32>) -> Answer<HashMap<Id<Party>, Vec<AreaCode>>> {
    let mut served: HashMap<Id<Party>, Vec<AreaCode>> = HashMap::new();
    let Some(year) = year else { return Ok(served) };
    db.read(
        "select party_id, area_code from directory_party_area where municipality_id = $1 and area_year = $2",
    )
    .bind(code)
    .bind(year)
    .each(|line: ServedLine| served.entry(line.party_id).or_default().push(line.area_code))
    .await?;
    Ok(served)
}
