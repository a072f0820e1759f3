//! One's own sessions: how long each waits, and ending them.

use access::events::went_out;
use access::{Caller, Entry, Fields, Permit, SignedForm, Who, on_to};
use axum::extract::State;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};

use super::{IDLE_MINUTES, store};
use crate::People;
use crate::trail::{Told, leave};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Allowed;
    vec![
        Entry::post("/afmelden", Allowed, "me.leave", "person", "Sign out", close),
        Entry::post("/ik/sessies/einde", Allowed, "session.end", "person", "End one of my sessions", end),
        Entry::post("/ik/sessies/wachten", Allowed, "session.wait", "person", "How long mine waits", wait),
    ]
}

async fn close(
    State(people): State<People>,
    permit: Permit,
    caller: Caller,
    headers: HeaderMap,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    leaves(&people, &permit, &caller, &headers, "/".to_owned()).await
}

/// Ends the session of this browser, which is led on to this address.
pub(crate) async fn leaves(
    people: &People,
    permit: &Permit,
    caller: &Caller,
    headers: &HeaderMap,
    to: String,
) -> Answer<Response> {
    if let Some(token) = people.cookies.carried(headers) {
        let mut tx = people.db.begin().await?;
        store::close(&mut tx, permit, &token).await?;
        let whose = caller.signed().map(|signed| signed.person);
        let told = Told { object: "session", object_id: None, about: whose, party: None };
        leave(&mut tx, permit, told, people.now()).await?;
        tx.commit().await?;
    }
    went_out();
    let heads = [
        (LOCATION, to),
        (SET_COOKIE, people.cookies.gone()),
        // Nothing of who left stays behind in this browser, on a phone that is shared.
        (HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"".to_owned()),
    ];
    Ok((StatusCode::SEE_OTHER, heads).into_response())
}

async fn end(
    State(people): State<People>,
    permit: Permit,
    caller: Caller,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let person = Id::from_uuid(signed.person);
    let mut tx = people.db.begin().await?;
    if fields.get("session") == "all" {
        store::end_all(&mut tx, &permit, person).await?;
    } else {
        let session = Id::parse(fields.get("session")).ok_or(Trouble::NotThere)?;
        // It ended by itself a moment ago: that is what was wanted.
        store::end_own(&mut tx, &permit, person, session).await?;
    }
    let told = Told { object: "session", object_id: None, about: Some(signed.person), party: None };
    leave(&mut tx, &permit, told, people.now()).await?;
    tx.commit().await?;
    Ok(on_to("/ik?gedaan=sessie".to_owned()))
}

async fn wait(
    State(people): State<People>,
    permit: Permit,
    caller: Caller,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let minutes = fields.get("minutes").parse().ok().filter(|minutes| IDLE_MINUTES.contains(minutes));
    let minutes = minutes.ok_or(Trouble::NotThere)?;
    let mut tx = people.db.begin().await?;
    store::wait(&mut tx, &permit, signed.session, minutes).await?;
    let told = Told { object: "session", object_id: None, about: Some(signed.person), party: None };
    leave(&mut tx, &permit, told, people.now()).await?;
    tx.commit().await?;
    Ok(on_to("/ik?gedaan=wachten".to_owned()))
}
