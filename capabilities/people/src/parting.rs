//! What becomes of people when their party leaves the map, or turns out to be another: their places end with it, or move over.

use access::Permit;
use directory::event::{Heard, Listener};
use directory::party::Party;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::membership::{ending, store};
use crate::trail::{Told, leave_as};

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
        Box::pin(moved(tx, permit, gone, stays, (self.clock)()))
    }

    fn left<'h>(&'h self, tx: &'h mut Tx, permit: &'h Permit, party: Id<Party>) -> Heard<'h> {
        Box::pin(left(tx, permit, party, (self.clock)()))
    }
}

/// Each place that moves over has a line of its own, of the party where it is now. So has each that ends because whose it is
/// had a place there already: what that person could do in the other role is over.
async fn moved(tx: &mut Tx, permit: &Permit, gone: Id<Party>, stays: Id<Party>, now: Moment) -> Answer<()> {
    let mut lines = Vec::new();
    for place in store::all_in(tx, permit.municipality(), gone).await? {
        let moved = store::move_over(tx, permit, &place, stays).await?;
        lines.push((if moved { "membership.move" } else { "membership.end" }, place));
    }
    for (action, place) in &lines {
        let told = Told { party: Some(stays.uuid()), ..ending::told(place) };
        leave_as(tx, permit, action, told, now).await?;
    }
    Ok(())
}

/// Each place ends as if somebody ended it, with a line of its own; who belongs nowhere else is forgotten at once.
/// A party that comes back within its week comes back without people, and invites them anew.
async fn left(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<()> {
    let places = store::all_in(tx, permit.municipality(), party).await?;
    ending::end_with_party(tx, permit, &places, now).await
}
