//! `/wie`: who does what; `/zoek`: the same list, searched.

use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use ground::id::Municipality;
use ground::trouble::Answer;
use ui::Frame;

use super::asked::{A_PAGE, Asked};
use super::doors::{Doors, Point};
use super::lines::{Cards, Line};
use super::view::{ListPage, Without};
use super::{Filter, Found, Listing, asked, lines};
use crate::Directory;
use crate::map::{Atlas, Pin};

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![
        Entry::get(
            asked::LIST,
            Who::Anyone,
            "offer.find",
            "offer",
            "Who does what: the whole list, filtered",
            list,
        ),
        Entry::get(
            asked::SEARCH,
            Who::Anyone,
            "offer.find",
            "offer",
            "Who does what: searched by words",
            list,
        ),
    ]
}

async fn list(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Answer<Response> {
    let (listing, atlas) = directory.seen(municipality).await?;
    let mut asked = Asked::read(uri.query(), &atlas.geography, &atlas.taxonomy);
    // A form without script sends its empty answers too; the address people share has none.
    let misplaced = uri.path() == asked::LIST && !asked.typed.is_empty();
    if (asked.untidy && !asked.unknown) || misplaced {
        return Ok(Redirect::to(&asked.on_page(asked.page)).into_response());
    }
    let (listing, found, near) = match asked.near.as_deref() {
        None => {
            let (listing, found) = directory.found(municipality, listing, &asked).await?;
            (listing, found, None)
        }
        Some(near) => found_near(&directory, municipality, listing, &asked, near, &atlas).await?,
    };
    if near.is_none() {
        asked.lose_near();
    }
    let first = asked.skip() + 1;
    // The cards belong to this list; beside another one their places mean something else.
    let kept = atlas.is_of(&listing).then(|| atlas.cards(&found.places, first)).flatten();
    let cards = match kept {
        Some(cards) => cards,
        None => {
            let lines = lines::of(&directory.db, municipality, &listing, &found.places).await?;
            let cards = Arc::new(Cards { map: atlas.beside(&pins(&lines, first)), lines });
            if atlas.is_of(&listing) {
                atlas.keep_cards(&found.places, first, &cards);
            }
            cards
        }
    };
    let from = near.as_ref().map(|(_, from)| *from);
    let measured = near.as_ref().filter(|(doors, _)| doors.is_of(&listing));
    let far = |place: &u32| measured.and_then(|(doors, from)| doors.distance(*place, *from));
    let lost = found.total == 0 || (!asked.typed.is_empty() && found.loosely);
    let page = ListPage {
        distances: found.places.iter().map(far).collect(),
        walk_into: match lost {
            true => walk_into(&directory, municipality, &listing, &asked, from).await?,
            false => Vec::new(),
        },
        without: match found.total {
            0 => without(&directory, municipality, &listing, &asked).await?,
            _ => Vec::new(),
        },
        all: listing.len(),
        now: directory.now(),
        // Who typed a place that we do not know sees at once where to type another.
        unfolded: asked.nowhere.is_some()
            || (!asked.filter.is_open() && headers.get("sec-fetch-dest").is_some_and(|dest| dest == "empty")),
        asked,
        found,
        cards,
        atlas,
    };
    Ok(page.render(&frame).into_response())
}

/// What was asked, with what is near before what is far; the doors and the point only when that is a place here. While the
/// doors of this list are being made, nothing is far or near.
async fn found_near(
    directory: &Directory,
    municipality: Municipality,
    listing: Arc<Listing>,
    asked: &Asked,
    near: &str,
    atlas: &Atlas,
) -> Answer<(Arc<Listing>, Arc<Found>, Option<(Arc<Doors>, Point)>)> {
    let (listing, heard) = directory.heard(municipality, listing, &asked.typed).await?;
    let doors = directory.doors(municipality, &listing).await?;
    let from = doors.point(near, &atlas.geography);
    let heard = match from {
        Some(from) if doors.is_of(&listing) => Some(doors.nearest(heard, from)),
        _ => heard,
    };
    let found = listing.find(heard.as_ref(), &asked.filter, asked.skip(), A_PAGE);
    Ok((listing, Arc::new(found), from.map(|from| (doors, from))))
}

/// Whom in this neighbourhood one can walk into, when words or choices lead nowhere.
async fn walk_into(
    directory: &Directory,
    municipality: Municipality,
    listing: &Arc<Listing>,
    asked: &Asked,
    from: Option<Point>,
) -> Answer<Vec<Line>> {
    let doors = directory.doors(municipality, listing).await?;
    if !doors.is_of(listing) {
        return Ok(Vec::new());
    }
    lines::of(&directory.db, municipality, listing, &doors.walk_into(from, asked.filter.area.as_ref())).await
}

/// The doors of the cards, numbered as they are.
fn pins(lines: &[Line], first: usize) -> Vec<Pin> {
    let numbered = lines.iter().zip(first..);
    numbered.filter_map(|(line, number)| Some(Pin { number, ..line.pin.clone()? })).collect()
}

/// What there would be if one choice were dropped.
async fn without(
    directory: &Directory,
    municipality: Municipality,
    listing: &Arc<Listing>,
    asked: &Asked,
) -> Answer<Vec<Without>> {
    let (heard_in, heard) = directory.heard(municipality, Arc::clone(listing), &asked.typed).await?;
    let choices = [asked::THEME, asked::SPHERE, asked::LANGUAGE, asked::AREA, asked::DAY, asked::CAPACITY];
    let mut all = Vec::new();
    for name in choices {
        let filter = dropped(&asked.filter, name);
        if filter != asked.filter {
            all.push(Without { name, count: heard_in.find(heard.as_ref(), &filter, 0, 0).total });
        }
    }
    if !asked.typed.is_empty() && !asked.filter.is_open() {
        all.push(Without { name: "q", count: listing.find(None, &asked.filter, 0, 0).total });
    }
    all.retain(|without| without.count > 0);
    Ok(all)
}

fn dropped(filter: &Filter, name: &str) -> Filter {
    let mut filter = filter.clone();
    match name {
        asked::THEME => filter.theme = None,
        asked::SPHERE => filter.sphere = None,
        asked::LANGUAGE => filter.language = None,
        asked::AREA => filter.area = None,
        asked::DAY => filter.day = None,
        _ => filter.capacity = None,
    }
    filter
}
