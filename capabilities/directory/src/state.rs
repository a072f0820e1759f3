//! What the pages of the social map stand on: the database, the clock, and what is kept in memory of each municipality.

use std::sync::Arc;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::alive::post::Office;
use crate::area::geography::Geography;
use crate::candidate::Asking;
use crate::event::Listeners;
use crate::find::asked::{A_PAGE, Asked};
use crate::find::doors::Doors;
use crate::find::{Entry, Found, Kept, Listing};
use crate::map::Atlas;
use crate::search::{Heard, Query};

/// Cheap to clone; one for the whole server.
#[derive(Clone)]
pub struct Directory {
    pub db: Db,
    /// Who sends the mail, if anybody.
    pub office: Office,
    /// Who keeps things of a party elsewhere.
    pub(crate) listeners: Listeners,
    /// How often strangers may ask to be on the map.
    pub(crate) asking: Arc<Asking>,
    clock: fn() -> Moment,
    kept: Arc<Kept>,
}

impl Directory {
    /// `clock` is the machine's in a server and a fixed one in a test.
    #[must_use]
    pub fn new(db: Db, clock: fn() -> Moment) -> Self {
        Self {
            db,
            office: Office::none(),
            listeners: Listeners::default(),
            asking: Arc::default(),
            clock,
            kept: Arc::default(),
        }
    }

    /// With somebody who sends the mail.
    #[must_use]
    pub fn with_office(self, office: Office) -> Self {
        Self { office, ..self }
    }

    /// With those who hear what happens to parties.
    #[must_use]
    pub fn telling(self, listeners: Listeners) -> Self {
        Self { listeners, ..self }
    }

    #[must_use]
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// The list of a municipality as its rows are now. Who finds it outdated makes it anew; others go on with the old one meanwhile.
    ///
    /// # Errors
    /// `NotThere` when there is no such municipality; what the database answers.
    pub async fn listing(&self, municipality: Municipality) -> Answer<Arc<Listing>> {
        self.kept.listing(&self.db, municipality, self.now()).await
    }

    /// What somebody typed, answered, with the list whose places the answer names; the same list when nothing was typed.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn heard(
        &self,
        municipality: Municipality,
        listing: Arc<Listing>,
        typed: &str,
    ) -> Answer<(Arc<Listing>, Option<Heard>)> {
        let Some(query) = Query::read(typed) else { return Ok((listing, None)) };
        let words = self.kept.words(&self.db, municipality, &listing).await?;
        Ok((Arc::clone(&words.listing), Some(words.hear(&query))))
    }

    /// A page of the list, or of what somebody typed, with the list whose places it names.
    ///
    /// # Errors
    /// What the database answers.
    pub(crate) async fn found(
        &self,
        municipality: Municipality,
        listing: Arc<Listing>,
        asked: &Asked,
    ) -> Answer<(Arc<Listing>, Arc<Found>)> {
        let (filter, skip) = (&asked.filter, asked.skip());
        let Some(query) = Query::read(&asked.typed) else {
            let found = listing.find(None, filter, skip, A_PAGE);
            return Ok((listing, Arc::new(found)));
        };
        let words = self.kept.words(&self.db, municipality, &listing).await?;
        let found = words.find(&query, filter, skip, A_PAGE);
        Ok((Arc::clone(&words.listing), found))
    }

    /// Makes what the first visitors would wait for: the list and its map, and what searching stands on.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn warm_up(&self, municipality: Municipality) -> Answer<()> {
        let (listing, _) = self.seen(municipality).await?;
        self.kept.words(&self.db, municipality, &listing).await?;
        Ok(())
    }

    /// What somebody may mean who is still typing, with the offers in it as entries of the list.
    ///
    /// # Errors
    /// As [`Self::heard`].
    pub async fn suggested(
        &self,
        municipality: Municipality,
        typed: &str,
        most: usize,
    ) -> Answer<Vec<(String, Option<Entry>)>> {
        let listing = self.listing(municipality).await?;
        let words = self.kept.words(&self.db, municipality, &listing).await?;
        let entry = |at: Option<u32>| at.and_then(|at| words.listing.entry(at).copied());
        Ok(words.suggest(typed, most).into_iter().map(|(text, at)| (text, entry(at))).collect())
    }

    /// Where the lines of this list have their doors.
    ///
    /// # Errors
    /// What the database answers.
    pub(crate) async fn doors(
        &self,
        municipality: Municipality,
        listing: &Arc<Listing>,
    ) -> Answer<Arc<Doors>> {
        self.kept.doors(&self.db, municipality, listing).await
    }

    /// The areas of a municipality as they are now, with who borders on whom.
    ///
    /// # Errors
    /// As [`Self::listing`].
    pub async fn geography(&self, municipality: Municipality) -> Answer<Arc<Geography>> {
        self.kept.geography(&self.db, municipality).await
    }

    /// The list with the atlas beside it, for one question to the database: what nearly every page starts with.
    ///
    /// # Errors
    /// As [`Self::listing`].
    pub async fn seen(&self, municipality: Municipality) -> Answer<(Arc<Listing>, Arc<Atlas>)> {
        let listing = self.listing(municipality).await?;
        let atlas = self.kept.atlas(&self.db, municipality, &listing).await?;
        Ok((listing, atlas))
    }
}
