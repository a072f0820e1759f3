//! Chance and digests: one secret in the browser's cookie, from which all others of a sign-in follow.

use std::fmt::Write as _;

use ground::trouble::{Answer, Trouble};
use sha2::{Digest as _, Sha256};

/// So many characters has a secret of [`random`].
pub(crate) const LENGTH: usize = 64;

/// 256 bits of the system's chance.
pub(crate) fn random() -> Answer<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| Trouble::fault("the system gives no random numbers"))?;
    Ok(hex(&bytes))
}

/// Whether a text has the form of [`random`]; anything else was never ours.
pub(crate) fn is_ours(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// What is kept of a secret.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// The nonce of a sign-in: follows from the cookie's secret, so that the database needs not hold it.
pub(crate) fn nonce(cookie: &str, state: &str) -> String {
    hex(&Sha256::digest(format!("samenspel nonce of {cookie} {state}").as_bytes()))
}

/// The verifier of PKCE, in the same way; 64 characters where RFC 7636 asks for 43 to 128.
pub(crate) fn verifier(cookie: &str, state: &str) -> String {
    hex(&Sha256::digest(format!("samenspel verifier of {cookie} {state}").as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(LENGTH), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
