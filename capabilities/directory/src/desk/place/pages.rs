//! Routes of a party's places at the desk.

use access::{Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use ui::Frame;

use super::{read, typed, view};
use crate::Directory;
use crate::area::locate::Locator;
use crate::desk::form::{Drawn, News, still_as};
use crate::desk::party::pages::{areas, found};
use crate::desk::{begin, id, keep_of, on_to, taken_from};
use crate::import;
use crate::party::Party;
use crate::place::{Place, Whereabouts, store};

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get(
            "/beheer/partij/{party}/locatie/nieuw",
            Allowed,
            "place.read",
            "place",
            "The form for a new place",
            new,
        ),
        Entry::get(
            "/beheer/partij/{party}/locatie/{id}",
            Allowed,
            "place.read",
            "place",
            "A place with its form",
            edit,
        ),
        Entry::post(
            "/beheer/partij/{party}/locatie/{id}",
            Allowed,
            "place.change",
            "place",
            "Add or change a place",
            change,
        ),
        Entry::post(
            "/beheer/partij/{party}/locatie/{id}/weg",
            Allowed,
            "place.remove",
            "place",
            "Remove a place",
            remove,
        ),
    ]
}

async fn new(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let areas = areas(&directory, &permit).await?;
    let (fields, faults) = (Fields::default(), Vec::new());
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    Ok(view::form(&drawn, &party, Id::new(directory.now()), None, &areas, News::Nothing))
}

/// The place, when it is there and this party's; a new one has an id already and is not there yet.
async fn known(
    directory: &Directory,
    permit: &Permit,
    party: &Party,
    place: Id<Place>,
) -> Answer<Option<Place>> {
    Ok(own(store::find(&directory.db, permit.municipality(), place).await?, party))
}

/// What another party has is, for this one, as what never was.
fn own(place: Option<Place>, party: &Party) -> Option<Place> {
    place.filter(|place| place.party == party.id)
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path((party, place)): Path<(String, String)>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let place = known(&directory, &permit, &party, id(&place)?).await?.ok_or(Trouble::NotThere)?;
    let areas = areas(&directory, &permit).await?;
    let (fields, faults) = (typed(&place), Vec::new());
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    Ok(view::form(&drawn, &party, place.id, Some(&place), &areas, News::Nothing))
}

async fn change(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path((party, place)): Path<(String, String)>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let (sent, now) = (id(&place)?, directory.now());
    let areas = areas(&directory, &permit).await?;
    let mut tx = begin(&directory.db, &permit).await?;
    let there = store::find_in(&mut tx, permit.municipality(), sent).await?;
    // An id that another party uses must not show that it is in use: what is new here gets another, once it is kept.
    let new = if there.is_some() { Id::new(now) } else { sent };
    let known = own(there, &party);
    let place = known.as_ref().map_or(new, |known| known.id);
    if known.is_none() && fields.has("seen") {
        // Somebody else took it away while this form was open.
        return Err(Trouble::NotThere);
    }
    let (faults, news) = match read(&fields, place, party.id, known.as_ref(), &areas) {
        Ok(mut place)
            if known.as_ref().is_none_or(|known| still_as(&fields, &typed(known), &typed(&place))) =>
        {
            let year = areas.first().map(|area| area.year);
            if let Whereabouts::Open(open) = &mut place.whereabouts
                && let Some(point) = open.point
            {
                open.area = Locator::of(&mut tx, permit.municipality(), year).await?.area_of(point);
            }
            store::save(&mut tx, &permit, &place, now).await?;
            if matches!(place.whereabouts, Whereabouts::Confidential) {
                let key = known.and_then(|known| known.source_key);
                import::store::hush(&mut tx, &permit, key.as_slice()).await?;
            }
            keep_of(tx, &permit, (place.id, party.id), now).await?;
            return Ok(on_to(format!("/beheer/partij/{}?gedaan=locatie", party.id)));
        }
        Ok(_) => (Vec::new(), News::ChangedMeanwhile),
        Err(faults) => (faults, News::Nothing),
    };
    tx.rollback().await?;
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    let page = view::form(&drawn, &party, sent, known.as_ref(), &areas, news);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn remove(
    State(directory): State<Directory>,
    permit: Permit,
    Path((party, place)): Path<(String, String)>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    if let Some(place) = known(&directory, &permit, &party, id(&place)?).await? {
        let mut tx = begin(&directory.db, &permit).await?;
        store::remove(&mut tx, &permit, &[place.id]).await?;
        if place.source_key.is_some() {
            taken_from(&mut tx, &permit, party.id, directory.now()).await?;
        }
        keep_of(tx, &permit, (place.id, party.id), directory.now()).await?;
    }
    Ok(on_to(format!("/beheer/partij/{}?gedaan=weg", party.id)))
}
