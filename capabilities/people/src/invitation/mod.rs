//! An invitation: one link, for one person, once. Opening it binds it to the browser; from then on it counts ten minutes.

pub mod joining;
mod letter;
pub mod pages;
mod qr;
pub mod store;
mod view;

pub(crate) use view::{form, hash_of, hash_text};

use std::time::Duration;

use access::LinkToken;
use axum::http::HeaderMap;
use ground::moment::Moment;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::membership::Belongs;
use crate::session::Cookies;

/// Who stands beside you opens it now.
pub const BESIDE_YOU: Duration = Duration::from_secs(10 * 60);

/// Who finds it in the mail may take a few days.
pub const BY_MAIL: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Once opened, it is taken within ten minutes or not at all.
pub const ONCE_OPENED: Duration = Duration::from_secs(10 * 60);

#[derive(Clone, Debug)]
pub struct Invitation {
    pub token_hash: Vec<u8>,
    pub belongs: Belongs,
    /// The person who invited; nobody when it was the operator.
    pub invited_by: Option<Uuid>,
    pub created_at: Moment,
    pub ends_at: Moment,
    pub opened: Option<Opened>,
    pub taken_at: Option<Moment>,
}

#[derive(Clone, Debug)]
pub struct Opened {
    pub at: Moment,
    pub browser_hash: Vec<u8>,
}

/// How an invitation stands for whoever looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody opened it yet.
    Waiting,
    /// Opened in this browser, less than ten minutes ago.
    Yours,
    /// Opened in another browser.
    Elsewhere,
    Taken,
    Over,
}

impl Invitation {
    #[must_use]
    pub fn standing(&self, browser: Option<&LinkToken>, now: Moment) -> Standing {
        if self.taken_at.is_some() {
            return Standing::Taken;
        }
        match &self.opened {
            None if now < self.ends_at => Standing::Waiting,
            None => Standing::Over,
            Some(opened) if now >= opened.at.plus(ONCE_OPENED) => Standing::Over,
            Some(opened) => {
                let same = browser.is_some_and(|token| token.digest().ct_eq(&opened.browser_hash).into());
                if same { Standing::Yours } else { Standing::Elsewhere }
            }
        }
    }
}

impl Cookies {
    const fn joining(self) -> &'static str {
        if self.secure { "__Host-samenspel-uitnodiging" } else { "samenspel-uitnodiging" }
    }

    /// The secret of the browser that opened an invitation.
    pub(crate) fn browser(self, headers: &HeaderMap) -> Option<LinkToken> {
        access::operator::cookie(headers, self.joining()).and_then(LinkToken::parse)
    }

    pub(crate) fn bind(self, browser: &LinkToken) -> String {
        self.line(self.joining(), browser.as_str(), ONCE_OPENED.as_secs())
    }

    pub(crate) fn unbind(self) -> String {
        self.line(self.joining(), "", 0)
    }
}
