//! The values of settings, each parsed once, with a sentence when it does not fit.

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// The address visitors use: scheme and host, no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl Default for BaseUrl {
    fn default() -> Self {
        Self("http://localhost:8080".to_owned())
    }
}

impl BaseUrl {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        match host {
            Some(host) if !host.is_empty() && host.chars().all(plain) => Ok(Self(text.to_ascii_lowercase())),
            _ => Err("must be an address such as \"https://samenspel.voorbeeld.nl\", without a path".to_owned()),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

impl LogFormat {
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// Only the digest is kept, so that no log or dump of the process's settings holds the token.
#[derive(Clone)]
pub struct OperatorToken([u8; 32]);

impl OperatorToken {
    pub const SHORTEST: usize = 16;

    pub fn parse(token: &str) -> Result<Self, String> {
        match token.chars().count() {
            n if n < Self::SHORTEST => {
                Err(format!("must have at least {} characters; this one has {n}", Self::SHORTEST))
            }
            _ if token.trim() != token => Err("must not begin or end with a space".to_owned()),
            _ => Ok(Self(Sha256::digest(token.as_bytes()).into())),
        }
    }

    pub(super) fn parse_digest(hex: &str) -> Result<Self, String> {
        let wrong = || "must be a SHA-256 digest: 64 characters 0-9 and a-f".to_owned();
        if hex.len() != 64 || !hex.is_ascii() {
            return Err(wrong());
        }
        let mut digest = [0u8; 32];
        for (byte, at) in digest.iter_mut().zip((0..64).step_by(2)) {
            let pair = hex.get(at..at + 2).ok_or_else(wrong)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(digest))
    }

    /// Takes as long for a token that is nearly right as for one that is not.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let typed: [u8; 32] = Sha256::digest(typed.trim().as_bytes()).into();
        self.0.ct_eq(&typed).into()
    }
}

impl fmt::Debug for OperatorToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OperatorToken(…)")
    }
}
