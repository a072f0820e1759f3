//! `/aanbod/…`: one offer.

use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use ui::Frame;

use super::view::OfferPage;
use super::{Offer, store};
use crate::confirmation::Age;
use crate::party::pages::{pins, sought};
use crate::trust::Trust;
use crate::{Directory, double, party, place};

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![Entry::get(
        "/aanbod/{id}",
        Who::Anyone,
        "offer.read",
        "offer",
        "One offer: what, for whom, when, where",
        show,
    )]
}

async fn show(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    OriginalUri(uri): OriginalUri,
    id: Result<Path<String>, PathRejection>,
) -> Answer<Response> {
    let id: Id<Offer> = crate::in_path(id)?;
    let db = &directory.db;
    let (listing, atlas) = directory.seen(municipality).await?;
    let Some(offer) = store::find(db, municipality, id).await? else {
        // The same was listed twice: on to the one that stays, for good.
        let now = double::store::offer_now(db, municipality, id).await?.ok_or(Trouble::NotThere)?;
        return Ok(Redirect::permanent(&format!("/aanbod/{now}")).into_response());
    };
    let party = party::store::find(db, municipality, offer.party).await?.ok_or(Trouble::NotThere)?;
    let (ageing, now) = (listing.ageings.of(party.id), directory.now());
    let age = ageing.age(offer.since(), now);
    let hidden = age == Age::Hidden || ageing.age(party.since(), now) == Age::Hidden;
    if hidden && !frame.keeps {
        return Err(Trouble::NotThere);
    }
    let mut places = place::store::with_offers(db, municipality, party.id).await?;
    // Where nobody said in which place an offer is given, it is given where its party is.
    if places.iter().any(|(_, offers)| offers.contains(&id)) {
        places.retain(|(_, offers)| offers.contains(&id));
    }
    let source = offer.origin.as_ref().and_then(|origin| atlas.source(origin.source));
    let page = OfferPage {
        map: atlas.beside(&pins(&places, &party)),
        trust: Trust::of(offer.confirmed.clone(), offer.origin.as_ref(), source, age),
        taxonomy: Arc::clone(&atlas.taxonomy),
        places: places.into_iter().map(|(place, _)| place).collect(),
        now,
        about: sought(&frame, &uri, &atlas),
        offer,
        party,
    };
    Ok(page.render(&frame).into_response())
}
