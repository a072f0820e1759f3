//! A location becomes a place: address, point, how to get in. A confidential one keeps none of these.

use super::super::clean::{Cleaner, says_nothing};
use super::super::key;
use super::super::schema::{self, Answered, Kind};
use super::{Desk, paragraphs};
use crate::import::record::{Outcome, PlaceRecord, Reason};
use crate::place::{Address, OpenPlace, Point, Whereabouts};
use crate::wording::Line;

/// The part of the earth where a Dutch address can be, in degrees.
const NETHERLANDS: (f64, f64, f64, f64) = (3.2, 50.7, 7.3, 53.7);

/// Nothing for a place that is only on the web. `party` is whose place it is here.
pub(super) fn build(desk: &mut Desk<'_, '_>, row: u32, party: u32, key: String) -> Option<PlaceRecord> {
    let cell = |column| desk.cell(Kind::Location, row, column);
    let at = desk.store.at(Kind::Location, row);
    if let Some(reason) = secrecy(desk, row, Some(party)) {
        // Its key can be its address, and the word we do not know as well.
        desk.notes.remark(Outcome::Mended, at.clone(), "", reason, "");
        return Some(PlaceRecord { at, key, whereabouts: Whereabouts::Confidential });
    }
    if is_virtual(desk, row) {
        return None;
    }
    let mut cleaner = Cleaner::default();
    let name = cleaner.line("name", cell("name"));
    let other = cell("alternate_name");
    let name = if name.is_empty() { cleaner.line("name", other) } else { name };
    let mut access = vec![cell("summary").to_owned(), cell("access").replace('_', " ")];
    access.push(cell("transportation").to_owned());
    for child in desk.children(Kind::Accessibility, "location_id", row) {
        access.push(desk.cell(Kind::Accessibility, child, "description").replace('_', " "));
        access.push(desk.cell(Kind::Accessibility, child, "details").to_owned());
        desk.fates.take(Kind::Accessibility, child);
    }
    let access = cleaner.prose("access", &paragraphs(access.iter().map(String::as_str)));
    let address = address(desk, row, &mut cleaner);
    let point = point(desk, row, &mut cleaner);
    desk.report(Kind::Location, row, cleaner);
    let place = OpenPlace { name, address, access, point, area: None };
    Some(PlaceRecord { at, key, whereabouts: Whereabouts::Open(Box::new(place)) })
}

pub(super) fn is_virtual(desk: &Desk<'_, '_>, row: u32) -> bool {
    schema::answered(desk.cell(Kind::Location, row, "virtual")) == Answered::Yes
        || matches!(
            desk.cell(Kind::Location, row, "location_type").to_lowercase().as_str(),
            "virtual" | "online"
        )
}

/// Why a place is secret, when it is: the file says so of the place, of its address, of whose it is or in another row of it.
pub(super) fn secrecy(desk: &Desk<'_, '_>, row: u32, party: Option<u32>) -> Option<Reason> {
    let kind = match desk.cell(Kind::Location, row, "location_type").trim().to_lowercase().as_str() {
        "confidential" | "vertrouwelijk" | "geheim" | "secret" => Answered::Yes,
        _ => Answered::Nothing,
    };
    let owner = desk.cell(Kind::Location, row, "organization_id");
    let owners = desk.links.resolve(Kind::Organization, owner, desk.store).rows;
    let parties = owners.into_iter().chain(party).map(|party| (Kind::Organization, party));
    let addresses = desk.links.children(Kind::Address, "location_id", row).map(|row| (Kind::Address, row));
    let rows = std::iter::once((Kind::Location, row)).chain(addresses).chain(parties);
    let said = rows.map(|(kind, row)| schema::secrecy(desk.cell(kind, row, "confidential")));
    let said: Vec<Answered> = said.chain([kind]).collect();
    if said.contains(&Answered::Yes) || desk.links.is_secret_elsewhere(Kind::Location, row) {
        Some(Reason::Confidential)
    } else {
        said.contains(&Answered::Unclear).then_some(Reason::UnclearConfidential)
    }
}

fn address(desk: &mut Desk<'_, '_>, row: u32, cleaner: &mut Cleaner) -> Address {
    let own = |column| desk.cell(Kind::Location, row, column);
    if !own("street").is_empty() || !own("postcode").is_empty() || !own("town").is_empty() {
        return fitted(cleaner, own("street"), own("house_number"), own("postcode"), own("town"));
    }
    let whole = own("address");
    let rows = desk.children(Kind::Address, "location_id", row);
    let postal = |row: &u32| desk.cell(Kind::Address, *row, "address_type").eq_ignore_ascii_case("postal");
    // Where one can go, rather than where mail goes; but mail is better than nothing.
    let best = rows.iter().find(|row| !postal(row)).or_else(|| rows.first()).copied();
    let Some(best) = best else { return from_text(cleaner, whole) };
    for other in rows.iter().filter(|other| **other == best) {
        desk.fates.take(Kind::Address, *other);
    }
    let cell = |column| desk.cell(Kind::Address, best, column);
    let street = if cell("street").is_empty() {
        paragraphs([cell("address_1"), cell("address_2")]).replace("\n\n", ", ")
    } else {
        cell("street").to_owned()
    };
    fitted(cleaner, &street, cell("house_number"), cell("postal_code"), cell("city"))
}

/// One cell with everything: kept together as the street. `State: FL` is no address.
fn from_text(cleaner: &mut Cleaner, whole: &str) -> Address {
    let text = cleaner.text("address", whole);
    let text = text.trim().trim_end_matches(',');
    let field = text.split_once(':').is_some_and(|(label, rest)| {
        matches!(label.trim().to_lowercase().as_str(), "state" | "country" | "region" | "land" | "provincie")
            && !rest.contains([',', ';'])
    });
    if field {
        cleaner.note(Outcome::Mended, Reason::NoAddress, text);
        return Address::default();
    }
    Address { street: cleaner.line("address", text), ..Address::default() }
}

fn fitted(cleaner: &mut Cleaner, street: &str, number: &str, postcode: &str, town: &str) -> Address {
    let street = cleaner.line("address", street);
    let number = cleaner.line("address", number);
    let (street, number) = if number.is_empty() { split(&street) } else { (street, number) };
    let postcode = cleaner.line("address", &dutch(postcode));
    Address { street, house_number: number, postcode, town: cleaner.line("address", town) }
}

/// `Dorpsstraat 12-a` has its number behind it; `1-30 Main Street` keeps it where it is.
fn split(street: &Line) -> (Line, Line) {
    let text = street.as_str();
    let cut = text.rsplit_once(' ').filter(|(name, number)| {
        name.starts_with(char::is_alphabetic)
            && number.starts_with(|c: char| c.is_ascii_digit())
            && number.len() <= 8
            && !number.ends_with(|c: char| c.is_lowercase() && c > 'f')
            && !name.contains(',')
    });
    match cut.map(|(name, number)| (Line::parse(name), Line::parse(number))) {
        Some((Ok(name), Ok(number))) => (name, number),
        _ => (street.clone(), Line::default()),
    }
}

/// `1063ME` is written `1063 ME`.
fn dutch(postcode: &str) -> String {
    let bare: String = postcode.chars().filter(|c| !c.is_whitespace()).collect();
    match (bare.get(..4), bare.get(4..)) {
        (Some(digits), Some(letters))
            if digits.bytes().all(|b| b.is_ascii_digit())
                && letters.len() == 2
                && letters.bytes().all(|b| b.is_ascii_alphabetic()) =>
        {
            format!("{digits} {}", letters.to_ascii_uppercase())
        }
        _ => postcode.to_owned(),
    }
}

fn point(desk: &Desk<'_, '_>, row: u32, cleaner: &mut Cleaner) -> Option<Point> {
    let cell = |column| desk.cell(Kind::Location, row, column);
    let both = cell("point");
    let (lat, lon) = match key::several(both).as_slice() {
        [lat, lon] => (*lat, *lon),
        _ => (cell("latitude"), cell("longitude")),
    };
    if says_nothing(lat) && says_nothing(lon) {
        return None;
    }
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    let (Some(lat), Some(lon)) = (number(lat), number(lon)) else {
        cleaner.note(Outcome::Mended, Reason::BadPoint, &format!("{lat}, {lon}"));
        return None;
    };
    if !in_netherlands(lon, lat) && in_netherlands(lat, lon) {
        cleaner.note(Outcome::Mended, Reason::SwappedPoint, &format!("{lat}, {lon}"));
        return Point::new(lat, lon).ok();
    }
    let point = Point::new(lon, lat).ok().filter(|_| lon != 0.0 && lat != 0.0);
    if point.is_none() {
        cleaner.note(Outcome::Mended, Reason::BadPoint, &format!("{lat}, {lon}"));
    }
    point
}

fn in_netherlands(lon: f64, lat: f64) -> bool {
    let (west, south, east, north) = NETHERLANDS;
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}
