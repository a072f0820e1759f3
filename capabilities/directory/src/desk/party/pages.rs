//! Routes of a party at the desk.

use std::sync::Arc;

use access::{Caller, Entry, Fields, LinkToken, Permit, Relations, SignedForm, Who};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Sheet, TakesOff};
use super::{read, typed};
use crate::Directory;
use crate::area::{self, Area};
use crate::confirmation::Confirmation;
use crate::desk::form::{Drawn, Fault, Faults, News, later, still_so};
use crate::desk::{begin, id, keep_one, on_to, said_by};
use crate::party::{Capacity, Party, store};
use crate::{alive, contact, municipality, offer, place};

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get("/beheer/partij/nieuw", Allowed, "party.add", "party", "The form for a new party", new),
        Entry::post("/beheer/partij/nieuw", Allowed, "party.add", "party", "Add a party", add),
        Entry::get("/beheer/partij/{party}", Allowed, "party.read", "party", "A party with its form", edit),
        Entry::post("/beheer/partij/{party}", Allowed, "party.change", "party", "Change a party", change),
        Entry::post(
            "/beheer/partij/{party}/klopt",
            Allowed,
            "party.confirm",
            "party",
            "Say that a party and all its offers are right",
            confirm,
        ),
        Entry::post(
            "/beheer/partij/{party}/plek",
            Allowed,
            "party.capacity",
            "party",
            "Say whether there is room",
            capacity,
        ),
        Entry::get("/beheer/partij/{party}/weg", Allowed, "party.read", "party", "Ask before removing", ask),
        Entry::post(
            "/beheer/partij/{party}/weg",
            Allowed,
            "party.remove",
            "party",
            "Remove a party, or never list it again",
            remove,
        ),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: Option<String>,
}

async fn new(State(directory): State<Directory>, permit: Permit, frame: Frame) -> Answer<Markup> {
    let mut fields = Fields::default();
    fields.push("id", Id::<Party>::new(directory.now()).to_string());
    fields.push("sphere", "informal");
    let areas = areas(&directory, &permit).await?;
    Ok(view::new(&Drawn { frame: &frame, typed: &fields, faults: &Vec::new() }, &areas))
}

async fn add(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let new = id(fields.get("id"))?;
    // Sent twice (a double tap, a bad connection), it is there once.
    if store::find(&directory.db, permit.municipality(), new).await?.is_some() {
        return Ok(on_to(format!("/beheer/partij/{new}")));
    }
    let areas = areas(&directory, &permit).await?;
    match read(&fields, new, None, &areas, &[], directory.now()) {
        Ok(party) => {
            save(&directory, &permit, &party).await?;
            Ok(on_to(format!("/beheer/partij/{new}?gedaan=nieuw")))
        }
        Err(faults) => {
            let page = view::new(&Drawn { frame: &frame, typed: &fields, faults: &faults }, &areas);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let news = match said.gedaan.as_deref() {
        Some("nieuw") => News::OnTheMap,
        Some(_) => News::Saved,
        None => News::Nothing,
    };
    sheet(&directory, &permit, &frame, &party, &typed(&party), &Vec::new(), news).await
}

async fn change(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now) = (id(&party)?, directory.now());
    let areas = areas(&directory, &permit).await?;
    let mut tx = begin(&directory.db, &permit).await?;
    let known = store::find_in(&mut tx, permit.municipality(), party).await?.ok_or(Trouble::NotThere)?;
    let news = if still_so(&fields, known.changed_at) { News::Nothing } else { News::ChangedMeanwhile };
    let contacts = contact::store::of_parties_in(&mut tx, permit.municipality(), &[known.id]).await?;
    let faults = match read(&fields, known.id, Some(&known), &areas, &contacts, now) {
        Ok(party) if news == News::Nothing => {
            store::save(&mut tx, &permit, &party).await?;
            keep_one(tx, &permit, party.id, now).await?;
            return Ok(on_to(format!("/beheer/partij/{}?gedaan=bewaard", party.id)));
        }
        Ok(_) => Vec::new(),
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let page = sheet(&directory, &permit, &frame, &known, &fields, &faults, news).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn confirm(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    Path(party): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now) = (id(&party)?, directory.now());
    let by = match said_by(&caller, fields.get("by")) {
        Ok(by) => by,
        Err(unfit) => {
            let party = found(&directory, &permit, party).await?;
            let mut shown = typed(&party);
            shown.push("by", fields.get("by"));
            let faults = vec![("by", Fault::Unfit(unfit))];
            let page = sheet(&directory, &permit, &frame, &party, &shown, &faults, News::Nothing).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut tx = begin(&directory.db, &permit).await?;
    // With all its offers, as by the mail and by telephone: then there is nothing left to ask.
    if !alive::store::confirm_whole(&mut tx, &permit, party, &Confirmation { at: now, by }).await? {
        return Err(Trouble::NotThere);
    }
    alive::store::replace_others(&mut tx, &permit, party, None, now).await?;
    keep_one(tx, &permit, party, now).await?;
    Ok(on_to(format!("/beheer/partij/{party}?gedaan=klopt")))
}

async fn capacity(
    State(directory): State<Directory>,
    permit: Permit,
    Path(party): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now) = (id(&party)?, directory.now());
    let capacity = Capacity::parse(fields.get("capacity")).map_err(|_| Trouble::NotThere)?;
    let mut tx = begin(&directory.db, &permit).await?;
    let mut party = store::find_in(&mut tx, permit.municipality(), party).await?.ok_or(Trouble::NotThere)?;
    party.capacity = capacity;
    party.changed_at = later(Some(party.changed_at), now);
    store::save(&mut tx, &permit, &party).await?;
    keep_one(tx, &permit, party.id, now).await?;
    Ok(on_to(format!("/beheer/partij/{}?gedaan=plek", party.id)))
}

async fn ask(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    Extension(relations): Extension<Arc<dyn Relations>>,
    frame: Frame,
    Path(party): Path<String>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let object = access::party_known(relations.as_ref(), permit.municipality(), party.id.uuid()).await?;
    let may = if caller.may("party.remove", &object) {
        TakesOff::Removes
    } else if caller.may("party.leave", &object) {
        TakesOff::Leaves(LinkToken::new()?)
    } else {
        TakesOff::Not
    };
    Ok(view::ask(&frame, &party, &may))
}

async fn remove(
    State(directory): State<Directory>,
    permit: Permit,
    Path(party): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now) = (found(&directory, &permit, id(&party)?).await?, directory.now());
    let never = fields.get("how") == "never";
    super::take_off(&directory.db, &directory.listeners, &permit, &party, never, now).await?;
    Ok(on_to("/beheer".to_owned()))
}

pub(in crate::desk) async fn found(
    directory: &Directory,
    permit: &Permit,
    party: Id<Party>,
) -> Answer<Party> {
    store::find(&directory.db, permit.municipality(), party).await?.ok_or(Trouble::NotThere)
}

pub(in crate::desk) async fn areas(directory: &Directory, permit: &Permit) -> Answer<Vec<Area>> {
    let (db, here) = (&directory.db, permit.municipality());
    let town = municipality::store::find(db, here).await?.ok_or(Trouble::NotThere)?;
    match town.area_year {
        Some(year) => area::store::of_year(db, here, year).await,
        None => Ok(Vec::new()),
    }
}

async fn save(directory: &Directory, permit: &Permit, party: &Party) -> Answer<()> {
    let mut tx = begin(&directory.db, permit).await?;
    store::save(&mut tx, permit, party).await?;
    keep_one(tx, permit, party.id, directory.now()).await
}

async fn sheet(
    directory: &Directory,
    permit: &Permit,
    frame: &Frame,
    party: &Party,
    fields: &Fields,
    faults: &Faults,
    news: News,
) -> Answer<Markup> {
    let (db, here, ids) = (&directory.db, permit.municipality(), [party.id]);
    let areas = areas(directory, permit).await?;
    let sheet = Sheet {
        party,
        places: place::store::of_parties(db, here, &ids).await?,
        contacts: contact::store::of_parties(db, here, &ids).await?,
        offers: offer::store::of_parties(db, here, &ids).await?,
        news,
        areas: &areas,
    };
    Ok(view::edit(&Drawn { frame, typed: fields, faults }, &sheet))
}
