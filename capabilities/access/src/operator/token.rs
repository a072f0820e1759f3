//! Secrets: the operator's token from the settings, and the random ones of a session.

use std::fmt::{self, Write as _};

use ground::trouble::{Answer, Trouble};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// The operator's token. Only its digest is kept, so no log or dump of settings can hold it.
#[derive(Clone)]
pub struct Token([u8; 32]);

impl Token {
    pub const SHORTEST: usize = 16;

    /// # Errors
    /// The end of a sentence that begins with the name of the setting.
    pub fn parse(token: &str) -> Result<Self, String> {
        match token.chars().count() {
            n if n < Self::SHORTEST => {
                Err(format!("must have at least {} characters; this one has {n}", Self::SHORTEST))
            }
            _ if token.trim() != token => Err("must not begin or end with a space".to_owned()),
            _ => Ok(Self(digest(token))),
        }
    }

    /// # Errors
    /// As [`Self::parse`].
    pub fn parse_digest(hex: &str) -> Result<Self, String> {
        let wrong = || "must be a SHA-256 digest: 64 characters 0-9 and a-f".to_owned();
        if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
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
        self.0.ct_eq(&digest(typed.trim())).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// 256 bits of the system's chance, in 64 characters.
pub(crate) fn random() -> Answer<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| Trouble::fault("the system gives no random numbers"))?;
    Ok(hex(&bytes))
}

/// What is kept of a secret.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// The proof for forms: follows from the session's token and says nothing about it.
pub(crate) fn csrf_of(token: &str) -> String {
    hex(&Sha256::digest(format!("samenspel form of {token}").as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_may_be_given_as_its_digest_and_anything_else_is_refused() {
        let typed = "oosterwaard-2026-sleutel";
        let digest = hex(&digest(typed));
        assert!(Token::parse_digest(&digest).unwrap().is(typed));
        assert!(!Token::parse_digest(&digest).unwrap().is("oosterwaard-2026-sleute1"));
        for wrong in [digest[1..].to_owned(), "+f".repeat(32), "é".repeat(32), "x".repeat(64)] {
            assert!(Token::parse_digest(&wrong).is_err(), "{wrong}");
        }
    }
}
