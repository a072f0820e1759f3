//! `/wie`: who does what.

use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use ground::trouble::Answer;
use ui::Frame;

use super::asked::{A_PAGE, Asked};
use super::lines::{Cards, Line};
use super::view::{ListPage, Without};
use super::{Filter, Listing, asked, lines};
use crate::Directory;
use crate::map::Pin;
use crate::search::Heard;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![Entry::get("/wie", Who::Anyone, "offer.find", "offer", "Who does what: search and filter", list)]
}

async fn list(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer<Response> {
    let (listing, atlas) = directory.seen(municipality).await?;
    let asked = Asked::read(query.as_deref(), &atlas.geography, &atlas.taxonomy);
    // A form without script sends its empty answers too; the address people share has none.
    if asked.untidy && !asked.unknown {
        return Ok(Redirect::to(&asked.on_page(asked.page)).into_response());
    }
    let (listing, heard) = directory.heard(municipality, listing, &asked.typed).await?;
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
    let page = ListPage {
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
    if heard.is_some() && !asked.filter.is_open() {
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
