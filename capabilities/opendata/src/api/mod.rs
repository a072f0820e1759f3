//! `/hsds`: the social map for other programs, read-only and open to all, as HSDS 3.0 and its UK and Dutch profiles want it.

mod about;
mod answer;
mod asked;
mod choose;
mod lists;
mod names;
mod ones;
mod people;
mod refused;
pub(crate) mod register;
mod stream;
mod tag;
#[cfg(test)]
mod tests;

use access::{Entry, Who};
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ALLOW, HeaderValue,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::OpenData;

const WHO: Who = Who::Anyone;

#[must_use]
pub fn routes() -> Vec<Entry<OpenData>> {
    vec![
        Entry::get("/hsds", WHO, "open.about", "open", "What this interface is", about::about),
        Entry::get("/hsds/", WHO, "open.about", "open", "What this interface is", about::about),
        Entry::get(
            "/hsds/openapi.json",
            WHO,
            "open.about",
            "open",
            "The interface in OpenAPI",
            about::openapi,
        ),
        Entry::get(
            "/hsds/profile",
            WHO,
            "open.about",
            "open",
            "The Dutch profile: its patches",
            about::patches,
        ),
        Entry::get(
            "/hsds/profile/{name}",
            WHO,
            "open.about",
            "open",
            "One patch of the Dutch profile",
            about::patch,
        ),
        Entry::get(
            "/hsds/services",
            WHO,
            "open.list",
            "offer",
            "Offers, filtered and in pages",
            lists::offers,
        ),
        Entry::get(
            "/hsds/services/{id}",
            WHO,
            "open.read",
            "offer",
            "One offer with all that hangs on it",
            ones::offer,
        ),
        Entry::get("/hsds/organizations", WHO, "open.list", "party", "Parties, in pages", lists::parties),
        Entry::get(
            "/hsds/organizations/{id}",
            WHO,
            "open.read",
            "party",
            "One party with all it does",
            ones::party,
        ),
        Entry::get(
            "/hsds/service_at_locations",
            WHO,
            "open.list",
            "offer",
            "Offers at their places, filtered and in pages",
            lists::at_places,
        ),
        Entry::get(
            "/hsds/service_at_locations/{id}",
            WHO,
            "open.read",
            "offer",
            "One offer at one place",
            ones::at_place,
        ),
        Entry::get(
            "/hsds/taxonomies",
            WHO,
            "open.list",
            "theme",
            "The list of themes, as a taxonomy",
            lists::taxonomies,
        ),
        Entry::get("/hsds/taxonomies/{id}", WHO, "open.read", "theme", "One taxonomy", ones::taxonomy),
        Entry::get("/hsds/taxonomy_terms", WHO, "open.list", "theme", "The themes, in pages", lists::terms),
        Entry::get("/hsds/taxonomy_terms/{id}", WHO, "open.read", "theme", "One theme", ones::term),
        Entry::get(
            "/hsds/{*rest}",
            WHO,
            "open.about",
            "open",
            "Anything else: that it is not there",
            about::nowhere,
        ),
    ]
}

/// Pages of other sites may read this part, and only this part, without cookies.
pub async fn open_to_all(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path != "/hsds" && !path.starts_with("/hsds/") {
        return next.run(request).await;
    }
    let method = request.method().clone();
    let mut response = match method {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        Method::GET | Method::HEAD => next.run(request).await,
        _ => refused::wrong_method(&request),
    };
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag"));
    if method == Method::OPTIONS {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD"));
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("If-None-Match, Accept"));
    }
    response
}
