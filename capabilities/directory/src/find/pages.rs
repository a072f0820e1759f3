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
use super::doors::Point;
use super::lines::{Cards, Line};
use super::view::{ListPage, Without};
use super::{Filter, Listing, asked, lines};
use crate::Directory;
use crate::map::Pin;
use crate::search::Heard;

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
    let (listing, heard) = directory.heard(municipality, listing, &asked.typed).await?;
    let doors = match &asked.near {
        Some(_) => Some(directory.doors(municipality, &listing).await?).filter(|doors| doors.is_of(&listing)),
        None => None,
    };
    let from = doors
        .as_ref()
        .zip(asked.near.as_deref())
        .and_then(|(doors, near)| doors.point(near, &atlas.geography));
    asked.unknown |= asked.near.is_some() && from.is_none();
    let heard = match doors.as_ref().zip(from) {
        Some((doors, from)) => Some(doors.nearest(heard, from)),
        None => heard,
    };
    let found = listing.find(heard.as_ref(), &asked.filter, asked.skip(), A_PAGE);
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
    let far = |place: &u32| doors.as_ref().zip(from).and_then(|(doors, from)| doors.distance(*place, from));
    let lost = !asked.typed.is_empty() && (found.total == 0 || found.loosely);
    let page = ListPage {
        distances: found.places.iter().map(far).collect(),
        walk_into: match lost {
            true => walk_into(&directory, municipality, &listing, &asked, from).await?,
            false => Vec::new(),
        },
        read_as: heard.as_ref().and_then(|heard| heard.read_as.clone()),
        without: if found.total == 0 { without(&listing, heard.as_ref(), &asked) } else { Vec::new() },
        all: listing.len(),
        now: directory.now(),
        unfolded: !asked.filter.is_open()
            && headers.get("sec-fetch-dest").is_some_and(|dest| dest == "empty"),
        asked,
        found,
        cards,
        atlas,
    };
    Ok(page.render(&frame).into_response())
}

/// Whom in this neighbourhood one can walk into, when words lead nowhere.
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
fn without(listing: &Listing, heard: Option<&Heard>, asked: &Asked) -> Vec<Without> {
    let choices = [asked::THEME, asked::SPHERE, asked::LANGUAGE, asked::AREA, asked::DAY, asked::CAPACITY];
    let mut all = Vec::new();
    for name in choices {
        let filter = dropped(&asked.filter, name);
        if filter != asked.filter {
            all.push(Without { name, count: listing.find(heard, &filter, 0, 0).total });
        }
    }
    if !asked.typed.is_empty() && !asked.filter.is_open() {
        all.push(Without { name: "q", count: listing.find(None, &asked.filter, 0, 0).total });
    }
    all.retain(|without| without.count > 0);
    all
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
