//! Sessions: who is in, by what proof, as what. Tokens are kept as digests only.

pub(crate) mod anew;
pub mod pages;
pub mod store;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use view::list;

use std::sync::Arc;
use std::time::Duration;

use access::operator::cookie;
use access::{Acting, Csrf, LinkToken, Signed};
use axum::http::HeaderMap;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::People;
use crate::device::Device;
use crate::person::Person;

/// A session ends after this long in any case …
pub const ABSOLUTE: Duration = Duration::from_secs(8 * 60 * 60);

/// … and after so many minutes without a request, as its owner chose.
pub const IDLE_MINUTES: [i32; 3] = [15, 30, 60];

const IDLE_AT_FIRST: i32 = 30;

/// How somebody showed who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By a link only. It opens the own page and nothing else, until there is a key.
    Link,
    Passkey,
    /// An account of the municipality or the organisation.
    Account,
    /// One click, in the demo.
    Demo,
}

impl Proof {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Passkey => "passkey",
            Self::Account => "account",
            Self::Demo => "demo",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        [Self::Link, Self::Passkey, Self::Account, Self::Demo].into_iter().find(|proof| proof.word() == word)
    }
}

#[derive(Clone, Debug)]
pub struct Session {
    pub id: Id<Session>,
    pub person: Id<Person>,
    pub proof: Proof,
    pub device: Device,
    pub idle_minutes: i32,
    pub created_at: Moment,
    pub seen_at: Moment,
}

/// The cookie of a session. With https no other host or path can have set it.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    pub(crate) secure: bool,
}

impl Cookies {
    const fn name(self) -> &'static str {
        if self.secure { "__Host-samenspel-ik" } else { "samenspel-ik" }
    }

    /// The session token a request carries, if any.
    #[must_use]
    pub fn carried(self, headers: &HeaderMap) -> Option<LinkToken> {
        cookie(headers, self.name()).and_then(LinkToken::parse)
    }

    #[must_use]
    pub(crate) fn set(self, token: &LinkToken) -> String {
        self.line(self.name(), token.as_str(), ABSOLUTE.as_secs())
    }

    #[must_use]
    pub(crate) fn gone(self) -> String {
        self.line(self.name(), "", 0)
    }

    pub(crate) fn line(self, name: &str, value: &str, seconds: u64) -> String {
        self.written(name, value, seconds, "Strict")
    }

    /// One that goes along as well when a link on another page leads here; with a form of another page it does not.
    pub(crate) fn lax_line(self, name: &str, value: &str, seconds: u64) -> String {
        self.written(name, value, seconds, "Lax")
    }

    fn written(self, name: &str, value: &str, seconds: u64, from: &str) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={from}{secure}")
    }
}

impl People {
    /// Who is in, by the cookie of a request. One statement.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn signed(&self, here: Municipality, headers: &HeaderMap) -> Answer<Option<Arc<Signed>>> {
        let Some(token) = self.cookies.carried(headers) else { return Ok(None) };
        let found = store::running(&self.db, here, &token, self.now()).await?;
        Ok(found.map(|running| {
            Arc::new(Signed {
                municipality: here,
                person: running.person.uuid(),
                name: running.name.as_str().to_owned(),
                session: running.session.uuid(),
                acting: running.acting,
                csrf: Csrf::of(token.as_str()),
            })
        }))
    }
}

/// A session that runs, and what its owner acts as.
pub struct Running {
    pub session: Id<Session>,
    pub person: Id<Person>,
    pub name: directory::wording::Name,
    pub acting: Option<Acting>,
}
