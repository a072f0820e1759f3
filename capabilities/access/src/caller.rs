//! Who is calling, found by the app before any route is chosen.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use subtle::ConstantTimeEq as _;

#[derive(Clone, Debug, Default)]
pub enum Caller {
    #[default]
    Stranger,
    Operator {
        municipality: Municipality,
        csrf: Csrf,
    },
}

/// The proof that a form came from a page of this session: it follows from the cookie and is kept nowhere.
#[derive(Clone)]
pub struct Csrf(Arc<str>);

/// Where the request came from, for limits only; never logged or kept.
#[derive(Clone, Copy, Debug)]
pub struct Address(pub IpAddr);

impl Csrf {
    pub(crate) fn new(token: &str) -> Self {
        Self(Arc::from(token))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Csrf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Csrf(…)")
    }
}

impl Caller {
    #[must_use]
    pub const fn is_operator(&self) -> bool {
        matches!(self, Self::Operator { .. })
    }

    /// For a form that is no [`crate::SignedForm`] (one with a file): is this its session's proof?
    ///
    /// # Errors
    /// [`Trouble::NotAllowed`] when it is not, or there is no session.
    pub fn signed(&self, typed: &str) -> Answer<()> {
        match self {
            Self::Operator { csrf, .. } if bool::from(csrf.0.as_bytes().ct_eq(typed.as_bytes())) => Ok(()),
            _ => Err(Trouble::NotAllowed),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
