//! The secret in a link of a mail: it opens one thing without signing in, and only its digest is kept.

use ground::trouble::Answer;

use crate::operator::token::{digest, random};

/// 256 bits of the system's chance, in 64 characters.
#[derive(Clone)]
pub struct LinkToken(String);

impl LinkToken {
    /// # Errors
    /// When the system gives no chance.
    pub fn new() -> Answer<Self> {
        random().map(Self)
    }

    /// As it stands in an address; anything else was never a link of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hex = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(hex)).then(|| Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> Vec<u8> {
        digest(&self.0).to_vec()
    }
}

impl std::fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_links_differ_and_what_is_no_link_is_not_read() {
        let (one, other) = (LinkToken::new().unwrap(), LinkToken::new().unwrap());
        assert_ne!(one.digest(), other.digest());
        assert_eq!(LinkToken::parse(one.as_str()).unwrap().digest(), one.digest());
        for wrong in ["", "0193", &"g".repeat(64), &"A".repeat(64), &"é".repeat(32)] {
            assert!(LinkToken::parse(wrong).is_none(), "{wrong}");
        }
        assert_eq!(format!("{one:?}"), "LinkToken(…)");
    }
}
