//! Two parties that turn out to be one have had the contacts of both.

use access::Permit;
use directory::event::{Heard, Listener};
use directory::party::Party;
use ground::db::Tx;
use ground::id::Id;

use super::store;

/// Hears from the directory; the app puts it there.
pub struct Follows;

impl Listener for Follows {
    fn became_one<'h>(
        &'h self,
        tx: &'h mut Tx,
        permit: &'h Permit,
        gone: Id<Party>,
        stays: Id<Party>,
    ) -> Heard<'h> {
        Box::pin(store::move_over(tx, permit, gone, stays))
    }

    /// What was asked stays asked: the number of a party that is gone says nothing about anybody.
    fn left<'h>(&'h self, _: &'h mut Tx, _: &'h Permit, _: Id<Party>) -> Heard<'h> {
        Box::pin(async { Ok(()) })
    }
}
