//! `/beheer/termijnen`: what was agreed, and the form of one area.

use std::sync::Arc;

use access::{Entry, Fields, Permit, Role, SignedForm, Who, on_to};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use directory::area::AreaCode;
use directory::area::geography::Geography;
use directory::desk::form::later;
use directory::{Directory, municipality, party};
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use people::membership::{Membership, role_name, store as memberships};
use serde::Deserialize;
use ui::{Frame, Lang, fl};

use crate::agreed::{Agreed, Terms};
use crate::form::{self, Fault, Faults};
use crate::view::{self, News, Sheet};
use crate::{store, words};

/// Who can be the one that hears: whoever already looks after more than the own work.
const HEARS: [Role; 3] = [Role::Manager, Role::Coordinator, Role::CommunityWorker];

/// The pages of the terms; they stand on what the directory stands on.
#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    const OBJECT: &str = "terms";
    vec![
        Entry::get("/beheer/termijnen", Allowed, "terms.read", OBJECT, "The terms of each area", all),
        Entry::get("/beheer/termijnen/{code}", Allowed, "terms.read", OBJECT, "The form of one area", edit),
        Entry::post(
            "/beheer/termijnen/{code}",
            Allowed,
            "terms.set",
            OBJECT,
            "Agree terms for an area",
            save,
        ),
        Entry::post(
            "/beheer/termijnen/{code}/weg",
            Allowed,
            "terms.set",
            OBJECT,
            "Agree nothing of its own for an area",
            take_away,
        ),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: String,
}

async fn all(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let here = permit.municipality();
    let agreed = store::all(&directory.db, here).await?;
    let hearers = hearers(&directory, here, frame.lang).await?;
    let geography = directory.geography(here).await?;
    Ok(view::list(&frame, here, &agreed, &hearers, &geography, News::parse(&said.gedaan)))
}

/// An area of this municipality, or (by its own code) the whole of it. An area that left the map can still be opened
/// while something is agreed for it.
struct Place {
    area: Option<AreaCode>,
    name: String,
}

async fn place(directory: &Directory, here: Municipality, typed: &str, frame: &Frame) -> Answer<Place> {
    if typed == here.to_string() {
        return Ok(Place {
            area: None,
            name: fl!(words(frame.lang), "whole", name = frame.municipality_name.as_str()),
        });
    }
    let code = AreaCode::parse(typed).ok().filter(|code| code.as_str() == typed).ok_or(Trouble::NotThere)?;
    let geography: Arc<Geography> = directory.geography(here).await?;
    if let Some(area) = geography.area(&code) {
        return Ok(Place { name: area.name.to_string(), area: Some(code) });
    }
    let known = store::all(&directory.db, here).await?;
    if known.iter().any(|one| one.area.as_ref() == Some(&code)) {
        return Ok(Place { name: code.to_string(), area: Some(code) });
    }
    Err(Trouble::NotThere)
}

/// Who can hear it, as role and party: a list of names is no business of this page.
async fn hearers(
    directory: &Directory,
    here: Municipality,
    lang: Lang,
) -> Answer<Vec<(Id<Membership>, String)>> {
    let found = memberships::with_roles(&directory.db, here, &HEARS).await?;
    let parties: Vec<_> = found.iter().filter_map(|one| one.belongs.party()).collect();
    let parties = party::store::find_many(&directory.db, here, &parties).await?;
    let mut all: Vec<(Id<Membership>, String)> = Vec::with_capacity(found.len());
    for one in found {
        let role = role_name(lang, one.belongs.role());
        let party = one.belongs.party().and_then(|id| parties.iter().find(|party| party.id == id));
        let label = match party {
            Some(party) => fl!(words(lang), "hearer", role = role, party = party.name.as_str()),
            None => role,
        };
        // Two coordinators of one party: the one who came later is the second.
        let same = all
            .iter()
            .filter(|(_, known)| *known == label || known.starts_with(&format!("{label} (")))
            .count();
        all.push((one.id, if same == 0 { label } else { format!("{label} ({})", same + 1) }));
    }
    all.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(all)
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(code): Path<String>,
) -> Answer<Markup> {
    let place = place(&directory, permit.municipality(), &code, &frame).await?;
    drawn(&directory, &permit, &frame, &place, None).await
}

/// The form: as it stands, or as it was typed with what is wrong.
async fn drawn(
    directory: &Directory,
    permit: &Permit,
    frame: &Frame,
    place: &Place,
    typed: Option<(&Fields, &Faults)>,
) -> Answer<Markup> {
    let here = permit.municipality();
    let around = store::around(&directory.db, here, place.area.as_ref()).await?;
    let own = around.iter().find(|one| one.area == place.area);
    let stands = form::stands(own, Terms::nearest(&around, place.area.as_ref()));
    let hearers = hearers(directory, here, frame.lang).await?;
    let none = Faults::new();
    let (fields, faults) = typed.unwrap_or((&stands, &none));
    let sheet = Sheet {
        address: place.area.as_ref().map_or(here.to_string(), AreaCode::to_string),
        name: &place.name,
        whole: place.area.is_none(),
        own: own.is_some(),
        seen: form::version(own),
        hearers: &hearers,
        changed_meanwhile: typed.is_some() && faults.is_empty(),
    };
    Ok(view::edit(frame, &sheet, fields, faults))
}

/// A transaction in which nobody else agrees anything here, and what stands in it for this area.
async fn begin(directory: &Directory, permit: &Permit, place: &Place) -> Answer<(Tx, Option<Agreed>)> {
    let mut tx = directory.db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    let around = store::around_in(&mut tx, permit.municipality(), place.area.as_ref()).await?;
    Ok((tx, around.into_iter().find(|one| one.area == place.area)))
}

async fn save(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(code): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let here = permit.municipality();
    let place = place(&directory, here, &code, &frame).await?;
    let (mut tx, own) = begin(&directory, &permit, &place).await?;
    let faults = match form::read(&typed) {
        Ok((_, coordinator)) if !hears(&mut tx, here, coordinator).await? => {
            vec![("coordinator", Fault::Gone)]
        }
        Ok((days, coordinator)) => {
            // A form that is sent twice finds what it wrote itself.
            let same = own.as_ref().is_some_and(|own| own.days == days && own.coordinator == coordinator);
            if same || typed.get("seen") == form::version(own.as_ref()) {
                let changed_at = later(own.map(|own| own.changed_at), directory.now());
                let agreed = Agreed { area: place.area.clone(), days, coordinator, changed_at };
                store::save(&mut tx, &permit, &agreed).await?;
                tx.commit().await?;
                return Ok(on_to("/beheer/termijnen?gedaan=bewaard".to_owned()));
            }
            Faults::new()
        }
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let page = drawn(&directory, &permit, &frame, &place, Some((&typed, &faults))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn hears(tx: &mut Tx, here: Municipality, membership: Option<Id<Membership>>) -> Answer<bool> {
    let Some(membership) = membership else { return Ok(true) };
    let found = memberships::find_in(tx, here, membership).await?;
    Ok(found.is_some_and(|found| HEARS.contains(&found.belongs.role())))
}

async fn take_away(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(code): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let place = place(&directory, permit.municipality(), &code, &frame).await?;
    let (mut tx, own) = begin(&directory, &permit, &place).await?;
    // Somebody else agreed something new meanwhile: that is looked at first.
    if own.is_some() && typed.get("seen") != form::version(own.as_ref()) {
        tx.rollback().await?;
        let stands = form::stands(own.as_ref(), Terms::nearest(own.as_slice(), place.area.as_ref()));
        let page = drawn(&directory, &permit, &frame, &place, Some((&stands, &Faults::new()))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    store::take_away(&mut tx, &permit, place.area.as_ref(), directory.now()).await?;
    tx.commit().await?;
    Ok(on_to("/beheer/termijnen?gedaan=weg".to_owned()))
}
