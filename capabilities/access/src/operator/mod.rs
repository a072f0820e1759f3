//! The operator, until people sign in themselves: one token from the settings, sessions, and a limit on guessing.

mod attempts;
mod pages;
mod store;
pub(crate) mod token;
mod view;

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::Csrf;

use attempts::Attempts;
pub use pages::routes;
pub(crate) use store::ENDS;
pub use token::Token;
pub use view::{Refused, sign_in, sign_out};

/// A session ends after this long without a request …
pub const IDLE: Duration = Duration::from_secs(30 * 60);
/// … and after this long in any case.
pub const ABSOLUTE: Duration = Duration::from_secs(8 * 60 * 60);

/// What signing in and out needs.
#[derive(Clone)]
pub struct Door {
    db: Db,
    clock: fn() -> Moment,
    token: Option<Token>,
    secure: bool,
    attempts: Arc<Attempts>,
}

impl Door {
    /// `secure`: visitors come by https, so the cookie may be bound to it.
    #[must_use]
    pub fn new(db: Db, clock: fn() -> Moment, token: Option<Token>, secure: bool) -> Self {
        Self { db, clock, token, secure, attempts: Arc::default() }
    }

    /// Whether anybody can sign in at all.
    #[must_use]
    pub const fn has_key(&self) -> bool {
        self.token.is_some()
    }

    /// The name of the session's cookie; with https no other host or path can have set it.
    #[must_use]
    pub const fn cookie(&self) -> &'static str {
        if self.secure { "__Host-samenspel" } else { "samenspel" }
    }

    /// The session token a request carries, if any.
    #[must_use]
    pub fn carried<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        cookie(headers, self.cookie()).filter(|token| token.len() == 64)
    }

    /// The proof for forms of the session a request carries, when that session is still running.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn session(&self, municipality: Municipality, headers: &HeaderMap) -> Answer<Option<Csrf>> {
        match self.carried(headers) {
            Some(token) => store::find(&self.db, municipality, token, (self.clock)()).await,
            None => Ok(None),
        }
    }

    fn set_cookie(&self, token: &str, seconds: u64) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}", self.cookie())
    }
}

/// The value of a cookie by its exact name.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().split_once('=').filter(|(known, _)| *known == name))
        .map(|(_, value)| value)
}
