//! Routes of a party's places at the desk.

use access::{Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::Answer;
use maud::Markup;
use ui::Frame;

use super::{read, typed, view};
use crate::Directory;
use crate::area::locate::Locator;
use crate::desk::form::Drawn;
use crate::desk::party::pages::{areas, found};
use crate::desk::{begin, id, keep, on_to};
use crate::party::Party;
use crate::place::{Place, Whereabouts, store};

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Operator;
    vec![
        Entry::get(
            "/beheer/partij/{party}/locatie/nieuw",
            Operator,
            "place.read",
            "place",
            "The form for a new place",
            new,
        ),
        Entry::get(
            "/beheer/partij/{party}/locatie/{id}",
            Operator,
            "place.read",
            "place",
            "A place with its form",
            edit,
        ),
        Entry::post(
            "/beheer/partij/{party}/locatie/{id}",
            Operator,
            "place.change",
            "place",
            "Add or change a place",
            change,
        ),
        Entry::post(
            "/beheer/partij/{party}/locatie/{id}/weg",
            Operator,
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
    Ok(view::form(&drawn, &party, Id::new(directory.now()), false, &areas))
}

/// The place, when it is there and this party's; a new one has an id already and is not there yet.
async fn known(
    directory: &Directory,
    permit: &Permit,
    party: &Party,
    place: Id<Place>,
) -> Answer<Option<Place>> {
    let place = store::find(&directory.db, permit.municipality(), place).await?;
    match place {
        Some(place) if place.party != party.id => Err(ground::trouble::Trouble::NotThere),
        place => Ok(place),
    }
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path((party, place)): Path<(String, String)>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let place =
        known(&directory, &permit, &party, id(&place)?).await?.ok_or(ground::trouble::Trouble::NotThere)?;
    let areas = areas(&directory, &permit).await?;
    let (fields, faults) = (typed(&place), Vec::new());
    Ok(view::form(&Drawn { frame: &frame, typed: &fields, faults: &faults }, &party, place.id, true, &areas))
}

async fn change(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path((party, place)): Path<(String, String)>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let place = id(&place)?;
    let known = known(&directory, &permit, &party, place).await?;
    let areas = areas(&directory, &permit).await?;
    match read(&fields, place, party.id, known.as_ref(), &areas) {
        Ok(mut place) => {
            let now = directory.now();
            let year = areas.first().map(|area| area.year);
            let mut tx = begin(&directory.db, &permit).await?;
            if let Whereabouts::Open(open) = &mut place.whereabouts
                && let Some(point) = open.point
            {
                open.area = Locator::of(&mut tx, permit.municipality(), year).await?.area_of(point);
            }
            store::save(&mut tx, &permit, &place, now).await?;
            keep(tx, &permit, now).await?;
            Ok(on_to(format!("/beheer/partij/{}?gedaan=locatie", party.id)))
        }
        Err(faults) => {
            let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
            let page = view::form(&drawn, &party, place, known.is_some(), &areas);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
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
        keep(tx, &permit, directory.now()).await?;
    }
    Ok(on_to(format!("/beheer/partij/{}?gedaan=weg", party.id)))
}
