//! Keys: what a phone or computer keeps of somebody, opened by a finger, a face or a code. Nothing to remember, nothing to type.

pub(crate) mod entering;
mod here;
pub(crate) mod pages;
pub mod store;
mod told;
mod view;

pub(crate) use here::Keys;
pub(crate) use view::{Mine, at_the_door, mine, once_more};

use std::time::Duration;

use access::LinkToken;
use axum::http::HeaderMap;
use directory::wording::Name;
use ground::moment::Moment;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use webauthn_rs::prelude::Passkey;

use crate::session::Cookies;

/// Between asking a key and its answer; each ceremony counts once.
pub const CEREMONY: Duration = Duration::from_secs(5 * 60);

/// A key as it is kept.
#[derive(Clone, Debug)]
pub struct Key {
    pub hash: Vec<u8>,
    pub person: Uuid,
    /// What its owner calls it.
    pub name: Name,
    pub credential: Passkey,
    pub created_at: Moment,
    pub used_at: Option<Moment>,
}

/// By what a key is known again: its number is long and of its maker's choosing.
pub(crate) fn digest_of(credential_id: &[u8]) -> Vec<u8> {
    Sha256::digest(credential_id).to_vec()
}

/// What was asked of a key, and of whom.
#[derive(Clone, Debug)]
pub(crate) enum Asked {
    /// To be made, by this person.
    Make(Uuid),
    /// To show who it is.
    Enter,
}

impl Asked {
    const fn word(&self) -> &'static str {
        match self {
            Self::Make(_) => "make",
            Self::Enter => "enter",
        }
    }

    const fn person(&self) -> Option<Uuid> {
        match self {
            Self::Make(person) => Some(*person),
            Self::Enter => None,
        }
    }
}

impl Cookies {
    const fn ceremony(self) -> &'static str {
        if self.secure { "__Host-samenspel-sleutel" } else { "samenspel-sleutel" }
    }

    /// The secret of the browser in which a ceremony began.
    fn in_ceremony(self, headers: &HeaderMap) -> Option<LinkToken> {
        access::operator::cookie(headers, self.ceremony()).and_then(LinkToken::parse)
    }

    fn begin_ceremony(self, token: &LinkToken) -> String {
        self.line(self.ceremony(), token.as_str(), CEREMONY.as_secs())
    }

    fn end_ceremony(self) -> String {
        self.line(self.ceremony(), "", 0)
    }
}
