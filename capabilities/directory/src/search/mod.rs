//! Searching the list by words: an index in memory that follows the rows, and what it says to what somebody typed.

mod answered;
mod follow;
pub mod pages;
mod texts;

use std::sync::Arc;

use ::search::{How, Slot, Snapshot, Suggestion};

pub(crate) use follow::Follower;

use self::answered::{Answered, Page};
use crate::find::{Filter, Found, Listing};

/// A list and the words it is found by, of one moment: a place here is a place there, and in no other list.
pub struct Words {
    pub listing: Arc<Listing>,
    snapshot: Arc<Snapshot>,
    /// The place in the list of each slot of the index.
    places: Box<[Option<u32>]>,
    answered: Answered,
}

/// What somebody typed; there is a word in it that says what they look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// None when nothing in it says what somebody looks for: then the whole list is meant.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        ::search::asks_something(typed).then(|| Self(typed.to_owned()))
    }
}

/// What somebody typed, answered: places in the list with how well they fit, in no order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    pub places: Vec<(u32, f32)>,
    /// No place had something for every word; these are the nearest.
    pub loosely: bool,
    /// The question as it was read, when something was mistyped.
    pub read_as: Option<String>,
}

impl Words {
    /// A page of the answer; one that was asked for before is not looked for again.
    #[must_use]
    pub fn find(&self, asked: &Query, filter: &Filter, skip: usize, most: usize) -> Arc<Found> {
        let page = Page { typed: asked.0.clone(), filter: filter.clone(), skip, most };
        self.answered.get_or_find(page, |page| {
            self.listing.find(Some(&self.hear(asked)), &page.filter, page.skip, page.most)
        })
    }

    #[must_use]
    pub fn hear(&self, asked: &Query) -> Heard {
        let hits = self.snapshot.find(&asked.0);
        let place = |(slot, fits): (Slot, f32)| Some((self.place(slot)?, fits));
        Heard {
            places: hits.places.into_iter().filter_map(place).collect(),
            loosely: hits.how == How::Nearest,
            read_as: hits.read_as,
        }
    }

    /// What somebody may mean who is still typing; an offer comes with its place in the list.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<(String, Option<u32>)> {
        let all = self.snapshot.suggest(typed, most).into_iter();
        all.filter_map(|Suggestion { text, slot }| match slot {
            Some(slot) => Some((text, Some(self.place(slot)?))),
            None => Some((text, None)),
        })
        .collect()
    }

    fn place(&self, slot: Slot) -> Option<u32> {
        self.places.get(slot.0 as usize).copied().flatten()
    }
}
