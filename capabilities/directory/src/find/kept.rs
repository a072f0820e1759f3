//! What is kept in memory of each municipality, and when it is made anew: the version number of the rows decides.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::Listing;
use super::doors::Doors;
use crate::area::geography::Geography;
use crate::map::Atlas;
use crate::municipality;
use crate::search::{Follower, Words};

#[derive(Default)]
pub(crate) struct Kept {
    listings: Shelf<Listing>,
    words: Shelf<Words>,
    followers: Mutex<HashMap<Municipality, Arc<tokio::sync::Mutex<Option<Follower>>>>>,
    doors: Shelf<Doors>,
    geographies: Shelf<Geography>,
    atlases: Shelf<Atlas>,
}

impl Kept {
    pub(crate) async fn listing(
        &self,
        db: &Db,
        municipality: Municipality,
        now: Moment,
    ) -> Answer<Arc<Listing>> {
        let version = municipality::store::version(db, municipality).await?;
        let good = |listing: &Listing| listing.version == version && now < listing.good_until;
        self.listings.get_or_make(municipality, good, || Listing::build(db, municipality, now)).await
    }

    /// The words of this list, or of the one before it while new ones are being made.
    pub(crate) async fn words(
        &self,
        db: &Db,
        municipality: Municipality,
        listing: &Arc<Listing>,
    ) -> Answer<Arc<Words>> {
        let good = |words: &Words| words.listing.is_of_same(listing);
        let make = || self.follow(db.clone(), municipality, Arc::clone(listing));
        self.words.get_or_make(municipality, good, make).await
    }

    /// Goes on with the index of before. A visitor who leaves does not leave it half changed.
    async fn follow(&self, db: Db, municipality: Municipality, listing: Arc<Listing>) -> Answer<Words> {
        let follower = {
            let mut followers = self.followers.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(followers.entry(municipality).or_default())
        };
        let followed = tokio::spawn(async move {
            let mut place = follower.lock().await;
            let mut follower = match place.take() {
                Some(follower) => follower,
                None => Follower::new()?,
            };
            let words = follower.follow(&db, municipality, listing).await?;
            *place = Some(follower);
            Ok(words)
        });
        followed.await.map_err(Trouble::fault)?
    }

    /// The doors of this list, or of the one before it while new ones are being made.
    pub(crate) async fn doors(
        &self,
        db: &Db,
        municipality: Municipality,
        listing: &Arc<Listing>,
    ) -> Answer<Arc<Doors>> {
        let good = |doors: &Doors| doors.listing.is_of_same(listing);
        let make = || Doors::build(db, municipality, Arc::clone(listing));
        self.doors.get_or_make(municipality, good, make).await
    }

    pub(crate) async fn geography(&self, db: &Db, municipality: Municipality) -> Answer<Arc<Geography>> {
        let version = municipality::store::version(db, municipality).await?;
        let good = |geography: &Geography| geography.version == version;
        self.geographies.get_or_make(municipality, good, || Geography::build(db, municipality)).await
    }

    /// The atlas beside this listing. It asks for no version of its own: the listing has just done so.
    pub(crate) async fn atlas(
        &self,
        db: &Db,
        municipality: Municipality,
        listing: &Listing,
    ) -> Answer<Arc<Atlas>> {
        let good = |atlas: &Atlas| atlas.version == listing.version && atlas.good_until == listing.good_until;
        let make = || async move {
            let geography = self.geography(db, municipality).await?;
            Atlas::build(db, municipality, listing, geography).await
        };
        self.atlases.get_or_make(municipality, good, make).await
    }
}

/// One thing a municipality, each made by one request at a time.
struct Shelf<T> {
    places: Mutex<HashMap<Municipality, Arc<Place<T>>>>,
}

struct Place<T> {
    made: Mutex<Option<Arc<T>>>,
    maker: tokio::sync::Mutex<()>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { places: Mutex::default() }
    }
}

impl<T> Shelf<T> {
    async fn get_or_make<F>(
        &self,
        municipality: Municipality,
        good: impl Fn(&T) -> bool,
        make: impl FnOnce() -> F,
    ) -> Answer<Arc<T>>
    where
        F: Future<Output = Answer<T>>,
    {
        let place = self.place(municipality);
        let there = place.there();
        if let Some(there) = there.as_ref().filter(|there| good(there)) {
            return Ok(Arc::clone(there));
        }
        // Somebody is making a new one: whoever has an old one goes on with that.
        let turn = match (place.maker.try_lock(), there) {
            (Ok(turn), _) => turn,
            (Err(_), Some(old)) => return Ok(old),
            (Err(_), None) => place.maker.lock().await,
        };
        if let Some(there) = place.there().filter(|there| good(there)) {
            return Ok(there);
        }
        let fresh = Arc::new(make().await?);
        *place.made.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&fresh));
        drop(turn);
        Ok(fresh)
    }

    fn place(&self, municipality: Municipality) -> Arc<Place<T>> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let empty = || Arc::new(Place { made: Mutex::new(None), maker: tokio::sync::Mutex::new(()) });
        Arc::clone(places.entry(municipality).or_insert_with(empty))
    }
}

impl<T> Place<T> {
    fn there(&self) -> Option<Arc<T>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[cfg(test)]
mod tests {
    use ground::db::testing::both;

    use super::*;
    use crate::find::Filter;
    use crate::neighbourhood::{HERE, Neighbourhood};
    use crate::party::Sphere;
    use crate::search::Query;
    use crate::visitor::MORNING;

    fn found(words: &Words, typed: &str) -> usize {
        let heard = words.hear(&Query::read(typed).unwrap());
        words.listing.find(Some(&heard), &Filter::default(), 0, 10).total
    }

    #[tokio::test]
    async fn whoever_searches_while_the_index_is_made_anew_finds_what_was_there_before() {
        both(migrations::ALL, |db| async move {
            let mut here = Neighbourhood::new(MORNING);
            let linde = here.party("Moedercentrum De Linde", Sphere::Informal, |_| ());
            here.offer(linde, "Samen brieven lezen", &["papieren"], |_| ());
            here.settle(&db).await;
            let kept = Arc::new(Kept::default());
            let listing = kept.listing(&db, HERE, MORNING).await.unwrap();
            let before = kept.words(&db, HERE, &listing).await.unwrap();

            here.offer(linde, "Kraanvogels vouwen", &["creatief"], |_| ());
            here.settle(&db).await;
            let newer = kept.listing(&db, HERE, MORNING).await.unwrap();
            assert!(!newer.is_of_same(&listing));
            // The follower is held, so whoever makes the new index cannot come to its end.
            let follower = Arc::clone(kept.followers.lock().unwrap().entry(HERE).or_default());
            let held = follower.lock_owned().await;
            let making = tokio::spawn({
                let (kept, db, newer) = (Arc::clone(&kept), db.clone(), Arc::clone(&newer));
                async move { kept.words(&db, HERE, &newer).await.unwrap() }
            });
            let place = kept.words.place(HERE);
            while place.maker.try_lock().is_ok() {
                tokio::task::yield_now().await;
            }
            for _ in 0..20 {
                let meanwhile = kept.words(&db, HERE, &newer).await.unwrap();
                assert!(Arc::ptr_eq(&meanwhile, &before));
                assert_eq!((found(&meanwhile, "brieven"), found(&meanwhile, "kraanvogels")), (1, 0));
            }
            drop(held);
            let after = making.await.unwrap();
            assert!(after.listing.is_of_same(&newer));
            assert_eq!((found(&after, "brieven"), found(&after, "kraanvogels")), (1, 1));
        })
        .await;
    }
}
