//! How often an address is asked whether it is right: a form must not become a way to fill somebody else's mailbox.

use std::time::Duration;

use access::limit::{Buckets, Pace};
use directory::party::Email;
use ground::id::Id;
use ground::moment::Moment;
use people::person::Person;
use uuid::Uuid;

const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Typing errors are mended in the same minute; more is no typing error.
const OF_A_PERSON: u32 = 6;
const TO_AN_ADDRESS: u32 = 3;

#[derive(Debug)]
pub(crate) struct Limit {
    people: Buckets<Uuid>,
    addresses: Buckets<String>,
}

impl Default for Limit {
    fn default() -> Self {
        Self {
            people: Buckets::new(Pace::new(OF_A_PERSON, A_DAY), 10_000),
            addresses: Buckets::new(Pace::new(TO_AN_ADDRESS, A_DAY), 10_000),
        }
    }
}

impl Limit {
    /// Whether this person may have a letter sent to this address now; it counts as one.
    pub(super) fn allows(&self, person: Id<Person>, address: &Email, now: Moment) -> bool {
        // Who is over their own does not use up what others have.
        self.people.take(person.uuid(), now).is_ok()
            && self.addresses.take(address.as_str().to_lowercase(), now).is_ok()
    }
}
