//! Rows of tables become parties with everything that hangs on them; what finds no place becomes a remark.

mod brought;
mod homes;
mod offer;
mod party;
mod place;
mod reach;
mod sweep;
mod topics;

use super::Settings;
use super::clean::Cleaner;
use super::links::Links;
use super::notes::Notes;
use super::schema::{self, Kind};
use super::store::{Fate, Fates, Store};
use crate::import::record::{Outcome, Reason};
use brought::Brought;
use homes::Homes;

/// All that is at hand while putting a party together.
struct Desk<'a, 'n> {
    store: &'a Store,
    links: &'a Links,
    homes: &'a Homes,
    settings: &'a Settings,
    brought: &'a Brought,
    fates: &'a mut Fates,
    notes: &'a mut Notes<'n>,
}

pub(super) fn assemble(store: &Store, settings: &Settings, notes: &mut Notes<'_>) -> Fates {
    let mut fates = Fates::of(store);
    let links = Links::build(store, &mut fates, notes);
    for kind in [Kind::Organization, Kind::Location, Kind::Service] {
        for row in store.rows(kind) {
            if fates.is_pending(kind, row)
                && let Some((outcome, reason)) = judge(store, kind, row)
            {
                refuse(store, &mut fates, notes, kind, row, outcome, reason, "");
            }
        }
    }
    let homes = Homes::find(store, &links, &mut fates, notes);
    let brought = Brought::find(store, &mut fates, &settings.themes);
    let mut seen = party::Seen::default();
    for row in store.rows(Kind::Organization) {
        if notes.stopped() {
            return fates;
        }
        if fates.is_pending(Kind::Organization, row) {
            let (links, homes, brought) = (&links, &homes, &brought);
            let desk = Desk { store, links, homes, settings, brought, fates: &mut fates, notes };
            party::emit(desk, row, &mut seen);
        }
    }
    notes.themes(brought.records);
    sweep::sweep(store, &links, &mut fates, notes);
    fates
}

/// Why a row cannot or may not become anything, if so.
fn judge(store: &Store, kind: Kind, row: u32) -> Option<(Outcome, Reason)> {
    let cell = |column| store.cell(kind, row, column);
    if schema::is_hiding_status(cell("status")) {
        return Some((Outcome::LeftOut, Reason::Inactive));
    }
    if !cell("hidden").is_empty() {
        return Some((Outcome::LeftOut, Reason::Internal));
    }
    if cell("id").is_empty() {
        return Some((Outcome::Refused, Reason::NoKey));
    }
    if super::key::is_scientific(cell("id")) {
        return Some((Outcome::Refused, Reason::RoundedKey));
    }
    if cell("id").chars().count() > LONGEST_KEY {
        return Some((Outcome::Refused, Reason::NoKey));
    }
    let name = Cleaner::default().name("name", cell("name"));
    (kind != Kind::Location && name.is_none()).then_some((Outcome::Refused, Reason::NoName))
}

/// Longer keys than this are sentences that slipped into the wrong column.
const LONGEST_KEY: usize = 200;

#[expect(clippy::too_many_arguments, reason = "the row, and what is said of it")]
fn refuse(
    store: &Store,
    fates: &mut Fates,
    notes: &mut Notes<'_>,
    kind: Kind,
    row: u32,
    outcome: Outcome,
    reason: Reason,
    detail: &str,
) {
    fates.set(kind, row, if outcome == Outcome::LeftOut { Fate::LeftOut } else { Fate::Refused });
    notes.remark(outcome, store.at(kind, row), store.shown_key(kind, row), reason, detail);
}

impl<'a> Desk<'a, '_> {
    fn cell(&self, kind: Kind, row: u32, column: &str) -> &'a str {
        self.store.cell(kind, row, column)
    }

    /// Children that may be shown, in the order of the file. They count as taken only when used.
    fn children(&self, child: Kind, column: &str, parent: u32) -> Vec<u32> {
        let open = |row: &u32| {
            self.cell(child, *row, "hidden").is_empty() && self.fates.get(child, *row) != Fate::Refused
        };
        self.links.children(child, column, parent).filter(open).collect()
    }

    /// What had to be done to the text of a row.
    fn report(&mut self, kind: Kind, row: u32, cleaner: Cleaner) {
        let secret = kind == Kind::Location && place::secrecy(self, row, None).is_some();
        for (outcome, reason, detail) in cleaner.done {
            let key = if secret { "" } else { self.store.cell(kind, row, "id") };
            self.notes.remark(outcome, self.store.at(kind, row), key, reason, &detail);
        }
    }
}

/// Paragraphs that say something, each once.
fn paragraphs<'s>(parts: impl IntoIterator<Item = &'s str>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts.into_iter().map(str::trim) {
        if !super::clean::says_nothing(part) && !kept.contains(&part) {
            kept.push(part);
        }
    }
    kept.join("\n\n")
}
