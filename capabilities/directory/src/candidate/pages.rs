//! `/partij/aanmelden`, where anybody asks to be on the map, and `/beheer/aanvragen`, where who keeps the map says yes or no.

use std::net::IpAddr;

use access::events::{Stopped, stopped};
use access::{Address, Caller, Entry, Fields, Here, Object, OpenForm, Permit, SignedForm, Who};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use ground::db::Tx;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, News};
use super::{Candidate, store};
use crate::Directory;
use crate::desk::form::Drawn;
use crate::desk::{begin, id, keep_one, on_to};
use crate::municipality::trail;
use crate::party;

pub(super) fn routes() -> Vec<Entry<Directory>> {
    use Who::{Allowed, Anyone};
    const OBJECT: &str = "candidate";
    vec![
        Entry::get(view::FORM, Anyone, "candidate.read", OBJECT, "The form to ask to be on the map", form),
        Entry::post(view::FORM, Anyone, "candidate.ask", OBJECT, "Ask to be on the map", ask),
        Entry::get(view::LIST, Allowed, "candidate.list", OBJECT, "Who asks to be on the map", list),
        Entry::post(
            "/beheer/aanvragen/{candidate}/ja",
            Allowed,
            "candidate.accept",
            OBJECT,
            "Put who asked on the map",
            yes,
        ),
        Entry::post(
            "/beheer/aanvragen/{candidate}/nee",
            Allowed,
            "candidate.refuse",
            OBJECT,
            "Say no to who asked",
            no,
        ),
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
        stopped(Stopped::TooOften);
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
    let news = if said.gedaan.is_some() { News::SaidNo } else { News::Nothing };
    look(&directory, &permit, &frame, news).await
}

/// How people can be reached stands in the list: what is seen and the line of who saw it are of one transaction.
async fn look(directory: &Directory, permit: &Permit, frame: &Frame, news: News) -> Answer<Markup> {
    let mut tx = directory.db.begin().await?;
    trail::leave(&mut tx, permit, None, directory.now()).await?;
    let waiting = store::waiting(&mut tx, permit.municipality()).await?;
    tx.commit().await?;
    Ok(view::list(frame, &waiting, news))
}

/// The map as a whole, as the policies know it.
fn map(permit: &Permit) -> Object {
    Object::Municipality { municipality: permit.municipality().0.into() }
}

async fn yes(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    Path(candidate): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    // A yes is two things: it answers who asked, and it puts a party on the map. Each needs its own yes of the policies.
    let adding = caller.ask("party.add", &map(&permit))?;
    let (mut tx, found) = match undecided(&directory, &permit, &candidate).await? {
        Ok(held) => held,
        Err(decided) => return quicker(&directory, &caller, &permit, &frame, &decided).await,
    };
    let party = found.party(now).map_err(|_| Trouble::fault("who asked does not fit the form of a party"))?;
    store::decide(&mut tx, &permit, found.id, Some(party.id), now).await?;
    trail::leave(&mut tx, &permit, Some(found.id.uuid()), now).await?;
    party::store::save(&mut tx, &adding, &party).await?;
    keep_one(tx, &adding, party.id, now).await?;
    Ok(on_to(format!("/beheer/partij/{}?gedaan=nieuw", party.id)))
}

async fn no(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    Path(candidate): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let (mut tx, found) = match undecided(&directory, &permit, &candidate).await? {
        Ok(held) => held,
        Err(decided) => return quicker(&directory, &caller, &permit, &frame, &decided).await,
    };
    store::decide(&mut tx, &permit, found.id, None, now).await?;
    trail::leave(&mut tx, &permit, Some(found.id.uuid()), now).await?;
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

/// Somebody decided already: nothing happens, and a sentence above the list says what was decided.
async fn quicker(
    directory: &Directory,
    caller: &Caller,
    permit: &Permit,
    frame: &Frame,
    found: &Candidate,
) -> Answer<Response> {
    let news = if found.party_id.is_some() { News::WasYes } else { News::WasNo };
    let looking = caller.ask("candidate.list", &map(permit))?;
    let page = look(directory, &looking, frame, news).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}
