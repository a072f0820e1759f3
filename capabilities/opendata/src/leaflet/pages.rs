//! `/buurt/…/blad`: the leaflet of one area.

use std::collections::HashSet;
use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use directory::area::AreaCode;
use directory::confirmation::Age;
use directory::contact::unnamed;
use directory::find::Listing;
use directory::party::whole::Whole;
use directory::party::{Party, Sphere};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use ui::{Frame, Lang};

use super::view::LeafletPage;
use crate::OpenData;

/// More than this nobody takes along; the page says how many there are.
const MOST: usize = 60;

#[must_use]
pub fn routes() -> Vec<Entry<OpenData>> {
    vec![Entry::get(
        "/buurt/{code}/blad",
        Who::Anyone,
        "area.leaflet",
        "area",
        "Who is in this area, to print and take along",
        leaflet,
    )]
}

async fn leaflet(
    State(open): State<OpenData>,
    Here(municipality): Here,
    frame: Frame,
    code: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Answer<Markup> {
    let code = code.ok().and_then(|Path(code)| AreaCode::parse(&code).ok()).ok_or(Trouble::NotThere)?;
    let (listing, atlas) = open.directory.seen(municipality).await?;
    let area = atlas.area(&code).ok_or(Trouble::NotThere)?.clone();
    let all = parties(&listing, &code);
    let shown: Vec<Id<Party>> = all.iter().take(MOST).copied().collect();
    let mut wholes = Whole::read_many(&open.directory.db, municipality, &shown).await?;
    let now = open.directory.now();
    for whole in &mut wholes {
        unnamed::whole(whole);
        let ageing = listing.ageings.of(whole.party.id);
        whole.offers.retain(|offer| ageing.age(offer.since(), now) < Age::Hidden);
    }
    let (informal, formal) = wholes.into_iter().partition(|whole| whole.party.sphere == Sphere::Informal);
    let page = LeafletPage {
        area,
        worlds: [(Sphere::Informal, informal), (Sphere::Formal, formal)],
        left_out: all.len().saturating_sub(MOST),
        beside: beside(query.as_deref()).filter(|lang| *lang != frame.lang),
        now,
        themes: Arc::clone(&listing.taxonomy),
    };
    Ok(page.render(&frame))
}

/// Each party once: who has a door here, then who comes here, both in the order of the list.
fn parties(listing: &Listing, code: &AreaCode) -> Vec<Id<Party>> {
    let mut seen = HashSet::new();
    let places = listing.in_area(code).into_iter().chain(listing.serving(code));
    let parties = places.filter_map(|at| listing.entry(at)).map(|entry| entry.party);
    parties.filter(|party| seen.insert(*party)).collect()
}

/// The second language; what is none of ours is none.
fn beside(query: Option<&str>) -> Option<Lang> {
    let code = query?.split('&').find_map(|pair| pair.strip_prefix("naast="))?;
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}
