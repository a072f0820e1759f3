//! The tag of an answer: who sends it back hears that it has the answer already.

use axum::http::header::{ETAG, HeaderValue, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::id::Municipality;
use uuid::Uuid;

use crate::ids::derived;
use crate::state::Stamp;

/// Weak, for the bytes on the way may be compressed.
pub(super) struct Tag(String);

impl Tag {
    /// Follows the version of the rows. Another version of the program may say the same differently.
    pub(super) fn of_rows(municipality: Municipality, stamp: Stamp) -> Self {
        let (version, until) = (stamp.version, stamp.good_until.micros());
        Self(format!("W/\"{municipality}-{version:x}-{until:x}-{}\"", env!("CARGO_PKG_VERSION")))
    }

    /// Follows the text, where no row has a part in it.
    pub(super) fn of_text(text: &str) -> Self {
        Self(format!("W/\"{}\"", derived(Uuid::nil(), text)))
    }

    /// Whether the asker has what is under this tag.
    pub(super) fn is_in(&self, headers: &HeaderMap) -> bool {
        let bare = self.0.trim_start_matches("W/");
        let lines = headers.get_all(IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
        lines
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .any(|it| it == "*" || it.trim_start_matches("W/") == bare)
    }

    pub(super) fn on(self, mut response: Response) -> Response {
        if let Ok(tag) = HeaderValue::try_from(self.0) {
            response.headers_mut().insert(ETAG, tag);
        }
        response
    }

    pub(super) fn unchanged(self) -> Response {
        self.on(StatusCode::NOT_MODIFIED.into_response())
    }
}
