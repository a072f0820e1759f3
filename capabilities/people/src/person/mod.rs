//! Somebody who works or volunteers for a party: a name that colleagues see, and nothing more.

pub mod store;

use directory::wording::Name;
use ground::id::Id;
use ground::moment::Moment;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: Id<Person>,
    /// As colleagues of the same party see it.
    pub name: Name,
    pub created_at: Moment,
}
