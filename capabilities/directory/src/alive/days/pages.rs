//! Routes of the days of one district.

use std::sync::Arc;

use access::{Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::id::Municipality as Code;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use ui::Frame;

use super::view::{self, District, Sheet};
use super::{OfDistrict, fields, read, store};
use crate::Directory;
use crate::area::geography::Geography;
use crate::area::{AreaCode, AreaKind};
use crate::confirmation::Ageing;
use crate::desk::form::{Faults, still_as};
use crate::desk::{begin, keep, on_to};
use crate::municipality;

const SAVED: &str = "/beheer/veroudering?gedaan=dagen";

pub(in crate::alive) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    const OBJECT: &str = "municipality";
    vec![
        Entry::get(
            "/beheer/veroudering/dagen/{code}",
            Allowed,
            "ageing.read",
            OBJECT,
            "The form of the days of one district",
            edit,
        ),
        Entry::post(
            "/beheer/veroudering/dagen/{code}",
            Allowed,
            "ageing.set",
            OBJECT,
            "After how many days profiles age and hide in a district",
            save,
        ),
        Entry::post(
            "/beheer/veroudering/dagen/{code}/weg",
            Allowed,
            "ageing.set",
            OBJECT,
            "A district ages as the municipality does",
            take_away,
        ),
    ]
}

/// Each district of the map, and any that left it with days of its own.
pub(in crate::alive) async fn districts(directory: &Directory, here: Code) -> Answer<Vec<District>> {
    let geography: Arc<Geography> = directory.geography(here).await?;
    let mut own = store::all(&directory.db, here).await?;
    let mut all: Vec<District> = Vec::new();
    for area in geography.districts() {
        let known = own.iter().position(|one| one.district == area.code);
        let ageing = known.map(|at| own.remove(at).ageing);
        all.push(District { code: area.code.clone(), name: area.name.to_string(), ageing });
    }
    all.extend(own.into_iter().map(|one| District {
        name: one.district.to_string(),
        code: one.district,
        ageing: Some(one.ageing),
    }));
    Ok(all)
}

/// A district by its code, written as it is.
async fn district(directory: &Directory, here: Code, typed: &str) -> Answer<District> {
    let code = AreaCode::parse(typed).ok().filter(|code| code.as_str() == typed);
    let code = code.filter(|code| code.kind() == AreaKind::District).ok_or(Trouble::NotThere)?;
    let all = districts(directory, here).await?;
    all.into_iter().find(|one| one.code == code).ok_or(Trouble::NotThere)
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(code): Path<String>,
) -> Answer<Markup> {
    let here = permit.municipality();
    let district = district(&directory, here, &code).await?;
    let town = municipality::store::find(&directory.db, here).await?.ok_or(Trouble::NotThere)?;
    let stands = fields(district.ageing.unwrap_or(town.ageing));
    let sheet = Sheet { district: &district, stands: &stands, changed_meanwhile: false };
    Ok(view::edit(&frame, &sheet, &stands, &Faults::new()))
}

async fn save(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(code): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let (here, now) = (permit.municipality(), directory.now());
    let mut district = district(&directory, here, &code).await?;
    let mut tx = begin(&directory.db, &permit).await?;
    let town = municipality::store::find_in(&mut tx, here).await?.ok_or(Trouble::NotThere)?;
    district.ageing = own_in(store::all_in(&mut tx, here).await?, &district.code);
    let stands = fields(district.ageing.unwrap_or(town.ageing));
    let faults = match read(&typed) {
        Ok(ageing) if still_as(&typed, &stands, &fields(ageing)) => {
            store::save(&mut tx, &permit, &OfDistrict { district: district.code, ageing }).await?;
            keep(tx, &permit, now).await?;
            return Ok(on_to(SAVED.to_owned()));
        }
        Ok(_) => Faults::new(),
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let sheet = Sheet { district: &district, stands: &stands, changed_meanwhile: faults.is_empty() };
    let page = view::edit(&frame, &sheet, &typed, &faults);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn take_away(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(code): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let (here, now) = (permit.municipality(), directory.now());
    let mut district = district(&directory, here, &code).await?;
    let mut tx = begin(&directory.db, &permit).await?;
    district.ageing = own_in(store::all_in(&mut tx, here).await?, &district.code);
    let Some(own) = district.ageing else {
        tx.rollback().await?;
        return Ok(on_to(SAVED.to_owned()));
    };
    let stands = fields(own);
    // Somebody else gave it other days meanwhile: that is looked at first.
    if !still_as(&typed, &stands, &Fields::default()) {
        tx.rollback().await?;
        let sheet = Sheet { district: &district, stands: &stands, changed_meanwhile: true };
        let page = view::edit(&frame, &sheet, &stands, &Faults::new());
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    store::take_away(&mut tx, &permit, &district.code).await?;
    keep(tx, &permit, now).await?;
    Ok(on_to(SAVED.to_owned()))
}

fn own_in(all: Vec<OfDistrict>, district: &AreaCode) -> Option<Ageing> {
    all.into_iter().find(|one| one.district == *district).map(|one| one.ageing)
}
