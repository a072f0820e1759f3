//! Themes that another municipality made itself and that its map names: they come along where there is no such theme yet.

use std::collections::HashMap;

use super::super::schema::Kind;
use super::super::store::{Fates, Store};
use crate::import::record::ThemeRecord;
use crate::theme::form::LONGEST_NAME;
use crate::theme::{MOST, NEW, TAXONOMY, Taxonomy, Theme};
use crate::wording::{Line, name_key};

#[derive(Default)]
pub(super) struct Brought {
    pub(super) records: Vec<ThemeRecord>,
    /// What each of their keys means here: itself, or the theme that is called so already.
    meanings: HashMap<Theme, Theme>,
}

impl Brought {
    pub(super) fn find(store: &Store, fates: &mut Fates, here: &Taxonomy) -> Self {
        let mut brought = Self::default();
        let mut above: Vec<&str> = Vec::new();
        for row in ours(store) {
            let cell = |column| store.cell(Kind::Term, row, column);
            let own = Theme::parse(cell("code")).filter(|theme| theme.key() != NEW && !here.knows(theme));
            let (Some(theme), Some(nl)) = (own, name(cell("name"))) else { continue };
            if brought.meanings.contains_key(&theme) {
                continue;
            }
            fates.take(Kind::Term, row);
            if let Some(same) = brought.called(&nl, here) {
                brought.meanings.insert(theme, same);
            } else if here.terms().len() + brought.records.len() < MOST {
                let en = name(cell("description")).filter(|en| *en != nl).unwrap_or_default();
                let at = store.at(Kind::Term, row);
                brought.meanings.insert(theme.clone(), theme.clone());
                brought.records.push(ThemeRecord { at, theme, parent: None, nl, en });
                above.push(cell("parent_id"));
            }
        }
        brought.put_under(store, &above, here);
        brought
    }

    /// What a key of the file means here, when it is none of ours.
    pub(super) fn means(&self, key: &str) -> Option<&Theme> {
        self.meanings.get(&Theme::parse(key)?)
    }

    /// The theme that has this name, here or among those that come along.
    fn called(&self, nl: &Line, here: &Taxonomy) -> Option<Theme> {
        let key = name_key(nl.as_str());
        let along = self.records.iter().find(|record| name_key(record.nl.as_str()) == key);
        here.named(nl.as_str()).or(along.map(|record| &record.theme)).cloned()
    }

    /// Each under the one it stood under, as far as that one is on top here: there are two levels and no more.
    fn put_under(&mut self, store: &Store, above: &[&str], here: &Taxonomy) {
        let codes: HashMap<&str, &str> = ours(store)
            .map(|row| (store.cell(Kind::Term, row, "id"), store.cell(Kind::Term, row, "code")))
            .filter(|(id, _)| !id.is_empty())
            .collect();
        let tops: Vec<Theme> = self
            .records
            .iter()
            .zip(above)
            .filter(|(_, above)| above.is_empty())
            .map(|(record, _)| record.theme.clone())
            .collect();
        let top = |id: &&str| {
            let code = Theme::parse(codes.get(id)?)?;
            let theme = self.meanings.get(&code).unwrap_or(&code);
            let known = here.term(theme).filter(|term| term.parent.is_none()).map(|term| term.theme.clone());
            known.or_else(|| tops.iter().find(|top| *top == theme).cloned())
        };
        let parents: Vec<Option<Theme>> = above.iter().map(top).collect();
        for (record, parent) in self.records.iter_mut().zip(parents) {
            record.parent = parent;
        }
    }
}

fn ours(store: &Store) -> impl Iterator<Item = u32> {
    store.rows(Kind::Term).filter(|row| store.cell(Kind::Term, *row, "taxonomy") == TAXONOMY)
}

fn name(cell: &str) -> Option<Line> {
    let line = Line::parse(cell).ok()?;
    (!line.is_empty() && line.as_str().chars().count() <= LONGEST_NAME).then_some(line)
}
