//! What others must do at the moment something happens here, in the same transaction. The app knows who listens.

use std::pin::Pin;
use std::sync::Arc;

use access::Permit;
use ground::db::Tx;
use ground::id::Id;
use ground::trouble::Answer;

use crate::party::Party;

pub type Heard<'h> = Pin<Box<dyn Future<Output = Answer<()>> + Send + 'h>>;

/// Somebody above the directory who keeps things of a party.
pub trait Listener: Send + Sync {
    /// Two parties turned out to be one: what hangs on `gone` moves to `stays`, before `gone` is removed.
    fn became_one<'h>(
        &'h self,
        tx: &'h mut Tx,
        permit: &'h Permit,
        gone: Id<Party>,
        stays: Id<Party>,
    ) -> Heard<'h>;

    /// A party leaves the map, just before it is removed: whoever waits for it must hear so.
    fn left<'h>(&'h self, tx: &'h mut Tx, permit: &'h Permit, party: Id<Party>) -> Heard<'h>;
}

/// Whoever listens, in the order in which the app named them.
#[derive(Clone, Default)]
pub struct Listeners(Vec<Arc<dyn Listener>>);

impl Listeners {
    #[must_use]
    pub fn of(listeners: Vec<Arc<dyn Listener>>) -> Self {
        Self(listeners)
    }

    pub(crate) async fn became_one(
        &self,
        tx: &mut Tx,
        permit: &Permit,
        gone: Id<Party>,
        stays: Id<Party>,
    ) -> Answer<()> {
        for listener in &self.0 {
            listener.became_one(tx, permit, gone, stays).await?;
        }
        Ok(())
    }

    pub(crate) async fn left(&self, tx: &mut Tx, permit: &Permit, party: Id<Party>) -> Answer<()> {
        for listener in &self.0 {
            listener.left(tx, permit, party).await?;
        }
        Ok(())
    }
}
