//! How much may be sent, and how long it may take: a form is small, a photo larger, a file to import large.

use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::Limited;
use tower_http::timeout::TimeoutBody;

const FORM: usize = 2 * 1024 * 1024;
const PHOTO: usize = 12 * 1024 * 1024;
const IMPORT: usize = 64 * 1024 * 1024;

/// Between two pieces of a body.
const PAUSE: Duration = Duration::from_secs(15);
/// For a whole answer, except where a large file is worked through.
pub(super) const ANSWER: Duration = Duration::from_secs(30);
const WORK: Duration = Duration::from_secs(15 * 60);

pub(super) async fn limit(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let import = path.starts_with("/beheer/import");
    let (most, patience) = match path {
        _ if import => (IMPORT, WORK),
        path if path.ends_with("/foto") => (PHOTO, ANSWER),
        _ => (FORM, ANSWER),
    };
    let request = if matches!(*request.method(), Method::GET | Method::HEAD) {
        request
    } else {
        // Said beforehand, it is refused beforehand.
        if request.body().size_hint().lower() > most as u64 {
            return StatusCode::PAYLOAD_TOO_LARGE.into_response();
        }
        request.map(|body| Body::new(Limited::new(TimeoutBody::new(PAUSE, body), most)))
    };
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
