//! In which municipality a request is: found by the app from the address, before any route is chosen.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use ground::id::Municipality;
use ground::trouble::Trouble;

/// An extractor; "not there" when the address belongs to no municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here(pub Municipality);

impl<S: Sync> FromRequestParts<S> for Here {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        parts.extensions.get::<Self>().copied().ok_or(Trouble::NotThere)
    }
}
