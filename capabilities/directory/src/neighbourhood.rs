//! A small simulated neighbourhood for tests: two districts, four square neighbourhoods, and whoever a test puts there.
#![allow(
    clippy::unwrap_used,
    reason = "for tests only: a neighbourhood that cannot be built must stop the test"
)]

use std::time::Duration;

use access::Permit;
use ground::db::Db;
use ground::id::{Id, Municipality as Code};
use ground::moment::Moment;

use crate::area::postcode::{Middle, Postcode};
use crate::area::{Area, AreaCode, Figures, Shape};
use crate::confirmation::{Ageing, Confirmation};
use crate::contact::{Consented, Contact};
use crate::language::Languages;
use crate::map::scenery::Scenery;
use crate::municipality::{Municipality, Slug};
use crate::offer::opening::Opening;
use crate::offer::{Offer, Way};
use crate::party::{Capacity, Party, RoleAddress, Serves, Sphere};
use crate::place::{Address, OpenPlace, Place, Point, Whereabouts};
use crate::theme::Themes;
use crate::wording::{Line, Lines, Name, Prose};

pub const HERE: Code = Code(9901);
pub const YEAR: i32 = 2026;
/// De Boogerd lies west, Havenkwartier east of it.
pub const DISTRICTS: [(&str, &str); 2] = [("WK990101", "De Boogerd"), ("WK990102", "Havenkwartier")];
/// Two in each district, north above south.
pub const NEIGHBOURHOODS: [(&str, &str); 4] = [
    ("BU99010101", "Lindenkamp"),
    ("BU99010102", "Kersenveld"),
    ("BU99010201", "Vischkade"),
    ("BU99010202", "Sluiskamers"),
];
/// How long and wide a neighbourhood is, in degrees.
const SIDE: f64 = 0.01;

pub struct Neighbourhood {
    pub now: Moment,
    pub municipality: Municipality,
    pub areas: Vec<Area>,
    pub parties: Vec<Party>,
    pub offers: Vec<Offer>,
    pub places: Vec<Place>,
    pub contacts: Vec<Contact>,
    pub photos: Vec<(Id<Contact>, Vec<u8>)>,
    pub scenery: Vec<Scenery>,
    pub postcodes: Vec<Middle>,
    made: u64,
}

#[must_use]
pub fn code(text: &str) -> AreaCode {
    AreaCode::parse(text).unwrap()
}

fn square(
    code: &str,
    name: &str,
    [west, south]: [f64; 2],
    [wide, high]: [f64; 2],
    parent: Option<&str>,
) -> Area {
    let (east, north) = (west + wide, south + high);
    let geojson = format!(
        "{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}"
    );
    Area {
        code: AreaCode::parse(code).unwrap(),
        year: YEAR,
        name: Name::parse(name).unwrap(),
        parent: parent.map(|code| AreaCode::parse(code).unwrap()),
        shape: Some(Shape { geojson, west, south, east, north }),
        figures: Figures::default(),
        source: None,
    }
}

impl Neighbourhood {
    /// Nobody is there yet.
    #[must_use]
    pub fn new(now: Moment) -> Self {
        let corner = |at: usize| {
            [
                5.3 + SIDE * if at < 2 { 0.0 } else { 1.0 },
                52.61 - SIDE * if at.is_multiple_of(2) { 0.0 } else { 1.0 },
            ]
        };
        let mut areas: Vec<Area> = DISTRICTS
            .iter()
            .enumerate()
            .map(|(at, (code, name))| {
                square(
                    code,
                    name,
                    [5.3 + SIDE * if at == 0 { 0.0 } else { 1.0 }, 52.6],
                    [SIDE, 2.0 * SIDE],
                    None,
                )
            })
            .collect();
        areas.extend(NEIGHBOURHOODS.iter().enumerate().map(|(at, (code, name))| {
            square(code, name, corner(at), [SIDE, SIDE], Some(DISTRICTS[at / 2].0))
        }));
        Self {
            now,
            municipality: Municipality {
                code: HERE,
                name: Name::parse("Oosterwaard").unwrap(),
                slug: Slug::of("Oosterwaard").unwrap(),
                theme: "oosterwaard".to_owned(),
                fiction: true,
                area_year: Some(YEAR),
                ageing: Ageing::default(),
                residents: None,
                version: 0,
            },
            areas,
            parties: Vec::new(),
            offers: Vec::new(),
            places: Vec::new(),
            contacts: Vec::new(),
            photos: Vec::new(),
            scenery: Vec::new(),
            postcodes: Vec::new(),
            made: 0,
        }
    }

    fn id<T>(&mut self) -> Id<T> {
        self.made += 1;
        Id::new(self.now.plus(Duration::from_millis(self.made)))
    }

    #[must_use]
    pub fn days_ago(&self, days: u64) -> Moment {
        self.now.minus(Duration::from_secs(days * 86_400))
    }

    /// A party that works everywhere and was confirmed ten days ago, unless `more` says otherwise.
    pub fn party(&mut self, name: &str, sphere: Sphere, more: impl FnOnce(&mut Party)) -> Id<Party> {
        let seen = self.days_ago(10);
        let mut party = Party {
            id: self.id(),
            sphere,
            name: Name::parse(name).unwrap(),
            summary: Prose::parse("Wij helpen graag.").unwrap(),
            call_for: Lines::default(),
            not_for: Lines::default(),
            languages: Languages::parse(["nl"]).unwrap(),
            best_way: Line::default(),
            lived_experience: Prose::default(),
            works_gladly: Prose::default(),
            capacity: Capacity::Open,
            capacity_note: Line::default(),
            role: RoleAddress::default(),
            serves: Serves::Everywhere,
            origin: None,
            confirmed: Some(Confirmation { at: seen, by: Line::parse("de coördinator").unwrap() }),
            asked_at: None,
            mail_returns: false,
            put_away_at: None,
            created_at: seen,
            changed_at: seen,
        };
        more(&mut party);
        let id = party.id;
        self.parties.push(party);
        id
    }

    /// An offer of a party, confirmed ten days ago, at all of the party's places unless `more` says otherwise.
    pub fn offer(
        &mut self,
        party: Id<Party>,
        name: &str,
        themes: &[&str],
        more: impl FnOnce(&mut Offer),
    ) -> Id<Offer> {
        let seen = self.days_ago(10);
        let places = self.places.iter().filter(|place| place.party == party).map(|place| place.id).collect();
        let mut offer = Offer {
            id: self.id(),
            party,
            name: Name::parse(name).unwrap(),
            summary: Prose::default(),
            does: Lines::default(),
            does_not: Lines::default(),
            for_whom: Line::default(),
            themes: Themes::parse(themes.iter().copied()).unwrap(),
            languages: Languages::default(),
            way: Way::WalkIn,
            opening: Opening::default(),
            opening_note: Line::default(),
            cost: Line::default(),
            capacity: Capacity::Unknown,
            places,
            origin: None,
            confirmed: Some(Confirmation { at: seen, by: Line::parse("de coördinator").unwrap() }),
            asked_at: None,
            created_at: seen,
            changed_at: seen,
        };
        more(&mut offer);
        let id = offer.id;
        self.offers.push(offer);
        id
    }

    /// A door in the middle of a neighbourhood (by its place in [`NEIGHBOURHOODS`]).
    pub fn place(&mut self, party: Id<Party>, neighbourhood: usize, street: &str) -> Id<Place> {
        let area = &self.areas[DISTRICTS.len() + neighbourhood];
        let shape = area.shape.as_ref().unwrap();
        let middle = (f64::midpoint(shape.west, shape.east), f64::midpoint(shape.south, shape.north));
        let open = OpenPlace {
            address: Address { street: Line::parse(street).unwrap(), ..Address::default() },
            point: Some(Point::new(middle.0, middle.1).unwrap()),
            area: Some((area.code.clone(), YEAR)),
            ..OpenPlace::default()
        };
        self.put_place(party, Whereabouts::Open(Box::new(open)))
    }

    /// Somewhere without a door: the middle of a neighbourhood, by its place in [`NEIGHBOURHOODS`].
    pub fn postcode(&mut self, postcode: &str, neighbourhood: usize) {
        let shape = self.areas[DISTRICTS.len() + neighbourhood].shape.as_ref().unwrap();
        self.postcodes.push(Middle {
            postcode: Postcode::parse(postcode).unwrap(),
            lon: f64::midpoint(shape.west, shape.east),
            lat: f64::midpoint(shape.south, shape.north),
        });
    }

    pub fn secret_place(&mut self, party: Id<Party>) -> Id<Place> {
        self.put_place(party, Whereabouts::Confidential)
    }

    fn put_place(&mut self, party: Id<Party>, whereabouts: Whereabouts) -> Id<Place> {
        let place = Place { id: self.id(), party, whereabouts, source_key: None };
        let id = place.id;
        self.places.push(place);
        id
    }

    /// Somebody to ask for; with a name only when there is one who agreed.
    pub fn contact(&mut self, party: Id<Party>, role: &str, name: Option<&str>) -> Id<Contact> {
        let since = self.days_ago(30);
        let contact = Contact {
            id: self.id(),
            party,
            role: Name::parse(role).unwrap(),
            name: name.map(|name| Consented { value: Name::parse(name).unwrap(), since }),
            photo: None,
            note: Line::default(),
            languages: Languages::default(),
            phone: crate::party::Phone::default(),
            email: crate::party::Email::default(),
            mail_returns: false,
        };
        let id = contact.id;
        self.contacts.push(contact);
        id
    }

    /// Writes everything into a migrated database. May be done again after more was added.
    pub async fn settle(&self, db: &Db) {
        use crate::{area, contact, map::scenery, municipality, offer, party, place};
        let permit = Permit::at_the_machine(self.municipality.code);
        let mut tx = db.begin().await.unwrap();
        municipality::store::save(&mut tx, &permit, &self.municipality, self.now).await.unwrap();
        area::store::save_many(&mut tx, &permit, &self.areas, self.now).await.unwrap();
        party::store::save_many(&mut tx, &permit, &self.parties).await.unwrap();
        place::store::save_many(&mut tx, &permit, &self.places, self.now).await.unwrap();
        contact::store::save_many(&mut tx, &permit, &self.contacts, self.now).await.unwrap();
        for (id, jpeg) in &self.photos {
            let photo = Some((jpeg.clone(), self.now));
            contact::store::set_photo(&mut tx, &permit, *id, photo, self.now).await.unwrap();
        }
        offer::store::save_many(&mut tx, &permit, &self.offers).await.unwrap();
        scenery::replace(&mut tx, &permit, &self.scenery).await.unwrap();
        area::postcode::store::replace(&mut tx, &permit, &self.postcodes).await.unwrap();
        municipality::store::touch(&mut tx, &permit, self.now).await.unwrap();
        tx.commit().await.unwrap();
    }
}
