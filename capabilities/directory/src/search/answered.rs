//! Pages of answers to what was typed before, while the list stands: everybody types the same few words, and turns the page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::find::{Filter, Found};

/// How many pages are remembered before it starts afresh; a page takes a few kilobytes.
const MOST: usize = 500;

/// Nobody types the same long thing twice.
const LONGEST: usize = 100;

/// Who typed it is not known here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Page {
    pub(super) typed: String,
    pub(super) filter: Filter,
    pub(super) skip: usize,
    pub(super) most: usize,
}

#[derive(Default)]
pub(super) struct Answered(Mutex<HashMap<Page, Arc<Found>>>);

impl Answered {
    pub(super) fn get_or_find(&self, page: Page, find: impl FnOnce(&Page) -> Found) -> Arc<Found> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = lock().get(&page) {
            return Arc::clone(found);
        }
        let found = Arc::new(find(&page));
        if page.typed.len() <= LONGEST {
            let mut pages = lock();
            if pages.len() >= MOST {
                pages.clear();
            }
            pages.insert(page, Arc::clone(&found));
        }
        found
    }
}
