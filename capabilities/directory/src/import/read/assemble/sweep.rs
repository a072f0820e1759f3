//! At the end: rows that nothing was made of, each with the reason.

use std::collections::BTreeMap;

use super::super::links::Links;
use super::super::notes::Notes;
use super::super::schema::Kind;
use super::super::store::{Fate, Fates, Store};
use super::homes::of_parent;
use super::refuse;
use crate::import::record::{At, Outcome, Reason};

pub(super) fn sweep(store: &Store, links: &Links, fates: &mut Fates, notes: &mut Notes<'_>) {
    terms(store, fates, notes);
    for kind in Kind::ALL {
        for row in store.rows(kind) {
            if !fates.is_pending(kind, row) {
                continue;
            }
            let (outcome, reason, detail) = verdict(store, links, fates, kind, row);
            if store.counted(kind, row) || reason != Reason::NotUsed {
                refuse(store, fates, notes, kind, row, outcome, reason, detail);
            }
        }
    }
}

/// A taxonomy holds far more terms than any source uses: one remark for each file of them.
fn terms(store: &Store, fates: &mut Fates, notes: &mut Notes<'_>) {
    let mut unused: BTreeMap<String, u64> = BTreeMap::new();
    for row in store.rows(Kind::Term).filter(|row| fates.is_pending(Kind::Term, *row)).collect::<Vec<_>>() {
        fates.set(Kind::Term, row, Fate::LeftOut);
        *unused.entry(store.at(Kind::Term, row).file).or_insert(0) +=
            u64::from(store.counted(Kind::Term, row));
    }
    for (file, count) in unused.into_iter().filter(|(_, count)| *count > 0) {
        notes.remark(Outcome::LeftOut, At { file, line: 0 }, "", Reason::NotUsed, &count.to_string());
    }
}

fn verdict<'s>(
    store: &'s Store,
    links: &Links,
    fates: &Fates,
    kind: Kind,
    row: u32,
) -> (Outcome, Reason, &'s str) {
    let unused = (Outcome::LeftOut, Reason::NotUsed, kind.word());
    if !store.cell(kind, row, "hidden").is_empty() {
        return (Outcome::LeftOut, Reason::Internal, kind.word());
    }
    let entity = store.cell(kind, row, "link_entity").to_lowercase();
    if kind == Kind::Attribute && !entity.is_empty() && !entity.starts_with("service") {
        return unused;
    }
    let (mut lost, mut kept) = (None, false);
    for (column, parent) in kind.links() {
        let cell = store.cell(kind, row, column);
        if cell.is_empty() {
            continue;
        }
        let found = links.resolve(*parent, cell, store);
        match found.rows.first() {
            Some(above) if fates.get(*parent, *above) == Fate::Taken => kept = true,
            Some(above) => {
                let (outcome, reason) = of_parent(fates, *parent, *above, unknown(*parent));
                lost.get_or_insert((outcome, reason, cell));
            }
            None => {
                let reason = found.reason.filter(|r| *r == Reason::RoundedKey).unwrap_or(unknown(*parent));
                lost.get_or_insert((Outcome::Refused, reason, cell));
            }
        }
    }
    lost.unwrap_or(match kind {
        _ if kept => unused,
        Kind::Term | Kind::Location => unused,
        _ => (Outcome::Refused, Reason::NoKey, kind.word()),
    })
}

const fn unknown(parent: Kind) -> Reason {
    match parent {
        Kind::Organization | Kind::Contact => Reason::UnknownParty,
        Kind::Location | Kind::ServiceAtLocation => Reason::UnknownPlace,
        _ => Reason::UnknownOffer,
    }
}
