//! What the interface says about itself: which standard, in which profile, described in OpenAPI.

use std::borrow::Cow;

use axum::extract::Path;
use axum::extract::State;
use axum::extract::rejection::PathRejection;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, HeaderName};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use ui::Frame;

use super::lists::title;
use super::refused::{Refused, told};
use super::tag::Tag;
use crate::OpenData;

/// Written by hand, and held against the table of questions by a test.
pub(super) const OPENAPI: &str = include_str!("../../profile/openapi.json");

/// The Dutch profile: what it adds to the schemas of HSDS 3.0, each a JSON Merge Patch (RFC 7396).
pub(super) const PATCHES: [(&str, &str); 8] = [
    ("organization.json", include_str!("../../profile/organization.json")),
    ("service.json", include_str!("../../profile/offer.json")),
    ("location.json", include_str!("../../profile/location.json")),
    ("address.json", include_str!("../../profile/address.json")),
    ("language.json", include_str!("../../profile/language.json")),
    ("contact.json", include_str!("../../profile/contact.json")),
    ("service_area.json", include_str!("../../profile/service_area.json")),
    ("taxonomy_term.json", include_str!("../../profile/taxonomy_term.json")),
];

const JSON: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json")];

pub(super) async fn about(State(open): State<OpenData>, frame: Frame, headers: HeaderMap) -> Response {
    let base = base(&open, &headers);
    let body = json!({
        "version": "HSDS 3.0",
        "profile": format!("{base}/hsds/profile"),
        "openapi_url": format!("{base}/hsds/openapi.json"),
        "title": title(&frame),
    });
    document(&headers, body.to_string())
}

pub(super) async fn openapi(headers: HeaderMap) -> Response {
    document(&headers, OPENAPI)
}

/// Which schemas are patched, and where each patch is.
pub(super) async fn patches(State(open): State<OpenData>, headers: HeaderMap) -> Response {
    let base = base(&open, &headers);
    let each = PATCHES.map(|(name, _)| format!("{base}/hsds/profile/{name}"));
    let body = json!({
        "name": "HSDS-NL",
        "extends": "HSDS 3.0",
        "description": "Merge patches (RFC 7396) on the schemas of HSDS 3.0 of the same names.",
        "patches": each,
    });
    document(&headers, body.to_string())
}

pub(super) async fn patch(
    frame: Frame,
    headers: HeaderMap,
    name: Result<Path<String>, PathRejection>,
) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    let found = PATCHES.iter().find(|(known, _)| *known == name).ok_or(Refused::NotThere);
    told(&frame, found.map(|(_, patch)| document(&headers, *patch)))
}

pub(super) async fn nowhere(frame: Frame) -> Response {
    Refused::NotThere.told(frame.lang)
}

/// With the tag of what it says, as lists have that of their rows.
fn document(headers: &HeaderMap, text: impl Into<Cow<'static, str>>) -> Response {
    let text = text.into();
    let tag = Tag::of_text(&text);
    if tag.is_in(headers) {
        return tag.unchanged();
    }
    tag.on((JSON, text).into_response())
}

/// As the asker wrote it, as far as that can be an address; a program that follows links needs them whole.
fn base(open: &OpenData, headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let fits =
        host.len() < 256 && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let scheme = if open.secure { "https" } else { "http" };
    format!("{scheme}://{}", if fits { host } else { "localhost" })
}
