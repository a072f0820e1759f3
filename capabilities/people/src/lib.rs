//! People: who comes in, as what, by which way, and what each can see of that.
#![forbid(unsafe_code)]

mod account;
mod device;
pub mod door;
mod forgetting;
pub mod invitation;
mod looked;
mod me;
pub mod membership;
mod parting;
pub mod passkey;
pub mod person;
pub mod recovery;
mod relations;
pub mod session;
mod state;
mod trail;
mod when;

pub use device::Device;
pub use forgetting::{ENDS, WITHOUT_KEY};
pub use parting::Parted;
pub use relations::Known;
pub use state::People;

use access::Entry;

ui::words!();

/// Every route of people.
#[must_use]
pub fn routes() -> Vec<Entry<People>> {
    [
        account::pages::routes(),
        account::removing::routes(),
        door::pages::routes(),
        invitation::pages::routes(),
        invitation::joining::routes(),
        looked::pages::routes(),
        me::pages::routes(),
        membership::pages::routes(),
        passkey::entering::routes(),
        passkey::pages::routes(),
        recovery::asking::routes(),
        recovery::confirming::routes(),
        session::pages::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// As the municipality's number stands in what the policies know.
const fn tenant(here: ground::id::Municipality) -> i64 {
    here.0 as i64
}
