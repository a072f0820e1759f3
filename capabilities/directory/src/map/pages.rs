//! `/kaart`: the municipality, or one district of it, drawn and listed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use ground::id::Id;
use ground::trouble::Answer;
use ui::Frame;

use super::atlas::{Atlas, Spot, here};
use super::base::Stage;
use super::view::{MapPage, MapParty, Row};
use crate::area::AreaCode;
use crate::find::asked::{self, Asked};
use crate::find::{Filter, Listing};
use crate::party::Party;
use crate::{Directory, area};

/// So many parties of a district are named beside its map; the list has the rest.
const NAMED: usize = 60;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![Entry::get("/kaart", Who::Anyone, "map.read", "area", "The map, and the same as a list", map)]
}

async fn map(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    RawQuery(query): RawQuery,
) -> Answer<Response> {
    let (listing, atlas) = directory.seen(municipality).await?;
    let mut asked = Asked::read(query.as_deref(), &atlas.geography, &atlas.taxonomy);
    if asked.untidy && !asked.unknown {
        return Ok(Redirect::to(&asked::address("/kaart", &asked.pairs(), 1)).into_response());
    }
    // The map is of a whole district at least; a neighbourhood has a page of its own.
    let district =
        asked.filter.area.as_ref().map(AreaCode::district).filter(|code| atlas.area(code).is_some());
    asked.typed = String::new();
    asked.filter = Filter {
        theme: asked.filter.theme.clone(),
        sphere: asked.filter.sphere,
        area: district.clone(),
        ..Filter::default()
    };
    let spots = spots(&listing, &atlas, &asked.filter);
    let counts = here(spots.iter().copied(), &atlas.geography);
    let near: Vec<&Spot> = match &district {
        None => spots,
        Some(code) => spots
            .into_iter()
            .filter(|spot| atlas.area_of(spot).is_some_and(|area| area.code.district() == *code))
            .collect(),
    };
    let mut ids: Vec<Id<Party>> = near.iter().map(|spot| spot.party).collect();
    ids.sort_unstable();
    ids.dedup();
    let named: Vec<Id<Party>> =
        if district.is_some() { ids.iter().take(NAMED).copied().collect() } else { Vec::new() };
    let lines = area::pages::lines(&directory.db, municipality, &named).await?;
    let names: HashMap<Id<Party>, String> = lines.iter().map(|(id, line)| (*id, line.name.clone())).collect();
    let stage = district.clone().map_or(Stage::Town, Stage::Area);
    let name = asked::address("map", &asked.pairs(), 1);
    let mut parties: Vec<MapParty> = lines
        .into_values()
        .filter_map(|line| Some(MapParty { sphere: atlas.sphere_of(line.id)?, id: line.id, name: line.name }))
        .collect();
    parties.sort_by(|one, other| one.name.cmp(&other.name));
    let filter = Filter { area: None, ..asked.filter.clone() };
    let page = MapPage {
        picture: atlas.bounds().map(|_| atlas.page(name, &stage, &counts, &near, &names)),
        rows: rows(&atlas, district.as_ref(), &counts),
        place: district.as_ref().and_then(|code| Some((code.clone(), atlas.name_of(code)?.to_owned()))),
        themes: listing.find(None, &filter, 0, 0).counts.themes.clone(),
        taxonomy: Arc::clone(&atlas.taxonomy),
        total: ids.len(),
        parties,
        asked,
    };
    Ok(page.render(&frame).into_response())
}

/// The doors of those who answer to the choices.
fn spots<'a>(listing: &Listing, atlas: &'a Atlas, filter: &Filter) -> Vec<&'a Spot> {
    let choices = Filter { area: None, ..filter.clone() };
    if choices.is_open() {
        return atlas.spots.iter().collect();
    }
    let found = listing.find(None, &choices, 0, usize::MAX);
    let parties: HashSet<Id<Party>> =
        found.places.iter().filter_map(|at| listing.entry(*at)).map(|entry| entry.party).collect();
    atlas.spots.iter().filter(|spot| parties.contains(&spot.party)).collect()
}

/// Districts with their neighbourhoods, or the neighbourhoods of one district.
fn rows(atlas: &Arc<Atlas>, district: Option<&AreaCode>, counts: &HashMap<AreaCode, [usize; 2]>) -> Vec<Row> {
    let geography = &atlas.geography;
    let row = |area: &area::Area, above: bool| Row {
        code: area.code.clone(),
        name: area.name.as_str().to_owned(),
        here: counts.get(&area.code).copied().unwrap_or_default(),
        above,
    };
    match district {
        Some(code) => geography.within(code).map(|area| row(area, false)).collect(),
        None if geography.districts().next().is_none() => {
            geography.areas.iter().map(|area| row(area, false)).collect()
        }
        None => geography.districts().map(|area| row(area, true)).collect(),
    }
}
