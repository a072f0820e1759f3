//! Ids of what has none of its own here (a phone number, a day, an offer at a place): the same each time, from what they hang on.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Under which the terms of the social map stand, the same in every municipality.
const TAXONOMY: Uuid = Uuid::from_u128(0x5a3e_9d70_61c4_8b2f_8d11_7f0a_5c20_2601);

/// A UUID of version 8 that follows from the two, so that a consumer sees the same thing again tomorrow.
#[must_use]
pub fn derived(parent: Uuid, what: &str) -> Uuid {
    let digest = Sha256::new().chain_update(parent.as_bytes()).chain_update(what.as_bytes()).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    Uuid::from_bytes(bytes)
}

/// An offer at a place.
#[must_use]
pub fn at_place(offer: Uuid, place: Uuid) -> Uuid {
    derived(offer, &format!("at {place}"))
}

#[must_use]
pub const fn taxonomy() -> Uuid {
    TAXONOMY
}

#[must_use]
pub fn term(key: &str) -> Uuid {
    derived(TAXONOMY, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_id_tomorrow_and_another_thing_another() {
        let parent = Uuid::from_u128(7);
        assert_eq!(derived(parent, "phone"), derived(parent, "phone"));
        assert_ne!(derived(parent, "phone"), derived(parent, "address"));
        assert_ne!(derived(parent, "phone"), derived(Uuid::from_u128(8), "phone"));
        assert_eq!(derived(parent, "phone").get_version_num(), 8);
        assert_eq!(taxonomy().get_version_num(), 8);
    }
}
