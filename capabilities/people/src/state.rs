//! What the pages of people stand on.

use std::sync::Arc;

use directory::alive::post::Office;
use ground::db::Db;
use ground::moment::Moment;
use provider::Providers;

use crate::door::OneClick;
use crate::passkey::Keys;
use crate::recovery::Asking;
use crate::session::Cookies;

/// Cheap to clone; one for the whole server.
#[derive(Clone)]
pub struct People {
    pub db: Db,
    pub(crate) clock: fn() -> Moment,
    pub(crate) cookies: Cookies,
    /// Who takes an invitation by mail, and with which address its link begins.
    pub(crate) office: Office,
    /// Each municipality's own sign-in, when there is any.
    pub(crate) providers: Option<Arc<Providers>>,
    /// Where keys of people work.
    pub(crate) keys: Keys,
    /// How often somebody may ask for a code to come back in.
    pub(crate) asking: Arc<Asking>,
    /// Signing in by one click, in the invented municipality of the demo only.
    pub(crate) one_click: Option<Arc<OneClick>>,
}

impl People {
    /// `secure`: visitors come by https, so cookies may be bound to it.
    #[must_use]
    pub fn new(db: Db, clock: fn() -> Moment, secure: bool, office: Office) -> Self {
        let keys = Keys::of(office.base());
        Self {
            db,
            clock,
            cookies: Cookies { secure },
            office,
            providers: None,
            keys,
            asking: Arc::default(),
            one_click: None,
        }
    }

    /// With the demo's people at the door; see [`OneClick`].
    #[must_use]
    pub fn with_one_click(self, one_click: OneClick) -> Self {
        Self { one_click: Some(Arc::new(one_click)), ..self }
    }

    /// With the municipalities' own sign-ins.
    #[must_use]
    pub fn with_providers(self, providers: Providers) -> Self {
        Self { providers: Some(Arc::new(providers)), ..self }
    }

    #[must_use]
    pub fn now(&self) -> Moment {
        (self.clock)()
    }
}
