//! What questions are answered from: each offer in a few numbers, in the order of the list, with the places where it is given.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use directory::area::postcode::Middle;
use directory::area::postcode::store as postcodes;
use directory::find::{Listing, Target};
use directory::offer::opening::Slot;
use directory::offer::outline::{self, Given, Outline};
use directory::offer::{Offer, ages};
use directory::party::Party;
use directory::place::Place;
use directory::place::store::{self as places, PostcodePoint};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use crate::ids::at_place;
use crate::state::Stamp;

pub(crate) struct Register {
    pub(crate) stamp: Stamp,
    pub(super) facts: Vec<Fact>,
    pub(super) parties: Vec<Id<Party>>,
    pub(super) pairs: Vec<Pair>,
    of_offer: HashMap<Id<Offer>, u32>,
    of_party: HashSet<Id<Party>>,
    of_pair: HashMap<Uuid, u32>,
    slots: Vec<Slot>,
    /// Postcodes of four and of six positions, each with the middle of the doors of who is shown; where none of those has
    /// it, of four positions as they were brought in.
    postcodes: HashMap<String, [f64; 2]>,
}

/// An offer that visitors may see.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) id: Id<Offer>,
    pub(super) party: Id<Party>,
    pub(super) changed_at: Moment,
    pub(super) minimum_age: Option<u16>,
    pub(super) maximum_age: Option<u16>,
    pub(super) has_themes: bool,
    slots: Range<u32>,
    pairs: Range<u32>,
}

/// An offer at a place.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) id: Uuid,
    pub(super) fact: u32,
    pub(super) place: Id<Place>,
    /// Longitude and latitude; none where the address is secret or unknown.
    point: Option<[f64; 2]>,
}

impl Register {
    /// # Errors
    /// What the database answers.
    pub(crate) async fn build(db: &Db, code: Municipality, listing: &Listing) -> Answer<Self> {
        let (mut outlines, mut given): (Vec<Outline>, Vec<Given>) = (Vec::new(), Vec::new());
        let mut doors: Vec<PostcodePoint> = Vec::new();
        let ((), (), (), drawn) = tokio::try_join!(
            outline::all(db, code, |outline| outlines.push(outline)),
            outline::given(db, code, |at| given.push(at)),
            places::postcodes(db, code, |door| doors.push(door)),
            postcodes::all(db, code),
        )?;
        let stamp = Stamp::of(listing);
        let places = 0..u32::try_from(listing.len()).unwrap_or(u32::MAX);
        let shown: Vec<(Target, Id<Party>)> =
            places.filter_map(|at| listing.entry(at)).map(|entry| (entry.target, entry.party)).collect();
        // Whoever waits for another page need not wait for this walk.
        let made = tokio::task::spawn_blocking(move || {
            let mut register = Self::of(stamp, &shown, &outlines, &given);
            register.postcodes = middles(&doors, &register.of_party, &drawn);
            register
        });
        made.await.map_err(Trouble::fault)
    }

    fn of(stamp: Stamp, shown: &[(Target, Id<Party>)], outlines: &[Outline], given: &[Given]) -> Self {
        let at: HashMap<Id<Offer>, &Outline> = outlines.iter().map(|outline| (outline.id, outline)).collect();
        let mut register = Self {
            stamp,
            facts: Vec::with_capacity(shown.len()),
            parties: Vec::new(),
            pairs: Vec::with_capacity(given.len()),
            of_offer: HashMap::with_capacity(shown.len()),
            of_party: HashSet::new(),
            of_pair: HashMap::with_capacity(given.len()),
            slots: Vec::new(),
            postcodes: HashMap::new(),
        };
        for (target, party) in shown {
            if register.of_party.insert(*party) {
                register.parties.push(*party);
            }
            if let Target::Offer(id) = target
                && let Some(outline) = at.get(id)
            {
                register.put(outline, given);
            }
        }
        register
    }

    /// `given` is sorted by offer.
    fn put(&mut self, outline: &Outline, given: &[Given]) {
        let fact = number(self.facts.len());
        let (first_slot, first_pair) = (number(self.slots.len()), number(self.pairs.len()));
        self.slots.extend(outline.opening.slots());
        let from = given.partition_point(|it| it.offer < outline.id);
        for it in given.iter().skip(from).take_while(|it| it.offer == outline.id) {
            let id = at_place(outline.id.uuid(), it.place.uuid());
            self.of_pair.insert(id, number(self.pairs.len()));
            let point = it.lon.zip(it.lat).map(|(lon, lat)| [lon, lat]);
            self.pairs.push(Pair { id, fact, place: it.place, point });
        }
        let (minimum_age, maximum_age) = ages::stated(outline.for_whom.as_str());
        self.of_offer.insert(outline.id, fact);
        self.facts.push(Fact {
            id: outline.id,
            party: outline.party,
            changed_at: outline.changed_at,
            minimum_age,
            maximum_age,
            has_themes: !outline.themes.is_empty(),
            slots: first_slot..number(self.slots.len()),
            pairs: first_pair..number(self.pairs.len()),
        });
    }

    pub(super) fn fact(&self, at: u32) -> Option<&Fact> {
        self.facts.get(at as usize)
    }

    pub(super) fn fact_of(&self, offer: Id<Offer>) -> Option<u32> {
        self.of_offer.get(&offer).copied()
    }

    pub(super) fn has_party(&self, party: Id<Party>) -> bool {
        self.of_party.contains(&party)
    }

    pub(super) fn pair_of(&self, id: Uuid) -> Option<&Pair> {
        self.pairs.get(*self.of_pair.get(&id)? as usize)
    }

    pub(super) fn slots(&self, fact: &Fact) -> &[Slot] {
        self.slots.get(fact.slots.start as usize..fact.slots.end as usize).unwrap_or_default()
    }

    pub(super) fn pairs_of(&self, fact: &Fact) -> &[Pair] {
        self.pairs.get(fact.pairs.start as usize..fact.pairs.end as usize).unwrap_or_default()
    }

    /// The middle of the doors with this postcode; of six positions nobody has, of its first four.
    pub(super) fn middle(&self, postcode: &str) -> Option<[f64; 2]> {
        let four = postcode.get(..4).unwrap_or(postcode);
        self.postcodes.get(postcode).or_else(|| self.postcodes.get(four)).copied()
    }
}

impl Pair {
    /// Within so many metres of a point. What has no point is nowhere near.
    pub(super) fn is_within(&self, metres: f64, [lon, lat]: [f64; 2]) -> bool {
        let Some([x, y]) = self.point else { return false };
        // A degree is 111.2 km along a meridian; within one municipality the earth is flat enough.
        let east = (x - lon) * lat.to_radians().cos();
        let north = y - lat;
        east.hypot(north) * 111_195.0 <= metres
    }
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// Who hides is not located by a postcode either.
fn middles(
    doors: &[PostcodePoint],
    shown: &HashSet<Id<Party>>,
    drawn: &[Middle],
) -> HashMap<String, [f64; 2]> {
    let mut sums: HashMap<String, ([f64; 2], f64)> = HashMap::new();
    for door in doors.iter().filter(|door| shown.contains(&door.party)) {
        let bare: String = door.postcode.as_str().chars().filter(|c| !c.is_whitespace()).collect();
        let bare = bare.to_uppercase();
        for key in [bare.get(..4), bare.get(..6)].into_iter().flatten() {
            let (sum, count) = sums.entry(key.to_owned()).or_default();
            sum[0] += door.lon;
            sum[1] += door.lat;
            *count += 1.0;
        }
    }
    let middle = |(key, ([lon, lat], count)): (String, ([f64; 2], f64))| (key, [lon / count, lat / count]);
    let mut middles: HashMap<String, [f64; 2]> = sums.into_iter().map(middle).collect();
    for of in drawn {
        middles.entry(of.postcode.as_str().to_owned()).or_insert([of.lon, of.lat]);
    }
    middles
}
