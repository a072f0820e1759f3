//! Every no as JSON with a sentence in the reader's language, so that a programmer sees at once what to change.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use ground::trouble::{Fault, Trouble};
use serde_json::json;
use ui::words::fl;
use ui::{Frame, Lang};

use crate::words;

/// Longer names and words are cut before they are said back.
const LONGEST: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// With the names that are known.
    Unknown(String, &'static [&'static str]),
    Twice(String),
    Unreadable,
    NotANumber(&'static str),
    NotYesOrNo(&'static str),
    NoId(&'static str),
    NoDate(&'static str),
    NoTime(&'static str),
    NoDay,
    NoPostcode,
    NoDistance,
    DistanceWithoutPostcode,
    /// With the words that are known.
    NoWord(&'static str, String),
    NoArea,
    TooMany(usize),
    PageGone {
        page: u64,
        pages: u64,
    },
    NotThere,
    /// It became one with another; where that one is.
    Moved(String),
    WrongMethod,
    ReadOnly,
    Fault(String),
}

impl From<Trouble> for Refused {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::NotThere | Trouble::NotAllowed => Self::NotThere,
            Trouble::NotYet(_) => Self::ReadOnly,
            Trouble::Fault(Fault { reference, .. }) => Self::Fault(reference),
        }
    }
}

/// Whatever happened, in words.
pub(super) fn told(frame: &Frame, answered: Result<Response, Refused>) -> Response {
    answered.unwrap_or_else(|refused| refused.told(frame.lang))
}

impl Refused {
    const fn status(&self) -> StatusCode {
        match self {
            Self::PageGone { .. } | Self::NotThere => StatusCode::NOT_FOUND,
            Self::Moved(_) => StatusCode::PERMANENT_REDIRECT,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::ReadOnly => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Self::Unknown(name, known) => {
                fl!(w, "no-unknown", name = cut(name), known = known.join(", "))
            }
            Self::Twice(name) => fl!(w, "no-twice", name = cut(name)),
            Self::Unreadable => fl!(w, "no-unreadable"),
            Self::NotANumber(name) => fl!(w, "no-number", name = (*name).to_owned()),
            Self::NotYesOrNo(name) => fl!(w, "no-yes-or-no", name = (*name).to_owned()),
            Self::NoId(name) => fl!(w, "no-id", name = (*name).to_owned()),
            Self::NoDate(name) => fl!(w, "no-date", name = (*name).to_owned()),
            Self::NoTime(name) => fl!(w, "no-time", name = (*name).to_owned()),
            Self::NoDay => fl!(w, "no-day"),
            Self::NoPostcode => fl!(w, "no-postcode"),
            Self::NoDistance => fl!(w, "no-distance"),
            Self::DistanceWithoutPostcode => fl!(w, "no-distance-alone"),
            Self::NoWord(name, known) => fl!(w, "no-word", name = (*name).to_owned(), known = known.as_str()),
            Self::NoArea => fl!(w, "no-area"),
            Self::TooMany(most) => fl!(w, "no-too-many", most = most.to_string()),
            Self::PageGone { page, pages } => {
                fl!(w, "no-page", page = page.to_string(), pages = pages.to_string())
            }
            Self::NotThere => fl!(w, "no-there"),
            Self::Moved(path) => fl!(w, "no-moved", path = path.as_str()),
            Self::WrongMethod => fl!(w, "no-method"),
            Self::ReadOnly => fl!(w, "no-busy"),
            Self::Fault(reference) => fl!(w, "no-fault", reference = reference.as_str()),
        }
    }

    pub(super) fn told(&self, lang: Lang) -> Response {
        let status = self.status();
        // The marks that keep a value's direction apart are for pages.
        let message = ui::plain(&self.sentence(lang));
        let body = json!({ "status": status.as_u16(), "message": message }).to_string();
        let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
        let mut response = (status, headers, body).into_response();
        if let Self::Moved(path) = self
            && let Ok(path) = HeaderValue::from_str(path)
        {
            response.headers_mut().insert(LOCATION, path);
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        if status == StatusCode::METHOD_NOT_ALLOWED {
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
        }
        response
    }
}

pub(super) fn wrong_method(request: &Request) -> Response {
    let lang = request.extensions().get::<Frame>().map_or(Lang::En, |frame| frame.lang);
    Refused::WrongMethod.told(lang)
}

/// Enough to know it again, without what cannot be seen.
fn cut(name: &str) -> String {
    let shown: String = name.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if name.chars().count() > LONGEST { format!("{shown}…") } else { shown }
}
