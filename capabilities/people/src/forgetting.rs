//! Whom and what the house forgets by itself, each hour: who belongs nowhere, who never made a key, links that are long over.

use std::time::Duration;

use access::Permit;
use directory::municipality;
use ground::db::{Db, Tx};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::trail::{Told, leave};
use crate::{invitation, passkey, person, recovery};

/// Who came by a link makes a key within a day, or is forgotten: nobody could come back in as that person.
pub(crate) const WITHOUT_KEY: Duration = Duration::from_secs(24 * 60 * 60);

/// Everywhere at once. How many people and links went; running it again finds nothing more.
///
/// # Errors
/// What the database answers.
pub async fn forget(db: &Db, now: Moment) -> Answer<u64> {
    let mut gone = 0;
    for town in municipality::store::all(db).await? {
        let permit = Permit::at_the_machine(town.code);
        let mut tx = db.begin().await?;
        // The demo's people come in by one click and need no key.
        if !town.fiction {
            gone += without_key(&mut tx, &permit, now).await?;
        }
        gone += person::store::forget_all_alone(&mut tx, &permit).await?;
        gone += invitation::store::forget(&mut tx, &permit, now).await?;
        gone += recovery::store::forget(&mut tx, town.code, now).await?;
        gone += passkey::store::forget_asked(&mut tx, town.code, now).await?;
        tx.commit().await?;
    }
    Ok(gone)
}

async fn without_key(tx: &mut Tx, permit: &Permit, now: Moment) -> Answer<u64> {
    let mut gone = 0;
    for somebody in person::store::without_key(tx, permit, now.minus(WITHOUT_KEY)).await? {
        if person::store::forget_without_key(tx, permit, somebody).await? {
            let told = Told { object: "person", object_id: None, about: Some(somebody.uuid()) };
            leave(tx, permit, told, now).await?;
            gone += 1;
        }
    }
    Ok(gone)
}
