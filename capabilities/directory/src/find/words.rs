//! The words under which the lines of a list are found: read apart from the list, which needs none of the long texts.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};

use super::postings::Postings;
use super::terms::{self, Reader};
use super::{Listing, Target};
use crate::offer::Offer;
use crate::party::Party;
use crate::theme::Themes;

#[derive(sqlx::FromRow)]
struct PartyRow {
    id: Id<Party>,
    name_key: String,
    summary: String,
    call_for: String,
}

#[derive(sqlx::FromRow)]
struct OfferRow {
    id: Id<Offer>,
    name_key: String,
    summary: String,
    does: String,
    for_whom: String,
    themes: Themes,
}

/// Of the lines of one list, which it holds on to: a place here is a place there, and in no other list.
pub struct Words {
    pub listing: Arc<Listing>,
    postings: Postings,
}

/// The words of what somebody typed, each as its forms; there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(Vec<Vec<String>>);

impl Query {
    /// None when nothing in it says what somebody looks for: then the whole list is meant.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        Some(terms::query(typed)).filter(|words| !words.is_empty()).map(Self)
    }
}

/// What somebody typed, answered: places in the list with what the words say there, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    pub(super) places: Vec<(u32, f32)>,
    /// No place had all the words; these have some.
    pub(super) loosely: bool,
}

/// The forms in each text, all in one row of numbers.
struct Said<K> {
    forms: Vec<u32>,
    of: HashMap<Id<K>, Range<usize>>,
}

impl<K> Default for Said<K> {
    fn default() -> Self {
        Self { forms: Vec::new(), of: HashMap::new() }
    }
}

impl<K> Said<K> {
    fn put(&mut self, id: Id<K>, read: impl FnOnce(&mut Vec<u32>)) {
        let start = self.forms.len();
        read(&mut self.forms);
        self.of.insert(id, start..self.forms.len());
    }

    fn of(&self, id: Id<K>) -> impl Iterator<Item = u32> {
        let said = self.of.get(&id).and_then(|range| self.forms.get(range.clone()));
        said.into_iter().flatten().copied()
    }
}

/// Everything that was read, before it has places.
#[derive(Default)]
struct Texts {
    reader: Reader,
    /// What is found under each offer of a party.
    parties: Said<Party>,
    /// What is found besides where a party stands without offers.
    alone: Said<Party>,
    offers: Said<Offer>,
}

impl Words {
    /// # Errors
    /// What the database answers.
    pub(super) async fn build(db: &Db, code: Municipality, listing: Arc<Listing>) -> Answer<Self> {
        let mut texts = Texts::default();
        texts.read_parties(db, code).await?;
        texts.read_offers(db, code).await?;
        // Visitors who search nothing need not wait for this walk.
        tokio::task::spawn_blocking(move || texts.placed(listing)).await.map_err(Trouble::fault)
    }

    #[must_use]
    pub fn hear(&self, asked: &Query) -> Heard {
        // With all the words; failing that, with as many of them as any has.
        let (places, most_had) = self.postings.with_most(&asked.0);
        Heard { places, loosely: most_had < asked.0.len() }
    }
}

impl Texts {
    async fn read_parties(&mut self, db: &Db, code: Municipality) -> Answer<()> {
        let Self { reader, parties, alone, .. } = self;
        db.read("select id, name_key, summary, call_for from directory_party where municipality_id = $1")
            .bind(code)
            .each(|row: PartyRow| {
                parties.put(row.id, |said| {
                    reader.read(&row.name_key, 6, said);
                    reader.read(&row.call_for, 4, said);
                });
                alone.put(row.id, |said| reader.read(&row.summary, 4, said));
            })
            .await?;
        Ok(())
    }

    async fn read_offers(&mut self, db: &Db, code: Municipality) -> Answer<()> {
        let Self { reader, offers, .. } = self;
        db.read(
            "select id, name_key, summary, does, for_whom, themes from directory_offer where municipality_id = $1",
        )
        .bind(code)
        .each(|row: OfferRow| {
            offers.put(row.id, |said| {
                reader.read(&row.name_key, 12, said);
                reader.read(&row.does, 6, said);
                reader.read(&row.summary, 5, said);
                reader.read(&row.for_whom, 3, said);
                reader.read(row.themes.as_str(), 6, said);
            });
        })
        .await?;
        Ok(())
    }

    fn placed(self, listing: Arc<Listing>) -> Words {
        let Self { reader, parties, alone, offers } = self;
        let mut postings = reader.into_postings(listing.entries.len());
        for (entry, at) in listing.entries.iter().zip(0u32..) {
            let mut add = |form| postings.add(form, at);
            parties.of(entry.party).for_each(&mut add);
            match entry.target {
                Target::Offer(offer) => offers.of(offer).for_each(&mut add),
                Target::Party => alone.of(entry.party).for_each(&mut add),
            }
        }
        postings.shrink();
        Words { listing, postings }
    }
}
