//! What the guard must know of a party before the policies decide, and what people do when two parties become one.

use access::{Knowing, Permit, Relations};
use directory::event::{Heard, Listener};
use directory::party::Party;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use uuid::Uuid;

use crate::membership;

/// Looks it up in the database, each time: a membership that ended counts no longer at once.
pub struct Known(pub Db);

impl Relations for Known {
    fn has_coordinator(&self, municipality: Municipality, party: Uuid) -> Knowing<'_, bool> {
        Box::pin(membership::store::has_coordinator(&self.0, municipality, party))
    }
}

impl Listener for Known {
    fn became_one<'h>(
        &'h self,
        tx: &'h mut Tx,
        permit: &'h Permit,
        gone: Id<Party>,
        stays: Id<Party>,
    ) -> Heard<'h> {
        Box::pin(membership::store::move_over(tx, permit, gone, stays))
    }

    /// The places of its people end with it, because they hang on it.
    fn left<'h>(&'h self, _: &'h mut Tx, _: &'h Permit, _: Id<Party>) -> Heard<'h> {
        Box::pin(std::future::ready(Ok(())))
    }
}
