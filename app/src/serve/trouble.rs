//! Every no and every fault as a page in the visitor's language, whoever said it.

use std::collections::HashMap;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use ground::trouble::Reason;
use ground::trouble_response::Told;
use ui::{Lang, TroubleKind, fl, trouble_page};

use super::visit::Visit;
use crate::words;

/// A response that only says what happened becomes a page that says it in words; others pass.
pub(super) fn told(visit: &Visit, response: Response) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let told = response.extensions().get::<Told>().cloned();
    if told.is_none() && is_page(&response) {
        return no_store(response);
    }
    let lang = visit.lang;
    let (kind, reference) = match told {
        Some(Told::NotThere) => (TroubleKind::NotThere, None),
        Some(Told::NotAllowed) => (TroubleKind::NotAllowed, None),
        Some(Told::NotYet(reason)) if reason.key == "database-read-only" => {
            (TroubleKind::ReadOnly(visit.call()), None)
        }
        Some(Told::NotYet(reason)) => (TroubleKind::NotYet(sentence(lang, &reason)), None),
        Some(Told::Fault(reference)) => (TroubleKind::Fault, Some(reference)),
        None => (of_status(lang, status), None),
    };
    let page = trouble_page(&visit.frame(), &kind, reference.as_deref()).into_string();
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.remove(CONTENT_ENCODING);
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    no_store(Response::from_parts(parts, Body::from(page)))
}

fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Already in words, or for a program.
fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("application/json")
}

fn of_status(lang: Lang, status: StatusCode) -> TroubleKind {
    let w = words(lang);
    match status {
        StatusCode::NOT_FOUND => TroubleKind::NotThere,
        StatusCode::FORBIDDEN => TroubleKind::NotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => TroubleKind::TooBig,
        StatusCode::TOO_MANY_REQUESTS => TroubleKind::TooOften,
        StatusCode::METHOD_NOT_ALLOWED => TroubleKind::NotYet(fl!(w, "wrong-method")),
        StatusCode::REQUEST_TIMEOUT => TroubleKind::NotYet(fl!(w, "too-slow")),
        StatusCode::SERVICE_UNAVAILABLE => TroubleKind::NotYet(fl!(w, "too-busy")),
        status if status.is_client_error() => TroubleKind::NotYet(fl!(w, "not-understood")),
        _ => TroubleKind::Fault,
    }
}

/// The words of a reason stand with the crate that gives it.
pub(super) fn sentence(lang: Lang, reason: &Reason) -> String {
    let args: HashMap<&'static str, String> = reason.args.iter().cloned().collect();
    let places = [
        words(lang),
        directory::words(lang),
        access::words(lang),
        opendata::words(lang),
        people::words(lang),
        contacts::words(lang),
    ];
    match places.into_iter().find(|place| place.has(reason.key)) {
        Some(place) => place.get_args(reason.key, args),
        None => fl!(words(lang), "machine-says"),
    }
}
