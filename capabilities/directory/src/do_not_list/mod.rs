//! Who asked not to be on the map. Remembered, so that no later import brings them back.

pub mod reach;
pub mod store;

use ground::id::Id;
use ground::moment::Moment;

/// One wish. It matches a record with the same name (and postcode, when one was given), the same key at the same source,
/// or the same phone, e-mail or website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub id: Id<Wish>,
    pub name_key: String,
    pub postcode: String,
    pub source_name: String,
    pub source_key: String,
    /// Digests of the phone, e-mail and website that were its own alone: see [`reach`].
    pub contacts: Vec<String>,
    pub asked_at: Moment,
}

impl Wish {
    #[must_use]
    pub fn matches(&self, name_key: &str, postcodes: &[String], source_name: &str, source_key: &str) -> bool {
        let same_record =
            !self.source_key.is_empty() && self.source_name == source_name && self.source_key == source_key;
        let same_name = !self.name_key.is_empty() && self.name_key == name_key;
        same_record || (same_name && self.is_near(postcodes))
    }

    /// Whether it is reached by one of these.
    #[must_use]
    pub fn is_reached_by(&self, contacts: &[String]) -> bool {
        self.contacts.iter().any(|contact| contacts.contains(contact))
    }

    /// Whether the postcode that was given, if one was, is among these.
    #[must_use]
    pub fn is_near(&self, postcodes: &[String]) -> bool {
        self.postcode.is_empty() || postcodes.contains(&self.postcode)
    }
}
