//! The cookie that ties a sign-in to the browser that began it.

use std::fmt;

use crate::secret;
use crate::store::PATIENCE;

/// 256 bits that only the browser has; of it the database has a digest.
#[derive(Clone)]
pub struct StateCookie(String);

impl StateCookie {
    pub(crate) fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The name; with https no other host or path can have set it.
    #[must_use]
    pub const fn name(https: bool) -> &'static str {
        if https { "__Host-aanmelden" } else { "aanmelden" }
    }

    /// What a browser sent under [`Self::name`]; none when it was never ours.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        secret::is_ours(value).then(|| Self(value.to_owned()))
    }

    /// The value of `Set-Cookie`. Lax and not Strict: the way back is a link on the provider's page.
    #[must_use]
    pub fn set(&self, https: bool) -> String {
        Self::header(https, &self.0, PATIENCE.as_secs())
    }

    /// The value of `Set-Cookie` that takes it away again, for every answer to who came back.
    #[must_use]
    pub fn forget(https: bool) -> String {
        Self::header(https, "", 0)
    }

    pub(crate) fn secret(&self) -> &str {
        &self.0
    }

    fn header(https: bool, value: &str, seconds: u64) -> String {
        let secure = if https { "; Secure" } else { "" };
        let name = Self::name(https);
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
    }
}

impl fmt::Debug for StateCookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StateCookie(…)")
    }
}
