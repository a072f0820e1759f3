//! A form that proves it came from our own page, and the fields somebody typed, all of them kept.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::response::{IntoResponse, Response};
use ground::trouble::Trouble;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Caller;
use crate::events::{Stopped, stopped};

/// A urlencoded form with the session's token in its field `csrf`. `T` may be [`Fields`].
#[derive(Debug)]
pub struct SignedForm<T>(pub T);

/// A urlencoded form of somebody without a session: its address, a link from a mail, is the proof.
#[derive(Debug)]
pub struct OpenForm<T>(pub T);

/// What was typed, in its order; a name may come more than once (boxes to tick).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of this name, or nothing typed.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Takes away every value of this name.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }
}

#[derive(Deserialize)]
struct Proof {
    #[serde(default)]
    csrf: String,
}

/// Why a form was not taken.
#[derive(Debug)]
pub enum NoForm {
    NotSigned,
    Unreadable,
    Body(BytesRejection),
}

impl IntoResponse for NoForm {
    fn into_response(self) -> Response {
        match self {
            Self::NotSigned => Trouble::NotAllowed.into_response(),
            Self::Unreadable => {
                stopped(Stopped::UnreadableForm);
                StatusCode::BAD_REQUEST.into_response()
            }
            Self::Body(rejection) => rejection.into_response(),
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for SignedForm<T> {
    type Rejection = NoForm;

    async fn from_request(request: Request, state: &S) -> Result<Self, NoForm> {
        let caller = request.extensions().get::<Caller>().cloned().unwrap_or_default();
        let body = urlencoded(request, state).await?;
        let proof: Proof = serde_html_form::from_bytes(&body).map_err(|_| NoForm::Unreadable)?;
        caller.proved(&proof.csrf).map_err(|_| NoForm::NotSigned)?;
        serde_html_form::from_bytes(&body).map(Self).map_err(|_| NoForm::Unreadable)
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for OpenForm<T> {
    type Rejection = NoForm;

    async fn from_request(request: Request, state: &S) -> Result<Self, NoForm> {
        let body = urlencoded(request, state).await?;
        serde_html_form::from_bytes(&body).map(Self).map_err(|_| NoForm::Unreadable)
    }
}

/// After a form: on to a page, so that reloading sends nothing again.
#[must_use]
pub fn on_to(address: String) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
}

async fn urlencoded<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, NoForm> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(NoForm::Unreadable);
    }
    Bytes::from_request(request, state).await.map_err(NoForm::Body)
}
