//! What is left in the trail: a line at each place of whoever lost the keys, so that all who work with that person read it.

use access::Permit;
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::membership::store as memberships;
use crate::person::Person;
use crate::trail::{Told, leave};

pub(super) async fn tell(tx: &mut Tx, permit: &Permit, lost: Id<Person>, now: Moment) -> Answer<()> {
    for place in memberships::all_of(tx, permit.municipality(), lost).await? {
        let party = place.belongs.party();
        let told = Told {
            object: if party.is_some() { "party" } else { "person" },
            object_id: party.map(Id::uuid),
            about: Some(lost.uuid()),
            party: None,
        };
        leave(tx, permit, told, now).await?;
    }
    Ok(())
}
