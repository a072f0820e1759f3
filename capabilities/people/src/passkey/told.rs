//! What the script hears: what to ask the key, where to go on, or a sentence for whoever stands there.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::trouble::{Answer, Trouble};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use ui::{Frame, fl};
use webauthn_rs::prelude::WebauthnError;

use crate::words;

const HEADS: [(HeaderName, &str); 2] = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];

/// Why a key was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum No {
    /// Keys do not work at this address.
    NotHere,
    NameWrong,
    /// Too long ago, answered already, or begun in another browser.
    Over,
    Unknown,
    /// Its counter went back: somebody has a second one.
    Copied,
    /// Who is in had to show it once more, and somebody else did.
    SomebodyElses,
    Refused,
}

impl No {
    /// The library's many reasons, as far as they matter to whoever stands there.
    pub(super) fn of(error: &WebauthnError) -> Self {
        match error {
            WebauthnError::CredentialPossibleCompromise => Self::Copied,
            _ => Self::Refused,
        }
    }

    /// As the log has it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::NotHere => "not-here",
            Self::NameWrong => "name",
            Self::Over => "over",
            Self::Unknown => "unknown",
            Self::Copied => "copied",
            Self::SomebodyElses => "somebody-elses",
            Self::Refused => "refused",
        }
    }

    pub(super) fn said(self, frame: &Frame) -> Response {
        let w = words(frame.lang);
        let sentence = match self {
            Self::NotHere => fl!(w, "key-not-here"),
            Self::NameWrong => fl!(w, "key-name-wrong"),
            Self::Over => fl!(w, "key-over"),
            Self::Unknown => fl!(w, "key-unknown"),
            Self::Copied => fl!(w, "key-copied"),
            Self::SomebodyElses => fl!(w, "key-somebody-elses"),
            Self::Refused => fl!(w, "key-refused"),
        };
        let told = json!({ "zegt": sentence }).to_string();
        (StatusCode::UNPROCESSABLE_ENTITY, HEADS, told).into_response()
    }
}

/// What the browser is to ask the key, and the cookie that binds the answer to it.
pub(super) fn ask(options: &serde_json::Value, cookie: &str) -> Response {
    with_cookies((HEADS, options.to_string()).into_response(), &[cookie])
}

/// Where to go on.
pub(super) fn on_to(address: &str, cookies: &[&str]) -> Response {
    with_cookies((HEADS, json!({ "naar": address }).to_string()).into_response(), cookies)
}

fn with_cookies(mut response: Response, cookies: &[&str]) -> Response {
    for cookie in cookies {
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

pub(super) fn written<T: Serialize>(value: &T) -> Answer<String> {
    serde_json::to_string(value).map_err(|_| Trouble::fault("what is asked of a key cannot be written down"))
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
