//! What the guard must know of a party before the policies decide.

use std::collections::HashSet;

use access::{Knowing, Relations};
use ground::db::Db;
use ground::id::Municipality;
use uuid::Uuid;

use crate::membership;

/// Looks it up in the database, each time: a membership that ended counts no longer at once.
pub struct Known(pub Db);

impl Relations for Known {
    fn has_coordinator(&self, municipality: Municipality, party: Uuid) -> Knowing<'_, bool> {
        Box::pin(membership::store::has_coordinator(&self.0, municipality, party))
    }

    fn coordinated(&self, municipality: Municipality) -> Knowing<'_, HashSet<Uuid>> {
        Box::pin(membership::store::coordinated(&self.0, municipality))
    }
}
