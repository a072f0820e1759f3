//! `/partij/aanmelden`, where anybody asks to be on the map, and `/beheer/aanvragen`, where who keeps the map says yes or no.

use std::net::IpAddr;

use access::{Address, Entry, Fields, Here, OpenForm, Permit, SignedForm, Who};
use audit::{Line, Outcome};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, News};
use super::{Candidate, store};
use crate::Directory;
use crate::desk::form::Drawn;
use crate::desk::{begin, id, keep_one, on_to};
use crate::party;

pub(super) fn routes() -> Vec<Entry<Directory>> {
    use Who::{Allowed, Anyone};
    const OBJECT: &str = "candidate";
    // Who may put a party on the map reads who asks for it, and decides.
    const DECIDE: &str = "party.add";
    vec![
        Entry::get(view::FORM, Anyone, "candidate.read", OBJECT, "The form to ask to be on the map", form),
        Entry::post(view::FORM, Anyone, "candidate.ask", OBJECT, "Ask to be on the map", ask),
        Entry::get(view::LIST, Allowed, DECIDE, OBJECT, "Who asks to be on the map", list),
        Entry::post(
            "/beheer/aanvragen/{candidate}/ja",
            Allowed,
            DECIDE,
            OBJECT,
            "Put who asked on the map",
            yes,
        ),
        Entry::post("/beheer/aanvragen/{candidate}/nee", Allowed, DECIDE, OBJECT, "Say no to who asked", no),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: Option<String>,
}

async fn form(frame: Frame, Query(said): Query<Said>) -> Markup {
    if said.gedaan.is_some() {
        return view::thanks(&frame);
    }
    view::form(&Drawn { frame: &frame, typed: &Fields::default(), faults: &Vec::new() })
}

async fn ask(
    State(directory): State<Directory>,
    Here(here): Here,
    address: Option<Extension<Address>>,
    frame: Frame,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let candidate = match super::read(&fields, now) {
        Ok(candidate) => candidate,
        Err(faults) => {
            let page = view::form(&Drawn { frame: &frame, typed: &fields, faults: &faults });
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    // Sent twice, it is there once, and who sent it hears the same; it takes no turn.
    if store::is_asked(&directory.db, here, &candidate).await? {
        return Ok(on_to(format!("{}?gedaan=gevraagd", view::FORM)));
    }
    if store::count(&directory.db, here).await? >= store::MOST {
        return Err(Trouble::not_yet("candidate-many"));
    }
    let from: Option<IpAddr> = address.map(|Extension(Address(from))| from);
    if let Err(wait) = directory.asking.may(here, from, now) {
        let retry = [(RETRY_AFTER, wait.seconds().to_string())];
        return Ok((StatusCode::TOO_MANY_REQUESTS, retry).into_response());
    }
    store::ask(&directory.db, here, &candidate).await?;
    Ok(on_to(format!("{}?gedaan=gevraagd", view::FORM)))
}

async fn list(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let waiting = store::waiting(&directory.db, permit.municipality()).await?;
    let news = if said.gedaan.is_some() { News::SaidNo } else { News::Nothing };
    Ok(view::list(&frame, &waiting, news))
}

async fn yes(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(candidate): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let (mut tx, found) = match undecided(&directory, &permit, &candidate).await? {
        Ok(held) => held,
        Err(decided) => return quicker(&directory, &permit, &frame, &decided).await,
    };
    let party = found.party(now).map_err(|_| Trouble::fault("who asked does not fit the form of a party"))?;
    store::decide(&mut tx, &permit, found.id, Some(party.id), now).await?;
    party::store::save(&mut tx, &permit, &party).await?;
    keep_one(tx, &permit, party.id, now).await?;
    Ok(on_to(format!("/beheer/partij/{}?gedaan=nieuw", party.id)))
}

async fn no(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(candidate): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let (mut tx, found) = match undecided(&directory, &permit, &candidate).await? {
        Ok(held) => held,
        Err(decided) => return quicker(&directory, &permit, &frame, &decided).await,
    };
    store::decide(&mut tx, &permit, found.id, None, now).await?;
    tell_no(&mut tx, &permit, found.id, now).await?;
    tx.commit().await?;
    Ok(on_to(format!("{}?gedaan=nee", view::LIST)))
}

/// Who asked, held until somebody said yes or no; or how it stands, when somebody did already.
async fn undecided(
    directory: &Directory,
    permit: &Permit,
    candidate: &str,
) -> Answer<Result<(Tx, Candidate), Candidate>> {
    let mut tx = begin(&directory.db, permit).await?;
    let found = store::find_in(&mut tx, permit.municipality(), id(candidate)?).await?;
    let found = found.ok_or(Trouble::NotThere)?;
    if found.decided_at.is_some() {
        tx.rollback().await?;
        return Ok(Err(found));
    }
    Ok(Ok((tx, found)))
}

/// Somebody decided already: nothing happens, and a sentence says what was decided.
async fn quicker(
    directory: &Directory,
    permit: &Permit,
    frame: &Frame,
    found: &Candidate,
) -> Answer<Response> {
    let waiting = store::waiting(&directory.db, permit.municipality()).await?;
    let news = if found.party_id.is_some() { News::WasYes } else { News::WasNo };
    Ok((StatusCode::CONFLICT, view::list(frame, &waiting, news)).into_response())
}

/// A no leaves a line like any change, though nothing on the map changed; a yes leaves that of a new party.
async fn tell_no(tx: &mut Tx, permit: &Permit, candidate: Id<Candidate>, now: Moment) -> Answer<()> {
    let (actor, membership) = permit.actor();
    let line = Line {
        actor,
        membership,
        action: "candidate.refuse",
        object: "candidate",
        object_id: Some(candidate.uuid()),
        about: None,
        purpose: "social-map",
        outcome: Outcome::Done,
    };
    audit::record(tx, permit.municipality(), now, &line).await
}
