//! An organization with its places, offers and ways in becomes one party.

use std::collections::HashMap;

use super::super::clean::Cleaner;
use super::super::schema::Kind;
use super::{Desk, offer, paragraphs, place, reach, topics};
use crate::area::AreaCode;
use crate::import::record::{ContactRecord, OfferRecord, Outcome, PartyRecord, PlaceRecord, Reason};
use crate::language::{Language, Languages};
use crate::party::{Capacity, Email, Phone, RoleAddress, Sphere, Website};
use crate::place::Whereabouts;
use crate::wording::Name;

/// Names with addresses that came by, and under which key.
#[derive(Default)]
pub(super) struct Seen(HashMap<String, String>);

pub(super) fn emit(mut desk: Desk<'_, '_>, row: u32, seen: &mut Seen) {
    let mut cleaner = Cleaner::default();
    let cell = |column| desk.store.cell(Kind::Organization, row, column);
    let at = desk.store.at(Kind::Organization, row);
    let key = cell("id").to_owned();
    let Some(name) = cleaner.name("name", cell("name")) else { return };
    desk.fates.take(Kind::Organization, row);

    let services: Vec<u32> = desk.homes.services(row).collect();
    let locations: Vec<(u32, bool)> = desk.homes.places(row).collect();
    let role = role(&mut desk, row, &services, &locations, &mut cleaner);
    let places = places(&mut desk, (row, &key), &locations, &role);
    let mut serves = Vec::new();
    topics::areas(&[cell("serves")], &mut cleaner, &mut serves);
    let offers = offers(&mut desk, &services, &places, &role, &mut serves);
    let contacts = contacts(&mut desk, row, &services, &locations);
    let languages = languages(&mut desk, row, &locations, &mut cleaner);
    let summary = paragraphs([cell("summary"), cell("alternate_name")]);

    let record = PartyRecord {
        at,
        sphere: sphere(&desk, cell("sphere")),
        summary: cleaner.prose("summary", &summary),
        call_for: cleaner.lines("call-for", cell("call_for")),
        not_for: cleaner.lines("not-for", cell("not_for")),
        languages,
        best_way: cleaner.line("best-way", cell("best_way")),
        lived_experience: cleaner.prose("lived-experience", cell("lived_experience")),
        works_gladly: cleaner.prose("works-gladly", cell("works_gladly")),
        capacity: Capacity::parse(cell("capacity")).unwrap_or_default(),
        capacity_note: cleaner.line("capacity-note", cell("capacity_note")),
        role,
        serves,
        serves_all: yes_or_no(cell("serves_all")),
        confirmed: reach::confirmed(&desk, Kind::Organization, row, &mut cleaner),
        places: places.into_iter().filter_map(|(_, place)| place).collect(),
        contacts,
        offers,
        key,
        name,
    };
    desk.report(Kind::Organization, row, cleaner);
    twin(&mut desk, &record, seen);
    desk.notes.party(record);
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match cell {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn sphere(desk: &Desk<'_, '_>, word: &str) -> Option<Sphere> {
    let mapped = desk.settings.mapping.as_ref().and_then(|mapping| mapping.sphere);
    Sphere::parse(word).ok().or(mapped).or(desk.settings.sphere)
}

/// The party's own phone, mail and website; where it has none, those of its first place, then of its first offer.
fn role(
    desk: &mut Desk<'_, '_>,
    row: u32,
    services: &[u32],
    locations: &[(u32, bool)],
    cleaner: &mut Cleaner,
) -> RoleAddress {
    let name = cleaner.line("role", desk.cell(Kind::Organization, row, "role_name"));
    let mut role = RoleAddress { name, ..RoleAddress::default() };
    let own = locations.iter().filter(|place| place.1).map(|place| (Kind::Location, "location_id", place.0));
    let sources = std::iter::once((Kind::Organization, "organization_id", row))
        .chain(own)
        .chain(services.iter().map(|service| (Kind::Service, "service_id", *service)));
    for (kind, column, row) in sources.take(12) {
        // Repairs to a place or offer are reported where that is read.
        let mut aside = Cleaner::default();
        let cleaner = if kind == Kind::Organization { &mut *cleaner } else { &mut aside };
        if role.phone.is_empty() {
            role.phone = cleaner.phone(desk.cell(kind, row, "phone"));
        }
        if role.phone.is_empty() {
            role.phone = reach::phones(desk, column, row, cleaner).into_iter().next().unwrap_or_default();
        }
        if role.email.is_empty() {
            role.email = cleaner.email(desk.cell(kind, row, "email"));
        }
        if role.website.is_empty() {
            role.website = cleaner.website(desk.cell(kind, row, "website"));
        }
    }
    role
}

/// Each with its row, to find the places of offers by; without a record where it is only on the web.
fn places(
    desk: &mut Desk<'_, '_>,
    (party, party_key): (u32, &str),
    locations: &[(u32, bool)],
    role: &RoleAddress,
) -> Vec<(u32, Option<PlaceRecord>)> {
    let mut places = Vec::new();
    for (row, own) in locations {
        let id = desk.cell(Kind::Location, *row, "id");
        // A place of somebody else where this party works is this party's place too, under a key of its own.
        let key = if *own { id.to_owned() } else { format!("{id}@{party_key}") };
        let mut record = place::build(desk, *row, party, key);
        desk.fates.take(Kind::Location, *row);
        let mut cleaner = Cleaner::default();
        let cell = cleaner.phone(desk.cell(Kind::Location, *row, "phone"));
        let mut phones = reach::phones(desk, "location_id", *row, &mut cleaner);
        phones.insert(0, cell);
        phones.retain(|phone| !phone.is_empty() && *phone != role.phone);
        let (email, website) = web(desk, Kind::Location, *row, role, &mut cleaner);
        desk.report(Kind::Location, *row, cleaner);
        if let Some(PlaceRecord { whereabouts: Whereabouts::Open(open), .. }) = &mut record {
            let more = offer::ways(&phones, &email, &website);
            let text = paragraphs([open.access.as_str(), more.as_str()]);
            open.access = Cleaner::default().prose("access", &text);
        }
        places.push((*row, record));
    }
    places
}

/// Mail and website of a row, where they differ from the party's.
pub(super) fn web(
    desk: &Desk<'_, '_>,
    kind: Kind,
    row: u32,
    role: &RoleAddress,
    cleaner: &mut Cleaner,
) -> (Email, Website) {
    let email = cleaner.email(desk.cell(kind, row, "email"));
    let website = cleaner.website(desk.cell(kind, row, "website"));
    let email = if email == role.email { Email::default() } else { email };
    (email, if website == role.website { Website::default() } else { website })
}

fn offers(
    desk: &mut Desk<'_, '_>,
    services: &[u32],
    places: &[(u32, Option<PlaceRecord>)],
    role: &RoleAddress,
    serves: &mut Vec<AreaCode>,
) -> Vec<OfferRecord> {
    services.iter().filter_map(|service| offer::build(desk, *service, places, role, serves)).collect()
}

fn contacts(
    desk: &mut Desk<'_, '_>,
    row: u32,
    services: &[u32],
    locations: &[(u32, bool)],
) -> Vec<ContactRecord> {
    let mut contacts = Vec::new();
    reach::contacts(desk, "organization_id", row, &mut contacts);
    for (location, _) in locations {
        reach::contacts(desk, "location_id", *location, &mut contacts);
    }
    for service in services {
        reach::contacts(desk, "service_id", *service, &mut contacts);
        for between in desk.children(Kind::ServiceAtLocation, "service_id", *service) {
            reach::contacts(desk, "service_at_location_id", between, &mut contacts);
        }
    }
    contacts
}

fn languages(
    desk: &mut Desk<'_, '_>,
    row: u32,
    locations: &[(u32, bool)],
    cleaner: &mut Cleaner,
) -> Languages {
    let mut spoken: Vec<Language> = Vec::new();
    topics::languages(desk, Kind::Organization, "organization_id", row, cleaner, &mut spoken);
    for (location, _) in locations {
        topics::languages(desk, Kind::Location, "location_id", *location, cleaner, &mut spoken);
    }
    Languages::of(spoken)
}

/// The same name at the same address under two keys: both are kept, and somebody should look.
fn twin(desk: &mut Desk<'_, '_>, record: &PartyRecord, seen: &mut Seen) {
    let address = record.places.iter().find_map(|place| match &place.whereabouts {
        Whereabouts::Open(open) if !open.address.is_empty() => Some(&open.address),
        _ => None,
    });
    let Some(address) = address else { return };
    let place = format!("{} {} {}", address.street, address.house_number, address.postcode);
    let print = format!("{}|{}", Name::key(&record.name), crate::wording::name_key(&place));
    if let Some(first) = seen.0.get(&print) {
        desk.notes.remark(Outcome::Noted, record.at.clone(), &record.key, Reason::SameRecord, first);
    } else {
        seen.0.insert(print, record.key.clone());
    }
}

/// Numbers that are not the party's own.
pub(super) fn other(phones: Vec<Phone>, role: &RoleAddress) -> Vec<Phone> {
    phones.into_iter().filter(|phone| !phone.is_empty() && *phone != role.phone).collect()
}
