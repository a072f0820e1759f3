//! The index of one municipality follows its list: what is new or changed is read and put, what has gone is taken out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ::search::{Broken, Index, Slot, Snapshot};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use ui::Lang;

use super::Words;
use super::answered::Answered;
use super::texts::{self, Line};
use crate::find::{Entry, Listing, Target};
use crate::offer::Offer;
use crate::party::Party;
use crate::theme::{Taxonomy, Theme};

/// So many lines are read and put at a time: nothing large is held, and others have their turn.
const AT_A_TIME: usize = 400;

/// What a line of the list is, whatever its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Offer(Id<Offer>),
    Party(Id<Party>),
}

impl Key {
    const fn of(entry: &Entry) -> Self {
        match entry.target {
            Target::Offer(offer) => Self::Offer(offer),
            Target::Party => Self::Party(entry.party),
        }
    }
}

/// When the texts of a line last changed: those of the offer and those of its party.
type Stamp = (Option<Moment>, Option<Moment>);

/// Where a line is in the index, and what it was when it was put there.
struct Known {
    slot: u32,
    stamp: Stamp,
    /// The round in which it was last in the list.
    round: u64,
}

pub(crate) struct Follower {
    index: Arc<Mutex<Index>>,
    known: HashMap<Key, Known>,
    free: Vec<u32>,
    next: u32,
    round: u64,
    /// What the themes were called when the lines were put.
    taxonomy: Arc<Taxonomy>,
}

/// The places, now, of the themes that are called otherwise than before: lines are found by the Dutch name.
fn renamed(before: &Taxonomy, now: &Taxonomy) -> Vec<usize> {
    let other = |theme: &&Theme| before.name(Lang::Nl, theme) != now.name(Lang::Nl, theme);
    let mut places: Vec<usize> = now.known().filter(other).filter_map(|theme| now.place(theme)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

impl Follower {
    pub(crate) fn new() -> Answer<Self> {
        let index = Arc::new(Mutex::new(Index::new().map_err(Trouble::fault)?));
        let taxonomy = Taxonomy::shipped();
        Ok(Self { index, known: HashMap::new(), free: Vec::new(), next: 0, round: 0, taxonomy })
    }

    /// The words of this list. After an error the follower is of no use any more.
    ///
    /// # Errors
    /// What the database answers.
    pub(crate) async fn follow(
        &mut self,
        db: &Db,
        municipality: Municipality,
        listing: Arc<Listing>,
    ) -> Answer<Words> {
        let offers = texts::offers_changed(db, municipality).await?;
        let parties = texts::parties_changed(db, municipality).await?;
        self.round += 1;
        let renamed = renamed(&self.taxonomy, &listing.taxonomy);
        self.taxonomy = Arc::clone(&listing.taxonomy);
        let mut changed: Vec<(Entry, Stamp)> = Vec::new();
        for (entry, at) in listing.entries().iter().zip(0usize..) {
            let offer = match entry.target {
                Target::Offer(id) => offers.get(&id).copied(),
                Target::Party => None,
            };
            let stamp = (offer, parties.get(&entry.party).copied());
            match self.known.get_mut(&Key::of(entry)) {
                Some(known) if known.stamp == stamp && !listing.is_about(at, &renamed) => {
                    known.round = self.round;
                }
                Some(known) => {
                    known.round = self.round;
                    changed.push((*entry, stamp));
                }
                None => changed.push((*entry, stamp)),
            }
        }
        self.forget().await?;
        for some in changed.chunks(AT_A_TIME) {
            self.put(db, municipality, some).await?;
        }
        let snapshot = self.with_index(Index::commit).await?;
        Ok(self.words(listing, snapshot))
    }

    /// Takes out what is in the list no more.
    async fn forget(&mut self) -> Answer<()> {
        let round = self.round;
        let mut gone = Vec::new();
        self.known.retain(|_, known| {
            if known.round != round {
                gone.push(known.slot);
            }
            known.round == round
        });
        if gone.is_empty() {
            return Ok(());
        }
        self.free.extend(&gone);
        self.with_index(move |index| gone.into_iter().try_for_each(|slot| index.remove(Slot(slot)))).await
    }

    async fn put(&mut self, db: &Db, municipality: Municipality, some: &[(Entry, Stamp)]) -> Answer<()> {
        let entries: Vec<Entry> = some.iter().map(|(entry, _)| *entry).collect();
        let lines = texts::lines(db, municipality, &entries).await?;
        let mut slotted: Vec<(Slot, Line)> = Vec::with_capacity(lines.len());
        for ((entry, stamp), line) in some.iter().zip(lines) {
            // What has gone since the list was made is taken out by the next one.
            let Some(line) = line else { continue };
            let Self { known, free, next, round, .. } = self;
            let place = known.entry(Key::of(entry)).or_insert_with(|| {
                let slot = free.pop().unwrap_or_else(|| {
                    *next += 1;
                    *next - 1
                });
                Known { slot, stamp: *stamp, round: *round }
            });
            place.stamp = *stamp;
            slotted.push((Slot(place.slot), line));
        }
        let taxonomy = Arc::clone(&self.taxonomy);
        let put = move |index: &mut Index| {
            slotted.iter().try_for_each(|(slot, line)| line.put(*slot, &taxonomy, index))
        };
        self.with_index(put).await
    }

    /// Writing takes time: visitors of other pages need not wait for it.
    async fn with_index<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Index) -> Result<T, Broken> + Send + 'static,
    ) -> Answer<T> {
        let index = Arc::clone(&self.index);
        let changed = tokio::task::spawn_blocking(move || {
            change(&mut index.lock().unwrap_or_else(PoisonError::into_inner))
        });
        changed.await.map_err(Trouble::fault)?.map_err(Trouble::fault)
    }

    fn words(&self, listing: Arc<Listing>, snapshot: Arc<Snapshot>) -> Words {
        let mut places = vec![None; self.next as usize];
        for (entry, at) in listing.entries().iter().zip(0u32..) {
            let slot = self.known.get(&Key::of(entry)).map(|known| known.slot as usize);
            if let Some(place) = slot.and_then(|slot| places.get_mut(slot)) {
                *place = Some(at);
            }
        }
        Words { listing, snapshot, places: places.into(), answered: Answered::default() }
    }
}

#[cfg(test)]
mod tests {
    use ground::db::testing::THEN;

    use super::*;
    use crate::theme::Change;
    use crate::wording::Line;

    #[test]
    fn a_theme_with_another_name_is_put_again_and_no_other() {
        let shipped = Taxonomy::shipped();
        assert!(renamed(&shipped, &shipped).is_empty());
        let papers = Theme::parse("papieren").unwrap();
        let change = |nl: &str, en: &str, place| Change {
            nl: Line::parse(nl).unwrap(),
            en: Line::parse(en).unwrap(),
            place,
            ..Change::none(papers.clone(), THEN)
        };
        let called = Taxonomy::of(&[change("Kraanvogels", "", None)]);
        assert_eq!(renamed(&shipped, &called), [called.place(&papers).unwrap()]);
        assert_eq!(renamed(&called, &shipped), [shipped.place(&papers).unwrap()]);
        // Another word in English, or another place on the page, is nothing that Dutch words are found by.
        assert!(renamed(&shipped, &Taxonomy::of(&[change("", "Cranes", Some(1))])).is_empty());
        let into = Change { into: Theme::parse("geld"), ..change("", "", None) };
        let merged = Taxonomy::of(&[into]);
        assert_eq!(renamed(&shipped, &merged), [merged.place(&papers).unwrap()]);
    }
}
