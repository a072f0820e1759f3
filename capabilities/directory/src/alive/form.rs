//! *Is veranderd*: the words of a party, its places and its offers in one form, judged as at the desk.

use access::Fields;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use ui::Lang;

use super::Request;
use super::answer::by_the_party;
use crate::contact::people::People;
use crate::desk::form::{Fault, Faults, digest, later};
use crate::desk::party::EVERYWHERE;
use crate::desk::{offer as offer_form, party as party_form, place as place_form};
use crate::offer::Offer;
use crate::party::Party;
use crate::party::whole::Whole;
use crate::place::{Address, Place, Whereabouts};
use crate::wording::Unfit;

/// What a party may change about itself here. World, areas and themes are for who keeps the map.
pub(super) const OF_PARTY: [&str; 14] = [
    "name",
    "summary",
    "call_for",
    "not_for",
    "best_way",
    "capacity",
    "capacity_note",
    "role_name",
    "role_phone",
    "role_email",
    "website",
    "lived_experience",
    "works_gladly",
    "languages",
];

/// About each of its places.
pub(super) const OF_PLACE: [&str; 8] =
    [LEFT, "confidential", "place_name", "street", "house_number", "postcode", "town", "access"];

/// And about each of its offers.
pub(super) const OF_OFFER: [&str; 11] = [
    STOPPED,
    "name",
    "summary",
    "does",
    "does_not",
    "for_whom",
    "opening",
    "opening_note",
    "cost",
    "capacity",
    "languages",
];

/// Ticked: it is no longer there; it no longer does this.
pub(super) const LEFT: &str = "left";
pub(super) const STOPPED: &str = "stopped";

/// None of these ticked is an answer as well, when the boxes were in the form: then this stands beside them.
const BOXES: [&str; 2] = ["languages", "confidential"];
pub(super) const WITH_BOXES: &str = "boxes";

/// The form as it is drawn.
#[derive(Debug)]
pub struct Sheet {
    pub(super) party: Part<Party>,
    pub(super) places: Vec<Part<Place>>,
    pub(super) offers: Vec<Part<Offer>>,
    /// Somebody else wrote between the drawing and the saving.
    pub(super) meanwhile: bool,
}

/// A party, a place or an offer with what stands in its fields and what does not fit.
#[derive(Debug)]
pub(super) struct Part<T> {
    pub(super) known: T,
    /// Before the names of its fields.
    pub(super) prefix: String,
    pub(super) typed: Fields,
    pub(super) faults: Faults,
    /// Which version of it the form was drawn from.
    pub(super) seen: String,
}

/// What a party said of itself, confirmed by it.
pub(super) struct Said {
    pub(super) party: Party,
    pub(super) offers: Vec<Offer>,
    pub(super) stopped: Vec<Offer>,
    pub(super) places: Vec<Place>,
    pub(super) left: Vec<Id<Place>>,
}

impl<T> Part<T> {
    fn all_faults(&self) -> impl Iterator<Item = (String, &Fault)> {
        self.faults.iter().map(|(name, fault)| (format!("{}{name}", self.prefix), fault))
    }

    fn is_in(&self, typed: &Fields) -> bool {
        typed.has(&format!("{}seen", self.prefix))
    }

    fn still_so(&self, typed: &Fields) -> bool {
        typed.get(&format!("{}seen", self.prefix)) == self.seen
    }

    /// What was typed, over what was there: what is not in the form stays as it is.
    fn lay_over(&mut self, typed: &Fields, names: &[&str]) {
        let boxes = typed.has(&format!("{}{WITH_BOXES}", self.prefix));
        for name in names {
            let whole = format!("{}{name}", self.prefix);
            if typed.has(&whole) || (boxes && BOXES.contains(name)) {
                self.typed.remove(name);
                typed.all(&whole).for_each(|value| self.typed.push(*name, value));
            }
        }
    }
}

impl Sheet {
    /// As it stands on the map now.
    ///
    /// # Errors
    /// `NotThere` when the party is gone; what the database answers.
    pub(super) async fn of(db: &Db, here: Municipality, request: &Request, lang: Lang) -> Answer<Self> {
        let whole = Whole::read(db, here, request.party).await?;
        let offers = with_places(whole.offers, &whole.places).map(|offer| Part {
            prefix: format!("o-{}-", offer.id),
            typed: offer_form::typed(&offer, lang),
            faults: Vec::new(),
            seen: offer.changed_at.micros().to_string(),
            known: offer,
        });
        Ok(Self {
            offers: offers.collect(),
            party: Part {
                prefix: String::new(),
                typed: party_form::typed(&whole.party),
                faults: Vec::new(),
                seen: whole.party.changed_at.micros().to_string(),
                known: whole.party,
            },
            places: whole.places.into_iter().map(|(place, _)| of_place(place)).collect(),
            meanwhile: false,
        })
    }

    /// All that is wrong, in the order of the form, by the whole name of the field.
    pub(super) fn faults(&self) -> Vec<(String, &Fault)> {
        let places = self.places.iter().flat_map(Part::all_faults);
        let offers = self.offers.iter().flat_map(Part::all_faults);
        self.party.all_faults().chain(places).chain(offers).collect()
    }

    fn lay_over(&mut self, typed: &Fields) {
        // What was added meanwhile was not in the form, so nobody looked at it.
        self.places.retain(|part| part.is_in(typed));
        self.offers.retain(|part| part.is_in(typed));
        self.party.lay_over(typed, &OF_PARTY);
        self.places.iter_mut().for_each(|part| part.lay_over(typed, &OF_PLACE));
        self.offers.iter_mut().for_each(|part| part.lay_over(typed, &OF_OFFER));
        self.meanwhile = !(self.party.still_so(typed)
            && self.places.iter().all(|part| part.still_so(typed))
            && self.offers.iter().all(|part| part.still_so(typed)));
    }
}

/// A place has no moment of its own in the form: its version is all that the form shows of it.
fn of_place(place: Place) -> Part<Place> {
    let typed = place_form::typed(&place);
    let (prefix, seen) = (format!("p-{}-", place.id), digest(&typed));
    Part { prefix, typed, faults: Vec::new(), seen, known: place }
}

fn with_places<'w>(
    offers: Vec<Offer>,
    places: &'w [(Place, Vec<Id<Offer>>)],
) -> impl Iterator<Item = Offer> + 'w
where
    Offer: 'w,
{
    offers.into_iter().map(|mut offer| {
        let at = places.iter().filter(|(_, offers)| offers.contains(&offer.id));
        offer.places = at.map(|(place, _)| place.id).collect();
        offer
    })
}

/// The party, and the places and offers that were in the form, confirmed by the party itself; or the form again.
///
/// # Errors
/// `NotThere` when the party is gone; what the database answers.
pub(super) async fn read(
    db: &Db,
    here: Municipality,
    request: &Request,
    typed: &Fields,
    now: Moment,
) -> Answer<Result<Said, Box<Sheet>>> {
    let mut sheet = Sheet::of(db, here, request, Lang::Nl).await?;
    let known: Vec<Place> = sheet.places.iter().map(|part| part.known.clone()).collect();
    let taxonomy = crate::theme::store::taxonomy(db, here).await?;
    let contacts = crate::contact::store::of_parties(db, here, &[request.party]).await?;
    sheet.lay_over(typed);
    let part = &mut sheet.party;
    // Where it works is not in this form, and stays as it is.
    let mut fields = part.typed.clone();
    fields.remove("serves");
    fields.push("serves", EVERYWHERE);
    let party = party_form::read(&fields, part.known.id, Some(&part.known), &[], &contacts, now);
    let party = party.map_err(|faults| part.faults = faults).ok();
    let serves = part.known.serves.clone();
    let people = People::named(fields.get("name"), &contacts);
    let around = offer_form::Around { people: &people, places: &known, taxonomy: &taxonomy };
    let (places, left) = read_places(&mut sheet.places);
    let (mut offers, stopped) = read_offers(&mut sheet.offers, around, now);
    if sheet.meanwhile || !sheet.faults().is_empty() {
        return Ok(Err(Box::new(sheet)));
    }
    let Some(party) = party else { return Ok(Err(Box::new(sheet))) };
    let mut party = Party { serves, ..party };
    party.confirmed = Some(by_the_party(now));
    party.changed_at = later(Some(party.changed_at), now);
    for offer in &mut offers {
        offer.confirmed = Some(by_the_party(now));
        offer.places.retain(|place| !left.contains(place));
    }
    Ok(Ok(Said { party, offers, stopped, places, left }))
}

/// The offers it goes on with, and those it stopped: of these nothing else that was typed counts.
fn read_offers(
    parts: &mut [Part<Offer>],
    around: offer_form::Around<'_>,
    now: Moment,
) -> (Vec<Offer>, Vec<Offer>) {
    let (mut offers, mut stopped) = (Vec::new(), Vec::new());
    for part in parts {
        let known = &part.known;
        if part.typed.has(STOPPED) {
            stopped.push(known.clone());
            continue;
        }
        match offer_form::read(&part.typed, known.id, known.party, Some(known), around, now) {
            Ok(offer) => offers.push(offer),
            Err(faults) => part.faults = faults,
        }
    }
    (offers, stopped)
}

/// The places of which something changed, and those where it is no longer.
fn read_places(parts: &mut [Part<Place>]) -> (Vec<Place>, Vec<Id<Place>>) {
    let (mut places, mut left) = (Vec::new(), Vec::new());
    for part in parts {
        if part.typed.has(LEFT) {
            left.push(part.known.id);
            continue;
        }
        match read_place(&part.typed, &part.known) {
            Ok(place) if place == part.known => {}
            Ok(place) => places.push(place),
            Err(faults) => part.faults = faults,
        }
    }
    (places, left)
}

/// Who moved is no longer where the mark on the map was; who keeps the map puts a new one.
fn read_place(typed: &Fields, known: &Place) -> Result<Place, Faults> {
    let mut fields = typed.clone();
    fields.remove("point");
    fields.remove("area");
    let mut place = place_form::read(&fields, known.id, known.party, Some(known), &[])?;
    match (&known.whereabouts, &mut place.whereabouts) {
        (Whereabouts::Open(before), Whereabouts::Open(now)) if same_door(&before.address, &now.address) => {
            now.point = before.point;
            now.area.clone_from(&before.area);
        }
        // A secret is not given up by a tick that went by itself: there must be an address.
        (Whereabouts::Confidential, Whereabouts::Open(now)) if now.address.street.is_empty() => {
            return Err(vec![("street", Fault::Unfit(Unfit::Empty))]);
        }
        _ => {}
    }
    Ok(place)
}

/// What was empty before and is filled in now is the same door, told better.
fn same_door(before: &Address, now: &Address) -> bool {
    let pairs = [
        (&before.street, &now.street),
        (&before.house_number, &now.house_number),
        (&before.postcode, &now.postcode),
        (&before.town, &now.town),
    ];
    pairs.into_iter().all(|(before, now)| before.is_empty() || before == now)
}
