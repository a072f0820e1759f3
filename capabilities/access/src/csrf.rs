//! The proof that a form came from a page of this session: it follows from the cookie and is kept nowhere.

use std::sync::Arc;

use crate::operator::token::csrf_of;

#[derive(Clone)]
pub struct Csrf(Arc<str>);

impl Csrf {
    /// The proof of the session with this token.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(Arc::from(csrf_of(token)))
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
