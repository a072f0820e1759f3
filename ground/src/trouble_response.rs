//! Trouble as an answer over HTTP: the status, and what it was, for the app to put into the visitor's words.

use axum_core::response::{IntoResponse, Response};
use http::StatusCode;

use crate::trouble::{Reason, Trouble};

/// What a response says instead of a page; it travels in the response's extensions.
#[derive(Debug, Clone)]
pub enum Told {
    NotThere,
    NotAllowed,
    NotYet(Reason),
    /// With its reference number.
    Fault(String),
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, told) = match self {
            Self::NotThere => (StatusCode::NOT_FOUND, Told::NotThere),
            Self::NotAllowed => (StatusCode::FORBIDDEN, Told::NotAllowed),
            // Nothing is wrong with what was sent: the same can be sent again in a while.
            Self::NotYet(reason) if reason.key.starts_with("database-") || reason.key == "once-busy" => {
                (StatusCode::SERVICE_UNAVAILABLE, Told::NotYet(reason))
            }
            Self::NotYet(reason) => (StatusCode::CONFLICT, Told::NotYet(reason)),
            Self::Fault(fault) => (StatusCode::INTERNAL_SERVER_ERROR, Told::Fault(fault.reference)),
        };
        let mut response = Response::default();
        *response.status_mut() = status;
        response.extensions_mut().insert(told);
        response
    }
}
