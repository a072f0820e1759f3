//! Rows of a list without the names of people: whose they are is asked once for the whole page.

use directory::contact::people::People;
use directory::contact::{self, unnamed};
use directory::offer::Offer;
use directory::party::Party;
use directory::place::Place;
use ground::id::Id;

use super::answer::Desk;
use super::refused::Refused;

/// `offers` and `places` are of these parties.
pub(super) async fn left_out_of(
    desk: &Desk,
    parties: &mut [Party],
    offers: &mut [Offer],
    places: &mut [Place],
) -> Result<(), Refused> {
    let ids: Vec<Id<Party>> = parties.iter().map(|party| party.id).collect();
    let contacts = contact::store::of_parties(&desk.open.directory.db, desk.municipality, &ids).await?;
    // In the order of their parties, so those of one stand together.
    for contacts in contacts.chunk_by(|one, next| one.party == next.party) {
        let Some(id) = contacts.first().map(|contact| contact.party) else { continue };
        let Some(party) = parties.iter_mut().find(|party| party.id == id) else { continue };
        let people = People::of(party, contacts);
        if people.is_empty() {
            continue;
        }
        unnamed::party(&people, party);
        offers.iter_mut().filter(|one| one.party == id).for_each(|one| unnamed::offer(&people, one));
        places.iter_mut().filter(|one| one.party == id).for_each(|one| unnamed::place(&people, one));
    }
    Ok(())
}
