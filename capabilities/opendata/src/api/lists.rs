//! The lists: offers, parties, offers at places, themes. In pages, or all at once a record a line.

use axum::response::Response;
use directory::contact::unnamed;
use directory::double;
use directory::offer::{self, Offer};
use directory::party::whole::Whole;
use directory::party::{self, Party};
use directory::place::{self, Place};
use directory::theme::Taxonomy as Themes;
use ground::id::Id;
use serde::Serialize;
use ui::Frame;
use ui::words::fl;

use super::answer::{Asker, Cut, Desk, json};
use super::asked::Asked;
use super::choose::Choice;
use super::refused::Refused;
use super::register::Pair;
use super::{names, people, stream};
use crate::shape::{AtPlace, Offered, Organization, Taxonomy, Term};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Offers,
    Parties,
    AtPlaces,
}

pub(super) async fn offers(asker: Asker) -> Response {
    asker.told(list(&asker, List::Offers).await)
}

pub(super) async fn parties(asker: Asker) -> Response {
    asker.told(list(&asker, List::Parties).await)
}

pub(super) async fn at_places(asker: Asker) -> Response {
    asker.told(list(&asker, List::AtPlaces).await)
}

async fn list(asker: &Asker, list: List) -> Result<Response, Refused> {
    let known = if list == List::Parties { names::PARTIES } else { names::OFFERS };
    let asked = Asked::read(asker.query(), known)?;
    if asked.lines {
        let listing = asker.listing().await?;
        let tag = asker.tag(&listing);
        if asker.has(&tag) {
            return Ok(tag.unchanged());
        }
        let desk = asker.desk().await?;
        let (tag, asked) = (asker.tag(&desk.listing), led_on(&desk, asked).await?);
        return Ok(tag.on(stream::lines(desk, list, asked).await?));
    }
    let question = format!("{list:?}?{}", asker.query().unwrap_or_default());
    asker
        .asking(question)
        .answered(async move |desk| page(&desk, list, &led_on(&desk, asked).await?).await)
        .await
}

/// Who asks by the old id of a party asks for the one it became one with.
async fn led_on(desk: &Desk, mut asked: Asked) -> Result<Asked, Refused> {
    if let Some(old) = asked.party.filter(|party| !desk.register.has_party(*party)) {
        let now = double::store::party_now(&desk.open.directory.db, desk.municipality, old).await?;
        asked.party = Some(now.unwrap_or(old));
    }
    Ok(asked)
}

async fn page(desk: &Desk, list: List, asked: &Asked) -> Result<Vec<u8>, Refused> {
    let choice = Choice::new(asked, &desk.register);
    let directory = &desk.open.directory;
    let per_page = asked.per_page;
    match list {
        List::Parties => {
            let found = choice.parties(directory, desk.municipality, &desk.listing).await?;
            let cut = Cut::of(found.len(), asked.page, per_page)?;
            cut.page(&some_parties(desk, asked, part(&found, asked)).await?)
        }
        List::Offers => {
            let found = choice.offers(directory, desk.municipality, &desk.listing).await?;
            let cut = Cut::of(found.len(), asked.page, per_page)?;
            let part = part(&found, asked);
            if asked.minimal {
                let facts = part.iter().filter_map(|at| desk.register.fact(*at));
                let minimal: Vec<Minimal> = facts
                    .map(|fact| Minimal { id: fact.id.uuid(), last_modified: fact.changed_at })
                    .collect();
                return cut.page(&minimal);
            }
            cut.page(&some_offers(desk, asked.full, part).await?)
        }
        List::AtPlaces => {
            let found = choice.offers(directory, desk.municipality, &desk.listing).await?;
            let pairs = choice.pairs(&found);
            let cut = Cut::of(pairs.len(), asked.page, per_page)?;
            let part = part(&pairs, asked);
            if asked.minimal {
                let minimal: Vec<Minimal> = part
                    .iter()
                    .filter_map(|pair| {
                        let last_modified = desk.register.fact(pair.fact)?.changed_at;
                        Some(Minimal { id: pair.id, last_modified })
                    })
                    .collect();
                return cut.page(&minimal);
            }
            cut.page(&some_at_places(desk, asked.full, part).await?)
        }
    }
}

fn part<'a, T>(all: &'a [T], asked: &Asked) -> &'a [T] {
    let from = asked.skip().min(all.len());
    let to = from.saturating_add(asked.per_page).min(all.len());
    all.get(from..to).unwrap_or_default()
}

/// For who only looks whether something changed.
#[derive(Serialize)]
struct Minimal {
    id: uuid::Uuid,
    last_modified: ground::moment::Moment,
}

pub(super) async fn some_parties(
    desk: &Desk,
    asked: &Asked,
    ids: &[Id<Party>],
) -> Result<Vec<Organization>, Refused> {
    let (db, scene) = (&desk.open.directory.db, desk.scene());
    if !(asked.full || asked.full_service) {
        let mut parties = party::store::find_many(db, desk.municipality, ids).await?;
        people::left_out_of(desk, &mut parties, &mut [], &mut []).await?;
        parties.sort_by_cached_key(|party| ids.iter().position(|id| *id == party.id));
        return Ok(parties.iter().map(|party| Organization::brief(scene, party)).collect());
    }
    let mut wholes = Whole::read_many(db, desk.municipality, ids).await?;
    wholes.iter_mut().for_each(unnamed::whole);
    let shown = |offer: &Offer| desk.register.fact_of(offer.id).is_some();
    Ok(wholes
        .iter()
        .map(|whole| match asked.full_service {
            true => Organization::with_offers(scene, whole, shown),
            false => Organization::whole(scene, whole),
        })
        .collect())
}

pub(super) async fn some_offers(desk: &Desk, full: bool, part: &[u32]) -> Result<Vec<Offered>, Refused> {
    let found = Found::read(desk, part.iter().copied(), full).await?;
    let scene = desk.scene();
    let one = |offer: &Offer| {
        Some(if full {
            Offered::whole(scene, offer, found.whole(offer.party)?)
        } else {
            Offered::listed(scene, offer, found.party(offer.party)?)
        })
    };
    Ok(part.iter().filter_map(|at| found.offer(desk, *at)).filter_map(one).collect())
}

pub(super) async fn some_at_places(desk: &Desk, full: bool, part: &[&Pair]) -> Result<Vec<AtPlace>, Refused> {
    let found = Found::read(desk, part.iter().map(|pair| pair.fact), full).await?;
    let places = if full { Vec::new() } else { found.places(desk).await? };
    let scene = desk.scene();
    let one = |pair: &&Pair| {
        let offer = found.offer(desk, pair.fact)?;
        if full {
            let whole = found.whole(offer.party)?;
            let (place, _) = whole.places.iter().find(|(place, _)| place.id == pair.place)?;
            return Some(AtPlace::whole(scene, offer, whole, place));
        }
        let place = places.iter().find(|place| place.id == pair.place)?;
        Some(AtPlace::listed(scene, offer, found.party(offer.party)?, place))
    };
    Ok(part.iter().filter_map(one).collect())
}

/// The rows of a page; what went away since the list was made is not among them.
struct Found {
    offers: Vec<Offer>,
    parties: Vec<Party>,
    wholes: Vec<Whole>,
}

impl Found {
    async fn read(desk: &Desk, facts: impl Iterator<Item = u32>, full: bool) -> Result<Self, Refused> {
        let db = &desk.open.directory.db;
        let facts: Vec<_> = facts.filter_map(|at| desk.register.fact(at)).collect();
        let mut ids: Vec<Id<Offer>> = facts.iter().map(|fact| fact.id).collect();
        let mut parties: Vec<Id<Party>> = facts.iter().map(|fact| fact.party).collect();
        ids.sort_unstable();
        ids.dedup();
        parties.sort_unstable();
        parties.dedup();
        let mut offers = offer::store::find_many(db, desk.municipality, &ids).await?;
        let mut parties = party::store::find_many(db, desk.municipality, &parties).await?;
        people::left_out_of(desk, &mut parties, &mut offers, &mut []).await?;
        if !full {
            return Ok(Self { offers, parties, wholes: Vec::new() });
        }
        let mut wholes = Whole::of_parties(db, desk.municipality, parties).await?;
        wholes.iter_mut().for_each(unnamed::whole);
        Ok(Self { offers, parties: Vec::new(), wholes })
    }

    async fn places(&self, desk: &Desk) -> Result<Vec<Place>, Refused> {
        let ids: Vec<Id<Party>> = self.parties.iter().map(|party| party.id).collect();
        let mut places = place::store::of_parties(&desk.open.directory.db, desk.municipality, &ids).await?;
        people::left_out_of(desk, &mut self.parties.clone(), &mut [], &mut places).await?;
        Ok(places)
    }

    fn offer(&self, desk: &Desk, at: u32) -> Option<&Offer> {
        let id = desk.register.fact(at)?.id;
        self.offers.iter().find(|offer| offer.id == id)
    }

    fn party(&self, id: Id<Party>) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    fn whole(&self, id: Id<Party>) -> Option<&Whole> {
        self.wholes.iter().find(|whole| whole.party.id == id)
    }
}

pub(super) async fn taxonomies(asker: Asker) -> Response {
    let found = small(&asker, "taxonomies", names::TAXONOMIES, |asked, _| {
        let all = vec![Taxonomy::ours()];
        all.into_iter().filter(|it| fits(asked, &[it.name, it.description])).collect()
    });
    asker.told(found.await)
}

pub(super) async fn terms(asker: Asker) -> Response {
    let found = small(&asker, "terms", names::TERMS, |asked, themes| {
        let level = |term: &Term| match asked.parent {
            Some(parent) => term.parent_id == Some(parent),
            None => !asked.top_only || term.parent_id.is_none(),
        };
        let named = |term: &Term| fits(asked, &[&term.name, &term.description, &term.code]);
        let all = Term::all(themes).filter(|term| asked.is_of_ours() && level(term) && named(term));
        all.collect()
    });
    asker.told(found.await)
}

/// A list that follows from the municipality's themes alone.
async fn small<T: Serialize + Send + Sync>(
    asker: &Asker,
    name: &str,
    known: &'static [&'static str],
    all: impl Fn(&Asked, &Themes) -> Vec<T> + Send,
) -> Result<Response, Refused> {
    let asked = Asked::read(asker.query(), known)?;
    if asked.lines {
        let listing = asker.listing().await?;
        let tag = asker.tag(&listing);
        if asker.has(&tag) {
            return Ok(tag.unchanged());
        }
        let found = all(&asked, &listing.taxonomy);
        let mut lines = Vec::new();
        for one in &found {
            lines.extend(json(one)?);
            lines.push(b'\n');
        }
        return Ok(tag.on(stream::whole(lines)));
    }
    asker
        .asking(format!("{name}?{}", asker.query().unwrap_or_default()))
        .answered(async move |desk| {
            let found = all(&asked, &desk.listing.taxonomy);
            let cut = Cut::of(found.len(), asked.page, asked.per_page)?;
            cut.page(part(&found, &asked))
        })
        .await
}

fn fits(asked: &Asked, texts: &[&str]) -> bool {
    let wanted = asked.search.to_lowercase();
    texts.iter().any(|text| text.to_lowercase().contains(&wanted))
}

/// The sentence that stands above the interface.
pub(super) fn title(frame: &Frame) -> String {
    fl!(crate::words(frame.lang), "open-title")
}
