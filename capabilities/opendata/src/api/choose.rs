//! From a question to places in the register: the list answers what it knows, the register the rest. Filters add up.

use std::collections::HashSet;
use std::sync::Arc;

use directory::Directory;
use directory::area::AreaCode;
use directory::area::locate::Locator;
use directory::find::{Filter, Listing, Target};
use directory::place::Point;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use super::asked::Asked;
use super::register::{Fact, Pair, Register};
use crate::shape::term;

/// Everything a question is weighed with.
pub(super) struct Choice<'a> {
    pub(super) asked: &'a Asked,
    pub(super) register: &'a Register,
    /// Where the postcode lies, when that is known here.
    near: Option<[f64; 2]>,
}

impl<'a> Choice<'a> {
    pub(super) fn new(asked: &'a Asked, register: &'a Register) -> Self {
        let near = asked.postcode.as_deref().and_then(|postcode| register.middle(postcode));
        Self { asked, register, near }
    }

    /// The offers that fit, in the order of the list, or the best first when words were searched.
    pub(super) async fn offers(
        &self,
        directory: &Directory,
        municipality: Municipality,
        listing: &Arc<Listing>,
    ) -> Answer<Vec<u32>> {
        let asked = self.asked;
        let nowhere = asked.postcode.is_some() && self.near.is_none();
        let theme = asked.theme.map(|id| term::theme(&listing.taxonomy, id));
        // A theme nobody has finds nobody.
        if theme == Some(None) || !asked.is_of_ours() || nowhere {
            return Ok(Vec::new());
        }
        let mut filter = Filter {
            theme: theme.flatten(),
            sphere: asked.sphere,
            language: asked.language,
            area: asked.area.clone(),
            capacity: asked.capacity,
            ..Filter::default()
        };
        let covered = self.covering(directory, municipality).await?;
        if let Some(covered) = &covered {
            // Who says an area and a postcode wants both.
            filter.area = filter.area.or_else(|| Some(covered.clone()));
        }
        let mut found = self.listed(directory, municipality, listing, &filter).await?;
        if let (Some(area), Some(covered)) = (&asked.area, covered)
            && *area != covered
        {
            let other = Filter { area: Some(covered), ..Filter::default() };
            let there = listing.find(None, &other, 0, usize::MAX);
            let there: HashSet<u32> =
                there.places.iter().filter_map(|at| self.fact_at(listing, *at)).collect();
            found.retain(|fact| there.contains(fact));
        }
        found.retain(|fact| self.register.fact(*fact).is_some_and(|fact| self.fits(fact)));
        Ok(found)
    }

    async fn listed(
        &self,
        directory: &Directory,
        municipality: Municipality,
        listing: &Arc<Listing>,
        filter: &Filter,
    ) -> Answer<Vec<u32>> {
        if self.asked.search.is_empty() && filter.is_open() {
            return Ok((0..u32::try_from(self.register.facts.len()).unwrap_or(u32::MAX)).collect());
        }
        let (of, heard) = directory.heard(municipality, Arc::clone(listing), &self.asked.search).await?;
        let found = of.find(heard.as_ref(), filter, 0, usize::MAX);
        // The words may still be those of the list before: its places are looked up by their offer.
        Ok(found.places.iter().filter_map(|at| self.fact_at(&of, *at)).collect())
    }

    fn fact_at(&self, listing: &Listing, at: u32) -> Option<u32> {
        match listing.entry(at)?.target {
            Target::Offer(id) => self.register.fact_of(id),
            Target::Party => None,
        }
    }

    /// With a postcode and no distance: the area it lies in, which the offer must serve.
    async fn covering(&self, directory: &Directory, municipality: Municipality) -> Answer<Option<AreaCode>> {
        let (Some([lon, lat]), None) = (self.near, self.asked.proximity) else { return Ok(None) };
        let (_, atlas) = directory.seen(municipality).await?;
        let drawn = atlas.geography.areas.iter();
        let shapes = drawn.filter_map(|area| Some((&area.code, area.shape.as_ref()?.geojson.as_str())));
        let locator = Locator::new(0, shapes);
        Ok(Point::new(lon, lat).ok().and_then(|point| locator.locate(point).code()))
    }

    fn fits(&self, fact: &Fact) -> bool {
        let asked = self.asked;
        asked.party.is_none_or(|party| party == fact.party)
            && asked.modified_after.is_none_or(|after| fact.changed_at >= after)
            && asked.minimum_age.is_none_or(|age| fact.minimum_age.is_some_and(|it| f64::from(it) >= age))
            && asked.maximum_age.is_none_or(|age| fact.maximum_age.is_some_and(|it| f64::from(it) <= age))
            && (asked.taxonomy.is_none() || fact.has_themes)
            && self.is_open(fact)
            && (asked.proximity.is_none()
                || self.register.pairs_of(fact).iter().any(|pair| self.is_near(pair)))
    }

    /// One opening must fit the day and both times.
    fn is_open(&self, fact: &Fact) -> bool {
        let Asked { day, from, to, .. } = *self.asked;
        if day.is_none() && from.is_none() && to.is_none() {
            return true;
        }
        self.register.slots(fact).iter().any(|slot| {
            day.is_none_or(|day| slot.day == day)
                && from.is_none_or(|from| slot.from >= from)
                && to.is_none_or(|to| slot.to <= to)
        })
    }

    fn is_near(&self, pair: &Pair) -> bool {
        match (self.asked.proximity, self.near) {
            (Some(metres), Some(near)) => pair.is_within(metres, near),
            (Some(_), None) => false,
            (None, _) => true,
        }
    }

    /// The places of these offers that fit.
    pub(super) fn pairs(&self, offers: &[u32]) -> Vec<&'a Pair> {
        let facts = offers.iter().filter_map(|at| self.register.fact(*at));
        facts.flat_map(|fact| self.register.pairs_of(fact)).filter(|pair| self.is_near(pair)).collect()
    }

    /// The parties that fit: all, or those whose lines the words were found in, best first.
    pub(super) async fn parties(
        &self,
        directory: &Directory,
        municipality: Municipality,
        listing: &Arc<Listing>,
    ) -> Answer<Vec<Id<directory::party::Party>>> {
        if self.asked.search.is_empty() {
            return Ok(self.register.parties.clone());
        }
        let (of, heard) = directory.heard(municipality, Arc::clone(listing), &self.asked.search).await?;
        let found = of.find(heard.as_ref(), &Filter::default(), 0, usize::MAX);
        let mut seen = HashSet::new();
        let lines = found.places.iter().filter_map(|at| of.entry(*at));
        let parties = lines.map(|entry| entry.party).filter(|party| self.register.has_party(*party));
        Ok(parties.filter(|party| seen.insert(*party)).collect())
    }
}
