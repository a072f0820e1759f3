//! A form comes from our own pages: the browser says so itself, and what it says is believed before any token is read.

use access::events::{Stopped, stopped};
use axum::extract::Request;
use axum::http::header::{HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ground::trouble::Trouble;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

pub(super) async fn check(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // Nothing can be written there, and it says so itself, to programs.
    let open = request.uri().path().starts_with("/hsds");
    if reads || open || from_here(request.headers(), request.uri()) {
        next.run(request).await
    } else {
        stopped(Stopped::ForeignForm);
        Trouble::NotAllowed.into_response()
    }
}

/// Every browser of the last years sends at least one of the two with a form; what sends neither is none.
pub(super) fn from_here(headers: &HeaderMap, uri: &Uri) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text(&SEC_FETCH_SITE).map(|site| site == "same-origin");
    let host = uri.authority().map(|authority| authority.as_str()).or_else(|| text(&HOST));
    let origin = text(&ORIGIN).map(|origin| origin.split_once("://").map(|(_, from)| from) == host);
    match (site, origin) {
        (None, None) => false,
        (site, origin) => site.unwrap_or(true) && origin.unwrap_or(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_page_may_send_a_form() {
        for (site, origin, fits) in [
            (Some("same-origin"), Some("http://a.nl:8080"), true),
            (None, Some("http://a.nl:8080"), true),
            (Some("same-origin"), None, true),
            (None, None, false),
            (Some("cross-site"), Some("http://a.nl:8080"), false),
            (Some("same-site"), None, false),
            (Some("none"), None, false),
            (None, Some("null"), false),
            (None, Some("http://a.nl"), false),
            (None, Some("http://evil.nl"), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, "a.nl:8080".parse().unwrap());
            for (name, value) in [(SEC_FETCH_SITE, site), (ORIGIN, origin)] {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            }
            assert_eq!(from_here(&headers, &Uri::from_static("/beheer")), fits, "{site:?} {origin:?}");
        }
    }
}
