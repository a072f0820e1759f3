//! `/beheer/dubbel`: two beside each other, and what one decides about them.

use std::sync::Arc;

use access::{Caller, Entry, Fields, Permit, Relations, SignedForm, Who};
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Desk, Side};
use super::{Pair, merge, ordered, store, suspects};
use crate::Directory;
use crate::desk::keeping::Keeping;
use crate::desk::{begin, id, on_to};
use crate::municipality::trail;
use crate::party::Party;
use crate::{offer, party, place};

/// Pairs on a page: each is two profiles.
const PAGE: usize = 10;

pub(crate) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get("/beheer/dubbel", Allowed, "double.read", "party", "What may be listed twice", show),
        Entry::post("/beheer/dubbel/een", Allowed, "party.merge", "party", "Two become one", one),
        Entry::post(
            "/beheer/dubbel/twee",
            Allowed,
            "double.two",
            "party",
            "Remember that these are two",
            two,
        ),
    ]
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    pagina: Option<usize>,
    #[serde(default)]
    gedaan: String,
}

async fn show(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    Extension(relations): Extension<Arc<dyn Relations>>,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (db, here) = (&directory.db, permit.municipality());
    let (traits, known) = (store::traits(db, here).await?, store::two(db, here).await?);
    // A long walk over many names: others are served meanwhile.
    let pairs = tokio::task::spawn_blocking(move || suspects(&traits, &known));
    let pairs = pairs.await.map_err(Trouble::fault)?;
    let page = asked.pagina.unwrap_or(1).clamp(1, pairs.len().div_ceil(PAGE).max(1));
    let shown: Vec<Pair> = pairs.iter().skip((page - 1) * PAGE).take(PAGE).cloned().collect();
    let ids: Vec<Id<Party>> = shown.iter().flat_map(|pair| [pair.one, pair.other]).collect();
    let parties = party::store::find_many(db, here, &ids).await?;
    let offers = offer::store::of_parties(db, here, &ids).await?;
    let places = place::store::of_parties(db, here, &ids).await?;
    let keeping = Keeping::of(&caller, relations.as_ref(), here).await?;
    let side = |id: Id<Party>| {
        Some(Side {
            at: keeping.address(id),
            party: parties.iter().find(|party| party.id == id)?.clone(),
            offers: offers.iter().filter(|offer| offer.party == id).cloned().collect(),
            places: places.iter().filter(|place| place.party == id).cloned().collect(),
        })
    };
    let sides = shown.into_iter().filter_map(|pair| Some((side(pair.one)?, side(pair.other)?, pair.signs)));
    let desk = Desk { pairs: sides.collect(), count: pairs.len(), page, done: asked.gedaan };
    Ok(view::desk(&frame, &desk, PAGE))
}

async fn one(
    State(directory): State<Directory>,
    permit: Permit,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let (stays, gone) = (id(typed.get("stays"))?, id(typed.get("gone"))?);
    // Sent twice, the other is gone and leads here already.
    if store::party_now(&directory.db, permit.municipality(), gone).await? != Some(stays) {
        merge(&directory.db, &directory.listeners, &permit, stays, gone, directory.now()).await?;
    }
    Ok(on_to("/beheer/dubbel?gedaan=een".to_owned()))
}

async fn two(
    State(directory): State<Directory>,
    permit: Permit,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let pair: (Id<Party>, Id<Party>) = (id(typed.get("one"))?, id(typed.get("other"))?);
    let (db, here) = (&directory.db, permit.municipality());
    let both = party::store::find_many(db, here, &[pair.0, pair.1]).await?;
    if both.len() != 2 {
        return Err(Trouble::NotThere);
    }
    let mut tx = begin(db, &permit).await?;
    let now = directory.now();
    if store::say_two(&mut tx, &permit, ordered(pair.0, pair.1), now).await? {
        // A line for each, so that the people of both can see it.
        for party in [pair.0, pair.1] {
            trail::leave_party(&mut tx, &permit, ("double.two", party.uuid()), now).await?;
        }
    }
    tx.commit().await?;
    Ok(on_to("/beheer/dubbel?gedaan=twee".to_owned()))
}
