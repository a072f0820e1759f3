//! To which party each offer and each place belongs.

use std::collections::HashSet;

use super::super::links::Links;
use super::super::notes::Notes;
use super::super::schema::Kind;
use super::super::store::{Fates, Store};
use super::refuse;
use crate::import::record::{Outcome, Reason};

/// Pairs of party and row, sorted.
#[derive(Default)]
pub(super) struct Homes {
    services: Vec<(u32, u32)>,
    /// Third: is it this party's own, and not a place of another where it works?
    places: Vec<(u32, u32, bool)>,
}

impl Homes {
    pub(super) fn find(store: &Store, links: &Links, fates: &mut Fates, notes: &mut Notes<'_>) -> Self {
        let mut homes = Self::default();
        let mut linked: Vec<(u32, u32)> = Vec::new();
        for service in
            store.rows(Kind::Service).filter(|row| fates.is_pending(Kind::Service, *row)).collect::<Vec<_>>()
        {
            let places = places_of(store, links, service);
            match party_of(store, links, service, &places) {
                Ok(party) if fates.is_pending(Kind::Organization, party) => {
                    homes.services.push((party, service));
                    linked.extend(places.into_iter().map(|place| (place, party)));
                }
                Ok(party) => {
                    // Hidden or refused parties take their offers with them, for the same reason.
                    let (outcome, reason) = of_parent(fates, Kind::Organization, party, Reason::UnknownParty);
                    let detail = store.cell(Kind::Organization, party, "id");
                    refuse(store, fates, notes, Kind::Service, service, outcome, reason, detail);
                }
                Err((reason, detail)) => {
                    refuse(store, fates, notes, Kind::Service, service, Outcome::Refused, reason, detail);
                }
            }
        }
        linked.sort_unstable();
        linked.dedup();
        for place in store
            .rows(Kind::Location)
            .filter(|row| fates.is_pending(Kind::Location, *row))
            .collect::<Vec<_>>()
        {
            let cell = store.cell(Kind::Location, place, "organization_id");
            let found = links.resolve(Kind::Organization, cell, store);
            let from = linked.partition_point(|pair| pair.0 < place);
            let users = linked.get(from..).unwrap_or_default().iter().take_while(|pair| pair.0 == place);
            let mut users: Vec<u32> = users.map(|pair| pair.1).collect();
            if let Some(owner) = found.rows.first().copied() {
                if !fates.is_pending(Kind::Organization, owner) && users.is_empty() {
                    let (outcome, reason) = of_parent(fates, Kind::Organization, owner, Reason::UnknownParty);
                    refuse(store, fates, notes, Kind::Location, place, outcome, reason, cell);
                    continue;
                }
                if fates.is_pending(Kind::Organization, owner) {
                    users.retain(|party| *party != owner);
                    users.insert(0, owner);
                }
            }
            if users.is_empty() {
                let reason =
                    found.reason.filter(|r| *r == Reason::RoundedKey).unwrap_or(unknown_or_none(cell));
                refuse(store, fates, notes, Kind::Location, place, Outcome::Refused, reason, cell);
            }
            homes.places.extend(users.into_iter().enumerate().map(|(at, party)| (party, place, at == 0)));
        }
        homes.services.sort_unstable();
        homes.places.sort_unstable();
        homes
    }

    pub(super) fn services(&self, party: u32) -> impl Iterator<Item = u32> {
        let from = self.services.partition_point(|pair| pair.0 < party);
        let rest = self.services.get(from..).unwrap_or_default().iter();
        rest.take_while(move |pair| pair.0 == party).map(|pair| pair.1)
    }

    pub(super) fn places(&self, party: u32) -> impl Iterator<Item = (u32, bool)> {
        let from = self.places.partition_point(|pair| pair.0 < party);
        let rest = self.places.get(from..).unwrap_or_default().iter();
        rest.take_while(move |pair| pair.0 == party).map(|pair| (pair.1, pair.2))
    }
}

/// Where an offer is given: by the table between the two, or by its own cell.
pub(super) fn places_of(store: &Store, links: &Links, service: u32) -> Vec<u32> {
    let (mut places, mut seen) = (Vec::new(), HashSet::new());
    let between = links.children(Kind::ServiceAtLocation, "service_id", service);
    let cells = between.map(|row| store.cell(Kind::ServiceAtLocation, row, "location_id"));
    for cell in cells.chain(std::iter::once(store.cell(Kind::Service, service, "location_id"))) {
        for place in links.resolve(Kind::Location, cell, store).rows {
            if !cell.is_empty() && seen.insert(place) {
                places.push(place);
            }
        }
    }
    places
}

fn party_of<'s>(
    store: &'s Store,
    links: &Links,
    service: u32,
    places: &[u32],
) -> Result<u32, (Reason, &'s str)> {
    let cell = store.cell(Kind::Service, service, "organization_id");
    if !cell.is_empty() {
        let found = links.resolve(Kind::Organization, cell, store);
        let reason = found.reason.filter(|r| *r == Reason::RoundedKey).unwrap_or(Reason::UnknownParty);
        return found.rows.first().copied().ok_or((reason, cell));
    }
    // In Ohana an offer knows its place, and the place its party.
    let place_cell = store.cell(Kind::Service, service, "location_id");
    let owners = || places.iter().map(|place| store.cell(Kind::Location, *place, "organization_id"));
    let reason = match () {
        () if places.is_empty() && !place_cell.is_empty() => Reason::UnknownPlace,
        () => unknown_or_none(owners().find(|cell| !cell.is_empty()).unwrap_or_default()),
    };
    owners()
        .find_map(|cell| links.resolve(Kind::Organization, cell, store).rows.first().copied())
        .ok_or((reason, place_cell))
}

/// A party that is named and is not there, or no party named at all.
const fn unknown_or_none(cell: &str) -> Reason {
    if cell.is_empty() { Reason::NoParty } else { Reason::UnknownParty }
}

/// What a row shares with the row it hangs on.
pub(super) fn of_parent(fates: &Fates, parent: Kind, row: u32, unknown: Reason) -> (Outcome, Reason) {
    use super::super::store::Fate;
    match fates.get(parent, row) {
        Fate::LeftOut => (Outcome::LeftOut, Reason::Inactive),
        _ => (Outcome::Refused, unknown),
    }
}
