//! *Is veranderd*: the words of a party and its offers in one form, judged as at the desk.

use access::Fields;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;
use ui::Lang;

use super::Request;
use super::answer::by_the_party;
use crate::contact::people::People;
use crate::desk::form::{Fault, Faults, later};
use crate::desk::party::EVERYWHERE;
use crate::desk::{offer as offer_form, party as party_form};
use crate::offer::Offer;
use crate::party::Party;
use crate::party::whole::Whole;

/// What a party may change about itself here. World, areas, languages and places are for who keeps the map.
pub(super) const OF_PARTY: [&str; 13] = [
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
];

/// And about each of its offers.
pub(super) const OF_OFFER: [&str; 9] =
    ["name", "summary", "does", "does_not", "for_whom", "opening", "opening_note", "cost", "capacity"];

/// The form as it is drawn.
#[derive(Debug)]
pub struct Sheet {
    pub(super) party: Part<Party>,
    pub(super) offers: Vec<Part<Offer>>,
    /// Somebody else wrote between the drawing and the saving.
    pub(super) meanwhile: bool,
}

/// A party or an offer with what stands in its fields and what does not fit.
#[derive(Debug)]
pub(super) struct Part<T> {
    pub(super) known: T,
    /// Before the names of its fields.
    pub(super) prefix: String,
    pub(super) typed: Fields,
    pub(super) faults: Faults,
    pub(super) seen: Moment,
}

impl<T> Part<T> {
    fn all_faults(&self) -> impl Iterator<Item = (String, &Fault)> {
        self.faults.iter().map(|(name, fault)| (format!("{}{name}", self.prefix), fault))
    }
}

impl Sheet {
    /// As it stands on the map now.
    ///
    /// # Errors
    /// `NotThere` when the party is gone; what the database answers.
    pub(super) async fn of(db: &Db, here: Municipality, request: &Request, lang: Lang) -> Answer<Self> {
        let whole = Whole::read(db, here, request.party).await?;
        Ok(Self {
            party: Part {
                prefix: String::new(),
                typed: party_form::typed(&whole.party),
                faults: Vec::new(),
                seen: whole.party.changed_at,
                known: whole.party,
            },
            offers: with_places(whole.offers, &whole.places)
                .map(|offer| Part {
                    prefix: prefix(&offer),
                    typed: offer_form::typed(&offer, lang),
                    faults: Vec::new(),
                    seen: offer.changed_at,
                    known: offer,
                })
                .collect(),
            meanwhile: false,
        })
    }

    /// All that is wrong, in the order of the form, by the whole name of the field.
    pub(super) fn faults(&self) -> Vec<(String, &Fault)> {
        self.party.all_faults().chain(self.offers.iter().flat_map(Part::all_faults)).collect()
    }
}

fn prefix(offer: &Offer) -> String {
    format!("o-{}-", offer.id)
}

fn with_places<'w>(
    offers: Vec<Offer>,
    places: &'w [(crate::place::Place, Vec<ground::id::Id<Offer>>)],
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

/// What was typed of one part, over what was there: what is not in the form stays as it is.
fn laid_over(mut before: Fields, typed: &Fields, prefix: &str, names: &[&str]) -> Fields {
    for name in names {
        let whole = format!("{prefix}{name}");
        if typed.has(&whole) {
            before.remove(name);
            before.push(*name, typed.get(&whole));
        }
    }
    before
}

/// The party and the offers that were in the form, confirmed by the party itself; or the form again.
///
/// # Errors
/// `NotThere` when the party is gone; what the database answers.
pub(super) async fn read(
    db: &Db,
    here: Municipality,
    request: &Request,
    typed: &Fields,
    now: Moment,
) -> Answer<Result<(Party, Vec<Offer>), Box<Sheet>>> {
    let mut sheet = Sheet::of(db, here, request, Lang::Nl).await?;
    let places = crate::place::store::of_parties(db, here, &[request.party]).await?;
    let taxonomy = crate::theme::store::taxonomy(db, here).await?;
    let contacts = crate::contact::store::of_parties(db, here, &[request.party]).await?;
    let seen = |prefix: &str, changed_at: Moment| {
        typed.get(&format!("{prefix}seen")).parse() == Ok(changed_at.micros())
    };
    let part = &mut sheet.party;
    part.typed = laid_over(std::mem::take(&mut part.typed), typed, "", &OF_PARTY);
    let mut meanwhile = !seen("", part.known.changed_at);
    // Where it works is not in this form, and stays as it is.
    let mut fields = part.typed.clone();
    fields.remove("serves");
    fields.push("serves", EVERYWHERE);
    let party = party_form::read(&fields, part.known.id, Some(&part.known), &[], &contacts, now);
    let party = party.map_err(|faults| part.faults = faults).ok();
    let serves = part.known.serves.clone();
    let people = People::named(fields.get("name"), &contacts);
    let around = offer_form::Around { people: &people, places: &places, taxonomy: &taxonomy };
    let mut offers = Vec::new();
    // An offer that was added meanwhile was not in the form, so nobody looked at it.
    sheet.offers.retain(|part| typed.has(&format!("{}seen", part.prefix)));
    for part in &mut sheet.offers {
        part.typed = laid_over(std::mem::take(&mut part.typed), typed, &part.prefix, &OF_OFFER);
        meanwhile |= !seen(&part.prefix, part.known.changed_at);
        let known = &part.known;
        match offer_form::read(&part.typed, known.id, known.party, Some(known), around, now) {
            Ok(offer) => offers.push(offer),
            Err(faults) => part.faults = faults,
        }
    }
    sheet.meanwhile = meanwhile;
    if meanwhile || !sheet.faults().is_empty() {
        return Ok(Err(Box::new(sheet)));
    }
    let Some(party) = party else { return Ok(Err(Box::new(sheet))) };
    let mut party = Party { serves, ..party };
    party.confirmed = Some(by_the_party(now));
    party.changed_at = later(Some(party.changed_at), now);
    for offer in &mut offers {
        offer.confirmed = Some(by_the_party(now));
    }
    Ok(Ok((party, offers)))
}
