//! `/mail/…`: the link in a letter, without signing in. Opening it changes nothing (mail programs open links by themselves); its button does.

use access::events::{Stopped, stopped};
use access::{Entry, Fields, Here, LinkToken, OpenForm, Who};
use audit::{Actor, Line, Outcome};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use ground::db::Tx;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;
use maud::Markup;
use ui::Frame;

use super::{Mail, store, view};
use crate::Today;

const ACTION: &str = "today.mail-link";
const OBJECT: &str = "person";

pub(crate) fn routes() -> Vec<Entry<Today>> {
    use Who::Anyone;
    vec![
        Entry::get("/mail/{token}", Anyone, ACTION, OBJECT, "The link in a letter: with one button", show),
        Entry::post("/mail/{token}", Anyone, ACTION, OBJECT, "Start or stop the letters", press),
    ]
}

type Token = Result<Path<String>, PathRejection>;

/// The mail of a link, when it is one of ours.
async fn of(today: &Today, here: Municipality, token: Token) -> Answer<Option<Mail>> {
    let found = match token.ok().and_then(|Path(typed)| LinkToken::parse(&typed)) {
        Some(token) => store::of_link(&today.directory.db, here, &token).await?,
        None => None,
    };
    if found.is_none() {
        stopped(Stopped::UnknownLink);
    }
    Ok(found)
}

/// Never kept by anything between: the address is a secret.
fn answered(status: StatusCode, page: Markup) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], page).into_response()
}

async fn show(State(today): State<Today>, Here(here): Here, frame: Frame, token: Token) -> Answer<Response> {
    Ok(match of(&today, here, token).await? {
        Some(mail) => answered(StatusCode::OK, view::link(&frame, &mail)),
        None => answered(StatusCode::NOT_FOUND, view::link_over(&frame)),
    })
}

/// The button of the page, or the one a mail program shows by itself (RFC 8058), which knows only how to stop.
async fn press(
    State(today): State<Today>,
    Here(here): Here,
    frame: Frame,
    token: Token,
    OpenForm(typed): OpenForm<Fields>,
) -> Answer<Response> {
    let Some(mail) = of(&today, here, token).await? else {
        return Ok(answered(StatusCode::NOT_FOUND, view::link_over(&frame)));
    };
    let (start, now) = (typed.get("doe") == "aan", today.directory.now());
    let mut tx = today.directory.db.begin().await?;
    let changed = if start {
        store::confirm(&mut tx, here, &mail.token, now).await?
    } else {
        store::stop(&mut tx, here, mail.person, now).await?
    };
    if changed {
        leave(&mut tx, here, &mail, now).await?;
    }
    tx.commit().await?;
    let page = if start { view::started(&frame) } else { view::stopped(&frame) };
    Ok(answered(StatusCode::OK, page))
}

/// Whose letters they are is known; who pressed the button is not.
async fn leave(tx: &mut Tx, here: Municipality, mail: &Mail, now: Moment) -> Answer<()> {
    let line = Line {
        actor: Actor::Link,
        membership: None,
        action: ACTION,
        object: OBJECT,
        object_id: None,
        about: Some(mail.person.uuid()),
        party: None,
        purpose: "mail",
        outcome: Outcome::Done,
    };
    audit::record(tx, here, now, &line).await
}
