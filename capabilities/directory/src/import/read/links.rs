//! Which row belongs to which: keys looked up, also where a spreadsheet rounded them or several stand in one cell.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::key;
use super::notes::Notes;
use super::schema::{self, Kind};
use super::store::{Fate, Fates, Store};
use crate::import::record::{Outcome, Reason};

/// Of one table: where each key stands.
#[derive(Default)]
struct Index {
    /// Hash of the key and row, sorted.
    by_key: Vec<(u32, u32)>,
    /// Keys that are long numbers, sorted: for those that were rounded elsewhere.
    numbers: Vec<(u128, u32)>,
    /// Rows of which another row with the same key says that they are secret.
    secret: HashSet<u32>,
}

/// For each link of each table: pairs of parent and child, sorted.
type Children = Vec<Vec<Vec<(u32, u32)>>>;

pub(super) struct Links {
    indexes: Vec<Index>,
    children: Children,
}

impl Links {
    pub(super) fn build(store: &Store, fates: &mut Fates, notes: &mut Notes<'_>) -> Self {
        let indexes = Kind::ALL.into_iter().map(|kind| index(kind, store, fates, notes)).collect();
        let mut links = Self { indexes, children: Vec::new() };
        links.children = Kind::ALL
            .into_iter()
            .map(|kind| {
                kind.links().iter().map(|link| links.pairs(kind, *link, store, fates, notes)).collect()
            })
            .collect();
        links
    }

    fn pairs(
        &self,
        kind: Kind,
        (column, parent): (&'static str, Kind),
        store: &Store,
        fates: &Fates,
        notes: &mut Notes<'_>,
    ) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for row in store.rows(kind).filter(|row| fates.is_pending(kind, *row)) {
            let cell = store.cell(kind, row, column);
            if cell.is_empty() {
                continue;
            }
            let found = self.resolve(parent, cell, store);
            if let Some(reason) = found.reason.filter(|_| !found.rows.is_empty()) {
                let key = store.shown_key(kind, row);
                notes.remark(Outcome::Mended, store.at(kind, row), key, reason, cell);
            }
            pairs.extend(found.rows.into_iter().map(|parent| (parent, row)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs.shrink_to_fit();
        pairs
    }

    /// The rows of `child` whose `column` names this row.
    pub(super) fn children(&self, child: Kind, column: &str, parent: u32) -> impl Iterator<Item = u32> {
        let at = child.links().iter().position(|link| link.0 == column);
        let pairs =
            at.and_then(|at| self.children.get(child.index())?.get(at)).map_or(&[][..], Vec::as_slice);
        let from = pairs.partition_point(|pair| pair.0 < parent);
        pairs
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |pair| pair.0 == parent)
            .map(|pair| pair.1)
    }

    /// Whether a row that was left out, with the same key as this one, says that it is secret.
    pub(super) fn is_secret_elsewhere(&self, kind: Kind, row: u32) -> bool {
        self.indexes.get(kind.index()).is_some_and(|index| index.secret.contains(&row))
    }

    /// The rows that the key or keys in a cell name.
    pub(super) fn resolve(&self, kind: Kind, cell: &str, store: &Store) -> Found {
        if let Some(row) = self.row(kind, cell, store) {
            return Found { rows: vec![row], reason: None };
        }
        if let Some(row) = self.rounded(kind, cell) {
            return Found { rows: vec![row], reason: Some(Reason::RoundedKey) };
        }
        let keys = key::several(cell);
        if keys.len() < 2 {
            let reason = key::is_scientific(cell).then_some(Reason::RoundedKey);
            return Found { rows: Vec::new(), reason };
        }
        let rows = keys.into_iter().filter_map(|key| self.row(kind, key, store)).collect();
        Found { rows, reason: Some(Reason::SeveralKeys) }
    }

    fn row(&self, kind: Kind, key: &str, store: &Store) -> Option<u32> {
        let index = self.indexes.get(kind.index())?;
        let hash = hash(key);
        let from = index.by_key.partition_point(|entry| entry.0 < hash);
        let same = index.by_key.get(from..)?.iter().take_while(|entry| entry.0 == hash);
        same.map(|entry| entry.1).find(|row| store.at_column(kind, *row, 0) == key)
    }

    /// Only where no more than one key can have been meant.
    fn rounded(&self, kind: Kind, cell: &str) -> Option<u32> {
        let (low, high) = key::rounded(cell)?;
        let numbers = &self.indexes.get(kind.index())?.numbers;
        let from = numbers.partition_point(|entry| entry.0 < low);
        let mut fits = numbers.get(from..)?.iter().take_while(|entry| entry.0 <= high);
        let one = fits.next()?;
        fits.next().is_none().then_some(one.1)
    }
}

#[derive(Debug)]
pub(super) struct Found {
    pub(super) rows: Vec<u32>,
    /// Why this took more than looking up, or why it failed.
    pub(super) reason: Option<Reason>,
}

fn hash(key: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    (hasher.finish() & 0xffff_ffff) as u32
}

fn index(kind: Kind, store: &Store, fates: &mut Fates, notes: &mut Notes<'_>) -> Index {
    let mut by_key: Vec<(u32, u32)> = store
        .rows(kind)
        .filter_map(|row| {
            let key = store.at_column(kind, row, 0);
            (!key.is_empty()).then(|| (hash(key), row))
        })
        .collect();
    by_key.sort_unstable();
    let mut secret = HashSet::new();
    if matches!(kind, Kind::Organization | Kind::Service | Kind::Location) {
        secret = doubles(kind, &mut by_key, store, fates, notes);
    }
    let mut numbers: Vec<(u128, u32)> = by_key
        .iter()
        .filter_map(|(_, row)| {
            let key = store.at_column(kind, *row, 0);
            (key.len() > 6).then(|| key.parse().ok()).flatten().map(|number| (number, *row))
        })
        .collect();
    numbers.sort_unstable();
    Index { by_key, numbers, secret }
}

/// One row for each key: the first, or the first that is a row of its own. Answers which of them another calls secret.
fn doubles(
    kind: Kind,
    by_key: &mut Vec<(u32, u32)>,
    store: &Store,
    fates: &mut Fates,
    notes: &mut Notes<'_>,
) -> HashSet<u32> {
    let mut kept: Vec<(u32, u32)> = Vec::with_capacity(by_key.len());
    let mut lost: Vec<(u32, u32)> = Vec::new();
    for (hash, row) in by_key.iter().copied() {
        let key = store.at_column(kind, row, 0);
        let before = kept
            .iter_mut()
            .rev()
            .take_while(|entry| entry.0 == hash)
            .find(|entry| store.at_column(kind, entry.1, 0) == key);
        match before {
            Some(first) if store.counted(kind, row) && !store.counted(kind, first.1) => {
                lost.push((first.1, row));
                first.1 = row;
            }
            Some(first) => lost.push((row, first.1)),
            None => kept.push((hash, row)),
        }
    }
    kept.sort_unstable();
    let secret = called_secret(kind, &kept, &lost, store);
    *by_key = kept;
    lost.sort_unstable();
    for (row, first) in lost {
        let same = store.same(kind, row, first) || !store.counted(kind, row);
        fates.set(kind, row, if same { Fate::LeftOut } else { Fate::Refused });
        if store.counted(kind, row) {
            let (outcome, reason) = if same {
                (Outcome::LeftOut, Reason::SameRecord)
            } else {
                (Outcome::Refused, Reason::DoubleKey)
            };
            let first = store.at(kind, first);
            let detail = format!("{}:{}", first.file, first.line);
            notes.remark(outcome, store.at(kind, row), store.shown_key(kind, row), reason, &detail);
        }
    }
    secret
}

/// Of the rows that are kept those of which a lost one with the same key says that they are secret.
fn called_secret(kind: Kind, kept: &[(u32, u32)], lost: &[(u32, u32)], store: &Store) -> HashSet<u32> {
    let secret = lost.iter().map(|pair| pair.0);
    let secret = secret.filter(|row| schema::is_secret(store.cell(kind, *row, "confidential")));
    secret
        .filter_map(|row| {
            let key = store.at_column(kind, row, 0);
            let hash = hash(key);
            let from = kept.partition_point(|entry| entry.0 < hash);
            let same = kept.get(from..)?.iter().take_while(|entry| entry.0 == hash);
            same.map(|entry| entry.1).find(|row| store.at_column(kind, *row, 0) == key)
        })
        .collect()
}
