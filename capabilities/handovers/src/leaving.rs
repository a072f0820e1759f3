//! What becomes of handovers when a party leaves, or turns out to be another: nothing hangs, and nobody is left waiting.

use access::Permit;
use directory::event::{Heard, Listener};
use directory::party::Party;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::handover::{by_itself, store};
use crate::intake;
use crate::story::Step;

/// Listens to the map.
pub struct Parted {
    pub clock: fn() -> Moment,
}

impl Listener for Parted {
    fn became_one<'h>(
        &'h self,
        tx: &'h mut Tx,
        permit: &'h Permit,
        gone: Id<Party>,
        stays: Id<Party>,
    ) -> Heard<'h> {
        Box::pin(move_over(tx, permit, gone, stays, (self.clock)()))
    }

    fn left<'h>(&'h self, tx: &'h mut Tx, permit: &'h Permit, party: Id<Party>) -> Heard<'h> {
        Box::pin(left(tx, permit, party, (self.clock)()))
    }
}

/// What was open closes, with a line for the other side that says why.
async fn left(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<()> {
    let here = permit.municipality();
    for id in store::open_of(tx, here, party).await? {
        if let Some(handover) = store::hold(tx, here, id).await? {
            by_itself(tx, here, handover, Step::Leave, now).await?;
        }
    }
    intake::store::forget(tx, here, party).await
}

/// Two parties are one from now on. What they handed over to each other has nobody on the other side any more.
async fn move_over(
    tx: &mut Tx,
    permit: &Permit,
    gone: Id<Party>,
    stays: Id<Party>,
    now: Moment,
) -> Answer<()> {
    let here = permit.municipality();
    for id in store::open_of(tx, here, gone).await? {
        if let Some(handover) = store::hold(tx, here, id).await?
            && handover.other(gone) == stays
        {
            by_itself(tx, here, handover, Step::Leave, now).await?;
        }
    }
    store::move_over(tx, here, gone, stays).await?;
    intake::store::move_over(tx, here, gone, stays).await
}
