//! Ending a membership: at once, with the sessions of that person, and with the person when it was the last.

use access::Permit;
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::{Membership, store};
use crate::person::store as persons;
use crate::session::store as sessions;
use crate::trail::{Told, leave};

/// # Errors
/// `NotThere` when it is not there (any more).
pub async fn end(db: &Db, permit: &Permit, which: &Membership, now: Moment) -> Answer<()> {
    let mut tx = db.begin().await?;
    // Two memberships of one person that end at the same moment: the second sees that it is the last.
    persons::hold(&mut tx, permit, which.person).await?;
    if !store::remove(&mut tx, permit, which.id).await? {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    }
    sessions::end_all(&mut tx, permit, which.person).await?;
    persons::forget_if_alone(&mut tx, permit, which.person).await?;
    leave(&mut tx, permit, told(which), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Another role in the same place; whoever it is signs in again.
///
/// # Errors
/// `NotThere` when the membership is not there (any more).
pub async fn change_role(
    db: &Db,
    permit: &Permit,
    which: &Membership,
    role: access::Role,
    now: Moment,
) -> Answer<()> {
    let mut tx = db.begin().await?;
    persons::hold(&mut tx, permit, which.person).await?;
    let here = permit.municipality();
    let known = store::find_in(&mut tx, here, which.id).await?.ok_or(Trouble::NotThere)?;
    if known.belongs.role() != role {
        store::change_role(&mut tx, permit, which.id, role).await?;
        sessions::end_all(&mut tx, permit, which.person).await?;
        leave(&mut tx, permit, told(which), now).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn told(which: &Membership) -> Told {
    let (membership, person): (Id<Membership>, _) = (which.id, which.person);
    Told { object: "membership", object_id: Some(membership.uuid()), about: Some(person.uuid()) }
}
