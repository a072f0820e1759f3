//! What becomes of questions when a party leaves, or turns out to be another: nothing hangs, and nobody is left waiting.

use access::Permit;
use directory::event::{Heard, Listener};
use directory::party::Party;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Question, Side, To, stepping, store};
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

/// Open questions of a party that leaves close, with a line that says why; one it took for the neighbourhood is open again.
async fn left(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<()> {
    let here = permit.municipality();
    for question in store::open_of(tx, here, party).await? {
        let Some(question) = store::hold(tx, here, question.id).await? else { continue };
        let takes = question.to.side().is_some_and(|side| side.party == party);
        if takes && question.to.is_open() && question.asker.party != party {
            let free = Question { to: To::Neighbourhood(None), ..question };
            stepping::freed(tx, here, free, now).await?;
        } else {
            stepping::by_itself(tx, here, question, Step::Leave, now).await?;
        }
    }
    Ok(())
}

/// Two parties are one from now on: what was asked of either is asked of the one that stays.
async fn move_over(
    tx: &mut Tx,
    permit: &Permit,
    gone: Id<Party>,
    stays: Id<Party>,
    now: Moment,
) -> Answer<()> {
    let here = permit.municipality();
    let moved = |side: Side| if side.party == gone { Side { party: stays, ..side } } else { side };
    for question in store::open_of(tx, here, gone).await? {
        let Some(question) = store::hold(tx, here, question.id).await? else { continue };
        let question = Question {
            asker: moved(question.asker),
            to: match question.to {
                To::Party(side) => To::Party(moved(side)),
                To::Neighbourhood(side) => To::Neighbourhood(side.map(moved)),
            },
            ..question
        };
        // A question of somebody to oneself has nobody to answer it.
        let to_oneself = question.to.side().is_some_and(|side| side.party == question.asker.party);
        store::move_sides(tx, here, &question).await?;
        if to_oneself {
            stepping::by_itself(tx, here, question, Step::Leave, now).await?;
        }
    }
    store::move_closed(tx, here, gone, stays).await
}
