//! `/antwoord/…`: the links of the mail. Opening one changes nothing (mail programs open links by themselves); its button does.

use std::sync::Arc;

use access::events::{Stopped, stopped};
use access::{Caller, Entry, Fields, Here, LinkToken, Object, OpenForm, Relations, Who};
use axum::Extension;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use ui::Frame;

use super::answer::{self, Done, Link};
use super::form::Sheet;
use super::{Reply, kept, view};
use crate::Directory;
use crate::confirmation::Age;
use crate::party::whole::Whole;
use crate::party::{self, Party};

pub(super) fn routes() -> Vec<Entry<Directory>> {
    use Who::Anyone;
    const OBJECT: &str = "party";
    const ACTION: &str = "party.answer";
    let get = "party.read-mail-link";
    vec![
        Entry::get("/antwoord/{token}/klopt", Anyone, get, OBJECT, "Still right? With one button", right),
        Entry::post(
            "/antwoord/{token}/klopt",
            Anyone,
            ACTION,
            OBJECT,
            "The party says: still right",
            give_right,
        ),
        Entry::get("/antwoord/{token}/veranderd", Anyone, get, OBJECT, "The party's own form", changed),
        Entry::post(
            "/antwoord/{token}/veranderd",
            Anyone,
            ACTION,
            OBJECT,
            "The party changes what is said of it",
            give_changed,
        ),
        Entry::get("/antwoord/{token}/weg", Anyone, get, OBJECT, "Take us off? With one button", off),
        Entry::post("/antwoord/{token}/weg", Anyone, ACTION, OBJECT, "The party takes itself off", give_off),
        Entry::post(
            "/antwoord/{token}/vertrek",
            Anyone,
            "party.leave",
            OBJECT,
            "Somebody of the party takes it off on the screen",
            leave,
        ),
        Entry::get("/antwoord/{token}/bedankt", Anyone, get, OBJECT, "Thanks, and what happened", thanks),
        Entry::post(
            "/antwoord/{token}/terug",
            Anyone,
            ACTION,
            OBJECT,
            "The party changes its mind and comes back",
            back,
        ),
    ]
}

type Token = Result<Path<String>, PathRejection>;

fn text(token: Token) -> String {
    token.map(|Path(token)| token).unwrap_or_default()
}

async fn right(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
) -> Answer<Response> {
    look(&directory, here, &frame, &text(token), Reply::Right).await
}

async fn changed(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
) -> Answer<Response> {
    look(&directory, here, &frame, &text(token), Reply::Changed).await
}

async fn off(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
) -> Answer<Response> {
    look(&directory, here, &frame, &text(token), Reply::Off).await
}

async fn look(
    directory: &Directory,
    here: Municipality,
    frame: &Frame,
    token: &str,
    reply: Reply,
) -> Answer<Response> {
    let db = &directory.db;
    let request = match answer::link(db, here, token).await? {
        Link::Open(request) => request,
        no => return Ok(refused(frame, &no, token)),
    };
    let Some(party) = party::store::find(db, here, request.party).await? else {
        return Ok(refused(frame, &Link::Over, token));
    };
    let page = match reply {
        Reply::Changed => {
            let sheet = Sheet::of(db, here, &request, frame.lang).await?;
            view::form(frame, token, &sheet)
        }
        Reply::Right => {
            let seen = seen(directory, here, frame, &party).await?;
            let whole = Whole::read(db, here, party.id).await?;
            view::right(frame, token, &whole, seen)
        }
        Reply::Off => view::off(frame, token, &party),
    };
    Ok(answered(StatusCode::OK, page))
}

async fn give_right(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
    OpenForm(typed): OpenForm<Fields>,
) -> Answer<Response> {
    give(&directory, here, &frame, &text(token), Reply::Right, &typed).await
}

async fn give_changed(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
    OpenForm(typed): OpenForm<Fields>,
) -> Answer<Response> {
    give(&directory, here, &frame, &text(token), Reply::Changed, &typed).await
}

async fn give_off(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
    OpenForm(typed): OpenForm<Fields>,
) -> Answer<Response> {
    give(&directory, here, &frame, &text(token), Reply::Off, &typed).await
}

async fn give(
    directory: &Directory,
    here: Municipality,
    frame: &Frame,
    token: &str,
    reply: Reply,
    typed: &Fields,
) -> Answer<Response> {
    match answer::give(&directory.db, &directory.listeners, here, token, reply, typed, directory.now())
        .await?
    {
        Done::Thanks => Ok(on_to_thanks(token)),
        // Tapped twice: the second tap hears what the first one did.
        Done::No(Link::Answered(request)) if request.reply == Some(reply) => Ok(on_to_thanks(token)),
        Done::No(no) => Ok(refused(frame, &no, token)),
        Done::Again(sheet) => {
            Ok(answered(StatusCode::UNPROCESSABLE_ENTITY, view::form(frame, token, &sheet)))
        }
    }
}

/// By somebody who is in: their page drew the secret of the link by which they may change their mind. Sent again, it leads
/// where it led the first time, also when who sent it has no place here any more.
async fn leave(
    State(directory): State<Directory>,
    Here(here): Here,
    caller: Caller,
    Extension(relations): Extension<Arc<dyn Relations>>,
    frame: Frame,
    token: Token,
    OpenForm(typed): OpenForm<Fields>,
) -> Answer<Response> {
    let token = text(token);
    match answer::link(&directory.db, here, &token).await? {
        Link::Unknown => {}
        Link::Answered(request) if request.reply == Some(Reply::Off) => return Ok(on_to_thanks(&token)),
        no => return Ok(refused(&frame, &no, &token)),
    }
    let Some(secret) = LinkToken::parse(&token).filter(|_| !caller.is_stranger()) else {
        return Ok(refused(&frame, &Link::Unknown, &token));
    };
    caller.proved(typed.get("csrf"))?;
    let party = Id::<Party>::parse(typed.get("party")).ok_or(Trouble::NotThere)?;
    let object = access::party_known(relations.as_ref(), here, party.uuid()).await?;
    let permit = caller.ask("party.leave", &object)?;
    answer::leave(&directory.db, &directory.listeners, &permit, party, &secret, directory.now()).await?;
    Ok(on_to_thanks(&token))
}

async fn thanks(
    State(directory): State<Directory>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    token: Token,
) -> Answer<Response> {
    let (db, token) = (&directory.db, text(token));
    let (reply, party) = match answer::link(db, here, &token).await? {
        Link::Answered(request) => (request.reply.unwrap_or(Reply::Right), request.party),
        no => return Ok(refused(&frame, &no, &token)),
    };
    let there = party::store::find(db, here, party).await?;
    let page = match (reply, there) {
        (Reply::Off, None) => {
            let kept = kept::all(db, here, directory.now()).await?;
            let until = kept.into_iter().find(|kept| kept.party_id == party);
            view::gone(&frame, &token, until.map(|kept| kept.taken_at.plus(super::UNDO)))
        }
        (Reply::Off, Some(party)) => {
            view::back(&frame, &party, seen(&directory, here, &frame, &party).await?)
        }
        (reply, Some(party)) => {
            let seen = seen(&directory, here, &frame, &party).await?;
            view::thanks(&frame, reply, &party, seen, keeps(&caller, here, &party))
        }
        (_, None) => return Ok(refused(&frame, &Link::Over, &token)),
    };
    Ok(answered(StatusCode::OK, page))
}

/// Whether who reads this can open the page of the party: no link leads to what is hidden.
async fn seen(directory: &Directory, here: Municipality, frame: &Frame, party: &Party) -> Answer<bool> {
    let (listing, _) = directory.seen(here).await?;
    let age = listing.ageings.of(party.id).age(party.since(), directory.now());
    Ok(frame.keeps || age < Age::Hidden)
}

/// Whether who reads this belongs to the party and keeps its profile; who keeps the map has the desk for that.
fn keeps(caller: &Caller, here: Municipality, party: &Party) -> bool {
    let party = party.id.uuid();
    let object = Object::Party { municipality: here.0.into(), party, has_coordinator: true };
    caller.may("party.change", &object)
}

async fn back(
    State(directory): State<Directory>,
    Here(here): Here,
    frame: Frame,
    token: Token,
    OpenForm(_): OpenForm<Fields>,
) -> Answer<Response> {
    let token = text(token);
    match answer::link(&directory.db, here, &token).await? {
        Link::Answered(_) => {
            answer::undo(&directory.db, here, &token, directory.now()).await?;
            Ok(on_to_thanks(&token))
        }
        no => Ok(refused(&frame, &no, &token)),
    }
}

/// A link that does nothing (any more). Forged and never ours look the same.
fn refused(frame: &Frame, link: &Link, token: &str) -> Response {
    match link {
        Link::Unknown => {
            stopped(Stopped::UnknownLink);
            answered(StatusCode::NOT_FOUND, view::unknown(frame))
        }
        // Ours, and not answered yet: there is nothing to thank for, and nothing to take back.
        Link::Open(_) => answered(StatusCode::NOT_FOUND, view::unknown(frame)),
        Link::Answered(request) => answered(StatusCode::GONE, view::used(frame, request, token)),
        Link::Over => answered(StatusCode::GONE, view::over(frame)),
    }
}

/// Never kept by a browser or anything between.
fn answered(status: StatusCode, page: Markup) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], page).into_response()
}

/// Where somebody reads what was done, and may change their mind.
fn on_to_thanks(token: &str) -> Response {
    let headers = [(LOCATION, format!("/antwoord/{token}/bedankt")), (CACHE_CONTROL, "no-store".to_owned())];
    (StatusCode::SEE_OTHER, headers).into_response()
}
