//! Signing in and out.

use axum::extract::{Extension, Form, State};
use axum::http::header::{LOCATION, RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::trouble::Answer;
use serde::Deserialize;
use ui::Frame;

use super::view::{Refused, sign_in};
use super::{ABSOLUTE, Door, store};
use crate::events::{Stopped, Way, came_in, stayed_out, stopped, went_out};
use crate::{Address, Entry, Fields, Here, SignedForm, Who};

/// Routes of the operator's door.
#[must_use]
pub fn routes() -> Vec<Entry<Door>> {
    vec![
        Entry::get("/beheer/sleutel", Who::Anyone, "session.ways", "session", "The form for the key", ask),
        Entry::post("/beheer/aanmelden", Who::Anyone, "session.open", "session", "Sign in as operator", open),
        Entry::post("/beheer/afmelden", Who::Operator, "session.close", "session", "Sign out", close),
    ]
}

async fn ask(State(door): State<Door>, frame: Frame) -> Response {
    let refused = door.token.is_none().then_some(Refused::NoKey);
    sign_in(&frame, "/beheer", refused).into_response()
}

#[derive(Deserialize)]
struct SignIn {
    #[serde(default)]
    token: String,
    #[serde(default)]
    next: String,
}

async fn open(
    State(door): State<Door>,
    Here(municipality): Here,
    address: Option<Extension<Address>>,
    frame: Frame,
    headers: HeaderMap,
    Form(typed): Form<SignIn>,
) -> Answer<Response> {
    let (next, now) = (inside(&typed.next), (door.clock)());
    let from = address.map(|Extension(Address(address))| address);
    let Some(key) = &door.token else {
        stayed_out(Way::Operator, "no-key");
        return Ok((StatusCode::FORBIDDEN, sign_in(&frame, next, Some(Refused::NoKey))).into_response());
    };
    if let Err(wait) = door.attempts.may_try(from, now) {
        stopped(Stopped::TooOften);
        return Ok((StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, wait.seconds())]).into_response());
    }
    if !key.is(&typed.token) {
        stayed_out(Way::Operator, "wrong");
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, sign_in(&frame, next, Some(Refused::Wrong))).into_response()
        );
    }
    door.attempts.succeeded(from);
    // A session somebody may have planted or left behind does not live on.
    let token = store::open(&door.db, municipality, door.carried(&headers), now).await?;
    came_in(Way::Operator);
    let cookie = door.set_cookie(&token, ABSOLUTE.as_secs());
    Ok((StatusCode::SEE_OTHER, [(LOCATION, next.to_owned()), (SET_COOKIE, cookie)]).into_response())
}

async fn close(
    State(door): State<Door>,
    Here(municipality): Here,
    headers: HeaderMap,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    if let Some(token) = door.carried(&headers) {
        store::close(&door.db, municipality, token, (door.clock)()).await?;
    }
    went_out();
    let gone = door.set_cookie("", 0);
    let heads = [
        (LOCATION, "/".to_owned()),
        (SET_COOKIE, gone),
        (HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"".to_owned()),
    ];
    Ok((StatusCode::SEE_OTHER, heads).into_response())
}

/// Only a page of the desk; never another host.
fn inside(next: &str) -> &str {
    let desk = next == "/beheer" || next.starts_with("/beheer/") || next.starts_with("/beheer?");
    let plain =
        next.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'\\') && !next.contains("//");
    if desk && plain && !next.starts_with("/beheer/aanmelden") { next } else { "/beheer" }
}

#[cfg(test)]
mod tests {
    #[test]
    fn signing_in_leads_to_the_desk_and_nowhere_else() {
        for (next, to) in [
            ("/beheer/partij/1?a=b", "/beheer/partij/1?a=b"),
            ("/beheerder", "/beheer"),
            ("//evil.example/beheer", "/beheer"),
            ("https://evil.example", "/beheer"),
            ("/beheer/\r\nSet-Cookie: a=b", "/beheer"),
            ("/beheer/aanmelden", "/beheer"),
            ("", "/beheer"),
        ] {
            assert_eq!(super::inside(next), to, "{next}");
        }
    }
}
