//! By what somebody is reached, as digests: enough to know again who asked not to be listed, and nothing to read or dial.

use ground::id::Municipality;
use sha2::{Digest as _, Sha256};

use crate::double::{digits, host_and_path};
use crate::party::RoleAddress;

/// One for each of phone, e-mail and website that is there, written alike however somebody types it. Elsewhere the same
/// number has another digest, so that two municipalities' lists say nothing about each other.
#[must_use]
pub fn digests(here: Municipality, role: &RoleAddress) -> Vec<String> {
    let contacts = [
        ("phone", digits(&role.phone)),
        ("email", role.email.as_str().to_lowercase()),
        ("website", host_and_path(&role.website)),
    ];
    let there = contacts.iter().filter(|(_, contact)| !contact.is_empty());
    there.map(|(kind, contact)| digest(here, kind, contact)).collect()
}

/// A length before each part, so that no two of them give the same bytes.
fn digest(here: Municipality, kind: &str, contact: &str) -> String {
    let mut digest = Sha256::new_with_prefix("samenspel niet vermelden ");
    for part in [here.to_string().as_str(), kind, contact] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::party::{Email, Phone, Website};

    fn reached(phone: &str, email: &str, website: &str) -> RoleAddress {
        RoleAddress {
            phone: Phone::parse(phone).unwrap(),
            email: Email::parse(email).unwrap(),
            website: Website::parse(website).unwrap(),
            ..RoleAddress::default()
        }
    }

    #[test]
    fn the_same_contact_is_the_same_however_it_is_written_and_another_one_elsewhere() {
        let here = Municipality(9901);
        let one = digests(here, &reached("088 000 01 23", "Linde@oosterwaard.voorbeeld", "linde.voorbeeld"));
        let other = reached("+31 88 0000123", "linde@oosterwaard.voorbeeld", "http://www.linde.voorbeeld/");
        assert_eq!(one, digests(here, &other));
        assert_eq!(one.len(), 3);
        assert!(digests(here, &RoleAddress::default()).is_empty());
        let there = digests(Municipality(9902), &other);
        assert!(there.iter().all(|digest| !one.contains(digest)));
    }
}
