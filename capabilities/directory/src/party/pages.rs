//! `/partij/…` and `/foto/…`: one party, and the face of somebody who agreed to show it.

use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use ui::Frame;

use super::view::PartyPage;
use super::whole::Whole;
use super::{Party, Serves};
use crate::confirmation::Age;
use crate::contact::{self, Contact};
use crate::find::asked::Asked;
use crate::map::{Atlas, Pin};
use crate::place::{OpenPlace, Place, Whereabouts};
use crate::theme::Theme;
use crate::trust::Trust;
use crate::{Directory, double, offer};

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![
        Entry::get(
            "/partij/{id}",
            Who::Anyone,
            "party.read",
            "party",
            "One party: what it does and how to reach it",
            show,
        ),
        Entry::get(
            "/foto/{contact}",
            Who::Anyone,
            "contact.photo",
            "contact",
            "A photo somebody agreed to",
            photo,
        ),
    ]
}

async fn show(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    OriginalUri(uri): OriginalUri,
    id: Result<Path<String>, PathRejection>,
) -> Answer<Response> {
    let id = crate::in_path(id)?;
    let db = &directory.db;
    let (listing, atlas) = directory.seen(municipality).await?;
    let whole = match atlas.whole_party(id) {
        Some(whole) => whole,
        None => match Whole::read(db, municipality, id).await {
            Err(Trouble::NotThere) => return moved(&directory, municipality, id).await,
            read => atlas.keep_whole(read?),
        },
    };
    let party = &whole.party;
    let ageing = listing.ageings.of(party.id);
    let now = directory.now();
    let age = ageing.age(party.since(), now);
    // Too old to be trusted: for visitors it is not there. Who keeps the map sees it, to call and mend it.
    if age == Age::Hidden && !frame.keeps {
        return Err(Trouble::NotThere);
    }
    let source = party.origin.as_ref().and_then(|origin| atlas.source(origin.source));
    let serves = match &party.serves {
        Serves::Everywhere => None,
        Serves::Areas(areas) => Some(
            areas
                .iter()
                .filter_map(|(code, _)| Some((code.clone(), atlas.name_of(code)?.to_owned())))
                .collect(),
        ),
    };
    let page = PartyPage {
        map: atlas.beside(&pins(&whole.places, party)),
        trust: Trust::of(party.confirmed.clone(), party.origin.as_ref(), source, age),
        // What is too old among the offers is left out as well.
        ageing: (!frame.keeps).then_some(ageing),
        serves,
        now,
        about: sought(&frame, &uri, &atlas),
        whole: Arc::clone(&whole),
    };
    Ok(page.render(&frame).into_response())
}

/// The theme with which somebody came here from a list; only for who can ask something.
pub(crate) fn sought(frame: &Frame, uri: &Uri, atlas: &Atlas) -> Option<Theme> {
    let asked = Asked::read(uri.query(), &atlas.geography, &atlas.taxonomy);
    asked.filter.theme.filter(|_| frame.acts)
}

/// It became one with another party: on to that one, for good.
async fn moved(directory: &Directory, here: Municipality, old: Id<Party>) -> Answer<Response> {
    let now = double::store::party_now(&directory.db, here, old).await?.ok_or(Trouble::NotThere)?;
    Ok(Redirect::permanent(&format!("/partij/{now}")).into_response())
}

/// Marks without numbers, where the open places are.
pub(crate) fn pins(places: &[(Place, Vec<Id<offer::Offer>>)], party: &Party) -> Vec<Pin> {
    let open = places.iter().filter_map(|(place, _)| open(place));
    open.filter_map(|open| {
        let point = open.point?;
        let area = open.area.as_ref().map(|(code, _)| code.clone());
        Some(Pin { point: [point.lon(), point.lat()], sphere: party.sphere, number: 0, area })
    })
    .collect()
}

pub(crate) fn open(place: &Place) -> Option<&OpenPlace> {
    match &place.whereabouts {
        Whereabouts::Open(open) => Some(open),
        Whereabouts::Confidential => None,
    }
}

/// Never kept by a browser: who takes a photo back wants it gone.
async fn photo(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    id: Result<Path<String>, PathRejection>,
) -> Answer<Response> {
    let id: Id<Contact> = crate::in_path(id)?;
    let contact = contact::store::find(&directory.db, municipality, id).await?.ok_or(Trouble::NotThere)?;
    let (_, atlas): (_, Arc<Atlas>) = directory.seen(municipality).await?;
    if contact.photo.is_none() || (atlas.sphere_of(contact.party).is_none() && !frame.keeps) {
        return Err(Trouble::NotThere);
    }
    let jpeg = contact::store::photo(&directory.db, municipality, id).await?.ok_or(Trouble::NotThere)?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, jpeg).into_response())
}
