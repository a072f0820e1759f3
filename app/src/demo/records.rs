//! From what the demo's files say to parties, places, people and offers, with a sentence for whatever does not fit.

use std::collections::HashMap;
use std::time::Duration;

use directory::area::AreaCode;
use directory::area::locate::Locator;
use directory::confirmation::Confirmation;
use directory::contact::{Consented, Contact};
use directory::language::Languages;
use directory::municipality::Municipality;
use directory::offer::opening::Opening;
use directory::offer::{Offer, Way};
use directory::party::{Capacity, Email, Party, Phone, RoleAddress, Serves, Sphere, Website};
use directory::place::{Address, OpenPlace, Place, Point, Whereabouts};
use directory::theme::Taxonomy;
use directory::wording::{Line, Lines, Name, Prose, Unfit};
use ground::id::{Id, Municipality as Code};
use ground::moment::Moment;

use super::raw;

/// Whoever never confirmed a profile wrote it this long ago.
const WRITTEN_DAYS: u64 = 20;

pub(super) struct Records {
    municipality: Code,
    /// From so many days on a profile was asked about in vain, and is hidden.
    hide_days: u64,
    year: i32,
    now: Moment,
    made: u64,
    pub(super) parties: Vec<Party>,
    pub(super) places: Vec<Place>,
    pub(super) contacts: Vec<Contact>,
    pub(super) offers: Vec<Offer>,
}

/// Says which field of which record does not fit.
struct Of<'k>(&'k str);

impl Of<'_> {
    fn fits<T>(&self, field: &str, parsed: Result<T, Unfit>) -> Result<T, String> {
        parsed.map_err(|unfit| format!("{} of {}: {unfit}", field, self.0))
    }

    fn lines(&self, field: &str, typed: &[String]) -> Result<Lines, String> {
        self.fits(field, Lines::from_lines(typed.iter().map(String::as_str)))
    }

    fn languages(&self, typed: &[String]) -> Result<Languages, String> {
        self.fits("languages", Languages::parse(typed.iter().map(String::as_str)))
    }

    fn capacity(&self, typed: Option<&String>) -> Result<Capacity, String> {
        typed.map_or(Ok(Capacity::Unknown), |word| self.fits("capacity", Capacity::parse(word)))
    }
}

impl Records {
    pub(super) fn new(town: &Municipality, year: i32, now: Moment) -> Self {
        let (municipality, hide_days) = (town.code, u64::from(town.ageing.hide_days));
        let (parties, places, contacts, offers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { municipality, hide_days, year, now, made: 0, parties, places, contacts, offers }
    }

    pub(super) fn take(&mut self, file: raw::PartiesFile) -> Result<(), String> {
        file.party.into_iter().try_for_each(|party| self.party(party))
    }

    /// Each open place gets the neighbourhood its point lies in.
    pub(super) fn locate(&mut self, locator: &Locator) {
        for place in &mut self.places {
            if let Whereabouts::Open(open) = &mut place.whereabouts {
                open.area = open.point.and_then(|point| locator.area_of(point));
            }
        }
    }

    /// Ids in the order of the files.
    fn id<T>(&mut self) -> Id<T> {
        self.made += 1;
        Id::new(self.now.plus(Duration::from_micros(self.made)))
    }

    fn ago(&self, days: u64) -> Moment {
        self.now.minus(Duration::from_secs(days * 86_400))
    }

    /// Everybody was asked in time; who did not answer is out of sight.
    fn asked(&self, days: Option<u64>) -> Option<Moment> {
        days.filter(|days| *days >= self.hide_days).map(|_| self.ago(WRITTEN_DAYS))
    }

    fn confirmation(&self, days: Option<u64>, by: &str) -> Result<(Option<Confirmation>, Moment), String> {
        let by = Of("a confirmation").fits("confirmed_by", Line::parse(by))?;
        let written = self.ago(days.unwrap_or(0) + WRITTEN_DAYS);
        Ok((days.map(|days| Confirmation { at: self.ago(days), by }), written))
    }

    fn party(&mut self, raw: raw::Party) -> Result<(), String> {
        let of = Of(&raw.key);
        let id = self.id();
        let by = raw.confirmed_by.clone().unwrap_or_else(|| "de contactpersoon".to_owned());
        let (confirmed, created_at) = self.confirmation(raw.confirmed_days_ago, &by)?;
        let party = Party {
            id,
            sphere: of.fits("sphere", Sphere::parse(&raw.sphere))?,
            name: of.fits("name", Name::parse(&raw.name))?,
            summary: of.fits("summary", Prose::parse(&raw.summary))?,
            call_for: of.lines("call_for", &raw.call_for)?,
            not_for: of.lines("not_for", &raw.not_for)?,
            languages: of.languages(&raw.languages)?,
            best_way: of.fits("best_way", Line::parse(&raw.best_way))?,
            lived_experience: of.fits("lived_experience", Prose::parse(&raw.lived_experience))?,
            works_gladly: of.fits("works_gladly", Prose::parse(&raw.works_gladly))?,
            capacity: of.capacity(raw.capacity.as_ref())?,
            capacity_note: of.fits("capacity_note", Line::parse(&raw.capacity_note))?,
            role: RoleAddress {
                name: of.fits("role.name", Line::parse(&raw.role.name))?,
                phone: of.fits("role.phone", Phone::parse(&raw.role.phone))?,
                email: of.fits("role.email", Email::parse(&raw.role.email))?,
                website: of.fits("role.website", Website::parse(&raw.role.website))?,
            },
            serves: self.serves(&of, &raw.serves)?,
            origin: None,
            changed_at: confirmed.as_ref().map_or(created_at, |confirmed| confirmed.at),
            confirmed,
            asked_at: self.asked(raw.confirmed_days_ago),
            mail_returns: false,
            put_away_at: None,
            created_at,
        };
        self.parties.push(party);
        let mut places = HashMap::new();
        for place in raw.place {
            places.insert(place.key.clone(), self.place(id, place)?);
        }
        raw.contact.into_iter().try_for_each(|contact| self.contact(&of, id, contact))?;
        raw.offer.into_iter().try_for_each(|offer| self.offer(id, offer, &places, &by))
    }

    fn serves(&self, of: &Of<'_>, codes: &[String]) -> Result<Serves, String> {
        if codes.iter().any(|code| *code == self.municipality.to_string()) {
            return Ok(Serves::Everywhere);
        }
        let areas: Result<Vec<_>, String> = codes
            .iter()
            .map(|code| of.fits("serves", AreaCode::parse(code)).map(|code| (code, self.year)))
            .collect();
        areas.map(Serves::Areas)
    }

    fn place(&mut self, party: Id<Party>, raw: raw::Place) -> Result<Id<Place>, String> {
        let of = Of(&raw.key);
        let id = self.id();
        let open = OpenPlace {
            name: of.fits("name", Line::parse(&raw.name))?,
            address: Address {
                street: of.fits("street", Line::parse(&raw.street))?,
                house_number: of.fits("house_number", Line::parse(&raw.house_number))?,
                postcode: of.fits("postcode", Line::parse(&raw.postcode))?,
                town: of.fits("town", Line::parse(&raw.town))?,
            },
            access: of.fits("access", Prose::parse(&raw.access))?,
            point: match raw.point {
                Some([lon, lat]) => Some(of.fits("point", Point::new(lon, lat))?),
                None => None,
            },
            area: None,
        };
        if raw.confidential && (open.point.is_some() || !open.address.is_empty()) {
            return Err(format!("{} is confidential and yet has an address or a point", raw.key));
        }
        let whereabouts =
            if raw.confidential { Whereabouts::Confidential } else { Whereabouts::Open(Box::new(open)) };
        self.places.push(Place { id, party, whereabouts, source_key: None });
        Ok(id)
    }

    fn contact(&mut self, of: &Of<'_>, party: Id<Party>, raw: raw::Contact) -> Result<(), String> {
        let name = match raw.name {
            Some(_) if !raw.consent_name => {
                return Err(format!("a contact of {} has a name without consent_name", of.0));
            }
            Some(name) => Some(Consented {
                value: of.fits("contact name", Name::parse(&name))?,
                since: self.ago(WRITTEN_DAYS),
            }),
            None => None,
        };
        let contact = Contact {
            id: self.id(),
            party,
            role: of.fits("role", Name::parse(&raw.role))?,
            name,
            photo: None,
            note: of.fits("note", Line::parse(&raw.note))?,
            languages: of.languages(&raw.languages)?,
            phone: of.fits("phone", Phone::parse(&raw.phone))?,
            email: of.fits("email", Email::parse(&raw.email))?,
            mail_returns: false,
        };
        self.contacts.push(contact);
        Ok(())
    }

    fn offer(
        &mut self,
        party: Id<Party>,
        raw: raw::Offer,
        places: &HashMap<String, Id<Place>>,
        by: &str,
    ) -> Result<(), String> {
        let of = Of(&raw.key);
        let (confirmed, created_at) = self.confirmation(raw.confirmed_days_ago, by)?;
        let at: Result<Vec<_>, String> = raw
            .at
            .iter()
            .map(|key| {
                places.get(key).copied().ok_or_else(|| format!("{} is at {key}, which is no place", raw.key))
            })
            .collect();
        let opening = Opening::parse(raw.opening.iter().map(String::as_str));
        let offer = Offer {
            id: self.id(),
            party,
            name: of.fits("name", Name::parse(&raw.name))?,
            summary: of.fits("summary", Prose::parse(&raw.summary))?,
            does: of.lines("does", &raw.does)?,
            does_not: of.lines("does_not", &raw.does_not)?,
            for_whom: of.fits("for_whom", Line::parse(&raw.for_whom))?,
            themes: of.fits("themes", Taxonomy::shipped().read(raw.themes.iter().map(String::as_str)))?,
            languages: of.languages(&raw.languages)?,
            way: raw.way.as_ref().map_or(Ok(Way::Unknown), |way| of.fits("way", Way::parse(way)))?,
            opening: of.fits("opening", opening.map_err(|(_, unfit)| unfit))?,
            opening_note: of.fits("opening_note", Line::parse(&raw.opening_note))?,
            cost: of.fits("cost", Line::parse(&raw.cost))?,
            capacity: of.capacity(raw.capacity.as_ref())?,
            places: at?,
            origin: None,
            changed_at: confirmed.as_ref().map_or(created_at, |confirmed| confirmed.at),
            confirmed,
            asked_at: self.asked(raw.confirmed_days_ago),
            created_at,
        };
        self.offers.push(offer);
        Ok(())
    }
}
