//! A service becomes an offer: what, for whom, when, what it costs and where.

use std::collections::HashSet;

use super::super::clean::Cleaner;
use super::super::date;
use super::super::hours;
use super::super::schema::Kind;
use super::homes::places_of;
use super::party::{other, web};
use super::{Desk, paragraphs, place, reach, topics};
use crate::area::AreaCode;
use crate::import::record::{OfferRecord, Outcome, PlaceRecord, Reason};
use crate::language::Languages;
use crate::offer::opening::{Opening, Slot};
use crate::offer::{Way, ages};
use crate::party::{Capacity, Email, Phone, RoleAddress, Website};
use crate::theme::Themes;

/// Ages from here on mean: no limit.
const NO_LIMIT: u32 = 100;

pub(super) fn build(
    desk: &mut Desk<'_, '_>,
    row: u32,
    places: &[(u32, Option<PlaceRecord>)],
    role: &RoleAddress,
    serves: &mut Vec<AreaCode>,
) -> Option<OfferRecord> {
    let store = desk.store;
    let cell = |column| store.cell(Kind::Service, row, column);
    let mut cleaner = Cleaner::default();
    let name = cleaner.name("name", cell("name"))?;
    desk.fates.take(Kind::Service, row);
    let (here, remote) = whereabouts(desk, row, places);

    let mut phones = reach::phones(desk, "service_id", row, &mut cleaner);
    phones.insert(0, cleaner.phone(cell("phone")));
    let (email, website) = web(desk, Kind::Service, row, role, &mut cleaner);
    let ways = ways(&other(phones, role), &email, &website);
    let parts = ["summary", "alternate_name", "alert", "application_process", "interpretation_services"];
    let summary = paragraphs(parts.into_iter().map(cell).chain(std::iter::once(ways.as_str())));

    let mut languages = Vec::new();
    topics::languages(desk, Kind::Service, "service_id", row, &mut cleaner, &mut languages);
    let themes = topics::themes(desk, row, &mut cleaner);
    areas(desk, row, &mut cleaner, serves);
    let (opening, note) = opening(desk, row, &here, &mut cleaner);
    let way = match Way::parse(cell("way")) {
        Ok(way) => way,
        Err(_) if remote => Way::Online,
        Err(_) => way_of(cell("application_process")),
    };
    let closed = cell("status").to_lowercase().contains("temporarily closed");
    let capacity = Capacity::parse(cell("capacity")).unwrap_or_default();
    let record = OfferRecord {
        at: store.at(Kind::Service, row),
        key: cell("id").to_owned(),
        name,
        summary: cleaner.prose("summary", &summary),
        does: cleaner.lines("does", cell("does")),
        does_not: cleaner.lines("does-not", cell("does_not")),
        for_whom: for_whom(desk, row, &mut cleaner),
        themes: Themes::of(themes),
        languages: Languages::of(languages),
        way,
        opening,
        opening_note: cleaner.line("opening", &note),
        cost: cost(desk, row, &mut cleaner),
        capacity: if closed { Capacity::Closed } else { capacity },
        confirmed: reach::confirmed(desk, Kind::Service, row, &mut cleaner),
        places: here
            .iter()
            .filter_map(|at| places.get(*at)?.1.as_ref())
            .map(|place| place.key.clone())
            .collect(),
    };
    desk.report(Kind::Service, row, cleaner);
    Some(record)
}

/// Which of the party's places, and whether it is only on the web.
fn whereabouts(
    desk: &mut Desk<'_, '_>,
    row: u32,
    places: &[(u32, Option<PlaceRecord>)],
) -> (Vec<usize>, bool) {
    for between in desk.children(Kind::ServiceAtLocation, "service_id", row) {
        let cell = desk.cell(Kind::ServiceAtLocation, between, "location_id");
        if !desk.links.resolve(Kind::Location, cell, desk.store).rows.is_empty() {
            desk.fates.take(Kind::ServiceAtLocation, between);
        }
    }
    let rows = places_of(desk.store, desk.links, row);
    let there: HashSet<u32> = rows.iter().copied().collect();
    let here: Vec<usize> =
        (0..places.len()).filter(|at| places.get(*at).is_some_and(|p| there.contains(&p.0))).collect();
    let remote = !rows.is_empty() && rows.iter().all(|row| place::is_virtual(desk, *row));
    (here, remote)
}

/// How to reach it, on one line.
pub(super) fn ways(phones: &[Phone], email: &Email, website: &Website) -> String {
    let phones = phones.iter().map(Phone::as_str);
    let all = phones.chain([email.as_str(), website.as_str()]).filter(|way| !way.is_empty());
    all.collect::<Vec<_>>().join(" · ")
}

fn areas(desk: &mut Desk<'_, '_>, row: u32, cleaner: &mut Cleaner, serves: &mut Vec<AreaCode>) {
    topics::areas(&[desk.cell(Kind::Service, row, "serves")], cleaner, serves);
    for child in desk.children(Kind::ServiceArea, "service_id", row) {
        let cells = ["extent", "uri", "name"].map(|column| desk.cell(Kind::ServiceArea, child, column));
        let coded = cells
            .into_iter()
            .find(|cell| AreaCode::parse(cell.rsplit(['/', '#']).next().unwrap_or(cell)).is_ok());
        match coded {
            Some(code) => topics::areas(&[code], cleaner, serves),
            None => cleaner.note(Outcome::Noted, Reason::UnknownArea, cells.last().copied().unwrap_or("")),
        }
        desk.fates.take(Kind::ServiceArea, child);
    }
}

/// The offer's own hours; else those of the first place that has any.
fn opening(desk: &mut Desk<'_, '_>, row: u32, here: &[usize], cleaner: &mut Cleaner) -> (Opening, String) {
    let mut slots = Vec::new();
    let mut notes: Vec<String> = vec![desk.cell(Kind::Service, row, "opening_note").to_owned()];
    sentence(desk.cell(Kind::Service, row, "opening"), cleaner, &mut slots, &mut notes);
    schedules(desk, "service_id", row, cleaner, &mut slots, &mut notes);
    for between in desk.children(Kind::ServiceAtLocation, "service_id", row) {
        schedules(desk, "service_at_location_id", between, cleaner, &mut slots, &mut notes);
    }
    let own = !slots.is_empty() || notes.iter().any(|note| !note.is_empty());
    let rows = places_of(desk.store, desk.links, row);
    for location in rows.iter().take(here.len().max(1)) {
        let (mut there, mut said, mut aside) = (Vec::new(), Vec::new(), Cleaner::default());
        sentence(desk.cell(Kind::Location, *location, "opening"), &mut aside, &mut there, &mut said);
        schedules(desk, "location_id", *location, &mut aside, &mut there, &mut said);
        if !own && slots.is_empty() {
            cleaner.done.append(&mut aside.done);
            slots = there;
            notes.append(&mut said);
        }
    }
    (Opening::of(slots), paragraphs(notes.iter().map(String::as_str)).replace("\n\n", "; "))
}

fn sentence(raw: &str, cleaner: &mut Cleaner, slots: &mut Vec<Slot>, notes: &mut Vec<String>) {
    let text = cleaner.text("opening", raw);
    let (found, more) = hours::sentence(&text);
    if found.is_empty() || more {
        notes.push(text);
    }
    slots.extend(found);
}

fn schedules(
    desk: &mut Desk<'_, '_>,
    column: &str,
    row: u32,
    cleaner: &mut Cleaner,
    slots: &mut Vec<Slot>,
    notes: &mut Vec<String>,
) {
    for child in desk.children(Kind::Schedule, column, row) {
        // A row that names both an offer and a place is that offer's.
        let elsewhere = column == "location_id" && !desk.cell(Kind::Schedule, child, "service_id").is_empty();
        if !elsewhere {
            schedule(desk, child, cleaner, slots, notes);
            desk.fates.take(Kind::Schedule, child);
        }
    }
}

fn schedule(
    desk: &Desk<'_, '_>,
    row: u32,
    cleaner: &mut Cleaner,
    slots: &mut Vec<Slot>,
    notes: &mut Vec<String>,
) {
    let cell = |column| desk.cell(Kind::Schedule, row, column);
    let until = cell("valid_to");
    match date::parse(until) {
        Some(until) if desk.settings.today.is_some_and(|today| until < today) => {
            cleaner.note(Outcome::LeftOut, Reason::Past, &until.to_string());
            return;
        }
        None if !until.is_empty() => cleaner.note(Outcome::Noted, Reason::BadDate, until),
        _ => {}
    }
    let weekdays = if cell("byday").is_empty() { cell("weekday") } else { cell("byday") };
    let (days, weekly) = hours::days(weekdays);
    let (opens, closes) = (cell("opens_at"), cell("closes_at"));
    let monthly = cell("freq").eq_ignore_ascii_case("monthly") || !weekly;
    let each_week = !monthly && matches!(cell("interval"), "" | "1");
    if days.is_empty() || (opens.is_empty() && closes.is_empty()) {
        // No times: closed that day, or told in words.
        notes.push(cleaner.text("opening", cell("description")));
        return;
    }
    let found: Vec<Slot> = match (hours::time(opens), hours::time(closes)) {
        (Some(from), Some(to)) => days.iter().flat_map(|day| hours::slots(*day, from, to)).collect(),
        _ => Vec::new(),
    };
    if found.is_empty() {
        cleaner.note(Outcome::Mended, Reason::BadTime, &format!("{weekdays} {opens}-{closes}"));
        notes.push(cleaner.text("opening", cell("description")));
    } else if each_week {
        slots.extend(found);
    } else {
        let words = cleaner.text("opening", cell("description"));
        notes.push(if words.is_empty() { format!("{weekdays} {opens}-{closes}") } else { words });
    }
}

fn for_whom(desk: &mut Desk<'_, '_>, row: u32, cleaner: &mut Cleaner) -> crate::wording::Line {
    let cell = |column| desk.store.cell(Kind::Service, row, column);
    let mut words = vec![cell("for_whom").to_owned()];
    let mut ages = (cell("minimum_age"), cell("maximum_age"));
    for child in desk.children(Kind::Eligibility, "service_id", row) {
        words.push(desk.cell(Kind::Eligibility, child, "eligibility").to_owned());
        let own = (
            desk.cell(Kind::Eligibility, child, "minimum_age"),
            desk.cell(Kind::Eligibility, child, "maximum_age"),
        );
        if ages == ("", "") {
            ages = own;
        }
        desk.fates.take(Kind::Eligibility, child);
    }
    // Where the words say the same ages already, they are not said again.
    let said = ages::stated(cell("for_whom"));
    let (low, high) = (years(ages.0), years(ages.1));
    if said == (None, None) || said != (low.map(|age| age as u16), high.map(|age| age as u16)) {
        words.push(age(low, high));
    }
    cleaner.line("for-whom", &paragraphs(words.iter().map(String::as_str)).replace("\n\n", " · "))
}

/// `18+`, `12–17`, `0–4`. 100, 200 and 999 are how systems write that there is no limit.
fn age(low: Option<u32>, high: Option<u32>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{low}–{high}"),
        (Some(low), None) => format!("{low}+"),
        (None, Some(high)) => format!("0–{high}"),
        (None, None) => String::new(),
    }
}

fn years(text: &str) -> Option<u32> {
    let age = text.trim().parse::<f64>().ok().filter(|age| (0.0..1000.0).contains(age))? as u32;
    Some(age).filter(|age| (1..NO_LIMIT).contains(age))
}

fn cost(desk: &mut Desk<'_, '_>, row: u32, cleaner: &mut Cleaner) -> crate::wording::Line {
    let mut words = vec![desk.cell(Kind::Service, row, "cost").to_owned()];
    for child in desk.children(Kind::Cost, "service_id", row) {
        let part = |column| desk.cell(Kind::Cost, child, column);
        let parts = [part("option"), part("amount"), part("currency"), part("amount_description")];
        words.push(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "));
        desk.fates.take(Kind::Cost, child);
    }
    cleaner.line("cost", &paragraphs(words.iter().map(String::as_str)).replace("\n\n", "; "))
}

/// How one gets in, by the words people write it with.
fn way_of(process: &str) -> Way {
    let text = process.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match () {
        () if has(&["walk-in", "walk in", "inloop", "loop binnen"]) && !has(&["no walk-in"]) => Way::WalkIn,
        () if has(&["appointment", "afspraak"]) => Way::Appointment,
        () if has(&["phone", "call", "bel ", "bellen", "telefo"]) => Way::Phone,
        () if has(&["home visit", "huisbezoek"]) => Way::HomeVisit,
        () if has(&["online", "website", "internet"]) => Way::Online,
        () => Way::Unknown,
    }
}
