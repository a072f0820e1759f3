//! The key of this installation: a file that only its owner reads, made at first use.

use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use ground::trouble::{Answer, Reason, Trouble};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

/// Signs roots.
pub struct Key(Ed25519KeyPair);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// The key of this file; made when there is none yet.
    ///
    /// # Errors
    /// A sentence when the file cannot be read or made, is no key, or may be read by others.
    pub fn at(file: &Path) -> Answer<Self> {
        if let Some(key) = Self::found(file)? {
            return Ok(key);
        }
        make(file).map_err(|error| said(file, &format!("cannot be made: {error}")))?;
        Self::found(file)?.ok_or_else(|| said(file, "is gone again"))
    }

    /// The key of this file, with which earlier days were signed. A new one in its place would make all of them look forged.
    ///
    /// # Errors
    /// As [`Key::at`], and when it is gone or another one.
    pub(crate) fn of(file: &Path, public: &[u8]) -> Answer<Self> {
        let key = Self::found(file)?.ok_or_else(|| {
            said(
                file,
                "is gone, and earlier days were signed with it; put it back from where you keep a copy",
            )
        })?;
        match key.public() == public {
            true => Ok(key),
            false => Err(said(
                file,
                "is not the one earlier days were signed with; all servers of one database have the same",
            )),
        }
    }

    /// The key of this file, if there is one.
    ///
    /// # Errors
    /// As [`Key::at`].
    pub fn found(file: &Path) -> Answer<Option<Self>> {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(said(file, &format!("cannot be read: {error}"))),
        };
        let mode = std::fs::metadata(file).map_or(0, |data| data.permissions().mode());
        if mode & 0o077 != 0 {
            return Err(said(file, "can be read by others than its owner; say `chmod 600` to it"));
        }
        let seed = unhex(text.trim()).filter(|seed| seed.len() == 32);
        let key = seed.and_then(|seed| Ed25519KeyPair::from_seed_unchecked(&seed).ok()).map(Self);
        key.map(Some).ok_or_else(|| said(file, "is damaged; put it back from where you keep a copy"))
    }

    /// What others check with.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        self.0.public_key().as_ref().to_vec()
    }

    pub(crate) fn sign(&self, root: &[u8]) -> Vec<u8> {
        self.0.sign(root).as_ref().to_vec()
    }
}

/// Whether whoever has the key of `public` signed this root.
pub(crate) fn signed(public: &[u8], root: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public).verify(root, signature).is_ok()
}

/// Whole and under its own name, or not at all: another process may be doing the same.
fn make(file: &Path) -> std::io::Result<()> {
    let mut seed = [0u8; 32];
    getrandom::fill(&mut seed).map_err(std::io::Error::other)?;
    let draft = file.with_extension(format!("{}.new", std::process::id()));
    let mut written =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    written.write_all(hex(&seed).as_bytes())?;
    written.sync_all()?;
    let named = std::fs::hard_link(&draft, file);
    std::fs::remove_file(&draft)?;
    match named {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn said(file: &Path, what: &str) -> Trouble {
    Trouble::NotYet(Reason::text(format!("The key {} {what}.", file.display())))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_for_its_owner_only_and_is_the_same_afterwards() {
        let (_dir, folder) = ground::db::testing::folder();
        let file = folder.join("audit.key");
        assert!(Key::found(&file).unwrap().is_none());
        let made = Key::at(&file).unwrap().public();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(Key::at(&file).unwrap().public(), made);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        assert_ne!(Key::at(&folder.join("other.key")).unwrap().public(), made);
    }

    #[test]
    fn a_key_that_others_can_read_or_that_is_damaged_is_refused_with_a_sentence() {
        let (_dir, folder) = ground::db::testing::folder();
        let file = folder.join("audit.key");
        Key::at(&file).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(Key::at(&file).unwrap_err().to_string().contains("chmod 600"));
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
        for damaged in ["", "abc", "zz", "00ff", "é0"] {
            std::fs::write(&file, damaged).unwrap();
            assert!(Key::at(&file).unwrap_err().to_string().contains("damaged"), "{damaged}");
        }
    }

    #[test]
    fn only_the_own_signature_of_the_own_root_counts() {
        let (_dir, folder) = ground::db::testing::folder();
        let key = Key::at(&folder.join("a.key")).unwrap();
        let other = Key::at(&folder.join("b.key")).unwrap();
        let signature = key.sign(b"root");
        assert!(signed(&key.public(), b"root", &signature));
        assert!(!signed(&other.public(), b"root", &signature));
        assert!(!signed(&key.public(), b"toor", &signature));
        assert!(!signed(b"", b"root", &signature));
    }
}
