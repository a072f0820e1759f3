//! Who asks.

use uuid::Uuid;

use crate::Role;

/// Who acts. A person acts as one membership at a time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Principal {
    /// Not signed in. May nothing here: public pages do not ask.
    Stranger,
    /// Whoever has the key of this installation.
    Operator { municipality: i64 },
    /// A person who came by an invitation and has no key yet, or has still to choose as which membership to act.
    Newcomer { municipality: i64, person: Uuid },
    /// A person, as one membership. `party` is None exactly for a role of the municipality; the policies deny
    /// everything to a member for whom that does not hold.
    Member { municipality: i64, person: Uuid, membership: Uuid, role: Role, party: Option<Uuid> },
}
